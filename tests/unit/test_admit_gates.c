#include "pool_text.h"
#include <check.h>

static arena *home;
static void open_arena(void) { home = arena_open(); }
static void close_arena(void) { arena_close(home); }

/* ---- gates: one application "a" under a policy, and what is found */
typedef struct gate_case {
  const char *courses, *others; /* members of the policy */
  void (*write)(call *c, application_row *a);
  const char *found;
} gate_case;

static const char courses[] =
    "\"strands\":{\"invitation\":{\"courses\":[\"A\",\"C\"]},\"online\":{}},"
    "\"courses\":{\"A\":{\"days\":7,\"days_if\":[{\"domestic_km_at_least\":80,"
    "\"days\":8},{\"domestic_km_at_least\":800,\"days\":6}],\"people\":8},"
    "\"B\":{},\"C\":{\"days\":10,\"people\":8,\"people_if\":["
    "{\"senders_at_least\":2,\"people\":12}]}}";

static void in_course(application_row *a, const char *id, int64_t days) {
  a->strand = "invitation";
  a->course = id;
  a->days = days;
}

static void nobody(call *c, application_row *a) { (void)c, (void)a; }
static void course_b(call *c, application_row *a) {
  in_course(a, "B", 7);
  call_people(c, "IN", "", 1);
}
static void online_course(call *c, application_row *a) {
  in_course(a, "A", 7);
  a->strand = "online";
  call_people(c, "IN", "", 1);
}
static void online(call *c, application_row *a) {
  a->strand = "online";
  a->days = 400;
  call_people(c, "IN", "", 999);
}
static void days_8(call *c, application_row *a) {
  in_course(a, "A", 8);
  call_people(c, "IN", "", 8);
}
static void days_8_far(call *c, application_row *a) {
  days_8(c, a);
  a->domestic_km = 80;
}
static void days_8_nearly_far(call *c, application_row *a) {
  days_8(c, a);
  a->domestic_km = 79;
}
static void days_9_very_far(call *c, application_row *a) {
  in_course(a, "A", 9);
  a->domestic_km = 900; /* the largest limit counts, not the last */
  call_people(c, "IN", "", 8);
}
static void days_missing(call *c, application_row *a) {
  in_course(a, "A", DOSSIER_MISSING);
  call_people(c, "IN", "", 1);
}
static void people_9(call *c, application_row *a) {
  in_course(a, "A", 7);
  call_people(c, "IN", "", 5)->leaders = 4; /* inside the count */
  call_people(c, "KE", "", 4);
}
static void people_12_of_two(call *c, application_row *a) {
  in_course(a, "C", 7);
  call_people(c, "IN", "S1", 5);
  call_people(c, "KE", "S2", 7);
}
static void people_12_of_one(call *c, application_row *a) {
  in_course(a, "C", 7);
  call_people(c, "IN", "S1", 5);
  call_people(c, "KE", "S1", 6);
  call_people(c, "KE", "", 1);
}
static void people_13_of_two(call *c, application_row *a) {
  people_12_of_two(c, a);
  call_people(c, "CN", "", 1);
}
static void course_d(call *c, application_row *a) {
  a->course = "D";
  call_people(c, "KE", "S1", 1)->first_visit = ANSWER_NO;
  call_people(c, "IN", "S1", 1)->first_visit = ANSWER_NO;
  call_people(c, "FR", "", 1)->first_visit = ANSWER_NO;
}
static void returning(call *c, application_row *a) {
  a->course = "E";
  call_people(c, "KE", "S1", 1)->first_visit = ANSWER_NO;
  call_people(c, "IN", "S1", 1)->first_visit = ANSWER_YES;
}
static void unasked(call *c, application_row *a) {
  (void)a;
  call_people(c, "KE", "S1", 1)->first_visit = ANSWER_YES;
  call_people(c, "IN", "S1", 1);
}
static void ages(call *c, application_row *a) {
  (void)a;
  call_people(c, "KE", "S1", 1)->oldest_age = 40;
  call_people(c, "IN", "S1", 1)->oldest_age = 41;
  call_people(c, "IN", "", 1)->oldest_age = 50;
  call_people(c, "CN", "", 1);
}
static void roles(call *c, application_row *a) {
  (void)a;
  call_people(c, "KE", "S1", 1)->role = "student";
  call_people(c, "IN", "S1", 1)->role = "tourist";
  call_people(c, "CN", "", 1);
}
static void arts(call *c, application_row *a) {
  a->field = "arts";
  call_people(c, "IN", "", 1);
}
static void ict(call *c, application_row *a) {
  a->field = "ict";
  call_people(c, "IN", "", 1);
}
static void some_people(call *c, application_row *a) {
  (void)a;
  call_people(c, "IN", "", 1);
}
static void two_reviews(call *c, application_row *a) {
  some_people(c, a);
  call_score(c, "R1", 0, "3");
  call_score(c, "R2", 0, "3");
}
static void three_reviews_one_conflict(call *c, application_row *a) {
  two_reviews(c, a);
  call_score(c, "R3", 0, "3");
  call_conflict(c, "R3", "kin");
}
static void several_breaches(call *c, application_row *a) {
  in_course(a, "A", 9);
  call_people(c, "IN", "", 9)->oldest_age = 41;
}

static const gate_case gate_cases[] = {
    {"", "", nobody, "a 0 fail [0] [1] delegations.csv\n"},
    {courses, "", course_b,
     "a 1 fail [B] [A, C] strands.invitation.courses: A, C\n"},
    {courses, "", online_course, "a 1 fail [A] [] strands.online.courses\n"},
    {courses, "", online, ""},
    {courses, "", days_8, "a 2 fail [8] [7] courses.A.days: 7\n"},
    {courses, "", days_8_far, ""},
    {courses, "", days_8_nearly_far, "a 2 fail [8] [7] courses.A.days: 7\n"},
    {courses, "", days_9_very_far,
     "a 2 fail [9] [8] courses.A.days_if[0].days: 8\n"},
    {courses, "", days_missing, "- 2 note [1 of 1] [] courses.days\n"},
    {courses, "", people_9, "a 3 fail [9] [8] courses.A.people: 8\n"},
    {courses, "", people_12_of_two, ""},
    {courses, "", people_12_of_one, "a 3 fail [12] [8] courses.C.people: 8\n"},
    {courses, "", people_13_of_two,
     "a 3 fail [13] [12] courses.C.people_if[0].people: 12\n"},
    {"",
     "\"courses\":{\"D\":{\"all_people_in\":\"africa\",\"first_visit\":false}},"
     "\"groups\":{\"africa\":{\"territory\":\"002\"}},"
     "\"admission\":{\"first_visit\":true}",
     course_d,
     "a 4 fail [FR] [africa] courses.D.all_people_in: africa\n"
     "a 4 fail [IN/S1] [africa] courses.D.all_people_in: africa\n"},
    {"", "\"courses\":{\"E\":{\"first_visit\":true}}", returning,
     "a 5 fail [KE/S1: false] [true] courses.E.first_visit: true\n"},
    {"", "\"courses\":{\"E\":{}},\"admission\":{\"first_visit\":true}",
     returning, "a 5 fail [KE/S1: false] [true] admission.first_visit: true\n"},
    {"", "\"courses\":{\"E\":{}},\"admission\":{\"first_visit\":false}",
     returning, ""},
    {"", "\"admission\":{\"first_visit\":true}", unasked,
     "- 5 note [1 of 1] [] admission.first_visit\n"},
    {"", "\"admission\":{\"oldest_age\":40}", ages,
     "- 6 note [1 of 1] [] admission.oldest_age\n"
     "a 6 fail [IN/S1: 41] [40] admission.oldest_age: 40\n"
     "a 6 fail [IN: 50] [40] admission.oldest_age: 40\n"},
    {"", "\"admission\":{\"roles\":[\"student\",\"worker\"]}", roles,
     "- 7 note [1 of 1] [] admission.roles\n"
     "a 7 fail [IN/S1: tourist] [student, worker] "
     "admission.roles: student, worker\n"},
    {"", "\"admission\":{\"fields\":[\"ict\",\"social\"]}", arts,
     "a 8 fail [arts] [ict, social] admission.fields: ict, social\n"},
    {"", "\"admission\":{\"fields\":[\"ict\",\"social\"]}", ict, ""},
    {"", "\"admission\":{\"fields\":[\"ict\",\"social\"]}", some_people,
     "- 8 note [1 of 1] [] admission.fields\n"},
    {"", "\"admission\":{\"reviews_at_least\":2}", two_reviews, ""},
    {"", "\"admission\":{\"reviews_at_least\":3}", three_reviews_one_conflict,
     "a 9 fail [2] [3] admission.reviews_at_least: 3\n"},
    {courses, "\"admission\":{\"oldest_age\":40,\"reviews_at_least\":1}",
     several_breaches,
     "a 2 fail [9] [7] courses.A.days: 7\n"
     "a 3 fail [9] [8] courses.A.people: 8\n"
     "a 6 fail [IN: 41] [40] admission.oldest_age: 40\n"
     "a 9 fail [0] [1] admission.reviews_at_least: 1\n"},
};

START_TEST(finds_every_breach_and_cites_the_policy) {
  const gate_case *now = &gate_cases[_i];
  const char *comma = *now->courses && *now->others ? "," : "";
  call c = call_open(
      home, arena_format(home, "%s%s%s", now->courses, comma, now->others));
  ck_assert_ptr_nonnull(c.rules);
  now->write(&c, call_application(&c, "a", 100));
  const pool *p = admit_call(&c);
  const bool fails = strstr(now->found, "fail");
  ck_assert_str_eq(findings_text(home, p), now->found);
  ck_assert(pool_admits(p, 0) == !fails);
  ck_assert_int_eq(p->applications[0].verdict,
                   fails ? VERDICT_FAIL : VERDICT_OK);
}
END_TEST

START_TEST(notes_once_what_could_not_be_tested) {
  call c = call_open(home, "\"admission\":{\"oldest_age\":40}");
  for (int i = 0; i < 5; i++) {
    call_application(&c, arena_format(home, "a%d", i), 1);
    if (i < 4) /* a plan without people is not asked */
      call_people(&c, "IN", "", 1)->oldest_age = i == 0 ? 40 : DOSSIER_MISSING;
  }
  ck_assert_str_eq(findings_text(home, admit_call(&c)),
                   "- 6 note [3 of 4] [] admission.oldest_age\n"
                   "a4 0 fail [0] [1] delegations.csv\n");
}
END_TEST

/* ---- a host that asks too often */
static call crowded(const char *on_excess) {
  call c = call_open(
      home, arena_format(home,
                         "\"admission\":{\"applications_per_host_at_most\":2,"
                         "\"on_excess\":\"%s\"}",
                         on_excess));
  static const struct {
    const char *id, *host;
    int32_t received;
  } rows[] = {{"d", "H1", 20001}, {"c", "H1", 20000},
              {"b", "H1", 20001}, {"a", "H1", DATE_MISSING},
              {"e", "H2", 20009}, {"f", "H2", 20009}};
  for (int i = 0; i < 6; i++) {
    application_row *row = call_application(&c, rows[i].id, 1);
    row->host_id = rows[i].host;
    row->received_on = rows[i].received;
    call_people(&c, "IN", "", 1);
  }
  return c;
}

START_TEST(fails_a_hosts_latest_applications) {
  const call c = crowded("latest_fail");
  const char *cites = "[2] admission.applications_per_host_at_most: 2\n";
  ck_assert_str_eq(findings_text(home, admit_call(&c)),
                   arena_format(home,
                                "- 10 note [1 of 6] [] "
                                "admission.applications_per_host_at_most\n"
                                "a 10 fail [H1: 4] %sd 10 fail [H1: 4] %s",
                                cites, cites));
}
END_TEST

START_TEST(fails_all_applications_of_a_host) {
  const call c = crowded("all_fail");
  const pool *p = admit_call(&c);
  char in[7] = {0};
  for (int i = 0; i < p->count; i++)
    in[i] = pool_admits(p, i) ? '1' : '.';
  ck_assert_str_eq(in, "....11");
}
END_TEST

/* ---- costs */
static const char cost_rules[] =
    "\"cost\":{\"heads\":[\"travel\",\"programme\",\"tax\",\"admin\"],"
    "\"admin_percent\":10,\"by_host_type\":{\"company\":[\"travel\",\"tax\"]}}";

static const pool *with_costs(const char *host_type) {
  call c = call_open(home, cost_rules);
  application_row *row = call_application(&c, "a", 1900);
  row->host_type = host_type;
  call_cost(&c, "travel", 1000);
  call_cost(&c, "wine", 100);
  call_cost(&c, "admin", 300);
  call_cost(&c, "programme", 455);
  call_cost(&c, "tax", 45);
  call_level(&c, "near", 1700, 1, 90);
  call_level(&c, "small", 500, 1, 10);
  call_people(&c, "IN", "", 1);
  return admit_call(&c);
}

START_TEST(corrects_costs_and_shows_both_sums) {
  const pool *p = with_costs("university");
  const application *a = p->applications;
  ck_assert_str_eq(findings_text(home, p),
                   "a 11 correct [1900: wine 100] [1800] "
                   "cost.heads: travel, programme, tax, admin\n"
                   "a 12 correct [1800: admin 300] [1650: admin 150] "
                   "cost.admin_percent: 10\n");
  ck_assert(a->verdict == VERDICT_CORRECTABLE && pool_admits(p, 0));
  ck_assert(a->yen_asked == 1900 && a->awards[0].yen == 1650);
  ck_assert(a->awards[1].yen == 1650 && a->awards[2].yen == 500);
}
END_TEST

START_TEST(pays_a_company_only_what_the_policy_lists) {
  const pool *p = with_costs("company");
  ck_assert_str_eq(
      findings_text(home, p),
      "a 11 correct [1900: admin 300, programme 455, wine 100] [1045] "
      "cost.by_host_type.company: travel, tax\n"
      "a 11 correct [1900: wine 100] [1045] "
      "cost.heads: travel, programme, tax, admin\n");
  ck_assert_int_eq(p->applications[0].awards[0].yen, 1045);
}
END_TEST

START_TEST(notes_costs_that_are_not_itemised) {
  call c = call_open(home, cost_rules);
  call_application(&c, "a", 1900)->host_type = "company";
  call_people(&c, "IN", "", 1);
  const pool *p = admit_call(&c);
  ck_assert_str_eq(findings_text(home, p),
                   "- 11 note [1 of 1] [] cost.by_host_type\n"
                   "- 12 note [1 of 1] [] cost.admin_percent\n");
  ck_assert_int_eq(p->applications[0].awards[0].yen, 1900);
}
END_TEST

int main(void) {
  Suite *suite = suite_create("gates");
  TCase *cases = tcase_create("gates");
  tcase_add_checked_fixture(cases, open_arena, close_arena);
  tcase_add_loop_test(cases, finds_every_breach_and_cites_the_policy, 0,
                      sizeof gate_cases / sizeof *gate_cases);
  tcase_add_test(cases, notes_once_what_could_not_be_tested);
  tcase_add_test(cases, fails_a_hosts_latest_applications);
  tcase_add_test(cases, fails_all_applications_of_a_host);
  tcase_add_test(cases, corrects_costs_and_shows_both_sums);
  tcase_add_test(cases, pays_a_company_only_what_the_policy_lists);
  tcase_add_test(cases, notes_costs_that_are_not_itemised);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? 0 : 1;
}
