/* Groups of plans that share no reviewer: what each holds, and ranks within. */
#include "../../models/rank.h"
#include "body.h"

/* of each component of the graph: its number from 1, in the order of plans */
static const int *number_components(arena *scratch, const body *b, study *to) {
  int *number = ARENA_ARRAY(scratch, int, b->g->components + 1);
  to->group_count = 0;
  for (int a = 0; a < b->g->applications; a++) {
    int *const own = &number[b->g->component[a]];
    if (*own == 0)
      *own = ++to->group_count;
    to->plans[a].component = *own;
  }
  return number;
}

static void count_groups(arena *scratch, const body *b, const int *number,
                         study *to) {
  const graph *g = b->g;
  double *sum = ARENA_ARRAY(scratch, double, to->group_count + 1);
  for (int v = 0; v < g->levels; v++) {
    const int k = number[g->component[v]] - 1;
    study_group *const of = &to->groups[k];
    of->reviewers += graph_is_reviewer(g, v);
    if (graph_is_reviewer(g, v))
      continue;
    of->first = of->plans++ ? of->first : to->plans[v].id;
    of->reviews += graph_degree(g, v);
    sum[k] += body_mean(b, v) * graph_degree(g, v);
  }
  for (int k = 0; k < to->group_count; k++)
    to->groups[k].mean = body_figure(sum[k] / to->groups[k].reviews);
}

/* plans by group; start[k]: the first of group k + 1 */
static int *sort_by_group(arena *scratch, const study *s, int *start) {
  int *order = ARENA_ARRAY(scratch, int, s->plan_count + 1);
  for (int a = 0; a < s->plan_count; a++)
    start[s->plans[a].component + 1]++;
  for (int k = 1; k <= s->group_count; k++)
    start[k + 1] += start[k];
  for (int a = 0; a < s->plan_count; a++)
    order[start[s->plans[a].component]++] = a;
  for (int k = s->group_count; k > 0; k--)
    start[k] = start[k - 1];
  return order;
}

/* overall ranks, the smallest first, make the ranks within */
static void rank_group(arena *scratch, const int *plan, int count,
                       study_plan *plans) {
  int64_t *value = ARENA_ARRAY(scratch, int64_t, count + 1);
  int *rank = ARENA_ARRAY(scratch, int, count + 1);
  for (int i = 0; i < count; i++)
    value[i] = -plans[plan[i]].raw_rank;
  rank_competition(scratch, value, count, rank);
  for (int i = 0; i < count; i++) {
    plans[plan[i]].group_raw_rank = rank[i];
    value[i] = -plans[plan[i]].rank;
  }
  rank_competition(scratch, value, count, rank);
  for (int i = 0; i < count; i++)
    plans[plan[i]].group_rank = plans[plan[i]].rank > 0 ? rank[i] : 0;
}

void study_group_all(arena *home, const body *b, study *to) {
  arena *const scratch = arena_open();
  const int *number = number_components(scratch, b, to);
  to->groups = ARENA_ARRAY(home, study_group, to->group_count + 1);
  count_groups(scratch, b, number, to);
  int *start = ARENA_ARRAY(scratch, int, to->group_count + 3);
  const int *order = sort_by_group(scratch, to, start);
  for (int k = 1; k <= to->group_count; k++)
    rank_group(scratch, order + start[k], start[k + 1] - start[k], to->plans);
  arena_close(scratch);
}
