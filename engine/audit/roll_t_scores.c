/* T-scores without a float: 3 + 0.6 (score - mean) / sd among the reviewer's
 * own. With k scores w, d = k w - sum is whole, and
 *   (score - mean) / sd = d sqrt((k - 1) / sum of d^2). */
#include "roll.h"

enum { POINT_PLACES = 15 };
/* d beyond this is halved until it fits: 50 bits of it count */
#define DEVIATION_MOST ((wide)1 << 50)

static wide size_of(wide a) { return a < 0 ? -a : a; }

static wide square_root(wide of) { /* its whole part */
  wide root = 0;
  for (wide bit = (wide)1 << 62; bit > 0; bit /= 2)
    if ((root + bit) <= of / (root + bit))
      root += bit;
  return root;
}

/* floor(10^30 top / bottom); top / bottom is at most the count of scores */
static wide long_quotient(wide top, wide bottom) {
  wide whole = top / bottom, rest = top % bottom;
  for (int k = 0; k < 2 * POINT_PLACES; k++) {
    rest *= 10;
    whole = whole * 10 + rest / bottom;
    rest %= bottom;
  }
  return whole;
}

typedef struct desk { /* one reviewer's counted sheets */
  int *sheet;
  wide *deviation;
  int count;
} desk;

static void fill_desk(const roll *r, int reviewer, desk *to) {
  wide sum = 0, divisor = 0, most = 0;
  to->count = 0;
  for (int s = r->sheet_of_reviewer[reviewer]; s >= 0;
       s = r->sheets[s].next_of_reviewer)
    if (sheet_counts(r, &r->sheets[s])) {
      to->sheet[to->count] = s;
      to->deviation[to->count] = sheet_weighted(r, &r->sheets[s]);
      sum += to->deviation[to->count++];
    }
  for (int i = 0; i < to->count; i++) {
    to->deviation[i] = to->count * to->deviation[i] - sum;
    divisor = exact_gcd(divisor, to->deviation[i]);
    most = size_of(to->deviation[i]) > most ? size_of(to->deviation[i]) : most;
  }
  while (divisor > 0 && most / divisor > DEVIATION_MOST)
    divisor *= 2;
  for (int i = 0; divisor > 0 && i < to->count; i++)
    to->deviation[i] /= divisor;
}

void roll_t_scores(const roll *r, wide *to) {
  const wide point = (wide)1000000000000000;
  const bool low_is_better = r->rules->scoring.low_is_better;
  desk one = {ARENA_ARRAY(r->home, int, r->sheet_count + 1),
              ARENA_ARRAY(r->home, wide, r->sheet_count + 1), 0};
  for (int k = 0; k < r->from->reviewer_count; k++) {
    wide squares = 0;
    fill_desk(r, k, &one);
    for (int i = 0; i < one.count; i++)
      squares += one.deviation[i] * one.deviation[i];
    for (int i = 0; i < one.count; i++) {
      const wide d = low_is_better ? -one.deviation[i] : one.deviation[i];
      const wide above =
          squares == 0
              ? 0
              : square_root(long_quotient(d * d * (one.count - 1), squares));
      to[one.sheet[i]] = 3 * point + (d < 0 ? -6 : 6) * above / 10;
    }
  }
}
