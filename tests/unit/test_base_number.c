#include "../../engine/base/arena.h"
#include "../../engine/base/date.h"
#include "../../engine/base/number.h"
#include "../../engine/base/random.h"
#include <check.h>
#include <stdint.h>
#include <string.h>

static arena *home;

static void open_home(void) { home = arena_open(); }
static void close_home(void) { arena_close(home); }

static const struct {
  const char *text;
  int64_t low, high;
  bool good;
  int64_t value;
} integers[] = {
    {"0", INT64_MIN, INT64_MAX, true, 0},
    {"-0", INT64_MIN, INT64_MAX, true, 0},
    {"007", INT64_MIN, INT64_MAX, true, 7},
    {"9223372036854775807", INT64_MIN, INT64_MAX, true, INT64_MAX},
    {"9223372036854775808", INT64_MIN, INT64_MAX, false, 0},
    {"-9223372036854775808", INT64_MIN, INT64_MAX, true, INT64_MIN},
    {"-9223372036854775809", INT64_MIN, INT64_MAX, false, 0},
    {"99999999999999999999999999", INT64_MIN, INT64_MAX, false, 0},
    {"5", 1, 5, true, 5},
    {"6", 1, 5, false, 0},
    {"0", 1, 5, false, 0},
    {"-1", 0, 5, false, 0},
    {"", INT64_MIN, INT64_MAX, false, 0},
    {"-", INT64_MIN, INT64_MAX, false, 0},
    {"+1", INT64_MIN, INT64_MAX, false, 0},
    {"--1", INT64_MIN, INT64_MAX, false, 0},
    {" 1", INT64_MIN, INT64_MAX, false, 0},
    {"1 ", INT64_MIN, INT64_MAX, false, 0},
    {"1.0", INT64_MIN, INT64_MAX, false, 0},
    {"1e3", INT64_MIN, INT64_MAX, false, 0},
    {"0x10", INT64_MIN, INT64_MAX, false, 0},
    {"1,000", INT64_MIN, INT64_MAX, false, 0},
    {"１", INT64_MIN, INT64_MAX, false, 0},
    {"nan", INT64_MIN, INT64_MAX, false, 0},
};

START_TEST(integers_are_read_whole_or_not_at_all) {
  int64_t value = 12345;
  const bool good = number_integer(integers[_i].text, integers[_i].low,
                                   integers[_i].high, &value);
  ck_assert_msg(good == integers[_i].good, "\"%s\"", integers[_i].text);
  ck_assert_int_eq(value, good ? integers[_i].value : 12345);
}
END_TEST

static const struct {
  const char *text, *rest; /* null: none begins here */
  int64_t value;
} leading[] = {
    {"12:3 4", ":3 4", 12},
    {"-7", "", -7},
    {"0 ", " ", 0},
    {"100x", "x", 100},
    {"101", NULL, 0},
    {"-101", NULL, 0},
    {"99999999999999999999", NULL, 0},
    {" 1", NULL, 0},
    {"+1", NULL, 0},
    {"-", NULL, 0},
    {"", NULL, 0},
};

START_TEST(a_leading_integer_leaves_the_rest) {
  int64_t value = 12345;
  const char *const rest = number_lead(leading[_i].text, -100, 100, &value);
  ck_assert_pstr_eq(rest, leading[_i].rest);
  ck_assert_int_eq(value, leading[_i].rest ? leading[_i].value : 12345);
}
END_TEST

static const struct {
  const char *text;
  int places;
  bool good;
  int64_t value;
} decimals[] = {
    {"0.25", 6, true, 250000},
    {"-12.050", 3, true, -12050},
    {"-0.001", 3, true, -1},
    {"-0.0", 3, true, 0},
    {"1", 0, true, 1},
    {"1.5", 0, false, 0},
    {"1.0", 0, false, 0},
    {"1.2345", 3, false, 0},
    {"1.2340", 3, false, 0},
    {"1.", 3, false, 0},
    {".5", 3, false, 0},
    {"-.5", 3, false, 0},
    {".", 3, false, 0},
    {"", 3, false, 0},
    {"-", 3, false, 0},
    {"1.-5", 3, false, 0},
    {"1.5.5", 3, false, 0},
    {"1.5 ", 3, false, 0},
    {"1,5", 3, false, 0},
    {"1e2", 3, false, 0},
    {"inf", 3, false, 0},
    {"9.223372036854775807", 18, true, INT64_MAX},
    {"9.223372036854775808", 18, false, 0},
    {"-9.223372036854775808", 18, true, INT64_MIN},
    {"-9.223372036854775809", 18, false, 0},
    {"10", 18, false, 0},
    {"9223372036854775.807", 3, true, INT64_MAX},
    {"9223372036854776", 3, false, 0},
};

START_TEST(decimals_are_exact_or_refused) {
  int64_t value = 12345;
  const bool good =
      number_decimal(decimals[_i].text, decimals[_i].places, &value);
  ck_assert_msg(good == decimals[_i].good, "\"%s\"", decimals[_i].text);
  if (good)
    ck_assert_int_eq(value, decimals[_i].value);
}
END_TEST

START_TEST(decimals_are_written_with_all_their_digits) {
  ck_assert_str_eq(number_decimal_text(home, -250, 3), "-0.250");
  ck_assert_str_eq(number_decimal_text(home, 0, 3), "0.000");
  ck_assert_str_eq(number_decimal_text(home, 12345, 0), "12345");
  ck_assert_str_eq(number_decimal_text(home, -7, 0), "-7");
  ck_assert_str_eq(number_decimal_text(home, INT64_MIN, 18),
                   "-9.223372036854775808");
  ck_assert_str_eq(number_decimal_text(home, INT64_MAX, 0),
                   "9223372036854775807");
}
END_TEST

START_TEST(written_decimals_read_back) {
  random_source source = random_seeded(1);
  int wrong = 0;
  for (int i = 0; i < 2000; i++) {
    const int places = (int)random_between(&source, 0, 18);
    const int64_t value = (int64_t)random_bits(&source) >> (i % 64);
    int64_t back = 0;
    wrong += !number_decimal(number_decimal_text(home, value, places), places,
                             &back) ||
             back != value;
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(groups_have_three_digits) {
  ck_assert_str_eq(number_grouped_text(home, 0), "0");
  ck_assert_str_eq(number_grouped_text(home, 999), "999");
  ck_assert_str_eq(number_grouped_text(home, 1000), "1,000");
  ck_assert_str_eq(number_grouped_text(home, -100000), "-100,000");
  ck_assert_str_eq(number_grouped_text(home, 12345678), "12,345,678");
  ck_assert_str_eq(number_grouped_text(home, INT64_MIN),
                   "-9,223,372,036,854,775,808");
}
END_TEST

START_TEST(checked_sums_and_products_see_overflow) {
  int64_t to = 0;
  ck_assert(number_add(INT64_MAX, INT64_MIN, &to) && to == -1);
  ck_assert(!number_add(INT64_MAX, 1, &to));
  ck_assert(!number_add(INT64_MIN, -1, &to));
  ck_assert(number_multiply(INT64_MIN, 1, &to) && to == INT64_MIN);
  ck_assert(!number_multiply(INT64_MIN, -1, &to));
  ck_assert(!number_multiply(INT64_C(1) << 32, INT64_C(1) << 31, &to));
}
END_TEST

static const struct {
  const char *text;
  const char *written; /* null: refused */
  int32_t days;
} dates[] = {
    {"1970-01-01", "1970-01-01", 0},
    {"1969-12-31", "1969-12-31", -1},
    {"2025-07-04", "2025-07-04", 20273},
    {"2025/7/4", "2025-07-04", 20273},
    {"2025/07/04", "2025-07-04", 20273},
    {"2000-02-29", "2000-02-29", 11016},
    {"2024-02-29", "2024-02-29", 19782},
    {"2024-12-31", "2024-12-31", 20088},
    {"0001-01-01", "0001-01-01", -719162},
    {"9999-12-31", "9999-12-31", 2932896},
    {"1900-02-29", NULL, 0},
    {"2023-02-29", NULL, 0},
    {"2025-02-30", NULL, 0},
    {"2025-04-31", NULL, 0},
    {"2025-13-01", NULL, 0},
    {"2025-00-01", NULL, 0},
    {"2025-01-00", NULL, 0},
    {"0000-01-01", NULL, 0},
    {"2025-07/04", NULL, 0},
    {"2025-07-04 ", NULL, 0},
    {" 2025-07-04", NULL, 0},
    {"2025-07", NULL, 0},
    {"2025-07-", NULL, 0},
    {"2025-007-04", NULL, 0},
    {"2025-07-004", NULL, 0},
    {"25-07-04", NULL, 0},
    {"20250704", NULL, 0},
    {"-2025-07-04", NULL, 0},
    {"2025.07.04", NULL, 0},
    {"", NULL, 0},
};

START_TEST(dates_are_days_that_exist) {
  int32_t days = 0;
  const bool good = date_parse(dates[_i].text, &days);
  ck_assert_msg(good == (dates[_i].written != NULL), "\"%s\"", dates[_i].text);
  ck_assert_int_eq(days, dates[_i].days);
  if (good)
    ck_assert_str_eq(date_text(home, days), dates[_i].written);
}
END_TEST

START_TEST(every_day_of_four_centuries_reads_back) {
  int wrong = 0;
  const char *before = "0000-00-00";
  for (int32_t days = -40000; days < 106097; days++) {
    const char *const written = date_text(home, days);
    int32_t back = 0;
    wrong += !date_parse(written, &back) || back != days;
    wrong += strcmp(before, written) >= 0;
    before = written;
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(a_missing_date_is_empty) {
  ck_assert_str_eq(date_text(home, DATE_MISSING), "");
}
END_TEST

START_TEST(the_same_seed_gives_the_published_numbers) {
  /* the reference splitmix64.c of Vigna, seed 1234567 */
  static const uint64_t truth[] = {
      UINT64_C(6457827717110365317), UINT64_C(3203168211198807973),
      UINT64_C(9817491932198370423), UINT64_C(4593380528125082431),
      UINT64_C(16408922859458223821)};
  random_source source = random_seeded(1234567);
  for (int i = 0; i < (int)(sizeof truth / sizeof *truth); i++)
    ck_assert_uint_eq(random_bits(&source), truth[i]);
}
END_TEST

START_TEST(drawn_numbers_stay_between_and_reach_both_ends) {
  random_source source = random_seeded(7);
  int seen[7] = {0}, outside = 0, rare = 0;
  for (int i = 0; i < 7000; i++) {
    const int64_t value = random_between(&source, -3, 3);
    outside += value < -3 || value > 3;
    if (value >= -3 && value <= 3)
      seen[value + 3]++;
  }
  for (int i = 0; i < 7; i++)
    rare += seen[i] < 800 || seen[i] > 1200;
  ck_assert_int_eq(outside + rare, 0);
}
END_TEST

START_TEST(the_widest_ranges_can_be_drawn_from) {
  random_source source = random_seeded(7);
  int below = 0, outside = 0;
  for (int i = 0; i < 1000; i++) {
    below += random_between(&source, INT64_MIN, INT64_MAX) < 0;
    outside += random_between(&source, INT64_MIN, INT64_MAX - 1) == INT64_MAX;
    outside += random_between(&source, INT64_MIN, 0) > 0; /* draws again */
    outside += random_between(&source, INT64_MAX, INT64_MAX) != INT64_MAX;
    outside += random_between(&source, INT64_MIN, INT64_MIN) != INT64_MIN;
  }
  ck_assert(below > 400 && below < 600);
  ck_assert_int_eq(outside, 0);
}
END_TEST

static TCase *group(Suite *suite, const char *name, SFun before, SFun after) {
  TCase *const tests = tcase_create(name);
  tcase_add_checked_fixture(tests, before, after);
  tcase_set_timeout(tests, 60);
  suite_add_tcase(suite, tests);
  return tests;
}

static void add_numbers(Suite *suite) {
  TCase *const t = group(suite, "number", open_home, close_home);
  tcase_add_loop_test(t, integers_are_read_whole_or_not_at_all, 0,
                      (int)(sizeof integers / sizeof *integers));
  tcase_add_loop_test(t, a_leading_integer_leaves_the_rest, 0,
                      (int)(sizeof leading / sizeof *leading));
  tcase_add_loop_test(t, decimals_are_exact_or_refused, 0,
                      (int)(sizeof decimals / sizeof *decimals));
  tcase_add_test(t, decimals_are_written_with_all_their_digits);
  tcase_add_test(t, written_decimals_read_back);
  tcase_add_test(t, groups_have_three_digits);
  tcase_add_test(t, checked_sums_and_products_see_overflow);
}

static void add_dates(Suite *suite) {
  TCase *const t = group(suite, "date", open_home, close_home);
  tcase_add_loop_test(t, dates_are_days_that_exist, 0,
                      (int)(sizeof dates / sizeof *dates));
  tcase_add_test(t, every_day_of_four_centuries_reads_back);
  tcase_add_test(t, a_missing_date_is_empty);
}

static void add_random(Suite *suite) {
  TCase *const t = group(suite, "random", open_home, close_home);
  tcase_add_test(t, the_same_seed_gives_the_published_numbers);
  tcase_add_test(t, drawn_numbers_stay_between_and_reach_both_ends);
  tcase_add_test(t, the_widest_ranges_can_be_drawn_from);
}

int main(void) {
  Suite *const suite = suite_create("base: numbers");
  add_numbers(suite);
  add_dates(suite);
  add_random(suite);
  SRunner *const runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed ? 1 : 0;
}
