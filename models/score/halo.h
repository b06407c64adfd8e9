/* halo - how much of a score is the plan, and how much one reviewer's view of
 * the plan as a whole that colours every criterion.
 * Model   score = mean of its criterion + plan + plan:criterion + plan:reviewer
 *         + reviewer + reviewer:criterion + residual, all random but the means
 * Method  restricted maximum likelihood. Every review has all C criteria, so an
 *         orthonormal turn of them splits the likelihood: their sum / sqrt(C)
 *         is a crossed model (reml.h) of variances (C plan + plan:criterion,
 *         C reviewer + reviewer:criterion, C plan:reviewer + residual), the
 *         other C - 1 contrasts are one each of (plan:criterion,
 *         reviewer:criterion, residual). Newton's method on both together with
 *         average information; variances that would be negative stay at 0.
 * Needs   C >= 2; reviews of one plan by one reviewer, once each
 * Ranges  up to HALO_REVIEWS_MOST reviews x criteria, and 1,000 plans or
 *         reviewers in a component, whichever are fewer
 * Cost    C times henderson.h's a step, some 10 to 50 steps */
#ifndef SAITAKU_MODELS_SCORE_HALO_H
#define SAITAKU_MODELS_SCORE_HALO_H

#include "graph.h"

enum { HALO_REVIEWS_MOST = 100000, HALO_DENSE_MOST = 1000 };

enum {
  HALO_PLAN,
  HALO_PLAN_CRITERION,
  HALO_PLAN_REVIEWER, /* the halo */
  HALO_REVIEWER,
  HALO_REVIEWER_CRITERION,
  HALO_RESIDUAL,
  HALO_PARTS
};

/* score: by criterion, then review. False: it could not be found. */
bool halo_split(const graph *g, double *const *score, int criteria,
                double variance[HALO_PARTS]);

#endif
