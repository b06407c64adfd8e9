/* agreement - how far reviewers say the same.
 * Krippendorff's alpha (2011): 1 - observed / expected disagreement over the
 * pairs of scores of one application, scores of applications with two or more:
 *   nominal [c != k], interval (c - k)^2, ratio ((c - k) / (c + k))^2,
 *   ordinal (scores between c and k, half of both)^2
 * Intraclass correlation (Shrout and Fleiss 1979), the six forms, for tables
 * in which every reviewer scored every application once.
 * Generalisability, from the variances of the mixed model.
 * Cost  reviews log reviews; ratio: different scores squared */
#ifndef SAITAKU_MODELS_SCORE_AGREEMENT_H
#define SAITAKU_MODELS_SCORE_AGREEMENT_H

#include "reml.h"

typedef enum alpha_metric {
  ALPHA_NOMINAL,
  ALPHA_ORDINAL,
  ALPHA_INTERVAL,
  ALPHA_RATIO,
  ALPHA_METRICS
} alpha_metric;

/* Ratio's limit: beyond it, it is not computed. */
enum { ALPHA_RATIO_SCORES_MOST = 10000 };

/* NAN: no application has two scores, all such scores are equal, a ratio of
 * scores that are not all positive, or of too many different ones */
double alpha_of(const graph *g, const double *score, alpha_metric metric);

typedef struct icc {
  bool defined; /* a whole table, 2 x 2 or more, that is not all equal */
  double single[3], average[3]; /* forms 1, 2, 3: ICC(f,1) and ICC(f,k) */
} icc;

icc icc_of(const graph *g, const double *score);

typedef struct generalisability {
  double agreement;   /* ICC(A,1) = sA / (sA + sR + s2) */
  double consistency; /* ICC(C,1) = sA / (sA + s2) */
  double k;           /* harmonic mean of reviews an application */
  double g, phi;      /* of the mean of k reviews: relative, absolute */
} generalisability;

generalisability generalise(const graph *g, const double variance[VARIANCES]);

#endif
