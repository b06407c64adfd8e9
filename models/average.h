/* average - one figure for several marks, as an exact fraction.
 * Model   mean          sum / n
 *         median        the middle mark, or the mean of the middle two
 *         trimmed mean  the mean without floor(trim n) marks at each end
 * Units   those of the marks
 * Ranges  marks ascending (average_sort); n >= 1; 0 <= trim < 1/2 in
 *         millionths, read by the trimmed mean alone; n x |mark| < 2^126
 * Cost    n, after a sort of n log n */
#ifndef SAITAKU_MODELS_AVERAGE_H
#define SAITAKU_MODELS_AVERAGE_H

#include "../engine/base/exact.h"
#include "../engine/base/number.h"

typedef ratio average(const wide *mark, int count, decimal trim);

ratio average_mean(const wide *mark, int count, decimal trim);
ratio average_median(const wide *mark, int count, decimal trim);
ratio average_trimmed_mean(const wide *mark, int count, decimal trim);

void average_sort(wide *mark, int count);

#endif
