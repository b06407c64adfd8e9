/* recount - what a chosen set comes to, counted from the pool alone: no row of
 * the program is read, so that the two can disagree and be caught.
 * Used by   explain, report
 * Cost: the plans and their delegations. */
#ifndef SAITAKU_EXPLAIN_RECOUNT_H
#define SAITAKU_EXPLAIN_RECOUNT_H

#include "../formulate/measure.h"
#include "account.h"

/* Which award each application of the pool has; -1: not adopted. */
typedef struct selection {
  const pool *of;
  int *award;
} selection;

selection selection_of(arena *home, const program *g, const int64_t *x);

/* what the subject comes to in the measure; countries: distinct ones */
int64_t recount_measure(const selection *s, subject who, measure m);

int64_t recount_bits(const country_set *of); /* how many countries */
void recount_join(country_set *to, const country_set *more);

/* the set's totals; g and x are read for its worth alone */
set_account recount_set(arena *home, const program *g, const int64_t *x);

/* once-per-country points the set earns, in units */
int64_t recount_once(const selection *s);

#endif
