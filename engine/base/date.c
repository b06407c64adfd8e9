#include "date.h"
#include <assert.h>

typedef struct day_of {
  int year, month, day; /* 1..9999, 1..12, 1..31 */
} day_of;

/* `least` to `most` digits as a number; null if there are fewer */
static const char *take_number(const char *at, int least, int most, int *to) {
  int digits = 0;
  *to = 0;
  for (; digits < most && *at >= '0' && *at <= '9'; at++, digits++)
    *to = *to * 10 + (*at - '0');
  return digits >= least ? at : NULL;
}

static bool is_leap(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_days(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return days[month - 1] + (month == 2 && is_leap(year));
}

static bool exists(day_of d) {
  return d.year >= 1 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
         d.day <= month_days(d.year, d.month);
}

static bool split(const char *text, day_of *to) {
  const char *at = take_number(text, 4, 4, &to->year);
  if (!at || (*at != '-' && *at != '/'))
    return false;
  const char mark = *at;
  at = take_number(at + 1, 1, 2, &to->month);
  if (!at || *at != mark)
    return false;
  at = take_number(at + 1, 1, 2, &to->day);
  return at && !*at;
}

/* In an era of 400 years (146097 days) that begins on 1 March a leap day comes
 * last; Hinnant, chrono-compatible low-level date algorithms, 2013. */
static int32_t count_days(day_of d) {
  const int year = d.year - (d.month <= 2);
  const int era = year / 400, of_era = year % 400;
  const int from_march = (d.month + 9) % 12;
  const int of_year = (153 * from_march + 2) / 5 + d.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
         719468;
}

static day_of find_day(int32_t days) {
  const int from_zero = days + 719468;
  const int era = from_zero / 146097, of_era = from_zero % 146097;
  const int year =
      (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * year + year / 4 - year / 100);
  const int from_march = (5 * of_year + 2) / 153;
  const int day = of_year - (153 * from_march + 2) / 5 + 1;
  const int month = from_march < 10 ? from_march + 3 : from_march - 9;
  return (day_of){era * 400 + year + (month <= 2), month, day};
}

bool date_parse(const char *text, int32_t *days) {
  assert(text && days);
  day_of d = {0};
  if (!split(text, &d) || !exists(d))
    return false;
  *days = count_days(d);
  assert(count_days(find_day(*days)) == *days);
  return true;
}

char *date_text(arena *home, int32_t days) {
  if (days == DATE_MISSING)
    return arena_text(home, "", 0);
  assert(days >= -719162 && days <= 2932896); /* 0001-01-01 .. 9999-12-31 */
  const day_of d = find_day(days);
  return arena_format(home, "%04d-%02d-%02d", d.year, d.month, d.day);
}
