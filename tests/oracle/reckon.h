/* reckon - every assignment of awards to plans, one by one, and the best of
 * them by the design's words. No search, no bounds: 2^14 sets at most.
 * Shortfalls count 1/10000 of the rule's unit; worth counts 10^-10 points, so
 * that both are whole numbers. */
#ifndef SAITAKU_ORACLE_RECKON_H
#define SAITAKU_ORACLE_RECKON_H

#include "../../engine/base/arena.h"
#include "../../engine/base/exact.h"
#include "appraise.h"

enum { ROWS_MOST = CLAUSES_MOST * 12 };

/* what may be blamed for a broken set, as bits */
enum {
  BLAME_CLAUSE = 0,
  BLAME_RESERVED = 8,
  BLAME_RULING = 16,
  BLAME_PURSE = 32
};
#define BLAME_BUDGET (UINT64_C(1) << 63)

typedef struct offer { /* an award that may be given */
  int plan, prize;
} offer;

typedef struct outcome { /* one set */
  unsigned taken;        /* bits of offers */
  uint64_t broken;       /* bits of blame */
  wide missed[CLAUSES_MOST];
  wide worth;
  int64_t yen, people, earliness;
  int awards, countries, circle_countries;
} outcome;

typedef struct tally { /* a row of a rule: what each offer counts */
  int clause;
  int64_t part[COLUMNS_MOST];
  unsigned countries[COLUMNS_MOST];
} tally;

typedef struct reckoning {
  const field *of;
  offer offers[COLUMNS_MOST];
  int offer_count;
  tally *rows;
  int row_count;
  int64_t reserved_limit[FAVOURS_MOST];
  bool split; /* does each group have a purse of its own? */
  int purse_of[PLANS_MOST];
  int64_t purse[PLANS_MOST];
  outcome *sets;
  int set_count;
} reckoning;

typedef struct answer_expected {
  bool feasible;
  bool only_empty;               /* though there is something to adopt */
  const outcome *best, *by_rank; /* null when infeasible */
  const outcome *next[2];        /* the best of the others; null: no more */
  int decided_by; /* place in: aims by rank, worth or walk, keys, id */
} answer_expected;

reckoning *reckon(arena *home, const field *f);
answer_expected reckon_best(arena *home, const reckoning *all);

/* is there a set that breaks nothing of `blame` or the budget? */
bool reckon_holds(const reckoning *all, uint64_t blame, bool nonempty);

/* the parts */
void reckon_rows(arena *home, reckoning *to);
void reckon_purses(reckoning *to);
void reckon_sets(arena *home, reckoning *to);

#endif
