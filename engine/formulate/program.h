/* program - the call as integers: columns, rows, an ordered list of objectives.
 * Made by   formulate
 * Used by   solve, certify, explain, audit; read-only
 * Lifetime  that of `home`
 * Every row reads  sum coefficient x column <= limit  (a rule "at least" stands
 * negated), every objective is maximised (aims stand negated). Each row knows
 * its owner: what would have to give way for the row to go.
 * Ranges: |coefficient|, |limit| <= PROGRAM_MAX; bigger ones are refused. So
 * are ranges of columns: a shortfall is at most PROGRAM_MAX. */
#ifndef SAITAKU_FORMULATE_PROGRAM_H
#define SAITAKU_FORMULATE_PROGRAM_H

#include "../base/exact.h"
#include "envelope.h"

#define PROGRAM_MAX INT64_C(100000000000000000) /* 10^17 */

typedef enum owner_kind {
  OWNER_FACT,     /* one award a plan; what a column means: never blamed */
  OWNER_BUDGET,   /* never blamed either */
  OWNER_RULE,     /* a must rule, by its id */
  OWNER_RESERVED, /* reserved money: id "reserved:GROUP" */
  OWNER_ENVELOPE, /* a group's part of the budget: id "envelope:GROUP" */
  OWNER_OVERRIDE, /* an override in: id "override:APPLICATION" */
  OWNER_SOFT      /* row that defines an aim's or priced rule's shortfall */
} owner_kind;

typedef struct owner {
  owner_kind kind;
  const char *id; /* "" for facts (a row's name if read from a file), "budget"
                     for the budget */
  int rule;       /* index in the policy for rules and soft rows, else -1 */
} owner;

typedef struct entry {
  int column;
  int64_t coefficient; /* never 0 */
} entry;

typedef struct row {
  int owner;
  const char *key; /* the for_each key it stands for; "" if none */
  wide limit;
  const entry *entries; /* by column, each column once */
  int count;
} row;

typedef enum column_kind {
  COLUMN_AWARD,    /* 1: the plan is adopted with this award */
  COLUMN_COVERAGE, /* 1: one of its members is adopted */
  COLUMN_SHORTFALL /* how much a soft row is missed by, in 1/scale of the
                      measure's unit */
} column_kind;

typedef struct column {
  column_kind kind;
  int64_t low, high;
  int application, award; /* of an award */
  const int *members;     /* of a coverage: award columns, ascending */
  int member_count;
  int row; /* of a shortfall: the one row that defines it, where it stands with
              coefficient -1 */
  const char *name; /* of a program that was read from a file, else null */
} column;

typedef enum objective_kind {
  OBJECTIVE_AIM,   /* minus the shortfall of one aim */
  OBJECTIVE_WORTH, /* the set's value */
  OBJECTIVE_TIE,   /* a sum, from the policy's ties */
  OBJECTIVE_WALK   /* steps in order: take each step that can be taken */
} objective_kind;

/* A step takes exactly one of its columns if a permitted set that agrees with
 * all earlier steps allows it, else none of them. */
typedef struct step {
  int first, count; /* into walk_columns */
} step;

typedef struct objective {
  objective_kind kind;
  const char
      *name;     /* "aim:ID", "merit", "rank_order", "fewer_yen", "lot", "id" */
  int rule;      /* of an aim, else -1 */
  int64_t scale; /* an aim's shortfall counts 1/scale of its unit, else 1 */
  const entry *entries; /* sums: by column */
  int count;
  const step *steps; /* walks */
  int step_count;
  const int *walk_columns;
} objective;

typedef struct program {
  const worths *from;         /* null for a program that was read from a file */
  const envelopes *envelopes; /* null in the same case */
  column *columns;
  int column_count;
  row *rows;
  int row_count;
  owner *owners;
  int owner_count;
  objective *objectives; /* decided in this order; the last one, "id", leaves
                            one set */
  int objective_count;
  const objective *worth; /* the set's value, what is reported as objective;
                             among objectives unless the walk by rank is */
  const objective *rank_order; /* the walk by worth; after the aims it gives the
                                  rank-order set; null if read from a file */
  int places; /* the worth objective counts 10^-places of a policy unit (priced
                 rules may be finer than the unit) */
} program;

program *formulate(arena *home, const worths *from, error *err);

/* ---- the program's exact arithmetic */
wide program_activity(const entry *entries, int count, const int64_t *x);
int program_first_broken(const program *g, const int64_t *x); /* row or -1;
                                              column bounds are asserted */

/* Sets coverage and shortfall columns to what the award columns of x imply:
 * a coverage is 1 iff a member is, a shortfall is its row's excess, at least 0.
 */
void program_complete(const program *g, int64_t *x);

/* Exact Lagrangian bound: for every integer point of the box that keeps the
 * rows, 2^shift x objective <= *bound.
 *   sum_i u_i limit_i +
 *   sum_j max over low_j..high_j of (2^shift c_j - sum_i u_i a_ij) x_j
 * multipliers: one a row, 0 <= u < 2^53; 0 <= shift <= 52.
 * c is dense (null: zero, the test of infeasibility: a bound < 0 proves that
 * the box holds no permitted point). reduced receives, for each column, 2^shift
 * c_j - sum_i u_i a_ij. False, and no bound, when a sum leaves 127 bits.
 * Source: Geoffrion 1974, Lagrangean relaxation for integer programming.
 * Cost: the entries of the rows with u > 0, and the columns. */
typedef struct box {
  int64_t *low, *high;
} box;
typedef struct system_of_rows {
  const row *rows;
  int row_count, column_count;
  const int64_t *c;
} system_of_rows;
bool program_bound(system_of_rows of, int shift, const int64_t *multipliers,
                   box within, wide *reduced, wide *bound);

#endif
