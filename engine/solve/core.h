/* core - a model reduced, exactly, to the columns its box leaves free and the
 * rows that can still bind; and its relaxation. What is fixed has gone into the
 * rows' limits and the objective's offset. The relaxation holds only the rows
 * that some relaxed optimum has broken: most of a programme's rows never are.
 */
#ifndef SAITAKU_SOLVE_CORE_H
#define SAITAKU_SOLVE_CORE_H

#include "glpk_lp.h"
#include "model.h"

/* How many of some columns stand at 1: whole in every set, so that a search may
 * split by it as by a column (Karamanov and Cornuejols 2011, Branching on
 * general disjunctions). Where a rule counts plans, that closes far more boxes.
 */
typedef struct tally {
  const int *columns; /* of the core, ascending */
  int count;
  int key; /* the same for the same columns of the same model */
} tally;

/* A relaxed optimum as a suggestion for another near it, dense over the
 * program's columns and the model's rows. */
typedef struct vantage {
  int column_count, row_count;
  const double *gain; /* each column's reduced cost; 0 where it was fixed */
  const double *x;
  const bool *is_needed; /* would the optimum be another without the row? */
} vantage;

/* A row that lets one of its columns be taken at most. The relaxation has no
 * such row: there the first column stands for the sum of all, at most 1, and
 * what it takes from itself is what is left. Where the first is the column most
 * worth having, the others stand at 0 and nothing else is needed. */
typedef struct pack {
  int row; /* of the core */
  int first;
  const int *columns; /* ascending, the first among them */
  int count;
} pack;

typedef struct core {
  const model *of;
  int column_count, row_count, tally_count, pack_count;
  int *column_of; /* core column -> program column */
  int *row_of;    /* core row -> model row */
  tally *tallies; /* of the rows' columns, by sign, and of all awards */
  row *rows;      /* over core columns; behind the model's two a tally: at most
                     what the node allows, at least so much */
  int *split_of;  /* of those two: the split of the path that set the limit */
  pack *packs;    /* a column in one at most */
  int *pack_of;   /* of each column; -1: none */
  int64_t *c;     /* null: no objective, any permitted set will do */
  wide offset;    /* objective of the fixed columns */
  wide step;      /* values are offset + multiples of step, at least 1 */
  box outer;      /* over the program's columns; fixed ones stand at low */
  box within;     /* over core columns, then tallies: the node in hand */
  box in_lp;      /* the bounds the relaxation's columns have now */
  lp *relaxation; /* null when no column is free or no row can bind */
  int *lp_row;    /* of each row, tally, then pack (its first's own bounds);
                     -1: so far no solution has broken it */
  double *row_scale, *column_scale;
  int rows_most;        /* that the relaxation may hold before idle ones go */
  int *lp_columns;      /* scratch */
  double *lp_values;    /* scratch */
  double *dense;        /* scratch, zero between uses */
  bool *is_listed;      /* scratch, false between uses */
  const vantage *near;  /* null: none is known */
  bool is_sifted;       /* see core_sift */
  double *u, *x;        /* its multipliers; values, tallies behind columns */
  double objective;     /* of x, offset out */
  int64_t *multipliers; /* u x 2^shift, rounded, never negative */
  int64_t probed;       /* iterations of the simplex spent on probes */
  int64_t root_iterations; /* and on the first judgement */
  int shift;
  wide *reduced; /* 2^shift c_j - sum u_i a_ij */
} core;

/* What the relaxation over `within` proves, by exact integers alone. */
typedef struct judgement {
  bool closed;  /* nothing of interest in the box */
  bool empty;   /* closed by rows alone, whatever the objective */
  bool bounded; /* `bound` stands: no point of the box has more (offset in) */
  bool solved;  /* x is a relaxed optimum */
  wide bound;
  wide scaled; /* the bound before division: 2^shift (objective - offset) */
} judgement;

/* c dense over the program, null for none; outer narrowed by model_propagate.
 * near: of this model or one of the same columns, null: none is known. Opens
 * the relaxation: close it with core_close. */
core *core_of(arena *home, const model *m, box outer, const int64_t *c,
              const vantage *near);
void core_close(core *of);

/* target: the least objective of interest; null: everything is */
judgement core_judge(core *of, const wide *target);

/* the relaxation's bound with one column or tally narrowed, for choosing only:
 * a few steps of the simplex; minus infinity when nothing of interest would be
 * left */
double core_probe(core *of, int j, int64_t low, int64_t high,
                  const wide *target);

/* where the last judgement stands; of the whole core */
const vantage *core_vantage(arena *home, const core *of);

/* back to the box of the root */
void core_reset(core *of);

/* a bound change of one core column or tally (behind the columns) */
typedef struct change {
  int column;
  int64_t low, high;
} change;

/* split: its number on the path, where a tally changes */
void core_apply(core *of, change to, int split);

/* Narrows `within` by the exact reduced costs of the last judgement, which must
 * be bounded; lists what it changed (room for every column); their number. The
 * packs' prices may change by it, and with them what core_weights tells. */
int core_fix(core *of, const judgement *last, wide target, change *changed);

/* what the bound of the last judgement loses where a column leaves the end it
 * likes best, 2^shift times; of the whole core */
void core_regrets(const core *of, wide *regret);

/* how many columns core_fix would leave free, by an earlier judgement of the
 * whole core with these regrets and shift */
int core_count_unfixed(const core *of, const judgement *j, const wide *regret,
                       int shift, wide target);

/* what the last judgement weighed; goal: the row that holds the objective, of
 * kind 0 to leave it out */
weights core_weights(arena *home, const core *of, named_row goal);

/* x over core columns -> a point of the program */
void core_lift(const core *of, const int64_t *values, int64_t *x);

#endif
