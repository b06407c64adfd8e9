/* henderson - the equations for the effects of applications and reviewers:
 *   K u = Z'v,  K = Z'Z + diag(lambda),  Z one row a review with a 1 for its
 *   application and a 1 for its reviewer,
 * by component of the graph. Of each component the larger factor is eliminated
 * (its own part of K is diagonal), which leaves for the smaller one
 *   M = D_S - N' D_E^-1 N,  D = degree + lambda, N = who reviewed what.
 * M is factored where it is dense enough to hold (gear 2), else solved with by
 * preconditioned conjugate gradients (gear 3). A factor that is left out has
 * effects 0; then all that is left is diagonal.
 * Made by   henderson_new; henderson_set gives it its lambdas
 * Cost      set: sum of degree^2 over the eliminated + q^3/3 a dense component
 *           of q; solve: reviews + q^2; conjugate gradients: reviews a step
 * Gives     the same bits on every run: no threads, fixed order of sums
 * Source    Henderson 1975; M as in scoring notes of MixedModels.jl */
#ifndef SAITAKU_MODELS_SCORE_HENDERSON_H
#define SAITAKU_MODELS_SCORE_HENDERSON_H

#include "graph.h"
#include <stdbool.h>

/* right-hand sides that are solved together, one cache line a level */
enum { LANES = 8 };
typedef struct lanes {
  double at[LANES];
} lanes;

typedef struct block { /* a component's solved levels, one behind the other */
  int first, count;
  double *matrix; /* M, then its factor, then its inverse; lower triangle */
} block;

typedef struct henderson {
  const graph *g;
  bool uses_applications, uses_reviewers;
  int *place;  /* of a solved level among the solved ones; else -1 */
  int *far;    /* place of the level at an edge's other end */
  int *solved; /* level at that place */
  int solved_count;
  const block *block_of; /* dense ones, by component; count 0: none */
  int iterative_from;    /* places from here on are solved by iteration */
  double *inverse;       /* 1 / (degree + lambda) by level; 0 if left out */
  double lambda_application, lambda_reviewer;
  lanes *work;            /* by place: what one call needs while it runs */
  double *column;         /* the longest block, by lane */
  double log_determinant; /* of K's parts in use; dense components only */
} henderson;

/* dense_most: the largest smaller side of a component that is kept dense */
henderson *henderson_new(arena *home, const graph *g, bool uses_applications,
                         bool uses_reviewers, int dense_most);

/* lambdas > 0; false if M is not positive definite in floating point */
bool henderson_set(henderson *h, double lambda_application,
                   double lambda_reviewer);

/* side: Z'v by level, becomes u; the first `used` lanes count. Conjugate
 * gradients start from guess, by place, and leave their result there; null:
 * from 0. They stop at `tolerance` of the right-hand side's norm. */
void henderson_solve(const henderson *h, lanes *side, int used, lanes *guess,
                     double tolerance);

/* After this, entries of the inverse may be asked for, and nothing solved
 * until the next set. */
bool henderson_invert(henderson *h);
/* entry of K^-1: levels of different components give 0; neither level may
 * belong to a component that is solved by iteration */
double henderson_entry(const henderson *h, int v, int w);
/* the whole row of v, by level; cost: q x degree + reviews of the component's
 * graph */
void henderson_row(const henderson *h, int v, double *to);
bool henderson_iterates(const henderson *h, int level);

/* ---- between the parts of this model */
/* M x = side by place, from iterative_from on (conjugate.c) */
void conjugate_solve(const henderson *h, const lanes *side, lanes *x, int used,
                     double tolerance);

#endif
