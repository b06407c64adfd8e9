/* partiality - what scores given in spite of a conflict of interest have that
 * the others' reviews do not explain.
 * Model   y = mu + application + reviewer + effect + residual for the marked
 *         scores, which were left out of the fit; by the mixed model,
 *         effect = mean of y - (mean + application + reviewer)
 * Gives   the effect and its standard error, which knows that mu, the plans and
 *         the reviewers are estimated and shared among the marked scores; the
 *         variances are taken as known
 * Cost    as henderson_set and one solve
 * Levels  that the fit does not know are left out: -1 */
#ifndef SAITAKU_MODELS_SCORE_PARTIALITY_H
#define SAITAKU_MODELS_SCORE_PARTIALITY_H

#include "mixed.h"

typedef struct partiality {
  int count; /* of scores compared; 0: nothing is known */
  double effect, error;
} partiality;

typedef struct marked_scores {
  int count;
  const int *application, *reviewer; /* of the fit's graph, or -1 */
  const int *panel;                  /* as the fit's; null: none */
  const double *score;               /* NAN is no score */
} marked_scores;

partiality partiality_of(const mixed_fit *fit, const marked_scores *of);

#endif
