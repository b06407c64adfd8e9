/* random - a seeded generator with the same numbers on every machine
 * (SplitMix64, Steele, Lea and Flood 2014). Not for secrets and not for lots:
 * lots are drawn by digest.h from the recorded seed. */
#ifndef SAITAKU_BASE_RANDOM_H
#define SAITAKU_BASE_RANDOM_H

#include <stdint.h>

typedef struct random_source {
  uint64_t state;
} random_source;

random_source random_seeded(uint64_t seed);
uint64_t random_bits(random_source *source);
int64_t random_between(random_source *source, int64_t low,
                       int64_t high); /* low..high, both included, unbiased */

#endif
