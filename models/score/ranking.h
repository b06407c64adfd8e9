/* ranking - what ranks the plans could truly have.
 * Expected rank  ER[i] = 1 + sum over k of P(k is better than i)
 *                      = 1 + sum of Phi((m[k] - m[i]) / sd(k - i)),
 *                sd from the errors of the difference (Lingsma et al. 2010;
 *                Heyard et al. 2022). Plans with equal figures tie.
 * Chances        of each plan to be among the best k, and the ranks that hold
 *                it with 90 %: given a plan's true value, the number of better
 *                plans is taken as normal with the mean and variance of
 *                independent comparisons; its own error is integrated over
 *                (nine-point Gauss-Hermite)
 * Units          ranks from 1, the best
 * Cost           plans^2, up to RANKING_EXACT_MOST plans; past it by classes
 *                of equal error and 512 steps of value, errors independent */
#ifndef SAITAKU_MODELS_SCORE_RANKING_H
#define SAITAKU_MODELS_SCORE_RANKING_H

#include "mixed.h"

enum { RANKING_EXACT_MOST = 3000 };

/* by application; low_is_better turns the order */
void ranking_expected(const mixed_fit *fit, bool low_is_better, double *rank);

typedef struct chances {
  double among_best;
  int first, last; /* ranks: 5 % lie before first, 5 % behind last */
} chances;

/* for up to RANKING_EXACT_MOST applications */
void ranking_chances(const mixed_fit *fit, bool low_is_better, int best,
                     chances *to);

#endif
