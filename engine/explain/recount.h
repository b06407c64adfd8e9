/* recount - what a chosen set comes to, counted from the pool alone: no row of
 * the program is read, so that the two can disagree and be caught.
 * Used by   explain, report
 * Cost: a rule takes its keys x the adopted plans x their delegations. */
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

rule_row recount_row(const selection *s, const rule *r, const char *key);

/* one row a key that occurs among the applications listed, kept or missed */
rule_account recount_rule(arena *home, const selection *s, int which,
                          names keys);

/* the set's totals; g and x are read for its worth alone */
set_account recount_set(arena *home, const program *g, const int64_t *x);

/* once-per-country points the set earns, in units */
int64_t recount_once(const selection *s);

#endif
