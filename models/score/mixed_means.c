/* Which mean each score has, and whether that leaves anything to estimate. */
#include "mixed_work.h"
#include <stdlib.h>

typedef struct cell { /* a review's component (0: they share means) and panel */
  int component, panel, review;
} cell;

static int cell_order(const void *a, const void *b) {
  const cell *const left = a, *const right = b;
  if (left->component != right->component)
    return left->component < right->component ? -1 : 1;
  if (left->panel != right->panel)
    return left->panel < right->panel ? -1 : 1;
  return (left->review > right->review) - (left->review < right->review);
}

/* a mean for each component and panel that occur together */
static int number_cells(arena *home, const mixed_input *in, int *of,
                        mixed_fit *fit) {
  const graph *g = in->g;
  arena *const scratch = arena_open();
  cell *all = ARENA_ARRAY(scratch, cell, g->reviews + 1);
  int *panel = ARENA_ARRAY(home, int, g->reviews + 1), count = 0;
  for (int e = 0; e < g->reviews; e++)
    all[e] = (cell){in->separate_means ? g->component[g->application[e]] : 0,
                    in->panel ? in->panel[e] : -1, e};
  if (in->panel && g->reviews > 1)
    qsort(all, (size_t)g->reviews, sizeof *all, cell_order);
  for (int i = 0; i < g->reviews; i++) {
    const bool same = i > 0 && all[i].component == all[i - 1].component &&
                      all[i].panel == all[i - 1].panel;
    count += !same;
    panel[count - 1] = all[i].panel;
    of[all[i].review] = count - 1;
  }
  arena_close(scratch);
  fit->panel_of = panel;
  return count;
}

/* the linked components, in their order */
static int number_components(const mixed_input *in, int *of) {
  const graph *g = in->g;
  arena *const scratch = arena_open();
  int *number = ARENA_ARRAY(scratch, int, g->components + 1), count = 0;
  for (int a = 0; a < g->applications; a++)
    if (graph_degree(g, a) > 0 && number[g->component[a]] == 0)
      number[g->component[a]] = ++count;
  for (int e = 0; e < g->reviews; e++)
    of[e] = number[g->component[g->application[e]]] - 1;
  arena_close(scratch);
  return count;
}

const means *mixed_means_of(arena *home, const mixed_input *in,
                            mixed_fit *fit) {
  int *of = ARENA_ARRAY(home, int, in->g->reviews + 1), count = 1;
  if (in->panel)
    count = number_cells(home, in, of, fit);
  else if (in->separate_means)
    count = number_components(in, of);
  return means_make(home, in->g, of, count);
}

bool mixed_is_held(const means *m, int first, int end) {
  arena *const scratch = arena_open();
  int *all = ARENA_ARRAY(scratch, int, m->count);
  int *here = ARENA_ARRAY(scratch, int, m->most + 1);
  bool held = true;
  for (int e = 0; e < m->g->reviews; e++)
    all[m->of[e]]++;
  for (int v = first; held && v < end; v++) {
    means_reviews(m, v, here);
    for (int k = 0; k < means_count(m, v); k++)
      held = held && (here[k] == 0 || here[k] == all[means_list(m, v)[k]]);
  }
  arena_close(scratch);
  return held;
}

/* what U and its products take */
bool mixed_has_room(const means *m) {
  static const double figures_most = 5e7, products_most = 4e9;
  const double levels = m->g->levels, most = m->most;
  int largest = 0;
  for (int b = 0; b < m->blocks; b++)
    largest = m->size[b] > largest ? m->size[b] : largest;
  return most == 1 || (levels * most <= figures_most &&
                       levels * most * most <= products_most &&
                       largest <= MIXED_PANELS_MOST);
}
