/* merits - what the reviewers' scores say of each application.
 * Made by   score
 * Used by   weigh, explain, report; read-only
 * One weighted score a review: sum of weight x score / sum of weights; with
 * lower scores better, low + high - that. The method joins an application's
 * reviews: mean, median (mean of the middle two), trimmed mean (floor(trim n)
 * off each end) - all exact fractions - or the mean of T-scores
 * 3 + 0.6 (score - reviewer's mean) / reviewer's sd (n - 1; sd 0 gives 3), or
 * the calibrated score of the mixed model (models/score/mixed.h); where the
 * reviews cannot compare all plans, what scoring.unidentified says.
 * Thresholds are tested on the exact raw scores in the policy's own direction:
 * the method's value for mean, median and trimmed mean, the mean for T-scores;
 * equality passes; with the mixed model it is the mean, too.
 * Merit is rounded once, half up, to the policy's unit. T-scores and the mixed
 * model, the inexact methods, are summed in a fixed order, and a value within
 * 10^-9 of a half counts as that half. */
#ifndef SAITAKU_SCORE_MERITS_H
#define SAITAKU_SCORE_MERITS_H

#include "../admit/pool.h"
#include "../base/exact.h"

typedef struct merit {
  bool scored;   /* has at least one counted review */
  bool passes;   /* every threshold; false when not scored */
  int reviews;   /* counted */
  ratio raw;     /* the score thresholds are tested on, in points, in the
                    policy's own direction; 0/1 if not scored */
  int64_t merit; /* units, higher is better; 0 if not scored */
  int rank;      /* competition rank (1, 2, 2, 4) among scored applications
                    by merit; 0 if not scored */
  int group;     /* plans of one are linked by reviews, see group.h; from 1;
                    0 if not scored */
  double spread; /* sd (n - 1) of its reviews' weighted scores, points; 0 for
                    fewer than two. For the eye only. */
} merit;

typedef struct merits {
  const pool *of;
  merit *item;       /* one an application, as in the pool */
  int group_count;   /* 2 or more: not all plans can be compared */
  finding *findings; /* thresholds missed; ordered as the pool's */
  int finding_count;
} merits;

merits *score(arena *home, const pool *from, error *err);

#endif
