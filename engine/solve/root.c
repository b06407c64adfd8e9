#include "tree.h"
#include <math.h>
#include <string.h>

/* ---- from the relaxation to sets */

/* wishes: the relaxed optimum first, then small reduced costs */
static void wish_by_relaxation(const tree *t, double *wish) {
  const core *const k = t->k;
  double most = 1;
  for (int j = 0; j < k->column_count; j++)
    most = fmax(most, fabs((double)k->reduced[j]));
  for (int j = 0; j < k->column_count; j++)
    wish[k->column_of[j]] = k->x[j] + 1e-3 * ((double)k->reduced[j] / most);
}

static void round_down(tree *t, bool solved) {
  for (int j = 0; j < t->k->column_count; j++)
    t->values[j] =
        solved ? (int64_t)floor(t->k->x[j] + 1e-6) : t->k->within.low[j];
  core_lift(t->k, t->values, t->point);
}

/* from a set to better ones near it */
static void climb_from(tree *t, const int64_t *x, const double *wish) {
  const size_t n = (size_t)t->r->g->column_count;
  climber_start(t->on, x);
  climber_fill(t->on, wish);
  if (!model_permits(t->q->m, climber_at(t->on)))
    return;
  if (t->q->c && !t->q->first)
    climber_improve(t->on);
  memcpy(t->point, climber_at(t->on), n * sizeof *t->point);
  tree_offer(t, t->point);
}

void root_climb(tree *t, bool solved) {
  double *const wish = ARENA_ARRAY(t->home, double, t->r->g->column_count);
  if (!t->on) {
    t->on = climber_new(t->home, t->q->m, t->q->c);
    climber_heed(t->on, t->r->how);
  }
  if (solved)
    wish_by_relaxation(t, wish);
  round_down(t, solved);
  climb_from(t, t->point, wish);
  if (t->found && !t->q->first)
    climb_from(t, t->best[0], wish);
}

/* ---- reduction */

static void keep_root(const tree *t, const judgement *j, outcome *to) {
  const core *const k = t->k;
  if (to->root_multipliers || !j->bounded)
    return;
  int64_t *const all = ARENA_ARRAY(t->r->home, int64_t, t->q->m->row_count);
  for (int i = 0; i < k->row_count; i++)
    all[k->row_of[i]] = k->multipliers[i];
  to->root_multipliers = all;
  to->root_shift = k->shift;
}

static void keep_stand(tree *t) {
  t->stood = core_vantage(t->home, t->k);
  if (!t->stood_first)
    t->stood_first = t->stood;
}

static void take_scratch(tree *t) {
  const int n = t->k->column_count > 0 ? t->k->column_count : 1;
  t->changed = ARENA_ARRAY(t->home, change, n);
  t->values = ARENA_ARRAY(t->home, int64_t, n);
  t->root_regret = ARENA_ARRAY(t->home, wide, n);
}

/* takes what reduced costs fix into the outer box; how many columns that is */
static int narrow_outer(tree *t, const judgement *j) {
  wide room;
  const wide *const target = tree_target(t, &room);
  if (!target || !j->bounded)
    return 0;
  const int count = core_fix(t->k, j, *target, t->changed);
  if (count > 0)
    tree_trace(t, LOG_FIX, tree_reason(t, j));
  for (int i = 0; i < count; i++) {
    const change *const c = &t->changed[i];
    t->outer.low[t->k->column_of[c->column]] = c->low;
    t->outer.high[t->k->column_of[c->column]] = c->high;
  }
  return count;
}

static void begin_outer(tree *t) {
  const model *const m = t->q->m;
  const size_t n = (size_t)m->of->column_count;
  t->outer =
      (box){ARENA_ARRAY(t->home, int64_t, n), ARENA_ARRAY(t->home, int64_t, n)};
  memcpy(t->outer.low, m->within.low, n * sizeof *t->outer.low);
  memcpy(t->outer.high, m->within.high, n * sizeof *t->outer.high);
  t->costs = ARENA_ARRAY(t->home, pseudocost, memory_costs(m));
  if (t->hint.costs)
    memcpy(t->costs, t->hint.costs, (size_t)memory_costs(m) * sizeof *t->costs);
}

static bool propagate_outer(tree *t) {
  const weights nothing = {.count = 0};
  const bool kept = model_propagate(t->q->m, t->outer);
  tree_trace(t, LOG_PROPAGATE, nothing);
  if (!kept)
    tree_trace(t, LOG_LEAF, nothing);
  return kept;
}

/* relaxes what the outer box leaves */
static judgement relax(tree *t, outcome *to, weights *by) {
  wide room;
  if (t->k)
    core_close(t->k);
  t->k = core_of(t->home, t->q->m, t->outer, t->q->c, t->stood);
  take_scratch(t);
  const judgement j = core_judge(t->k, tree_target(t, &room));
  if (t->k->relaxation)
    t->k->root_iterations = lp_iterations(t->k->relaxation);
  *by = tree_reason(t, &j);
  if (j.bounded && j.bound < t->bound) {
    t->bound = j.bound;
    t->bound_by = *by;
  }
  keep_root(t, &j, to);
  t->root = j;
  t->root_shift = t->k->shift;
  core_regrets(t->k, t->root_regret);
  if (j.bounded && j.solved)
    keep_stand(t);
  return j;
}

/* The neighbour's set may be permitted no more: it is filled in anew. */
static void climb_from_hint(tree *t) {
  double *const wish = ARENA_ARRAY(t->home, double, t->r->g->column_count);
  wish_by_relaxation(t, wish);
  for (int j = 0; j < t->r->g->column_count; j++)
    wish[j] += 2 * (double)t->hint.x[j];
  round_down(t, false);
  climb_from(t, t->point, wish);
}

/* sets to begin with; looked for once */
static void find_sets(tree *t, const judgement *j) {
  if (j->closed || t->q->patience > 0)
    return;
  root_climb(t, j->solved);
  if (t->hint.x)
    climb_from_hint(t);
  t->climbed_at = t->r->nodes;
  if (j->solved && j->bounded && !t->q->first)
    root_dig(t);
}

/* Does the relaxed root end the search? */
static bool is_settled(tree *t, const judgement *j, weights by) {
  wide room;
  const wide *const target = tree_target(t, &room);
  if (j->closed || tree_satisfied(t) || (target && t->bound < *target)) {
    tree_trace(t, LOG_LEAF, j->closed ? by : t->bound_by);
    return true;
  }
  if (t->k->column_count > 0)
    return false;
  const weights nothing = {.count = 0};
  tree_offer_leaf(t);
  tree_trace(t, LOG_DECIDED, nothing);
  return true;
}

/* Is a core with so many columns less worth a relaxation of its own? That of
 * a large one takes long. */
static bool is_worth_it(const tree *t, int fixed) {
  enum { LARGE = 20000 };
  const int share = t->k->column_count < LARGE ? 10 : 2;
  return share * fixed >= t->k->column_count;
}

bool root_settle(tree *t, outcome *to) {
  bool first = !t->costs;
  if (first)
    begin_outer(t);
  for (;;) {
    weights by;
    if (!propagate_outer(t))
      return false;
    const judgement j = relax(t, to, &by);
    if (first)
      find_sets(t, &j);
    first = false;
    if (is_settled(t, &j, by))
      return false;
    t->begun_at = t->r->nodes;
    t->dug = t->dig_at = 0;
    t->is_outgrown = false;
    if (!is_worth_it(t, narrow_outer(t, &j)))
      return true;
  }
}

bool root_outgrown(tree *t) {
  enum { NODES_LEAST = 50 };
  wide room;
  const wide *const target = tree_target(t, &room);
  if (t->is_outgrown)
    return true;
  if (!target || t->q->first || !t->root.bounded ||
      t->improved_at <= t->begun_at || t->improved_at < t->weighed_at ||
      t->r->nodes - t->begun_at < NODES_LEAST)
    return false;
  t->weighed_at = t->r->nodes + 1;
  t->is_outgrown = 10 * core_count_unfixed(t->k, &t->root, t->root_regret,
                                           t->root_shift, *target) <
                   8 * t->k->column_count;
  return t->is_outgrown;
}
