#include "../../engine/base/arena.h"
#include "../../engine/base/exact.h"
#include <check.h>
#include <stdint.h>

static arena *home;

static void open_home(void) { home = arena_open(); }
static void close_home(void) { arena_close(home); }

static const wide wide_most =
    ((wide)INT64_MAX << 64) | (wide)UINT64_MAX; /* 2^127 - 1 */

START_TEST(quotients_round_as_they_say) {
  int wrong = 0;
  for (int num = -60; num <= 60; num++)
    for (int den = 1; den <= 12; den++) {
      const int down = (int)exact_floor(num, den);
      const int up = (int)exact_ceil(num, den);
      const int half = (int)exact_half_up(num, den);
      wrong += down * den > num || (down + 1) * den <= num;
      wrong += up * den < num || (up - 1) * den >= num;
      /* half <= num/den + 1/2 < half + 1 */
      wrong += 2 * half * den > 2 * num + den;
      wrong += 2 * (half + 1) * den <= 2 * num + den;
    }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(halves_go_up_below_zero_too) {
  ck_assert(exact_half_up(-5, 2) == -2);
  ck_assert(exact_half_up(-3, 2) == -1);
  ck_assert(exact_half_up(-1, 2) == 0);
  ck_assert(exact_half_up(1, 2) == 1);
  ck_assert(exact_half_up(-7, 4) == -2);
}
END_TEST

START_TEST(quotients_hold_at_the_ends_of_the_type) {
  const wide least = -wide_most - 1;
  ck_assert(exact_floor(least, 1) == least);
  ck_assert(exact_floor(least, wide_most) == -2);
  ck_assert(exact_ceil(wide_most, 1) == wide_most);
  ck_assert(exact_half_up(wide_most, wide_most) == 1);
  ck_assert(exact_half_up(wide_most - 1, wide_most) == 1);
  ck_assert(exact_half_up(wide_most / 2, wide_most) == 0);
}
END_TEST

START_TEST(ratios_are_in_lowest_terms) {
  const ratio a = exact_ratio(-6, -4), b = exact_ratio(6, -4);
  const ratio zero = exact_ratio(0, -7);
  ck_assert(a.num == 3 && a.den == 2);
  ck_assert(b.num == -3 && b.den == 2);
  ck_assert(zero.num == 0 && zero.den == 1);
  ck_assert(exact_gcd(0, 0) == 0);
  ck_assert(exact_gcd(-12, 18) == 6);
  ck_assert(exact_gcd(0, -5) == 5);
  ck_assert(exact_gcd(wide_most, wide_most) == wide_most);
}
END_TEST

START_TEST(small_ratios_compare_as_their_cross_products) {
  int wrong = 0;
  for (int a = -9; a <= 9; a++)
    for (int b = 1; b <= 9; b++)
      for (int c = -9; c <= 9; c++)
        for (int d = 1; d <= 9; d++) {
          const int truth = (a * d > c * b) - (a * d < c * b);
          wrong += exact_compare((ratio){a, b}, (ratio){c, d}) != truth;
        }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(ratios_past_64_bits_compare_without_overflow) {
  const wide m = wide_most;
  ck_assert_int_eq(exact_compare((ratio){m, m - 1}, (ratio){m - 1, m - 2}), -1);
  ck_assert_int_eq(exact_compare((ratio){m - 1, m}, (ratio){m - 2, m - 1}), 1);
  ck_assert_int_eq(exact_compare((ratio){-m, m - 1}, (ratio){1 - m, m - 2}), 1);
  ck_assert_int_eq(exact_compare((ratio){m, m}, (ratio){1, 1}), 0);
  ck_assert_int_eq(exact_compare((ratio){-m - 1, 1}, (ratio){m, 1}), -1);
  ck_assert_int_eq(exact_compare((ratio){-m - 1, m}, (ratio){-1, 1}), -1);
  /* neighbours of the golden ratio: the longest continued fraction */
  wide a = 1, b = 1;
  while (b <= m / 2 - a) {
    const wide sum = a + b;
    a = b;
    b = sum;
  }
  const int way = exact_compare((ratio){b, a}, (ratio){a, b - a});
  ck_assert_int_eq(way, -exact_compare((ratio){a, b - a}, (ratio){b, a}));
  ck_assert_int_ne(way, 0);
}
END_TEST

START_TEST(narrowing_knows_what_fits) {
  ck_assert(exact_fits(INT64_MAX) && exact_fits(INT64_MIN));
  ck_assert(!exact_fits((wide)INT64_MAX + 1));
  ck_assert(!exact_fits((wide)INT64_MIN - 1));
  ck_assert(exact_narrow(INT64_MIN) == INT64_MIN);
}
END_TEST

static const struct {
  int64_t num, den;
  int places;
  const char *text;
} written[] = {
    {1, 3, 3, "0.333"},
    {2, 3, 3, "0.667"},
    {-1, 3, 3, "-0.333"},
    {-5, 4, 2, "-1.25"},
    {1, 2, 0, "1"},
    {-1, 2, 0, "0"},
    {-3, 2, 0, "-1"},
    {-1, 2000, 3, "0.000"},
    {-3, 2000, 3, "-0.001"},
    {1999, 2000, 3, "1.000"},
    {-1, 1, 2, "-1.00"},
    {1000001, 1, 1, "1000001.0"},
    {9995, 1000, 2, "10.00"},
    {-9995, 1000, 2, "-9.99"},
    {1, 8, 18, "0.125000000000000000"},
};

START_TEST(ratios_are_written_half_up) {
  const ratio value = {written[_i].num, written[_i].den};
  ck_assert_str_eq(exact_text(home, value, written[_i].places),
                   written[_i].text);
}
END_TEST

START_TEST(the_widest_ratios_can_be_written) {
  const wide least = -wide_most - 1;
  ck_assert_str_eq(exact_text(home, (ratio){wide_most, 1}, 1),
                   "170141183460469231731687303715884105727.0");
  ck_assert_str_eq(exact_text(home, (ratio){least, 1}, 0),
                   "-170141183460469231731687303715884105728");
  ck_assert_str_eq(exact_text(home, (ratio){wide_most - 1, wide_most}, 6),
                   "1.000000");
  ck_assert_str_eq(exact_text(home, (ratio){wide_most / 3, wide_most}, 4),
                   "0.3333");
}
END_TEST

static TCase *group(Suite *suite, const char *name, SFun before, SFun after) {
  TCase *const tests = tcase_create(name);
  tcase_add_checked_fixture(tests, before, after);
  tcase_set_timeout(tests, 60);
  suite_add_tcase(suite, tests);
  return tests;
}

static void add_exact(Suite *suite) {
  TCase *const t = group(suite, "exact", open_home, close_home);
  tcase_add_test(t, quotients_round_as_they_say);
  tcase_add_test(t, halves_go_up_below_zero_too);
  tcase_add_test(t, quotients_hold_at_the_ends_of_the_type);
  tcase_add_test(t, ratios_are_in_lowest_terms);
  tcase_add_test(t, small_ratios_compare_as_their_cross_products);
  tcase_add_test(t, ratios_past_64_bits_compare_without_overflow);
  tcase_add_test(t, narrowing_knows_what_fits);
  tcase_add_loop_test(t, ratios_are_written_half_up, 0,
                      (int)(sizeof written / sizeof *written));
  tcase_add_test(t, the_widest_ratios_can_be_written);
}

int main(void) {
  Suite *const suite = suite_create("base: exact");
  add_exact(suite);
  SRunner *const runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed ? 1 : 0;
}
