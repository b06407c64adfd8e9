#include "bridge.h"
#include <assert.h>

typedef struct walk { /* by level, unless it says otherwise */
  const graph *g;
  int *order, *low;    /* 1 at first visit; lowest order reached from below */
  int *edge, *came_by; /* where the walk stands; the review it came by */
  int *applications, *reviewers; /* in the subtree */
  int *pieces; /* subtrees of size that hang by this level alone */
  int *hung_applications, *hung_reviewers; /* in all that hang by it */
  int *stack;
  int clock, depth;
  bool *is_bridge; /* by review */
} walk;

static walk *walk_new(arena *scratch, const graph *g) {
  walk *w = ARENA_NEW(scratch, walk);
  const size_t room = (size_t)g->levels + 1;
  *w = (walk){.g = g,
              .order = ARENA_ARRAY(scratch, int, room),
              .low = ARENA_ARRAY(scratch, int, room),
              .edge = ARENA_ARRAY(scratch, int, room),
              .came_by = ARENA_ARRAY(scratch, int, room),
              .applications = ARENA_ARRAY(scratch, int, room),
              .reviewers = ARENA_ARRAY(scratch, int, room),
              .pieces = ARENA_ARRAY(scratch, int, room),
              .hung_applications = ARENA_ARRAY(scratch, int, room),
              .hung_reviewers = ARENA_ARRAY(scratch, int, room),
              .stack = ARENA_ARRAY(scratch, int, room),
              .is_bridge = ARENA_ARRAY(scratch, bool, g->reviews + 1)};
  return w;
}

static bool has_size(int applications, int reviewers) {
  return applications >= 2 && reviewers >= 2;
}

static void enter(walk *w, int v, int came_by) {
  w->order[v] = w->low[v] = ++w->clock;
  w->edge[v] = w->g->start[v];
  w->came_by[v] = came_by;
  w->applications[v] = !graph_is_reviewer(w->g, v);
  w->reviewers[v] = graph_is_reviewer(w->g, v);
  w->stack[w->depth++] = v;
}

/* the walk goes back from v to the level above it */
static void leave(walk *w, int v, int above) {
  if (w->low[v] < w->low[above])
    w->low[above] = w->low[v];
  w->applications[above] += w->applications[v];
  w->reviewers[above] += w->reviewers[v];
  if (w->low[v] > w->order[above])
    w->is_bridge[w->came_by[v]] = true; /* its other side is looked at later */
  if (w->low[v] >= w->order[above] &&
      has_size(w->applications[v], w->reviewers[v])) {
    w->pieces[above]++;
    w->hung_applications[above] += w->applications[v];
    w->hung_reviewers[above] += w->reviewers[v];
  }
}

static void step(walk *w) {
  const graph *g = w->g;
  const int v = w->stack[w->depth - 1];
  if (w->edge[v] == g->start[v + 1]) {
    w->depth--;
    if (w->depth > 0)
      leave(w, v, w->stack[w->depth - 1]);
    return;
  }
  const int e = w->edge[v]++, to = g->next[e];
  if (g->review[e] == w->came_by[v])
    return;
  if (w->order[to] == 0)
    enter(w, to, g->review[e]);
  else if (w->order[to] < w->low[v])
    w->low[v] = w->order[to];
}

/* the lower end of a bridge is the one whose subtree it carries */
static bool counts(const walk *w, int review, const int *first) {
  const graph *g = w->g;
  const int a = g->application[review];
  const int r = g->applications + g->reviewer[review];
  const int below = w->order[a] > w->order[r] ? a : r;
  const int top = first[g->component[below]];
  return has_size(w->applications[below], w->reviewers[below]) &&
         has_size(w->applications[top] - w->applications[below],
                  w->reviewers[top] - w->reviewers[below]);
}

/* pieces a level joins: those below it, and what is left of the component */
static int joined(const walk *w, int v, const int *first) {
  const int top = first[w->g->component[v]];
  const bool above = v != top && w->pieces[v] > 0 &&
                     has_size(w->applications[top] - w->hung_applications[v],
                              w->reviewers[top] - w->hung_reviewers[v] - 1);
  return w->pieces[v] + above;
}

static bridges *collect(arena *home, const walk *w, const int *first) {
  const graph *g = w->g;
  int *review = ARENA_ARRAY(home, int, g->reviews + 1);
  int *reviewer = ARENA_ARRAY(home, int, g->reviewers + 1);
  int *pieces = ARENA_ARRAY(home, int, g->reviewers + 1);
  bridges *b = ARENA_NEW(home, bridges);
  *b = (bridges){review, 0, reviewer, pieces, 0};
  for (int e = 0; e < g->reviews; e++)
    if (w->is_bridge[e] && counts(w, e, first))
      review[b->review_count++] = e;
  for (int r = 0; r < g->reviewers; r++) {
    const int count = joined(w, g->applications + r, first);
    if (count < 2)
      continue;
    pieces[b->reviewer_count] = count;
    reviewer[b->reviewer_count++] = r;
  }
  return b;
}

bridges *bridges_find(arena *home, const graph *g) {
  arena *const scratch = arena_open();
  walk *w = walk_new(scratch, g);
  int *first = ARENA_ARRAY(scratch, int, g->components + 1);
  for (int v = 0; v < g->levels; v++) {
    if (w->order[v] > 0)
      continue;
    first[g->component[v]] = v;
    for (enter(w, v, -1); w->depth > 0;)
      step(w);
  }
  bridges *b = collect(home, w, first);
  arena_close(scratch);
  return b;
}
