/* reml_point - the equations of the effects at given variances: -2l, its slope
 * and its average information. Between reml_point.c and reml.c. */
#ifndef SAITAKU_MODELS_SCORE_REML_POINT_H
#define SAITAKU_MODELS_SCORE_REML_POINT_H

#include "reml.h"
#include "sample.h"

typedef struct reml_point {
  const reml_input *in;
  reml_fit *fit;          /* variances, effects, means: as of the last visit */
  double rest;            /* r'r */
  double log_determinant; /* of C */
  double slope[VARIANCES];
  double information[VARIANCES][VARIANCES];
  double earlier_slope[VARIANCES], moved[VARIANCES]; /* by the step before */
  double freedom[VARIANCES]; /* nu_A, nu_R, n - p - nu_A - nu_R */
  sample_traces traces;      /* where some of the diagonal is sampled */
  int batches;               /* of samples */
  lanes **main_guess;        /* for u and U, by batch; null: none needed */
  lanes *work_guess;         /* for the working vectors q */
  lanes *sample_guess[SAMPLE_BATCHES_MOST];
} reml_point;

reml_point *reml_point_new(arena *home, const reml_input *in, reml_fit *fit);
/* effects, means, -2l; false if that cannot be computed in floating point */
bool reml_point_visit(reml_point *at);
/* slope and information, after a visit */
bool reml_point_differentiate(reml_point *at);

#endif
