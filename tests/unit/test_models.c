#include "../../engine/base/random.h"
#include "../../models/average.h"
#include "../../models/costing.h"
#include "../../models/rank.h"
#include "../../models/split.h"
#include "../../models/t_score.h"
#include <check.h>
#include <math.h>

static arena *home;
static void open_arena(void) { home = arena_open(); }
static void close_arena(void) { arena_close(home); }

/* ---- split */
static const struct {
  int64_t total, weight[4], part[4];
  int count;
} splits[] = {
    {100, {1, 1, 1}, {34, 33, 33}, 3},  /* tie: the earlier position */
    {101, {1, 1, 1}, {34, 34, 33}, 3},  /* two left over */
    {10, {3, 3, 4}, {3, 3, 4}, 3},      /* nothing left over */
    {10, {1, 5, 1}, {2, 7, 1}, 3},      /* 1.43, 7.14, 1.43 */
    {7, {0, 2, 1, 0}, {0, 5, 2, 0}, 4}, /* no weight, no part */
    {0, {5, 6}, {0, 0}, 2},             /* nothing to share */
    {1, {1, 1, 1, 1}, {1, 0, 0, 0}, 4}, /* less than one each */
    {INT64_C(1000000000000), {999999999, 1}, {999999999000, 1000}, 2},
    {INT64_MAX,
     {INT64_C(1) << 61, INT64_C(1) << 61}, /* needs 128 bits */
     {INT64_C(4611686018427387904), INT64_C(4611686018427387903)},
     2},
};

START_TEST(splits_by_largest_remainder) {
  int64_t part[4] = {0};
  split_total(home, splits[_i].total, splits[_i].weight, splits[_i].count,
              part);
  int wrong = 0;
  for (int i = 0; i < splits[_i].count; i++)
    wrong += part[i] != splits[_i].part[i];
  ck_assert_int_eq(wrong, 0);
}
END_TEST

/* a part is its exact quota rounded down or up, and none is lost */
START_TEST(keeps_to_the_quota_and_the_total) {
  random_source source = random_seeded(1);
  int wrong = 0;
  for (int round_no = 0; round_no < 2000; round_no++) {
    int64_t weight[9], part[9], sum = 0, shared = 0;
    const int count = (int)random_between(&source, 1, 9);
    const int64_t total = random_between(&source, 0, INT64_C(1000000000000));
    for (int i = 0; i < count; i++)
      sum += weight[i] = random_between(&source, i == 0, 1000000);
    split_total(home, total, weight, count, part);
    for (int i = 0; i < count; i++) {
      const wide off = (wide)part[i] * sum - (wide)total * weight[i];
      wrong += off <= -sum || off >= sum;
      shared += part[i];
    }
    wrong += shared != total;
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

/* ---- rank */
START_TEST(ranks_equal_values_equally_and_skips_after_them) {
  const int64_t value[] = {7, 9, 7, -3, 12, 7};
  const int expected[] = {3, 2, 3, 6, 1, 3};
  int rank[6], wrong = 0;
  rank_competition(home, value, 6, rank);
  for (int i = 0; i < 6; i++)
    wrong += rank[i] != expected[i];
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(ranks_nobody) { rank_competition(home, NULL, 0, NULL); }
END_TEST

/* ---- averages */
static bool is(ratio r, int num, int den) {
  return r.num == num && r.den == den;
}

START_TEST(joins_marks_exactly) {
  wide one[] = {4}, two[] = {9, 4}, five[] = {5, 1, 100, 3, 2};
  average_sort(two, 2);
  average_sort(five, 5);
  bool right = is(average_mean(one, 1, 0), 4, 1);
  right = right && is(average_mean(two, 2, 0), 13, 2);
  right = right && is(average_mean(five, 5, 0), 111, 5);
  right = right && is(average_median(one, 1, 0), 4, 1);
  right = right && is(average_median(two, 2, 0), 13, 2);
  right = right && is(average_median(five, 5, 0), 3, 1);
  ck_assert(right);
}
END_TEST

static const struct {
  decimal trim;
  int count, num, den;
} trims[] = {
    {200000, 4, 15, 2}, /* floor(0.8): nothing off: (1+2+9+18)/4 */
    {250000, 4, 11, 2}, /* one off each end */
    {499999, 4, 11, 2}, /* floor(1.999996) */
    {0, 4, 15, 2},      /* the mean */
    {200000, 5, 29, 3}, /* floor(1.0) of 1 2 9 18 40 */
    {499999, 1, 1, 1},  /* never the last one */
};

START_TEST(trims_the_floor_of_the_share_off_each_end) {
  const wide mark[] = {1, 2, 9, 18, 40};
  const ratio r = average_trimmed_mean(mark, trims[_i].count, trims[_i].trim);
  ck_assert(is(r, trims[_i].num, trims[_i].den));
}
END_TEST

/* ---- T-scores */
START_TEST(gives_mean_3_and_deviation_06) {
  const wide mark[] = {1, 2, 3, 4, 10};
  double t[5], sum = 0, squares = 0;
  t_score(mark, 5, t);
  for (int i = 0; i < 5; i++)
    sum += t[i];
  for (int i = 0; i < 5; i++)
    squares += (t[i] - 3) * (t[i] - 3);
  ck_assert_double_eq_tol(sum / 5, 3, 1e-12);
  ck_assert_double_eq_tol(sqrt(squares / 4), 0.6, 1e-12);
}
END_TEST

START_TEST(forgets_how_harsh_a_reviewer_is) {
  const wide harsh[] = {1, 2, 4}, mild[] = {501, 502, 504},
             wider[] = {100, 200, 400};
  double a[3], b[3], c[3];
  t_score(harsh, 3, a);
  t_score(mild, 3, b);
  t_score(wider, 3, c);
  int wrong = 0;
  for (int i = 0; i < 3; i++)
    wrong += fabs(a[i] - b[i]) > 1e-12 || fabs(a[i] - c[i]) > 1e-12;
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(gives_3_where_a_reviewer_tells_nothing_apart) {
  const wide huge = (wide)1 << 90; /* past the digits of a float */
  const wide same[] = {huge + 1, huge + 1, huge + 1}, alone[] = {5};
  double t[4];
  t_score(same, 3, t);
  t_score(alone, 1, t + 3);
  ck_assert(t[0] == 3 && t[1] == 3 && t[2] == 3 && t[3] == 3);
  ck_assert(t_score_deviation(same, 3) == 0);
  ck_assert(t_score_deviation(alone, 1) == 0);
}
END_TEST

START_TEST(measures_deviation_with_n_minus_one) {
  const wide mark[] = {2, 4, 4, 4, 5, 5, 7, 9};
  ck_assert_double_eq_tol(t_score_deviation(mark, 8), sqrt(32.0 / 7), 1e-12);
}
END_TEST

static const struct {
  double value, unit;
  int64_t units;
} roundings[] = {
    {2.4, 1, 2},
    {2.5, 1, 3},
    {2.6, 1, 3},
    {-2.5, 1, -2}, /* half up, not away from zero */
    {-2.6, 1, -3},
    {3.1415, 0.001, 3142},      /* binary 3.1415 may lie below */
    {2.5 - 1e-10, 1, 3},        /* counts as the half */
    {2.5 - 1e-8, 1, 2},         /* does not */
    {0.3 - 0.1 - 0.05, 0.1, 2}, /* 0.15 minus a rounding error */
    {3, 0.000001, 3000000},
};

START_TEST(rounds_half_up_and_snaps_to_halves) {
  ck_assert_int_eq(t_score_units(roundings[_i].value, roundings[_i].unit),
                   roundings[_i].units);
}
END_TEST

/* ---- costs */
START_TEST(takes_off_heads_that_may_not_be_paid) {
  const cost_part part[] = {
      {1000, true, false}, {300, false, false}, {50, false, true}};
  const costing c = costing_of(part, 3, true, 10 * DECIMAL_ONE);
  ck_assert(c.asked == 1350 && c.payable == 1000 && c.corrected == 1000);
  ck_assert(c.administration == 0);
}
END_TEST

START_TEST(cuts_administration_to_its_share_of_the_direct_cost) {
  const cost_part part[] = {{1009, true, false}, {150, true, true}};
  costing c = costing_of(part, 2, true, 10 * DECIMAL_ONE);
  ck_assert(c.payable == 1159 && c.administration == 150);
  ck_assert(c.administration_at_most == 100 && c.corrected == 1109);
  c = costing_of(part, 2, true, 7333333); /* 7.333333 %: floor(73.99) */
  ck_assert(c.administration_at_most == 73 && c.corrected == 1082);
}
END_TEST

START_TEST(leaves_administration_within_its_share) {
  const cost_part part[] = {{1000, true, false}, {100, true, true}};
  ck_assert_int_eq(costing_of(part, 2, true, 10 * DECIMAL_ONE).corrected, 1100);
  ck_assert_int_eq(costing_of(part, 2, false, 0).corrected, 1100);
  ck_assert_int_eq(costing_of(part, 2, true, 0).corrected, 1000);
}
END_TEST

int main(void) {
  Suite *suite = suite_create("models");
  TCase *cases = tcase_create("models");
  tcase_add_checked_fixture(cases, open_arena, close_arena);
  tcase_add_loop_test(cases, splits_by_largest_remainder, 0,
                      sizeof splits / sizeof *splits);
  tcase_add_test(cases, keeps_to_the_quota_and_the_total);
  tcase_add_test(cases, ranks_equal_values_equally_and_skips_after_them);
  tcase_add_test(cases, ranks_nobody);
  tcase_add_test(cases, joins_marks_exactly);
  tcase_add_loop_test(cases, trims_the_floor_of_the_share_off_each_end, 0,
                      sizeof trims / sizeof *trims);
  tcase_add_test(cases, gives_mean_3_and_deviation_06);
  tcase_add_test(cases, forgets_how_harsh_a_reviewer_is);
  tcase_add_test(cases, gives_3_where_a_reviewer_tells_nothing_apart);
  tcase_add_test(cases, measures_deviation_with_n_minus_one);
  tcase_add_loop_test(cases, rounds_half_up_and_snaps_to_halves, 0,
                      sizeof roundings / sizeof *roundings);
  tcase_add_test(cases, takes_off_heads_that_may_not_be_paid);
  tcase_add_test(cases, cuts_administration_to_its_share_of_the_direct_cost);
  tcase_add_test(cases, leaves_administration_within_its_share);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? 0 : 1;
}
