#include "number.h"
#include <assert.h>
#include <string.h>

bool number_add(int64_t a, int64_t b, int64_t *to) {
  return !__builtin_add_overflow(a, b, to);
}

bool number_multiply(int64_t a, int64_t b, int64_t *to) {
  return !__builtin_mul_overflow(a, b, to);
}

/* Goes downward from zero, because only there INT64_MIN has room. */
static bool take_digit(int64_t *below_zero, char digit) {
  return number_multiply(*below_zero, 10, below_zero) &&
         number_add(*below_zero, '0' - digit, below_zero);
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* null unless at least one digit is there and all fit */
static const char *take_digits(const char *at, int64_t *below_zero) {
  if (!is_digit(*at))
    return NULL;
  for (; is_digit(*at); at++)
    if (!take_digit(below_zero, *at))
      return NULL;
  return at;
}

static bool give_signed(bool negative, int64_t below_zero, int64_t *to) {
  assert(below_zero <= 0);
  if (!negative && below_zero == INT64_MIN)
    return false;
  *to = negative ? below_zero : -below_zero;
  return true;
}

const char *number_lead(const char *text, int64_t low, int64_t high,
                        int64_t *to) {
  assert(text && to && low <= high);
  const bool negative = *text == '-';
  int64_t below_zero = 0, value = 0;
  const char *const end = take_digits(text + negative, &below_zero);
  if (!end || !give_signed(negative, below_zero, &value))
    return NULL;
  if (value < low || value > high)
    return NULL;
  *to = value;
  return end;
}

bool number_integer(const char *text, int64_t low, int64_t high, int64_t *to) {
  int64_t value = 0;
  const char *const end = number_lead(text, low, high, &value);
  if (!end || *end)
    return false;
  *to = value;
  return true;
}

bool number_decimal(const char *text, int places, int64_t *to) {
  assert(text && to);
  assert(places >= 0 && places <= 18);
  const bool negative = *text == '-';
  int64_t below_zero = 0;
  const char *at = take_digits(text + negative, &below_zero);
  int behind = 0;
  if (at && *at == '.') {
    const char *const point = at;
    at = take_digits(point + 1, &below_zero);
    if (!at || at - point - 1 > places)
      return false;
    behind = (int)(at - point - 1);
  }
  if (!at || *at)
    return false;
  for (; behind < places; behind++)
    if (!take_digit(&below_zero, '0'))
      return false;
  return give_signed(negative, below_zero, to);
}

static uint64_t magnitude(int64_t value) {
  return value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
}

char *number_decimal_text(arena *home, int64_t value, int places) {
  assert(places >= 0 && places <= 18);
  uint64_t one = 1;
  for (int i = 0; i < places; i++)
    one *= 10;
  const char *const sign = value < 0 ? "-" : "";
  const unsigned long long whole = magnitude(value) / one;
  const unsigned long long behind = magnitude(value) % one;
  if (!places)
    return arena_format(home, "%s%llu", sign, whole);
  return arena_format(home, "%s%llu.%0*llu", sign, whole, places, behind);
}

char *number_grouped_text(arena *home, int64_t value) {
  char reversed[32];
  int length = 0, digits = 0;
  uint64_t rest = magnitude(value);
  do {
    if (digits && digits % 3 == 0)
      reversed[length++] = ',';
    reversed[length++] = (char)('0' + rest % 10);
    digits++;
    rest /= 10;
  } while (rest);
  if (value < 0)
    reversed[length++] = '-';
  assert(length < (int)sizeof reversed);
  char *const to = ARENA_ARRAY(home, char, length + 1);
  for (int i = 0; i < length; i++)
    to[i] = reversed[length - 1 - i];
  return to;
}
