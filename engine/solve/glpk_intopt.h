/* glpk_intopt - what GLPK's own branch and bound makes of a file, for
 * comparison: a claim, of which only the set is checked. */
#ifndef SAITAKU_SOLVE_GLPK_INTOPT_H
#define SAITAKU_SOLVE_GLPK_INTOPT_H

#include "solve.h"

typedef struct claim {
  const char *says;   /* "optimal", "feasible", "infeasible" or "nothing" */
  const int64_t *x;   /* GLPK's set rounded, if it has one and is permitted */
  const char *broken; /* the row, or column, that the set breaks; else null */
  int64_t nodes;
} claim;

/* g: what formulate_foreign made of the same file. Presolve on, all else as
 * glp_intopt has it; it stops as solve does, but not within one simplex. */
const claim *glpk_intopt(arena *home, const char *path, const program *g,
                         const solve_options *how, error *err);

#endif
