/* report: remarks on a policy in words and as JSON. */
#include "../../engine/base/text.h"
#include "../../engine/report/remarks.h"
#include <check.h>

static arena *home;
static void open_arena(void) { home = arena_open(); }
static void close_arena(void) { arena_close(home); }

static remark remark_of(remark_code code) {
  return (remark){.code = code, .about = "a", .key = "", .other = ""};
}

START_TEST(has_one_word_for_every_code) {
  int wrong = 0;
  for (int i = 0; i < REMARK_COUNT; i++) {
    const char *word = remark_word((remark_code)i);
    wrong += !word || !*word;
    for (int k = 0; k < i; k++)
      wrong += text_same(word, remark_word((remark_code)k));
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(says_every_code_in_every_language) {
  int wrong = 0;
  for (int i = 0; i < REMARK_COUNT; i++) {
    const remark r = remark_of((remark_code)i);
    const char *en = remark_phrase(home, LANGUAGE_EN, &r);
    const char *ja = remark_phrase(home, LANGUAGE_JA, &r);
    wrong += !*en || !*ja || text_same(en, ja);
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(says_figures_in_the_measure_they_are_in) {
  remark r = remark_of(REMARK_CONTRADICTS);
  r.key = "IN";
  r.other = "budget";
  r.measured = true;
  r.measure = MEASURE_YEN;
  r.seen = (ratio){1000000, 1};
  r.allowed = (ratio){2000001, 2};
  ck_assert_str_eq(remark_phrase(home, LANGUAGE_EN, &r),
                   "no set is permitted: beside the budget at best 1,000,000 "
                   "yen, against 1,000,000.5 yen for IN");
  ck_assert_str_eq(remark_phrase(home, LANGUAGE_JA, &r),
                   "許容される採択案がない：予算 の下では最良でも 1,000,000 "
                   "円、限度 1,000,000.5 円（IN）");
}
END_TEST

START_TEST(says_shares_without_a_figure_by_the_share_alone) {
  remark r = remark_of(REMARK_NEVER_BINDS);
  r.allowed = (ratio){1, 4};
  ck_assert_str_eq(remark_phrase(home, LANGUAGE_EN, &r),
                   "can never bind: every set keeps the share of 0.25");
}
END_TEST

START_TEST(lists_nothing_where_there_is_nothing_to_say) {
  page p = page_new(home, LANGUAGE_EN);
  remarks_list(&p, &(remarks){NULL, 0});
  ck_assert_str_eq(p.to.at, "");
}
END_TEST

START_TEST(gives_absent_figures_as_null) {
  const remark r = remark_of(REMARK_GROUP_NOBODY);
  json_t *all = remarks_json(home, LANGUAGE_EN, &(remarks){&r, 1});
  const json_t *one = json_array_get(all, 0);
  const bool good = json_is_null(json_object_get(one, "seen")) &&
                    json_is_null(json_object_get(one, "allowed")) &&
                    json_object_size(one) == 7;
  json_decref(all);
  ck_assert(good);
}
END_TEST

int main(void) {
  Suite *suite = suite_create("report_remarks");
  TCase *cases = tcase_create("remarks");
  tcase_add_checked_fixture(cases, open_arena, close_arena);
  tcase_add_test(cases, has_one_word_for_every_code);
  tcase_add_test(cases, says_every_code_in_every_language);
  tcase_add_test(cases, says_figures_in_the_measure_they_are_in);
  tcase_add_test(cases, says_shares_without_a_figure_by_the_share_alone);
  tcase_add_test(cases, lists_nothing_where_there_is_nothing_to_say);
  tcase_add_test(cases, gives_absent_figures_as_null);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? 0 : 1;
}
