#include "../../engine/score/merits.h"
#include "pool_text.h"
#include <check.h>

static arena *home;
static void open_arena(void) { home = arena_open(); }
static void close_arena(void) { arena_close(home); }

/* criteria plan (weight 3) and effect (weight 1) unless stated otherwise */
static call scored_call(const char *more) {
  const char *criteria =
      strstr(more, "\"criteria\"")
          ? ""
          : ",\"criteria\":[{\"id\":\"plan\",\"weight\":\"0.75\"},"
            "{\"id\":\"effect\",\"weight\":\"0.25\"}]";
  return call_open(home,
                   arena_format(home,
                                "\"scoring\":{\"scale\":{\"low\":1,\"high\":5"
                                "%s%s}",
                                more, criteria));
}

/* marks: "5 3;4 4": a review each, a mark a criterion */
static void plan_with(call *c, const char *id, const char *marks) {
  call_application(c, id, 100);
  call_people(c, "IN", "", 1);
  int reviewer = 0, about = 0;
  for (const char *at = marks; *at; reviewer++, about = 0) {
    for (bool more = true; more; about++) {
      const size_t length = strcspn(at, " ;");
      call_score(c, arena_format(home, "R%d", reviewer), about,
                 arena_text(home, at, length));
      more = at[length] == ' ';
      at += length + (at[length] != '\0');
    }
  }
}

static merits *score_call(const call *c) {
  error err = {0};
  const pool *p = admit(home, c->rules, &c->d, &err);
  return p ? score(home, p, &err) : NULL;
}

static const char *misses_text(const merits *m) {
  text all = text_empty(home);
  for (int i = 0; i < m->finding_count; i++)
    show_finding(&all, m->of, &m->findings[i]);
  return all.at;
}

/* ---- methods: marks of one application, its raw score and merit */
static const struct {
  const char *scoring, *marks;
  int64_t num, den, units;
} methods[] = {
    /* (3 x 5 + 3) / 4 and 4: mean of 4.5 and 4 */
    {"},\"method\":\"mean\"", "5 3;4 4", 17, 4, 4250},
    {"}", "5 3;4 4", 17, 4, 4250},
    {"}", "5 5;5 5;4 4", 14, 3, 4667},                    /* half up to 0.001 */
    {"},\"unit\":\"0.1\"", "4 4;4 5", 33, 8, 41},         /* 4.125 */
    {"},\"unit\":\"0.1\"", "4 4;4 4;4 5;5 4", 17, 4, 43}, /* 4.25 */
    {"},\"unit\":\"1\"", "4 4;5 5", 9, 2, 5},
    {"},\"method\":\"median\"", "1 1;4 4;5 5", 4, 1, 4000},
    {"},\"method\":\"median\"", "1 1;4 4;5 5;3 3", 7, 2, 3500},
    {"},\"method\":\"trimmed_mean\"", "1 1;4 4;5 5;5 5", 15, 4, 3750},
    {"},\"method\":\"trimmed_mean\"", "1 1;4 4;5 5;5 5;3 3", 4, 1, 4000},
    {"},\"method\":\"trimmed_mean\",\"trim\":\"0.4\"", "1 1;4 4;5 5;5 5;3 3", 4,
     1, 4000},
    /* low is better: raw stays as it is, merit = 1 + 5 - raw */
    {",\"better\":\"low\"}", "2 2;1 1", 3, 2, 4500},
    {",\"better\":\"low\"},\"unit\":\"1\"", "2 2;1 1", 3, 2, 5}, /* 4.5 */
    {",\"better\":\"low\"},\"method\":\"median\"", "1 1;2 2;5 5", 2, 1, 4000},
};

START_TEST(joins_reviews_exactly_and_rounds_once) {
  call c = scored_call(methods[_i].scoring);
  ck_assert_ptr_nonnull(c.rules);
  plan_with(&c, "a", methods[_i].marks);
  const merit *m = score_call(&c)->item;
  ck_assert(m->scored && m->passes);
  ck_assert(m->raw.num == methods[_i].num && m->raw.den == methods[_i].den);
  ck_assert_int_eq(m->merit, methods[_i].units);
}
END_TEST

START_TEST(joins_marks_of_any_fineness) {
  call c = scored_call("},\"unit\":\"0.000001\",\"criteria\":["
                       "{\"id\":\"x\",\"weight\":\"0.333333\"},"
                       "{\"id\":\"y\",\"weight\":\"0.666667\"}]");
  plan_with(&c, "a", "1.000001 5;2.5 4.999999");
  const merit *m = score_call(&c)->item;
  /* (0.333333 x 3.500001 + 0.666667 x 9.999999) / 2 */
  const wide num = (wide)333333 * 3500001 + (wide)666667 * 9999999;
  const ratio expected = exact_ratio(num, (wide)2 * 1000000 * 1000000);
  ck_assert(exact_compare(m->raw, expected) == 0);
  ck_assert(m->merit == exact_half_up(num, 2000000));
}
END_TEST

START_TEST(measures_the_spread_of_its_reviews) {
  call c = scored_call("}");
  plan_with(&c, "a", "2 2;4 4;4 4;4 4;5 5;5 5;5 5;3 3");
  plan_with(&c, "b", "4 4");
  const merits *m = score_call(&c);
  ck_assert_double_eq_tol(m->item[0].spread, 1.0690449676496976, 1e-12);
  ck_assert(m->item[1].spread == 0);
}
END_TEST

/* ---- T-scores */
START_TEST(calibrates_by_reviewer) {
  call c = scored_call("},\"method\":\"t_score\"");
  /* R0 uses 1, 2, 3; R1 gives one mark to all; R2 sees one plan */
  plan_with(&c, "a", "1 1;4 4");
  plan_with(&c, "b", "2 2;4 4;5 5");
  plan_with(&c, "c", "3 3;4 4");
  const merits *m = score_call(&c);
  ck_assert_int_eq(m->item[0].merit, 2700); /* (2.4 + 3) / 2 */
  ck_assert_int_eq(m->item[1].merit, 3000);
  ck_assert_int_eq(m->item[2].merit, 3300);
  ck_assert(m->item[1].raw.num == 11 && m->item[1].raw.den == 3);
}
END_TEST

START_TEST(turns_t_scores_where_low_is_better) {
  call c = scored_call(",\"better\":\"low\"},\"method\":\"t_score\"");
  plan_with(&c, "a", "1 1");
  plan_with(&c, "b", "2 2");
  plan_with(&c, "c", "3 3");
  const merits *m = score_call(&c);
  ck_assert(m->item[0].merit == 3600 && m->item[2].merit == 2400);
  ck_assert(m->item[0].rank == 1 && m->item[2].rank == 3);
}
END_TEST

/* ---- thresholds: equality passes, also where floats would not see it */
static const struct {
  const char *scoring, *marks, *missed;
} thresholds[] = {
    {"},\"at_least\":\"4.25\"", "5 3;4 4", ""},
    {"},\"at_least\":\"4.250001\"", "5 3;4 4",
     "a 14 fail [4.250000] [4.250001] scoring.at_least: 4.250001\n"},
    {"},\"at_least\":\"2.5\"", "2 2;2 2;3 3",
     "a 14 fail [2.333333] [2.5] scoring.at_least: 2.5\n"},
    {"},\"at_least\":\"1.1\"", "1.1 1.1;1.1 1.1;1.1 1.1", ""},
    {"},\"method\":\"median\",\"at_least\":\"4\"", "1 1;4 4;5 5", ""},
    {"},\"method\":\"median\",\"at_least\":\"4\"", "1 1;3.999999 4;5 5",
     "a 14 fail [3.999999] [4.0] scoring.at_least: 4.0\n"},
    {",\"better\":\"low\"},\"at_least\":\"2\"", "2 2;2 2", ""},
    {",\"better\":\"low\"},\"at_least\":\"2\"", "2 2;3 3",
     "a 14 fail [2.500000] [2.0] scoring.at_least: 2.0\n"},
    {"},\"method\":\"t_score\",\"at_least\":\"3\"", "2 2;3 3",
     "a 14 fail [2.500000] [3.0] scoring.at_least: 3.0\n"},
    {"},\"criteria\":[{\"id\":\"plan\",\"weight\":\"9\",\"at_least\":\"2\"},"
     "{\"id\":\"effect\",\"weight\":\"1\",\"at_least\":\"3.5\"}]",
     "2 3;2 4", ""},
    {"},\"at_least\":\"2.5\",\"criteria\":[{\"id\":\"plan\",\"weight\":\"9\","
     "\"at_least\":\"2.0\"},{\"id\":\"effect\",\"weight\":\"1\",\"at_least\":"
     "\"3\"}]",
     "1 3;2 4",
     "a 13 fail [1.500000] [2.0] scoring.criteria[plan].at_least: 2.0\n"
     "a 14 fail [1.700000] [2.5] scoring.at_least: 2.5\n"},
    {",\"better\":\"low\"},\"method\":\"median\",\"criteria\":[{\"id\":"
     "\"plan\","
     "\"weight\":\"9\",\"at_least\":\"2\"}]",
     "1;2;5", ""},
};

START_TEST(tests_thresholds_on_exact_raw_scores) {
  call c = scored_call(thresholds[_i].scoring);
  ck_assert_ptr_nonnull(c.rules);
  plan_with(&c, "a", thresholds[_i].marks);
  const merits *m = score_call(&c);
  ck_assert_str_eq(misses_text(m), thresholds[_i].missed);
  ck_assert(m->item[0].passes == (*thresholds[_i].missed == '\0'));
}
END_TEST

/* ---- ranks */
START_TEST(ranks_scored_applications_by_merit) {
  call c = scored_call("},\"at_least\":\"3\"");
  plan_with(&c, "a", "3 3");
  plan_with(&c, "b", "5 5");
  plan_with(&c, "c", "");
  plan_with(&c, "d", "4 4;4 4");
  plan_with(&c, "e", "4 4");
  plan_with(&c, "f", "2 2"); /* below the threshold, ranked all the same */
  const merits *m = score_call(&c);
  const int expected[] = {4, 1, 0, 2, 2, 5};
  int wrong = 0;
  for (int i = 0; i < 6; i++)
    wrong += m->item[i].rank != expected[i];
  ck_assert_int_eq(wrong, 0);
  ck_assert(!m->item[2].scored && !m->item[2].passes &&
            m->item[2].reviews == 0);
  ck_assert(m->item[0].passes && !m->item[5].passes);
  ck_assert_int_eq(m->finding_count, 1);
}
END_TEST

START_TEST(leaves_dropped_reviews_out_of_everything) {
  call c = scored_call("},\"method\":\"t_score\"");
  plan_with(&c, "a", "1 1");
  plan_with(&c, "b", "2 2");
  plan_with(&c, "c", "3 3");
  plan_with(&c, "d", "5 5");
  call_conflict(&c, "R0", "kin");
  plan_with(&c, "e", "5 ");
  const merits *m = score_call(&c);
  ck_assert(m->item[0].merit == 2400 && m->item[2].merit == 3600);
  ck_assert(!m->item[3].scored && !m->item[4].scored);
}
END_TEST

/* ---- the order of rows, to the last bit */
static const char *merits_text(const merits *m) {
  text all = text_empty(home);
  for (int i = 0; i < m->of->count; i++) {
    const merit *x = &m->item[i];
    text_format(&all, "%s %d %d %d %s %" PRId64 " %d %a\n",
                m->of->applications[i].id, x->scored, x->passes, x->reviews,
                exact_text(home, x->raw, 18), x->merit, x->rank, x->spread);
  }
  text_add(&all, misses_text(m));
  return all.at;
}

static const char *const every_method[] = {"mean", "median", "trimmed_mean",
                                           "t_score"};

START_TEST(gives_the_same_merits_whatever_the_order_of_rows) {
  const char *how = arena_format(
      home,
      "{\"scale\":{\"low\":1,\"high\":5},\"method\":\"%s\",\"at_least\":\"3\","
      "\"criteria\":[{\"id\":\"plan\",\"weight\":\"1\",\"at_least\":\"2.5\"},"
      "{\"id\":\"effect\",\"weight\":\"0.3\"}]}",
      every_method[_i]);
  int differ = 0, missed = 0;
  for (uint64_t seed = 0; seed < 10; seed++) {
    const call c = call_rich(home, seed, how);
    const call d = call_shuffled(&c, seed);
    const merits *m = score_call(&c);
    differ += !text_same(merits_text(m), merits_text(score_call(&d)));
    missed += m->finding_count;
  }
  ck_assert_int_gt(missed, 50);
  ck_assert_int_eq(differ, 0);
}
END_TEST

START_TEST(scores_an_empty_call) {
  const call c = scored_call("}");
  const merits *m = score_call(&c);
  ck_assert(m && m->finding_count == 0);
}
END_TEST

int main(void) {
  Suite *suite = suite_create("score");
  TCase *cases = tcase_create("score");
  tcase_add_checked_fixture(cases, open_arena, close_arena);
  tcase_add_loop_test(cases, joins_reviews_exactly_and_rounds_once, 0,
                      sizeof methods / sizeof *methods);
  tcase_add_test(cases, joins_marks_of_any_fineness);
  tcase_add_test(cases, measures_the_spread_of_its_reviews);
  tcase_add_test(cases, calibrates_by_reviewer);
  tcase_add_test(cases, turns_t_scores_where_low_is_better);
  tcase_add_loop_test(cases, tests_thresholds_on_exact_raw_scores, 0,
                      sizeof thresholds / sizeof *thresholds);
  tcase_add_test(cases, ranks_scored_applications_by_merit);
  tcase_add_test(cases, leaves_dropped_reviews_out_of_everything);
  tcase_add_loop_test(cases, gives_the_same_merits_whatever_the_order_of_rows,
                      0, sizeof every_method / sizeof *every_method);
  tcase_add_test(cases, scores_an_empty_call);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? 0 : 1;
}
