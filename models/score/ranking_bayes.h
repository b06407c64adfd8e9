/* ranking_bayes - expected ranks under the model of ERforResearch 4.0
 * (Heyard et al. 2022), by quadrature instead of simulation.
 * Model   y = m0 + theta[plan] + lambda[plan, reviewer] + e on a scale of six
 *         points; lambda ~ N(nu[reviewer], tauA^2), nu ~ N(0, 0.5^2),
 *         theta ~ N(0, tau^2), e ~ N(0, sigma^2), all sds U(0, 2); m0 the mean
 *         of the plans' means. lambda - nu and e are met once each, so only
 *         s^2 = tauA^2 + sigma^2 matters, of density s pi/8 on (0, 2).
 *         Given tau and s, theta | y is normal and
 *         ER[i] = 1 + sum of Phi((m[k] - m[i]) / sd(k - i)); averaged over
 *         (tau, s) by Gauss and Legendre on the box that holds the posterior.
 * Ranges  up to RANKING_EXACT_MOST plans; width > 0
 * Gives   the same bits on every run; plans with equal reviews tie
 * Cost    plans^2 x 100 */
#ifndef SAITAKU_MODELS_SCORE_RANKING_BAYES_H
#define SAITAKU_MODELS_SCORE_RANKING_BAYES_H

#include "ranking.h"

typedef struct bayes_input {
  const graph *g;
  const double *score;
  double width; /* of the scale: high - low */
  bool low_is_better;
} bayes_input;

typedef struct bayes_rank { /* by application */
  double *rank;
  double *theta, *deviation;                 /* points of the scale, about m0 */
  double plan_deviation, residual_deviation; /* posterior means of tau, s */
} bayes_rank;

bayes_rank *ranking_bayes(arena *home, const bayes_input *in);

#endif
