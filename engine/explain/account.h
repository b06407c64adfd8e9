/* account - why each plan is in or out, and what each rule came to; reasons as
 * data, never as sentences.
 * Made by   explain, from the set x alone: rules are recounted from the pool,
 *           not read off the program's rows
 * Used by   report
 * Lifetime  that of `home` */
#ifndef SAITAKU_EXPLAIN_ACCOUNT_H
#define SAITAKU_EXPLAIN_ACCOUNT_H

#include "../solve/solve.h"

typedef enum reason_code {
  REASON_SELECTED,    /* in the best permitted set */
  REASON_OVERRIDE_IN, /* by a recorded decision */
  REASON_OVERRIDE_OUT,
  REASON_NOT_ADMITTED,    /* a gate: see the findings */
  REASON_BELOW_THRESHOLD, /* a threshold: see the findings */
  REASON_NO_SCORE,        /* no counted review */
  REASON_DISPLACED,       /* adding it to the set would break `broken` */
  REASON_TIED,            /* an equally good set holds it; a tie key decided */
  REASON_NOT_REACHED /* no set: infeasible, or stopped before one was found */
} reason_code;

typedef struct breach { /* what adding the plan to the adopted set would break
                         */
  int owner;            /* of the program: the budget, a rule.. or an aim */
  const char *key;
  ratio by; /* in the measure's unit: how far past the limit */
} breach;

typedef struct priced { /* what a priced rule would take off the set's worth */
  int owner;
  const char *key;
  wide cost; /* in the program's finest unit */
} priced;

typedef struct verdict_on { /* one an application, as in the pool */
  bool adopted;
  int award; /* index when adopted, else -1 */
  reason_code reason;
  breach *broken;
  int broken_count;
  priced *costs; /* of a plan that breaks nothing and is displaced by worth */
  int cost_count;
  bool in_rank_order; /* is it in the rank-order set? */
  int rank_order_award;
} verdict_on;

typedef struct rule_row { /* one for_each key of a rule; one row without it */
  const char *key;
  int64_t value;
  ratio limit; /* a share of the adopted gives a limit that follows the set */
  ratio slack; /* negative: missed by so much */
} rule_row;

typedef struct rule_account { /* one a policy rule, in its order */
  int rule;
  rule_row *rows;
  int count;
  int tightest;    /* row with the least slack, -1 when there are no rows */
  ratio shortfall; /* summed over the rows, 0 when kept */
} rule_account;

typedef struct envelope_account { /* one an envelope of the program */
  const envelope *of;
  int64_t yen, slack; /* adopted in it; left of it */
} envelope_account;

typedef struct country_account {
  int country;
  int64_t awards, people, yen;
} country_account;

typedef struct set_account { /* totals of one set */
  int64_t awards, people, yen;
  wide worth;                 /* in the program's finest unit */
  country_account *countries; /* those with a person, by code; also those that
                                 a smaller level leaves a part of the yen but
                                 no person, so that the parts add up */
  int country_count;
} set_account;

typedef struct account {
  const program *of;
  const plan *from;
  verdict_on *verdicts;
  set_account adopted, rank_order; /* zero when there is no such set */
  rule_account *rules;
  int rule_count;
  envelope_account *envelopes; /* recounted; zero when there is no set */
  int envelope_count;
  int64_t base_yen, left_yen; /* to spend; still unspent */
  int64_t once_units;         /* once-per-country points the set earns, units */
} account;

account *explain(arena *home, const program *of, const plan *from, error *err);

#endif
