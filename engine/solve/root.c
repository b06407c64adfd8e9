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
  if (!t->on)
    t->on = climber_new(t->home, t->q->m, t->q->c);
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

static void take_scratch(tree *t) {
  const int n = t->k->column_count > 0 ? t->k->column_count : 1;
  t->changed = ARENA_ARRAY(t->home, change, n);
  t->values = ARENA_ARRAY(t->home, int64_t, n);
  t->costs = ARENA_ARRAY(t->home, pseudocost, n);
}

/* takes what reduced costs fix into the outer box; how many columns that is */
static int narrow_outer(tree *t, const judgement *j, weights by, box outer) {
  wide room;
  const wide *const target = tree_target(t, &room);
  if (!target || !j->bounded)
    return 0;
  const int count = core_fix(t->k, j, *target, t->changed);
  if (count > 0)
    tree_trace(t, LOG_FIX, by);
  for (int i = 0; i < count; i++) {
    const change *const c = &t->changed[i];
    outer.low[t->k->column_of[c->column]] = c->low;
    outer.high[t->k->column_of[c->column]] = c->high;
  }
  return count;
}

static box copy_box(arena *home, const model *m) {
  const size_t n = (size_t)m->of->column_count;
  const box b = {ARENA_ARRAY(home, int64_t, n), ARENA_ARRAY(home, int64_t, n)};
  memcpy(b.low, m->within.low, n * sizeof *b.low);
  memcpy(b.high, m->within.high, n * sizeof *b.high);
  return b;
}

/* Reduces, relaxes, rounds and reduces again while that fixes a good part of
 * the columns. False when the root itself settles the search. */
bool root_settle(tree *t, outcome *to) {
  const box outer = copy_box(t->home, t->q->m);
  const weights nothing = {.count = 0};
  for (;;) {
    wide room;
    const bool kept = model_propagate(t->q->m, outer);
    tree_trace(t, LOG_PROPAGATE, nothing);
    if (!kept) {
      tree_trace(t, LOG_LEAF, nothing);
      return false;
    }
    t->k = core_of(t->home, t->q->m, outer, t->q->c);
    take_scratch(t);
    const judgement j = core_judge(t->k, tree_target(t, &room));
    const weights by = tree_reason(t, &j);
    if (j.bounded && j.bound < t->bound) {
      t->bound = j.bound;
      t->bound_by = by;
    }
    keep_root(t, &j, to);
    if (!j.closed)
      root_climb(t, j.solved);
    const wide *const target = tree_target(t, &room);
    if (j.closed || tree_satisfied(t) || (target && t->bound < *target)) {
      tree_trace(t, LOG_LEAF, j.closed ? by : t->bound_by);
      return false;
    }
    if (t->k->column_count == 0) {
      tree_offer_leaf(t);
      tree_trace(t, LOG_DECIDED, nothing);
      return false;
    }
    if (10 * narrow_outer(t, &j, by, outer) < t->k->column_count)
      return true;
    core_close(t->k);
    t->k = NULL;
  }
}
