/* Groups of plans that reviews do not compare: the connected parts of the
 * graph of who reviewed what. */
#include "group.h"
#include "../../models/score/graph.h"

static const graph *graph_of(arena *home, const pool *of) {
  int *about = ARENA_ARRAY(home, int, of->review_count + 1);
  int *reviewer = ARENA_ARRAY(home, int, of->review_count + 1);
  for (int e = 0; e < of->review_count; e++) {
    about[e] = of->reviews[e].application;
    reviewer[e] = of->reviews[e].reviewer;
  }
  return graph_make(home, about, reviewer, of->review_count, of->count,
                    of->reviewer_count);
}

int group_plans(const pool *of, merit *item) {
  arena *const scratch = arena_open();
  const graph *g = graph_of(scratch, of);
  int *number = ARENA_ARRAY(scratch, int, g->components + 1), groups = 0;
  for (int a = 0; a < of->count; a++) {
    int *const own = &number[g->component[a]];
    if (graph_degree(g, a) == 0)
      continue;
    if (*own == 0)
      *own = ++groups;
    item[a].group = *own;
  }
  arena_close(scratch);
  return groups;
}
