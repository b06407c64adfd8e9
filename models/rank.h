/* rank - competition ranks, the largest value first: 1, 2, 2, 4.
 * Model  rank[i] = 1 + the number of values larger than value[i]
 * Cost   count log count */
#ifndef SAITAKU_MODELS_RANK_H
#define SAITAKU_MODELS_RANK_H

#include "../engine/base/arena.h"
#include <stdint.h>

void rank_competition(arena *home, const int64_t *value, int count, int *rank);

#endif
