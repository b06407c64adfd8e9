/* marks - one weighted mark a counted review, all on one denominator.
 * Model   mark = sum of weight x score, with the weights divided by their
 *         greatest common divisor; points = mark / per_point
 * Ranges  |mark| x reviews <= 10^30, larger ones are refused as input */
#ifndef SAITAKU_SCORE_MARKS_H
#define SAITAKU_SCORE_MARKS_H

#include "../admit/pool.h"
#include "../base/exact.h"

typedef struct marks {
  const wide *mark;   /* one a review of the pool, in the policy's direction */
  const wide *better; /* the same turned so that higher is better */
  wide per_point;
  const int *start; /* reviews of application a: start[a] .. start[a + 1] - 1 */
} marks;

marks *marks_weigh(arena *home, const pool *of, error *err);

#endif
