/* glpk_lp - the one door to GLPK: a linear relaxation whose bounds change.
 * maximise sum c x, each row sum a x <= limit, low <= x <= high; 0-based here.
 * Everything it returns is a float and only a suggestion. GLPK's memory lives
 * between lp_open and lp_close; a call of glpk_guarded frees all of it. */
#ifndef SAITAKU_SOLVE_GLPK_LP_H
#define SAITAKU_SOLVE_GLPK_LP_H

#include "../base/arena.h"
#include "../base/error.h"
#include <stdint.h>

typedef struct lp lp;

typedef enum lp_outcome {
  LP_OPTIMAL, /* values and multipliers stand */
  LP_CUT_OFF, /* stopped: the bound has passed the cutoff; multipliers stand */
  LP_INFEASIBLE, /* lp_farkas may have a proof */
  LP_FAILED      /* numerical trouble or too many iterations */
} lp_outcome;

lp *lp_open(arena *home, int column_count, int rows_most);
void lp_close(lp *of);

/* scales: powers of two by which GLPK multiplies the column and the row */
void lp_set_column(lp *of, int j, double c, double low, double high,
                   double scale);
void lp_set_bounds(lp *of, int j, double low, double high);
bool lp_row_is_idle(const lp *of,
                    int i); /* in the basis: nothing hangs on it */
/* which end a column that is not in the basis stands at */
void lp_rest(lp *of, int j, bool at_high);
/* adds a row behind the others, to be cut into the next solution */
void lp_add_row(lp *of, int count, const int *columns,
                const double *coefficients, double limit, double scale);
int lp_row_count(const lp *of);
/* drops the rows that the last solution did not need; now[i]: which row i has
 * become, -1: none */
void lp_drop_idle(lp *of, int *now);
/* low <= sum <= high from now on; low < high or both the same */
void lp_set_limits(lp *of, int i, double low, double high);

/* Warm from the last basis. Below `cutoff` nothing is of interest. */
lp_outcome lp_solve(lp *of, double cutoff);
/* A few steps of the dual simplex: a bound on the objective, for choosing only;
 * minus infinity when nothing of interest is left. */
double lp_probe(lp *of, double cutoff);
int64_t lp_iterations(const lp *of); /* of the simplex, all so far */
double lp_objective(const lp *of);
void lp_values(const lp *of, double *x);      /* one a column */
void lp_multipliers(const lp *of, double *u); /* one a row; >= 0 in theory */

/* After LP_INFEASIBLE: row weights, of either sign, a positive or negative part
 * of which contradicts itself; false when none can be had. */
bool lp_farkas(lp *of, double *u);

/* Runs body(context); should GLPK abort, all its memory is freed and err says
 * so: ERROR_SYSTEM when it ran out of memory, else ERROR_DEFECT. */
bool glpk_guarded(void (*body)(void *context), void *context, error *err);

#endif
