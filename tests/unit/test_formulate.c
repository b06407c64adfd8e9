/* formulate: rows and objectives of a small pool made by hand. */
#include "../../engine/formulate/measure.h"
#include "../../engine/formulate/program.h"
#include <check.h>
#include <string.h>

static arena *home;
static error err;

static void set_up(void) {
  home = arena_open();
  memset(&err, 0, sizeof err);
}
static void tear_down(void) { arena_close(home); }

#define POLICY_HEAD                                                            \
  "{\"programme\":\"p\",\"fiscal_year\":2025,\"round\":1,"                     \
  "\"as_of\":\"2025-07-04\",\"scoring\":{\"scale\":{\"low\":1,\"high\":5},"    \
  "\"criteria\":[{\"id\":\"c\",\"weight\":\"1\"}]},"                           \
  "\"groups\":{\"india\":{\"countries\":[\"IN\"]},"                            \
  "\"africa\":{\"territory\":\"002\"}},"                                       \
  "\"budget\":{\"yen\":1000,\"hold_back_yen\":100}"

static const policy *rules_of(const char *rest) {
  const char *const json = arena_format(home, POLICY_HEAD "%s}", rest);
  const bytes text = {json, strlen(json)};
  const policy *const p = policy_parse(home, "policy.json", text, &err);
  ck_assert_msg(p != NULL, "%s", err.text);
  return p;
}

/* Two plans. A01: 3 people of IN and 2 of KE, full 500 yen, and a level "half"
 * of 251 yen for 2 people. A02: 1 person of KE, 400 yen. */
static const int64_t full_yen[] = {300, 200}, full_people[] = {3, 2};
static const int64_t half_yen[] = {151, 100}, half_people[] = {1, 1};
static const int64_t small_yen[] = {400}, small_people[] = {1};

static uint64_t bit(const policy *rules, const char *id) {
  return UINT64_C(1) << policy_group(rules, id);
}

static void first_plan(const policy *rules, application *a) {
  a->delegations = ARENA_ARRAY(home, delegation, 2);
  a->delegations[0] =
      (delegation){country_find("IN"), -1, 3, bit(rules, "india")};
  a->delegations[1] =
      (delegation){country_find("KE"), 0, 2, bit(rules, "africa")};
  a->delegation_count = 2;
  a->awards = ARENA_ARRAY(home, award, 2);
  a->awards[0] = (award){"full", 500, 5, 100, full_yen, full_people};
  a->awards[1] = (award){"half", 251, 2, 50, half_yen, half_people};
  a->award_count = 2;
}

static void second_plan(const policy *rules, application *a) {
  a->delegations = ARENA_ARRAY(home, delegation, 1);
  a->delegations[0] =
      (delegation){country_find("KE"), -1, 1, bit(rules, "africa")};
  a->delegation_count = 1;
  a->awards = ARENA_ARRAY(home, award, 1);
  a->awards[0] = (award){"full", 400, 1, 100, small_yen, small_people};
  a->award_count = 1;
}

static pool *two_plans(const policy *rules) {
  pool *const p = ARENA_NEW(home, pool);
  p->rules = rules;
  p->count = 2;
  p->applications = ARENA_ARRAY(home, application, 2);
  p->senders.item = ARENA_ARRAY(home, const char *, 1);
  p->senders.item[0] = "S1";
  p->senders.count = 1;
  for (int i = 0; i < 2; i++)
    p->applications[i] = (application){.id = i ? "A02" : "A01",
                                       .host = "H1",
                                       .host_type = "university",
                                       .course = "",
                                       .strand = i ? "online" : "",
                                       .field = "",
                                       .title = "",
                                       .received = 100 + i,
                                       .intervention_award = -1};
  first_plan(rules, &p->applications[0]);
  second_plan(rules, &p->applications[1]);
  return p;
}

static worths *worths_of(const pool *p) {
  merits *const m = ARENA_NEW(home, merits);
  worths *const w = ARENA_NEW(home, worths);
  m->of = p;
  w->from = m;
  w->item = ARENA_ARRAY(home, worth, 2);
  w->selection = ARENA_ARRAY(home, int, 2);
  w->lot = ARENA_ARRAY(home, int, 2);
  w->selection_count = 2;
  for (int i = 0; i < 2; i++) {
    int64_t *const value = ARENA_ARRAY(home, int64_t, 2);
    value[0] = i ? 3000 : 4000;
    value[1] = 2000;
    w->item[i] = (worth){.competes = true, .total = value[0], .value = value};
    w->selection[i] = w->lot[i] = i;
  }
  return w;
}

static const program *formulated(const char *rest) {
  const program *const g =
      formulate(home, worths_of(two_plans(rules_of(rest))), &err);
  ck_assert_msg(g != NULL, "%s", err.text);
  return g;
}

/* "x0 + 2 x1 <= 3" for every row of one owner, joined by "; " */
static const char *rows_text(const program *g, const char *id) {
  char *all = arena_format(home, "%s", "");
  for (int i = 0; i < g->row_count; i++) {
    const row *const r = &g->rows[i];
    if (strcmp(g->owners[r->owner].id, id) != 0)
      continue;
    for (int k = 0; k < r->count; k++)
      all = arena_format(home, "%s%+lld x%d ", all,
                         (long long)r->entries[k].coefficient,
                         r->entries[k].column);
    all = arena_format(home, "%s<= %lld;", all, (long long)r->limit);
  }
  return all;
}

static const char *rule_text(const char *words) {
  const program *const g = formulated(arena_format(
      home, ",\"rules\":[{\"id\":\"r\",\"source\":\"s\",%s}]", words));
  return rows_text(g, "r");
}

/* columns: x0 A01 full, x1 A01 half, x2 A02 full, then coverages, shortfalls */
static const struct {
  const char *rule, *rows;
} rule_rows[] = {
    {"\"kind\":\"at_most\",\"of\":{\"group\":\"africa\"},\"measure\":\"yen\","
     "\"limit\":450",
     "+200 x0 +100 x1 +400 x2 <= 450;"},
    {"\"kind\":\"at_least\",\"of\":{\"group\":\"india\"},\"measure\":"
     "\"people\",\"limit\":2",
     "-3 x0 -1 x1 <= -2;"},
    {"\"kind\":\"at_least\",\"measure\":\"yen\",\"share\":\"0.3333\","
     "\"of_total\":\"budget\"",
     "-500 x0 -251 x1 -400 x2 <= -300;"},
    {"\"kind\":\"at_most\",\"measure\":\"yen\",\"share\":\"0.3333\","
     "\"of_total\":\"budget\"",
     "+500 x0 +251 x1 +400 x2 <= 299;"},
    {"\"kind\":\"at_least\",\"measure\":\"yen\",\"share\":\"0.333\","
     "\"of_total\":\"budget\",\"strength\":\"aim\",\"rank\":1",
     "-5000 x0 -2510 x1 -4000 x2 -1 x3 <= -2997;"},
    {"\"kind\":\"at_most\",\"for_each\":\"country\",\"measure\":\"people\","
     "\"share\":\"0.25\",\"of_total\":\"adopted\"",
     "+7 x0 +2 x1 -1 x2 <= 0;+3 x0 +2 x1 +3 x2 <= 0;"},
    {"\"kind\":\"at_most\",\"for_each\":\"sender\",\"measure\":\"yen\","
     "\"limit\":150",
     "+200 x0 +100 x1 <= 150;"},
    {"\"kind\":\"at_most\",\"of\":{\"strand\":\"online\"},\"measure\":"
     "\"awards\",\"limit\":0",
     "+1 x2 <= 0;"},
    {"\"kind\":\"at_least\",\"of\":{\"group\":[\"india\",\"africa\"]},"
     "\"measure\":\"countries\",\"limit\":2",
     "-1 x3 -1 x4 <= -2;"},
};

START_TEST(rules_become_the_rows_they_say) {
  ck_assert_str_eq(rule_text(rule_rows[_i].rule), rule_rows[_i].rows);
}
END_TEST

START_TEST(the_budget_leaves_out_what_is_held_back) {
  const program *const g = formulated("");
  ck_assert_str_eq(rows_text(g, "budget"), "+500 x0 +251 x1 +400 x2 <= 900;");
  ck_assert_str_eq(rows_text(g, ""), "+1 x0 +1 x1 <= 1;");
}
END_TEST

START_TEST(reserved_money_is_released_when_nobody_can_use_it) {
  const program *const kept =
      formulated(",\"priority\":{\"items\":[{\"group\":\"india\",\"mode\":"
                 "\"reserved\",\"yen\":400}]}");
  ck_assert_str_eq(rows_text(kept, "reserved:india"),
                   "+200 x0 +100 x1 +400 x2 <= 500;");
  const program *const back =
      formulated(",\"priority\":{\"items\":[{\"group\":\"india\",\"mode\":"
                 "\"reserved\",\"yen\":400,\"release\":true}]}");
  ck_assert_str_eq(rows_text(back, "reserved:india"),
                   "+200 x0 +100 x1 +400 x2 <= 600;");
}
END_TEST

START_TEST(a_capped_country_is_covered_by_each_of_its_plans) {
  const program *const g =
      formulated(",\"rules\":[{\"id\":\"r\",\"kind\":\"at_most\",\"measure\":"
                 "\"countries\",\"limit\":1}]");
  ck_assert_str_eq(rows_text(g, "r"), "+1 x3 +1 x4 <= 1;");
  ck_assert_str_eq(rows_text(g, ""),
                   "+1 x0 +1 x1 <= 1;"
                   "-1 x0 -1 x1 +1 x3 <= 0;+1 x0 +1 x1 -1 x3 <= 0;"
                   "-1 x0 -1 x1 -1 x2 +1 x4 <= 0;"
                   "+1 x0 +1 x1 -1 x4 <= 0;+1 x2 -1 x4 <= 0;");
}
END_TEST

START_TEST(a_price_finer_than_the_unit_scales_the_objective) {
  const program *const g = formulated(
      ",\"rules\":[{\"id\":\"r\",\"kind\":\"at_least\",\"measure\":\"yen\","
      "\"limit\":600,\"strength\":\"priced\",\"points_per_unit\":"
      "\"0.000025\"}]");
  ck_assert_int_eq(g->places, 3);
  const objective *const o = g->worth;
  ck_assert_int_eq(o->count, 4);
  ck_assert_int_eq(o->entries[0].coefficient, 4000000);
  ck_assert_int_eq(o->entries[3].column, 3);
  ck_assert_int_eq(o->entries[3].coefficient, -25);
}
END_TEST

START_TEST(objectives_stand_in_their_order) {
  static const char *const order[] = {"aim:b",     "aim:a", "merit",
                                      "fewer_yen", "lot",   "id"};
  const program *const g = formulated(
      ",\"rules\":[{\"id\":\"a\",\"kind\":\"at_least\",\"measure\":\"yen\","
      "\"limit\":600,\"strength\":\"aim\",\"rank\":2},"
      "{\"id\":\"b\",\"kind\":\"at_most\",\"measure\":\"people\","
      "\"limit\":1,\"strength\":\"aim\",\"rank\":1}],"
      "\"ties\":[\"fewer_yen\",\"lot\"]");
  int wrong = g->objective_count != 6;
  for (int k = 0; k < g->objective_count && k < 6; k++)
    wrong += strcmp(g->objectives[k].name, order[k]) != 0;
  ck_assert_int_eq(wrong, 0);
  const objective *const id = &g->objectives[5];
  ck_assert_int_eq(id->walk_columns[0] * 100 + id->walk_columns[1] * 10 +
                       id->walk_columns[2],
                   21);
}
END_TEST

START_TEST(completion_says_what_the_awards_imply) {
  const program *const g =
      formulated(",\"rules\":[{\"id\":\"r\",\"kind\":\"at_least\",\"measure\":"
                 "\"countries\",\"limit\":2,\"strength\":\"aim\",\"rank\":1}]");
  int64_t x[] = {0, 0, 1, 9, 9, 9};
  ck_assert_int_eq(g->column_count, 6);
  program_complete(g, x);
  ck_assert_int_eq(x[3] * 100 + x[4] * 10 + x[5], 11);
  ck_assert_int_eq(program_first_broken(g, x), -1);
  x[0] = 1;
  program_complete(g, x);
  ck_assert_int_eq(x[3] * 100 + x[4] * 10 + x[5], 110);
}
END_TEST

START_TEST(the_bound_holds_for_any_multipliers) {
  const entry e[] = {{0, 7}, {1, 5}, {2, -3}};
  const row r = {0, "", 6, e, 3};
  const int64_t c[] = {4, 3, -1};
  int64_t low[] = {0, 0, 0}, high[] = {1, 1, 2};
  const system_of_rows rows = {&r, 1, 3, c};
  wide reduced[3], bound, best = -100;
  for (int set = 0; set < 12; set++) {
    const int64_t x[] = {set & 1, set >> 1 & 1, set >> 2};
    const wide v = c[0] * x[0] + c[1] * x[1] + c[2] * x[2];
    if (program_activity(e, 3, x) <= r.limit && v > best)
      best = v;
  }
  int wrong = 0;
  for (int64_t u = 0; u < 4000; u++)
    wrong += !program_bound(rows, 10, &u, (box){low, high}, reduced, &bound) ||
             bound < best * 1024;
  ck_assert_int_eq(wrong, 0);
  ck_assert_int_eq((int)best, 5);
}
END_TEST

START_TEST(a_sum_past_127_bits_gives_no_bound) {
  const entry e[] = {{0, PROGRAM_MAX}};
  const row r = {0, "", (wide)1 << 100, e, 1};
  int64_t low = 0, high = INT64_MAX;
  const int64_t u = (INT64_C(1) << 53) - 1;
  const system_of_rows rows = {&r, 1, 1, NULL};
  wide reduced, bound;
  ck_assert(!program_bound(rows, 0, &u, (box){&low, &high}, &reduced, &bound));
}
END_TEST

START_TEST(figures_past_the_range_are_refused) {
  const worths *const w = worths_of(two_plans(rules_of(
      ",\"rules\":[{\"id\":\"r\",\"kind\":\"at_least\",\"measure\":\"yen\","
      "\"limit\":1000000000000,\"strength\":\"priced\",\"points_per_unit\":"
      "\"999999.999999\"}]")));
  for (int i = 0; i < 2; i++)
    w->item[i].value[0] = PROGRAM_MAX / 10;
  ck_assert_ptr_null(formulate(home, w, &err));
  ck_assert_int_eq(err.kind, ERROR_INPUT);
  ck_assert_str_eq(err.text,
                   "merit: its figures pass 10^17 when written in whole "
                   "numbers; allowed: coarser shares, points or unit");
}
END_TEST

int main(void) {
  Suite *const s = suite_create("formulate");
  TCase *const cases = tcase_create("formulate");
  tcase_add_checked_fixture(cases, set_up, tear_down);
  tcase_add_loop_test(cases, rules_become_the_rows_they_say, 0,
                      sizeof rule_rows / sizeof *rule_rows);
  tcase_add_test(cases, the_budget_leaves_out_what_is_held_back);
  tcase_add_test(cases, reserved_money_is_released_when_nobody_can_use_it);
  tcase_add_test(cases, a_capped_country_is_covered_by_each_of_its_plans);
  tcase_add_test(cases, a_price_finer_than_the_unit_scales_the_objective);
  tcase_add_test(cases, objectives_stand_in_their_order);
  tcase_add_test(cases, completion_says_what_the_awards_imply);
  tcase_add_test(cases, the_bound_holds_for_any_multipliers);
  tcase_add_test(cases, a_sum_past_127_bits_gives_no_bound);
  tcase_add_test(cases, figures_past_the_range_are_refused);
  suite_add_tcase(s, cases);
  SRunner *const runner = srunner_create(s);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed != 0;
}
