/* decide - the steps between a search and a plan. Private to solve. */
#ifndef SAITAKU_SOLVE_DECIDE_H
#define SAITAKU_SOLVE_DECIDE_H

#include "search.h"

/* ---- walk.c: follows a walk, objective k, from the permitted set x, holding
 * in m what each step came to; x becomes the set the walk leads to. False when
 * stopped. */
bool walk(run *r, model *m, const objective *o, int k, int64_t *x);

/* ---- clash.c: owners (rules, reserved money, overrides) of m's rows that
 * leave no permitted set, none to spare; of the smallest number when that is 1
 * or 2. m is known to be infeasible. Facts and the budget are never dropped. */
int clash_of(run *r, const model *m, int *owners);

/* ---- decide.c: every objective in turn, each held before the next. */
typedef struct decision {
  bool infeasible;
  int64_t *x;    /* null: none */
  level *levels; /* one an objective */
  int unproved;  /* first objective not proved, -1: none */
  int decided_by;
  const int64_t **best; /* every set of the best worth, where they are few */
  int best_count;
  const int64_t *rank_order; /* null unless asked for and finished */
} decision;

/* proposal: with the rank-order set, found before the worth, which starts from
 * it; else a set beside the proposed one, ranked by worth whatever the
 * objective.
 */
decision decide(run *r, model *m, bool proposal);

int64_t *point_copy(arena *home, const program *g, const int64_t *x);
int64_t *dense(arena *home, const program *g, const entry *e, int count);

#endif
