#include "make_call_draw.h"
#include <assert.h>

random_source draw_stream(uint64_t seed, stream of, int64_t number) {
  random_source from = random_seeded(seed);
  from = random_seeded(random_bits(&from) ^ (uint64_t)of);
  from = random_seeded(random_bits(&from) ^ (uint64_t)number);
  return random_seeded(random_bits(&from));
}

bool draw_chance(random_source *from, int64_t of_1000) {
  return random_between(from, 1, 1000) <= of_1000;
}

int64_t draw_normal(random_source *from, int64_t sd) {
  assert(sd >= 0 && sd <= INT32_MAX);
  int64_t sum = 0; /* its sd is 1000: twelve variances of 10^6 / 12 */
  for (int i = 0; i < 12; i++)
    sum += random_between(from, -500, 500);
  return sum * sd / 1000;
}

int64_t draw_low(random_source *from, int64_t count) {
  const int64_t a = random_between(from, 0, count - 1);
  const int64_t b = random_between(from, 0, count - 1);
  return a < b ? a : b;
}

int draw_weighted(random_source *from, const int *weights, int count) {
  int64_t sum = 0;
  for (int i = 0; i < count; i++)
    sum += weights[i];
  int64_t left = random_between(from, 1, sum);
  int chosen = 0;
  while (left > weights[chosen])
    left -= weights[chosen++];
  assert(chosen < count);
  return chosen;
}
