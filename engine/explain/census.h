/* census - what a chosen set comes to for every key of a rule, counted once.
 * Like all of recount from the pool alone.
 * Cost: the adopted plans and their delegations; a row then looks its key up.
 */
#ifndef SAITAKU_EXPLAIN_CENSUS_H
#define SAITAKU_EXPLAIN_CENSUS_H

#include "recount.h"

typedef struct counted { /* whole for a rule without for_each, else for a key */
  const char *key;
  int64_t value;         /* all measures but countries */
  country_set countries; /* of that measure */
} counted;

typedef struct census {
  const pool *from;
  const rule *of;
  counted *keys; /* those that an adopted plan carries, in bytewise order */
  int key_count;
  counted everybody; /* where the limit is a share of what is adopted */
} census;

census census_take(arena *home, const selection *s, const rule *r);

/* the row of a key with one plan more, which is not in the set */
rule_row census_row_with(const census *c, const char *key, int application,
                         int award);

/* One row a key listed, kept or missed; `which`: of the policy. Takes a census.
 */
rule_account census_rule(arena *home, const selection *s, int which,
                         names keys);

#endif
