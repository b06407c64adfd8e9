/* reml - the three variances at which the restricted likelihood is largest.
 * Model   y = mean + application + reviewer + residual, effects independent and
 *         normal; the mean is one of p (means.h)
 *   -2l = (n-p) log(2 pi s2) + qA log(sA/s2) + qR log(sR/s2) + log|K| +
 *         log|C| + y'r/s2,  C = X'X - (Z'X)'U,  U = K^-1 Z'X
 *   d(-2l)/dsA = nu_A/sA - a'a/sA^2,  nu_A = qA - lA tr H_A (R alike),
 *   d(-2l)/ds2 = (n-p-nu_A-nu_R)/s2 - r'r/s2^2,  H = K^-1 + U C^-1 U'
 * Newton's method with the average information q_k'P q_l (Gilmour, Thompson
 * and Cullis 1995), halved where -2l would rise, from moments (Gao and Owen
 * 2017).
 * Needs   y of mean about 0 and sd about 1 (mixed.c sees to it)
 * Cost    see henderson.h, 3 to 12 times; with p_c means in a component U has
 *         levels x p_c figures and takes p_c solves */
#ifndef SAITAKU_MODELS_SCORE_REML_H
#define SAITAKU_MODELS_SCORE_REML_H

#include "henderson.h"
#include "means.h"

enum { APPLICATION, REVIEWER, RESIDUAL, VARIANCES };

typedef struct reml_input {
  const graph *g;
  const double *y; /* one a review */
  const means *means;
  int dense_most; /* see henderson_new */
} reml_input;

typedef enum reml_status {
  REML_FOUND,       /* score equations below 1e-9, relative */
  REML_BOUNDARY,    /* a variance in use went to 0 */
  REML_NO_RESIDUAL, /* the residual variance went to 0 */
  REML_LOST         /* neither, within the steps allowed */
} reml_status;

typedef struct reml_fit {
  reml_status status;
  bool uses[VARIANCES];       /* RESIDUAL always */
  double variance[VARIANCES]; /* 0 where not in use */
  double criterion;           /* -2l; NAN where components are iterated */
  double slope;               /* largest relative score equation */
  int steps;
  double *effect; /* by level */
  double *pull;   /* U by level, then by its component's means: see reml_pull */
  double *diagonal;                 /* of K^-1 by level */
  double *mean;                     /* the means */
  mean_spread *spread;              /* C^-1; the means' covariance is s2 C^-1 */
  bool sampled;                     /* is some of the diagonal sampled? */
  double sampling_error[VARIANCES]; /* of the variances; 0 unless sampled */
  henderson *inverse;               /* ready for henderson_entry */
} reml_fit;

/* U of a level, by its component's means */
const double *reml_pull(const reml_input *in, const reml_fit *fit, int level);

reml_fit *reml_find(arena *home, const reml_input *in, bool uses_applications,
                    bool uses_reviewers);

/* moments.c: where Newton's method starts; positive */
void moments_start(const reml_input *in, double variance[VARIANCES]);

#endif
