/* draws - plausible true values of all plans together, for what-if.
 * Model   given the fitted variances, (mu + effect) has the normal posterior of
 *         the mixed model (mixed.h). A draw takes made-up effects and reviews,
 *         fits them, and adds their error to what the real reviews gave
 *         (conditioning by kriging), so that all plans' errors belong together.
 * Gives   the same bits for the same seed on one machine and library
 * Cost    reviews + levels for the random numbers, and a solve, a draw */
#ifndef SAITAKU_MODELS_SCORE_DRAWS_H
#define SAITAKU_MODELS_SCORE_DRAWS_H

#include "mixed.h"
#include <stdint.h>

/* to: count x applications, one draw behind the other */
void draws_make(const mixed_fit *fit, uint64_t seed, int count, double *to);

#endif
