/* split - a whole total shared out in proportion to weights, in whole units, by
 * largest remainder (Hamilton's method).
 * Model   part[i] = floor(total weight[i] / W), W the sum of the weights; the
 *         units still left go, one each, to the largest remainders; equal
 *         remainders: the earlier position first
 * Ranges  total >= 0, weights >= 0, 1 <= W < 2^63; count >= 1
 * Gives   parts >= 0 that sum to total, exactly
 * Cost    count log count */
#ifndef SAITAKU_MODELS_SPLIT_H
#define SAITAKU_MODELS_SPLIT_H

#include "../engine/base/arena.h"
#include <stdint.h>

void split_total(arena *home, int64_t total, const int64_t *weight, int count,
                 int64_t *part);

#endif
