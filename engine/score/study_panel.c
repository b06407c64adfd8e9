/* The panels of a body whose means are by panel: their effects, and which of
 * them no plan links. */
#include "../../models/score/graph.h"
#include "body.h"

/* panels from 1; 0: reviews that state none */
static int panel_at(const body *b, int e) { return b->panel[e] + 1; }

/* how many of one side's levels each panel has seen */
static void count_levels(const body *b, int first, int end, int panels,
                         int *seen) {
  const graph *g = b->g;
  arena *const scratch = arena_open();
  int *last = ARENA_ARRAY(scratch, int, panels + 1);
  for (int v = first; v < end; v++)
    for (int e = g->start[v]; e < g->start[v + 1]; e++) {
      const int k = panel_at(b, g->review[e]);
      seen[k] += last[k] != v + 1;
      last[k] = v + 1;
    }
  arena_close(scratch);
}

/* sets of panels that no plan links: the components of plans and panels */
static int count_sets(const body *b, int panels) {
  arena *const scratch = arena_open();
  int *at = ARENA_ARRAY(scratch, int, b->g->reviews + 1);
  for (int e = 0; e < b->g->reviews; e++)
    at[e] = panel_at(b, e);
  const graph *of = graph_make(scratch, b->g->application, at, b->g->reviews,
                               b->g->applications, panels + 1);
  const int sets = graph_linked_components(of);
  arena_close(scratch);
  return sets;
}

/* the means are by panel alone, so each has one */
static void take_effects(const body *b, study *to, const int *which) {
  const means *m = b->fit->asked->means;
  arena *const scratch = arena_open();
  int *any = ARENA_ARRAY(scratch, int, m->count);
  for (int e = 0; e < b->g->reviews; e++)
    any[m->of[e]] = e;
  for (int k = 0; k < m->count; k++) {
    study_panel *const p = &to->panels[which[b->fit->panel_of[k] + 1]];
    p->effect = body_figure(mixed_mean(b->fit, any[k]) - b->fit->mu);
    p->se = body_figure(mixed_panel_error(b->fit, k));
  }
  arena_close(scratch);
}

static void list_panels(arena *home, const body *b, int panels, study *to) {
  const graph *g = b->g;
  arena *const scratch = arena_open();
  int *reviews = ARENA_ARRAY(scratch, int, panels + 1);
  int *plans = ARENA_ARRAY(scratch, int, panels + 1);
  int *reviewers = ARENA_ARRAY(scratch, int, panels + 1);
  int *which = ARENA_ARRAY(scratch, int, panels + 1);
  for (int e = 0; e < g->reviews; e++)
    reviews[panel_at(b, e)]++;
  count_levels(b, 0, g->applications, panels, plans);
  count_levels(b, g->applications, g->levels, panels, reviewers);
  to->panels = ARENA_ARRAY(home, study_panel, panels + 1);
  for (int k = 0; k <= panels; k++) {
    if (reviews[k] == 0)
      continue;
    which[k] = to->panel_count;
    to->panels[to->panel_count++] =
        (study_panel){.id = k > 0 ? b->of->panels.item[k - 1] : "",
                      .reviews = reviews[k],
                      .plans = plans[k],
                      .reviewers = reviewers[k]};
  }
  if (body_is_fitted(b))
    take_effects(b, to, which);
  arena_close(scratch);
}

void study_panel_all(arena *home, const body *b, study *to) {
  if (!b->panel)
    return;
  const int panels = b->of->panels.count;
  list_panels(home, b, panels, to);
  to->panel_sets = count_sets(b, panels);
}
