/* t_score - one reviewer's marks on the scale all reviewers share.
 * Model   T[i] = 3 + 0.6 (mark[i] - mean) / sd, sd with n - 1 (JSPS, as in the
 *         documents on scientific research grants); sd 0 or n = 1 gives 3
 * Units   marks: any, they cancel; T: points with mean 3.0 and sd 0.6
 * Ranges  n >= 1; n x |mark| < 2^126
 * Gives   the same bits for the same marks in the same order: deviations are
 *         exact integers, their squares are summed from first to last */
#ifndef SAITAKU_MODELS_T_SCORE_H
#define SAITAKU_MODELS_T_SCORE_H

#include "../engine/base/exact.h"

void t_score(const wide *mark, int count, double *to);

/* Standard deviation with n - 1, in marks; 0 for fewer than two. */
double t_score_deviation(const wide *mark, int count);

/* value / unit rounded half up, where a value closer than 10^-9 to a half
 * counts as that half; unit > 0, |value / unit| < 2^62 */
int64_t t_score_units(double value, double unit);

#endif
