/* mixed - scores that can be compared: a plan's merit told apart from its
 * reviewers' severity.
 * Model   score = mu + application + reviewer + residual, crossed random
 *         effects, variances by restricted maximum likelihood: of the four
 *         models with and without each factor the one of the largest
 *         likelihood, each at its own optimum
 * Units   of the scores; variances their squares
 * Ranges  |score| <= 10^6, finite; reviews, levels < 2^30
 * Gives   calibrated = mu + application effect; three standard deviations:
 *           condsd    of the effect, mu taken as known
 *           pevsd     of the effect, mu estimated
 *           se_total  of mu + effect: the one to show
 * Needs   two applications and two reviewers, both with two reviews somewhere;
 *         `status` says what is missing
 * Repeatable  the same bits on one machine and library */
#ifndef SAITAKU_MODELS_SCORE_MIXED_H
#define SAITAKU_MODELS_SCORE_MIXED_H

#include "reml.h"

/* Largest smaller side of a component that is solved exactly. */
enum { MIXED_DENSE_MOST = 5000 };

typedef enum mixed_status {
  MIXED_FITTED,
  MIXED_TOO_FEW,        /* fewer than two applications, or three reviews */
  MIXED_ALL_EQUAL,      /* all scores are the same */
  MIXED_ONE_A_PLAN,     /* no application has two reviews */
  MIXED_ONE_A_REVIEWER, /* no reviewer has two reviews */
  MIXED_ONE_REVIEWER,   /* one reviewer did it all */
  MIXED_EXACT,          /* no residual is left: effects, no errors */
  MIXED_TOO_LARGE,      /* no gear: huge, and too few reviews a reviewer */
  MIXED_LOST            /* the equations could not be solved */
} mixed_status;

typedef struct mixed_input {
  const graph *g;
  const double *score; /* one a review */
  bool separate_means; /* a mean of its own for every component */
  int dense_most;      /* 0: MIXED_DENSE_MOST */
} mixed_input;

typedef struct mixed_fit {
  mixed_status status;
  const graph *g;
  double mean; /* of all scores */
  double mu;   /* with separate means: their mean by plans */
  double se_mu;
  double variance[VARIANCES]; /* 0: at the boundary */
  double criterion;           /* -2 log likelihood (REML); NAN if sampled */
  double slope;               /* largest relative score equation left */
  bool sampled;
  double sampling_error[VARIANCES];
  /* by level, applications first; valid for FITTED, effects also for EXACT */
  double *effect;     /* of a level without reviews: 0 */
  double *calibrated; /* mu of its group + effect */
  double *condsd, *pevsd, *se_total;
  /* the equations, for contrasts; scaled by `scale` */
  const reml_fit *inner;
  const int *group; /* of each component */
  double scale;
} mixed_fit;

mixed_fit *mixed_solve(arena *home, const mixed_input *in);

/* variance of the error of the difference of two levels' calibrated values,
 * both applications or both reviewers; mu cancels. Not where sampled. */
double mixed_contrast(const mixed_fit *fit, int v, int w);
/* the same where K^-1's entry is known already */
double mixed_contrast_by(const mixed_fit *fit, int v, int w, double entry);
/* how much a score moves its own fitted value, 0..1: x'(X'V^-1X..)x */
double mixed_leverage(const mixed_fit *fit, int review);
/* which mean a level's scores have */
int mixed_group(const mixed_fit *fit, int level);
/* the fit's equations anew, to be solved with other right-hand sides */
henderson *mixed_equations(arena *home, const mixed_fit *fit);

#endif
