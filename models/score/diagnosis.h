/* diagnosis - what can be said of each reviewer.
 * raw severity  mean of score - mean of the plan's other reviews
 * severity      the mixed model's effect, its pevsd beside it (mixed.h)
 * z             effect / sqrt(variance - pev)
 * consistency   mean of r^2 / (s2 (1 - leverage)); 1 is expected: above,
 *               erratic; below, close to what others say
 * correlation   with the mean of the plan's other reviews, over 3 or more
 * All in the direction of the scores. Cost: as henderson_entry, a review. */
#ifndef SAITAKU_MODELS_SCORE_DIAGNOSIS_H
#define SAITAKU_MODELS_SCORE_DIAGNOSIS_H

#include "mixed.h"

typedef struct diagnosis { /* NAN: cannot be said */
  int reviews, shared;     /* shared: of plans with another review */
  double mean, deviation;  /* n - 1 */
  double raw_severity, severity, severity_error, z;
  double consistency, correlation;
  bool constant; /* two or more reviews, all the same score */
} diagnosis;

/* one a reviewer; without a fit (status other than FITTED) the last of them
 * are NAN */
diagnosis *diagnose(arena *home, const mixed_fit *fit, const double *score);

#endif
