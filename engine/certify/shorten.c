#include "shorten.h"

static int bits_of(int64_t u) {
  int bits = 0;
  for (; u > 0; u /= 2)
    bits++;
  return bits;
}

static int longest(weights of) {
  int most = 0;
  for (int i = 0; i < of.count; i++)
    if (bits_of(of.each[i].u) > most)
      most = bits_of(of.each[i].u);
  return most;
}

/* u / 2^shift, half up; without those that come to nothing */
static weights rounded(weights full, int shift, weight *room) {
  weights to = {room, 0};
  for (int i = 0; i < full.count; i++) {
    const int64_t u =
        (full.each[i].u + (INT64_C(1) << shift) / 2) / (INT64_C(1) << shift);
    if (u > 0)
      room[to.count++] = (weight){full.each[i].of, u};
  }
  return to;
}

weights shorten(arena *home, replay *p, weights full,
                bool (*does)(replay *p, weights full, weights shorter)) {
  static const int tried[] = {1, 4, 8, 12, 16, 20, 26, 32, 40};
  const int most = longest(full);
  weight *const room = ARENA_ARRAY(home, weight, full.count);
  for (size_t k = 0; k < sizeof tried / sizeof *tried; k++) {
    if (tried[k] >= most)
      break;
    const weights shorter = rounded(full, most - tried[k], room);
    if (does(p, full, shorter))
      return shorter;
  }
  return full;
}
