#include "pool_text.h"
#include <check.h>

static arena *home;
static void open_arena(void) { home = arena_open(); }
static void close_arena(void) { arena_close(home); }

/* ---- linking */
START_TEST(stands_applications_and_people_by_id) {
  call c = call_open(home, "");
  call_application(&c, "b", 10);
  call_people(&c, "IN", "S2", 1);
  call_people(&c, "CN", "S1", 2);
  call_people(&c, "IN", "", 3);
  call_people(&c, "IN", "S1", 4);
  call_application(&c, "B", 10); /* bytewise: before the small letter */
  const pool *p = admit_call(&c);
  const delegation *who = p->applications[1].delegations;
  ck_assert_str_eq(p->applications[0].id, "B");
  ck_assert_int_eq(p->applications[1].delegation_count, 4);
  ck_assert(who[0].people == 2 && who[1].people == 3 && who[2].people == 4 &&
            who[3].people == 1);
  ck_assert(who[0].sender == 0 && who[1].sender == -1 && who[2].sender == 0 &&
            who[3].sender == 1);
}
END_TEST

START_TEST(merges_rows_of_one_country_and_sender) {
  call c = call_open(home, "");
  call_application(&c, "a", 10);
  call_people(&c, "IN", "S1", 3)->role = "student";
  call_people(&c, "CN", "S1", 1);
  call_people(&c, "IN", "S1", 2)->role = "worker";
  call_people(&c, "IN", "S2", 4);
  const application *plan = &admit_call(&c)->applications[0];
  ck_assert_int_eq(plan->delegation_count, 3);
  ck_assert_int_eq(plan->delegations[1].people, 5);
  ck_assert_int_eq(plan->awards[0].people, 10);
}
END_TEST

/* ---- awards */
START_TEST(splits_by_country_first_and_then_by_sender) {
  call c = call_open(home, "");
  call_application(&c, "a", 11);
  call_people(&c, "IN", "S1", 1);
  call_people(&c, "IN", "S2", 1);
  call_people(&c, "IN", "S3", 1);
  call_people(&c, "KE", "S1", 1);
  /* 8.25 and 2.75 by country: 8 and 3; then 8 over three senders. In one step
   * (2.75 each) the last would get 2. */
  const int64_t expected[] = {3, 3, 2, 3};
  const award *full = admit_call(&c)->applications[0].awards;
  int wrong = 0;
  for (int i = 0; i < 4; i++)
    wrong += full->delegation_yen[i] != expected[i];
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(splits_each_level_by_itself) {
  call c = call_open(home, "");
  call_application(&c, "a", 101);
  call_level(&c, "half", 51, 3, 40);
  call_people(&c, "IN", "", 3);
  call_people(&c, "KE", "", 3);
  const award *half = &admit_call(&c)->applications[0].awards[1];
  ck_assert(half[-1].delegation_yen[0] == 51 &&
            half[-1].delegation_yen[1] == 50);
  ck_assert(half->delegation_yen[0] == 26 && half->delegation_yen[1] == 25);
  ck_assert(half->delegation_people[0] == 2 && half->delegation_people[1] == 1);
}
END_TEST

START_TEST(stands_larger_levels_first) {
  call c = call_open(home, "");
  call_application(&c, "a", 100);
  call_people(&c, "IN", "", 9);
  call_level(&c, "e", 40, 5, 50);
  call_level(&c, "d", 40, 5, 60);
  call_level(&c, "c", 40, 5, 60);
  call_level(&c, "b", 40, 6, 10);
  call_level(&c, "a", 50, 1, 10);
  const application *plan = admit_call(&c)->applications;
  char order[7] = {0};
  for (int i = 0; i < plan->award_count; i++)
    order[i] = plan->awards[i].level[0];
  ck_assert_str_eq(order, "fabcde"); /* f: full */
}
END_TEST

START_TEST(knows_the_level_that_a_decision_names) {
  static const char *const named[] = {"", "full", "half"};
  for (int i = 0; i < 3; i++) {
    call c = call_open(home, "");
    call_application(&c, "a", 100);
    call_level(&c, "half", 40, 5, 50);
    call_level(&c, "most", 80, 5, 50);
    call_override(&c, true, named[i]);
    const application *plan = admit_call(&c)->applications;
    static const int expected[] = {-1, 0, 2};
    ck_assert_int_eq(plan->intervention_award, expected[i]);
  }
}
END_TEST

/* ---- groups: people of IN/S1, IN/S2, CN/S1, KE/none in field ict */
static const struct {
  const char *group, *members; /* which of the four are in */
} memberships[] = {
    {"{\"countries\":[\"IN\",\"KE\"]}", "11.1"},
    {"{\"territory\":\"142\"}", "111."},
    {"{\"territory\":\"142\",\"minus\":[\"CN\"]}", "11.."},
    {"{\"has_record\":{\"since\":2014}}", "111."},
    {"{\"has_record\":{\"since\":2019}}", "..1."}, /* KE: nobody came */
    {"{\"has_record\":{\"since\":2014,\"strands\":[\"online\"]}}", "..1."},
    {"{\"has_record\":{\"since\":2014,\"strands\":[\"invitation\"]}}", "111."},
    {"{\"no_record\":{\"since\":2014}}", "...1"},
    {"{\"no_record\":{\"since\":2014,\"strands\":[\"online\"]}}", "11.1"},
    {"{\"no_record\":{\"since\":2014},\"countries\":[\"IN\"]}", "...."},
    {"{\"senders_with_record\":{\"since\":2014}}", "1.1."},
    {"{\"senders_with_record\":{\"since\":2017}}", "...."},
    {"{\"countries\":[\"IN\"],\"fields\":[\"ict\"]}", "11.."},
    {"{\"countries\":[\"IN\"],\"fields\":[\"social\"]}", "...."},
    {"{\"host_types\":[\"university\"]}", "1111"},
    {"{\"host_types\":[\"company\"]}", "...."},
    {"{\"strands\":[\"invitation\"]}", "1111"},
    {"{\"strands\":[\"online\"]}", "...."},
    {"{\"courses\":[\"A\"]}", "1111"},
    {"{\"courses\":[\"B\"]}", "...."},
    {"{\"any_of\":[\"kenya\",\"back\"]}", "1.11"},
    {"{\"all_of\":[\"india\",\"back\"]}", "1..."},
    {"{\"all_of\":[\"india\"],\"any_of\":[\"back\",\"kenya\"]}", "1..."},
    {"{\"all_of\":[\"india\"],\"fields\":[\"arts\"]}", "...."},
    {"{\"any_of\":[\"z_later\"]}", "...1"}, /* a group that stands behind it */
};

START_TEST(marks_who_is_in_which_group) {
  call c = call_open(
      home,
      arena_format(
          home,
          "\"strands\":{\"invitation\":{\"courses\":[\"A\"]},\"online\":{}},"
          "\"courses\":{\"A\":{},\"B\":{}},"
          "\"groups\":{\"m\":%s,\"india\":{\"countries\":[\"IN\"]},"
          "\"kenya\":{\"countries\":[\"KE\"]},\"back\":"
          "{\"senders_with_record\":{\"since\":2014}},\"z_later\":{\"any_of\":"
          "[\"kenya\"]}}",
          memberships[_i].group));
  ck_assert_ptr_nonnull(c.rules);
  application_row *row = call_application(&c, "a", 1);
  row->strand = "invitation";
  row->course = "A";
  row->field = "ict";
  call_people(&c, "IN", "S1", 1);
  call_people(&c, "IN", "S2", 1);
  call_people(&c, "CN", "S1", 1);
  call_people(&c, "KE", "", 1);
  history_row *was = call_history(&c, 2016, "IN", 1);
  was->sender_id = "S1";
  was->strand = "invitation";
  call_history(&c, 2020, "CN", 2); /* no strand: counts in each */
  call_history(&c, 2021, "KE", 0);
  call_history(&c, 2013, "KE", 9);
  const pool *p = admit_call(&c);
  const int m = policy_group(c.rules, "m");
  char in[5] = "....";
  /* delegations stand CN, IN/S1, IN/S2, KE */
  static const int place[] = {1, 2, 0, 3};
  for (int i = 0; i < 4; i++)
    if (p->applications[0].delegations[place[i]].groups >> m & 1)
      in[i] = '1';
  ck_assert_str_eq(in, memberships[_i].members);
}
END_TEST

/* ---- overrides */
START_TEST(lets_a_decision_lift_gates_but_not_hide_them) {
  call c = call_open(home, "\"admission\":{\"fields\":[\"ict\"]}");
  for (int i = 0; i < 3; i++) {
    call_application(&c, arena_format(home, "a%d", i), 1)->field =
        i == 2 ? "ict" : "arts";
    call_people(&c, "IN", "", 1);
    if (i > 0)
      call_override(&c, i == 1, "");
  }
  const pool *p = admit_call(&c);
  ck_assert(!pool_admits(p, 0) && pool_admits(p, 1) && !pool_admits(p, 2));
  ck_assert_int_eq(p->finding_count, 2);
  ck_assert_int_eq(p->applications[1].verdict, VERDICT_FAIL);
  ck_assert_str_eq(p->applications[1].decided_by, "chair");
}
END_TEST

/* ---- reviews */
START_TEST(drops_conflicts_first_and_then_gaps) {
  call c = call_open(home, "\"scoring\":{\"scale\":{\"low\":1,\"high\":5},"
                           "\"criteria\":[{\"id\":\"plan\",\"weight\":\"1\"},"
                           "{\"id\":\"effect\",\"weight\":\"1\"}]}");
  call_application(&c, "b", 1);
  call_people(&c, "IN", "", 1);
  call_score(&c, "R9", 1, "4");
  call_score(&c, "R9", 0, "3");
  call_score(&c, "R2", 0, "3"); /* no row for effect */
  call_score(&c, "R3", 0, "");
  call_score(&c, "R3", 1, "");
  call_score(&c, "R4", 0, "COI");
  call_score(&c, "R4", 1, "");
  call_score(&c, "R5", 0, "2"); /* incomplete and in conflict */
  call_conflict(&c, "R5", "same lab");
  call_conflict(&c, "R6", "kin"); /* wrote no review */
  call_application(&c, "a", 1);
  call_people(&c, "IN", "", 1);
  call_score(&c, "R5", 0, "1");
  call_score(&c, "R5", 1, "2.5");
  ck_assert_str_eq(reviews_text(home, admit_call(&c)),
                   "a by R5: 1000000 2500000\n"
                   "b by R9: 3000000 4000000\n"
                   "b by R2: incomplete: effect\n"
                   "b by R3: incomplete: plan, effect\n"
                   "b by R4: conflict: \n"
                   "b by R5: conflict: same lab\n");
}
END_TEST

/* ---- the order of rows */
START_TEST(gives_one_pool_whatever_the_order_of_rows) {
  static const char how[] =
      "{\"scale\":{\"low\":1,\"high\":5},\"criteria\":[{\"id\":\"plan\","
      "\"weight\":\"1\"},{\"id\":\"effect\",\"weight\":\"0.5\"}]}";
  int differ = 0, findings = 0, reviews = 0;
  for (uint64_t seed = 0; seed < 20; seed++) {
    const call c = call_rich(home, seed, how);
    const call d = call_shuffled(&c, seed);
    const pool *p = admit_call(&c);
    differ += !text_same(pool_text(home, p), pool_text(home, admit_call(&d)));
    findings += p->finding_count;
    reviews += p->review_count;
  }
  ck_assert(findings > 1000 && reviews > 1000);
  ck_assert_int_eq(differ, 0);
}
END_TEST

START_TEST(admits_an_empty_call) {
  const call c = call_open(home, "");
  const pool *p = admit_call(&c);
  ck_assert(p->count == 0 && p->finding_count == 0 && p->review_count == 0);
}
END_TEST

int main(void) {
  Suite *suite = suite_create("admit");
  TCase *cases = tcase_create("admit");
  tcase_add_checked_fixture(cases, open_arena, close_arena);
  tcase_add_test(cases, stands_applications_and_people_by_id);
  tcase_add_test(cases, merges_rows_of_one_country_and_sender);
  tcase_add_test(cases, splits_by_country_first_and_then_by_sender);
  tcase_add_test(cases, splits_each_level_by_itself);
  tcase_add_test(cases, stands_larger_levels_first);
  tcase_add_test(cases, knows_the_level_that_a_decision_names);
  tcase_add_loop_test(cases, marks_who_is_in_which_group, 0,
                      sizeof memberships / sizeof *memberships);
  tcase_add_test(cases, lets_a_decision_lift_gates_but_not_hide_them);
  tcase_add_test(cases, drops_conflicts_first_and_then_gaps);
  tcase_add_test(cases, gives_one_pool_whatever_the_order_of_rows);
  tcase_add_test(cases, admits_an_empty_call);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? 0 : 1;
}
