/* reach - how far the sum of a row can go, whatever is adopted.
 * Model   at most one award a plan, exactly one where an override puts it in;
 *         coverages 0 or 1; shortfalls left out. reach_paid adds the budget:
 *         sum of yen <= base, by one multiplier u >= 0 (Lagrange):
 *         sum of a x <= sum over plans of max(0, a - u yen) + u base
 * Gives   bounds: no set goes further; exact integers. */
#ifndef SAITAKU_FORMULATE_REACH_H
#define SAITAKU_FORMULATE_REACH_H

#include "program.h"

typedef struct reach {
  wide least, most;
} reach;

reach reach_of(const program *g, const row *r);
/* never wider than reach_of; overrides in are not held to be adopted */
reach reach_paid(arena *home, const program *g, const row *r);

#endif
