/* memory - what the search for the best worth leaves to that of a neighbour. */
#ifndef SAITAKU_SOLVE_MEMORY_H
#define SAITAKU_SOLVE_MEMORY_H

#include "core.h"
#include "solve.h"

/* what a unit of rounding has cost so far, down [0] and up [1] */
typedef struct pseudocost {
  double sum[2];
  int count[2];
} pseudocost;

typedef struct suggestion {
  const int64_t *x;        /* a set, perhaps not permitted; null: none */
  const vantage *near;     /* null: none */
  const pseudocost *costs; /* null: none */
} suggestion;

/* how many costs a search of m keeps: one a column, then one a tally's key */
int memory_costs(const model *m);

/* what fits m: by the numbers of columns and rows alone */
suggestion memory_recall(const solve_memory *of, const model *m);

/* copies it */
void memory_keep(solve_memory *of, const model *m, suggestion left);

#endif
