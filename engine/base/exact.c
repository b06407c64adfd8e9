#include "exact.h"
#include <assert.h>

__extension__ typedef unsigned __int128 wide_unsigned;

static const wide_unsigned wide_sign = (wide_unsigned)1 << 127;

static wide_unsigned magnitude(wide value) {
  return value < 0 ? 0 - (wide_unsigned)value : (wide_unsigned)value;
}

static wide narrow_sign(bool negative, wide_unsigned size) {
  assert(size < wide_sign || (negative && size == wide_sign));
  return negative ? (wide)(0 - size) : (wide)size;
}

/* what floor leaves: 0 <= rest < den */
static wide floor_rest(wide num, wide den) {
  const wide rest = num % den;
  return rest < 0 ? rest + den : rest;
}

wide exact_floor(wide num, wide den) {
  assert(den > 0);
  return num / den - (num % den < 0);
}

wide exact_ceil(wide num, wide den) {
  assert(den > 0);
  return num / den + (num % den > 0);
}

wide exact_half_up(wide num, wide den) {
  assert(den > 0);
  const wide rest = floor_rest(num, den);
  return exact_floor(num, den) + (rest >= den - rest);
}

static wide_unsigned gcd(wide_unsigned a, wide_unsigned b) {
  while (b) {
    const wide_unsigned rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

wide exact_gcd(wide a, wide b) {
  return narrow_sign(false, gcd(magnitude(a), magnitude(b)));
}

ratio exact_ratio(wide num, wide den) {
  assert(den != 0);
  const wide_unsigned above = magnitude(num), below = magnitude(den);
  const wide_unsigned shared = gcd(above, below);
  const bool negative = (num < 0) != (den < 0);
  return (ratio){narrow_sign(negative, above / shared),
                 narrow_sign(false, below / shared)};
}

static int order(wide a, wide b) { return (a > b) - (a < b); }

/* Both as continued fractions, term by term: nothing is ever multiplied. */
int exact_compare(ratio a, ratio b) {
  assert(a.den > 0 && b.den > 0);
  for (int turn = 1;; turn = -turn) {
    const wide whole_a = exact_floor(a.num, a.den);
    const wide whole_b = exact_floor(b.num, b.den);
    const wide rest_a = floor_rest(a.num, a.den);
    const wide rest_b = floor_rest(b.num, b.den);
    if (whole_a != whole_b)
      return turn * order(whole_a, whole_b);
    if (!rest_a || !rest_b)
      return turn * order(rest_a, rest_b);
    a = (ratio){a.den, rest_a};
    b = (ratio){b.den, rest_b};
  }
}

bool exact_fits(wide value) { return value >= INT64_MIN && value <= INT64_MAX; }

int64_t exact_narrow(wide value) {
  assert(exact_fits(value));
  return (int64_t)value;
}

/* ten times rest / den, by sums, as the product may not fit */
static int next_digit(wide_unsigned *rest, wide_unsigned den) {
  assert(*rest < den && den < wide_sign);
  wide_unsigned sum = 0;
  int digit = 0;
  for (int i = 0; i < 10; i++) {
    sum += *rest;
    if (sum >= den) {
      sum -= den;
      digit++;
    }
  }
  *rest = sum;
  return digit;
}

typedef struct scaled {
  wide whole;
  int64_t behind, one; /* 0 <= behind < one = 10^places */
} scaled;

static scaled scale(ratio value, int places) {
  scaled s = {exact_floor(value.num, value.den), 0, 1};
  const wide_unsigned den = (wide_unsigned)value.den;
  wide_unsigned rest = (wide_unsigned)floor_rest(value.num, value.den);
  for (int i = 0; i < places; i++) {
    s.behind = s.behind * 10 + next_digit(&rest, den);
    s.one *= 10;
  }
  s.behind += rest >= den - rest;
  if (s.behind == s.one) {
    s.behind = 0;
    s.whole++;
  }
  return s;
}

static char *whole_text(arena *home, bool negative, wide_unsigned size) {
  char reversed[48];
  int length = 0;
  do {
    reversed[length++] = (char)('0' + (int)(size % 10));
    size /= 10;
  } while (size);
  if (negative)
    reversed[length++] = '-';
  assert(length < (int)sizeof reversed);
  char *const to = ARENA_ARRAY(home, char, length + 1);
  for (int i = 0; i < length; i++)
    to[i] = reversed[length - 1 - i];
  return to;
}

char *exact_text(arena *home, ratio value, int places) {
  assert(value.den > 0);
  assert(places >= 0 && places <= 18);
  const scaled s = scale(value, places);
  const bool negative = s.whole < 0;
  /* -1.25 is -2 and 0.75 here: borrow the one back */
  const bool borrow = negative && s.behind;
  const int64_t behind = borrow ? s.one - s.behind : s.behind;
  char *const whole = whole_text(home, negative, magnitude(s.whole + borrow));
  if (!places)
    return whole;
  return arena_format(home, "%s.%0*lld", whole, places, (long long)behind);
}
