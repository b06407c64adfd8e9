/* mixed - scores that can be compared: a plan's merit told apart from its
 * reviewers' severity.
 * Model   score = mean + application + reviewer + residual, crossed random
 *         effects, variances by restricted maximum likelihood: of the four
 *         models with and without each factor the one of the largest
 *         likelihood, each at its own optimum. There is one mean, or one for
 *         every component, every panel, or every panel in every component.
 *         mu is the average of the means: each plan counts the same, and its
 *         means as its reviews are of them
 * Units   of the scores; variances their squares
 * Ranges  |score| <= 10^6, finite; reviews, levels < 2^30
 * Gives   calibrated = mu + application effect (with separate means: the mu of
 *         its component); three standard deviations:
 *           condsd    of the effect, the means taken as known
 *           pevsd     of the effect, the means estimated
 *           se_total  of mu + effect: the one to show
 * Needs   two applications and two reviewers, both with two reviews somewhere;
 *         `status` says what is missing. Where every reviewer makes up panels
 *         of their own, the reviewer factor is left out: the means hold it
 * Repeatable  the same bits on one machine and library */
#ifndef SAITAKU_MODELS_SCORE_MIXED_H
#define SAITAKU_MODELS_SCORE_MIXED_H

#include "reml.h"

/* Largest smaller side of a component that is solved exactly. */
enum { MIXED_DENSE_MOST = 5000 };
/* Panels that plans join are solved together: the most there may be. */
enum { MIXED_PANELS_MOST = 2000 };

typedef enum mixed_status {
  MIXED_FITTED,
  MIXED_TOO_FEW,        /* fewer than two applications, or three reviews */
  MIXED_ALL_EQUAL,      /* all scores are the same */
  MIXED_ONE_A_PLAN,     /* no application has two reviews */
  MIXED_ONE_A_REVIEWER, /* no reviewer has two reviews */
  MIXED_ONE_REVIEWER,   /* one reviewer did it all */
  MIXED_EXACT,          /* no residual is left: effects, no errors */
  MIXED_TOO_LARGE,      /* no gear: huge, and too few reviews a reviewer */
  MIXED_MANY_PANELS,    /* no gear: too many panels for so many levels */
  MIXED_OWN_PANELS,     /* every plan makes up panels of its own */
  MIXED_LOST            /* the equations could not be solved */
} mixed_status;

typedef struct mixed_input {
  const graph *g;
  const double *score; /* one a review */
  bool separate_means; /* means of its own for every component */
  const int *panel;    /* by review, -1: none stated, which is one panel more;
                          null: no panel effects */
  int dense_most;      /* 0: MIXED_DENSE_MOST */
} mixed_input;

typedef struct mixed_fit {
  mixed_status status;
  const graph *g;
  double mean; /* of all scores */
  double mu, se_mu;
  double variance[VARIANCES]; /* 0: at the boundary */
  double criterion;           /* -2 log likelihood (REML); NAN if sampled */
  double slope;               /* largest relative score equation left */
  bool sampled;
  double sampling_error[VARIANCES];
  /* by level, applications first; valid for FITTED, effects also for EXACT */
  double *effect;     /* of a level without reviews: 0 */
  double *calibrated; /* mu, or that of its component, + effect */
  double *condsd, *pevsd, *se_total;
  /* the equations, for contrasts; scaled by `scale` */
  const reml_fit *inner;
  const reml_input *asked;
  bool separate;
  const int *panel_of;    /* by mean; -1: of reviews that state none */
  const double *weight;   /* by mean: its part in mu, */
  const double *own_part; /* and in that of its component alone */
  const double *turned;   /* C^-1 weight */
  double centre, scale;   /* score = centre + scale y */
  int *room_list;         /* for a contrast, while it is reckoned */
  double *room;
} mixed_fit;

mixed_fit *mixed_solve(arena *home, const mixed_input *in);

/* variance of the error of the difference of two levels' calibrated values,
 * both applications or both reviewers; mu cancels. Not where sampled. */
double mixed_contrast(const mixed_fit *fit, int v, int w);
/* the same where K^-1's entry is known already */
double mixed_contrast_by(const mixed_fit *fit, int v, int w, double entry);
/* how much a score moves its own fitted value, 0..1: x'(X'V^-1X..)x */
double mixed_leverage(const mixed_fit *fit, int review);

/* the mean that a review's score has */
double mixed_mean(const mixed_fit *fit, int review);
/* score - mean - effects */
double mixed_residual(const mixed_fit *fit, double score, int review);
/* the parts of the means in a level's mu, by mean: those of the list, count */
typedef struct mixed_parts {
  const int *list;
  const double *part; /* by mean */
  int count;
} mixed_parts;
mixed_parts mixed_parts_of(const mixed_fit *fit, int level);
/* the mean of a panel in a level's component; -1: none */
int mixed_mean_of_panel(const mixed_fit *fit, int level, int panel);
/* standard error of a mean's difference from mu (of all) */
double mixed_panel_error(const mixed_fit *fit, int mean);
/* the fit's equations anew, to be solved with other right-hand sides */
henderson *mixed_equations(arena *home, const mixed_fit *fit);

#endif
