#include "random.h"
#include <assert.h>

random_source random_seeded(uint64_t seed) { return (random_source){seed}; }

uint64_t random_bits(random_source *source) {
  source->state += UINT64_C(0x9E3779B97F4A7C15);
  uint64_t z = source->state;
  z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
  return z ^ (z >> 31);
}

int64_t random_between(random_source *source, int64_t low, int64_t high) {
  assert(low <= high);
  const uint64_t values = (uint64_t)high - (uint64_t)low + 1;
  if (!values) /* all of int64 */
    return (int64_t)random_bits(source);
  /* the lowest 2^64 mod `values` numbers would favour some: draw again */
  const uint64_t unfair = (0 - values) % values;
  uint64_t bits = random_bits(source);
  while (bits < unfair)
    bits = random_bits(source);
  return (int64_t)((uint64_t)low + bits % values);
}
