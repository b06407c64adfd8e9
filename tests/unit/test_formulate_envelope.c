/* The split of the budget over groups of plans that share no reviewer. */
#include "call.h"

#include "../../engine/formulate/program.h"
#include <check.h>

static arena *home;
static error err;
static void open_arena(void) {
  home = arena_open();
  err = (error){0};
}
static void close_arena(void) { arena_close(home); }

#define SCORING(more)                                                          \
  "\"scoring\":{\"scale\":{\"low\":1,\"high\":5},\"criteria\":[{\"id\":\"x\"}" \
  "]" more "}"
#define SPLIT SCORING(",\"unidentified\":\"envelopes\"")
#define BY_PLANS                                                               \
  SCORING(",\"unidentified\":\"envelopes\",\"envelopes_by\":\"plans\"")
#define ADMISSION ",\"admission\":{\"oldest_age\":40}"

/* a plan seen by one reviewer, or by nobody: "" */
static void add_plan(call *c, const char *id, int64_t yen, const char *by) {
  call_application(c, id, yen);
  call_people(c, "IN", "S1", 1)->oldest_age = 30;
  if (*by)
    call_score(c, by, 0, "4");
}

static const program *program_of(const call *c) {
  const pool *p = admit(home, c->rules, &c->d, &err);
  const merits *m = p ? score(home, p, &err) : NULL;
  const worths *w = m ? weigh(home, m, &err) : NULL;
  const program *const g = w ? formulate(home, w, &err) : NULL;
  ck_assert_msg(g != NULL, "%s", err.text);
  return g;
}

/* "1: A 300000 of 500000; ..." group, first plan, envelope, asked */
static const char *text_of(const program *g) {
  text to = text_empty(home);
  for (int k = 0; k < g->envelopes->count; k++) {
    const envelope *const e = &g->envelopes->item[k];
    text_format(&to, "%s%d: %s %lld of %lld", k ? "; " : "", e->group,
                g->from->from->of->applications[e->members[0]].id,
                (long long)e->yen, (long long)e->asked);
  }
  return to.at;
}

/* A and C by R1, B by R2, D by nobody that counts; 10^6 yen */
static call call_of(const char *how) {
  call c = call_open(home, how);
  add_plan(&c, "A", 300000, "R1");
  add_plan(&c, "B", 700000, "R2");
  add_plan(&c, "C", 500000, "R1");
  add_plan(&c, "D", 200000, "");
  return c;
}

static const struct {
  const char *how, *says;
} splits[] = {
    {SPLIT, "1: A 533333 of 800000; 2: B 466667 of 700000"},
    {BY_PLANS, "1: A 666667 of 800000; 2: B 333333 of 700000"},
    {SCORING(",\"unidentified\":\"assume\""), ""},
    {SCORING(""), ""},
};

START_TEST(shares_the_budget_out_as_the_policy_says) {
  const call c = call_of(splits[_i].how);
  const program *const g = program_of(&c);
  const program *const other =
      program_of(&(call){home, c.rules, call_shuffled(&c, 7).d});
  ck_assert_str_eq(text_of(g), splits[_i].says);
  ck_assert_str_eq(text_of(other), splits[_i].says);
}
END_TEST

/* equal remainders: the lower group has the odd yen */
START_TEST(gives_an_odd_yen_to_the_lower_group) {
  call c = call_open(home, BY_PLANS);
  add_plan(&c, "C", 1, "R1");
  add_plan(&c, "B", 1, "R2");
  add_plan(&c, "A", 1, "R3");
  ck_assert_str_eq(text_of(program_of(&c)),
                   "1: A 333334 of 1; 2: B 333333 of 1; 3: C 333333 of 1");
}
END_TEST

START_TEST(splits_nothing_where_all_plans_are_linked) {
  call c = call_of(SPLIT);
  call_score(&c, "R1", 0, "3");
  c.d.scores[c.d.score_count - 1].application = 1; /* R1 saw B as well */
  ck_assert_str_eq(text_of(program_of(&c)), "");
}
END_TEST

START_TEST(splits_nothing_where_one_group_competes) {
  call c = call_of(SPLIT ADMISSION);
  c.d.delegations[1].oldest_age = 50; /* B */
  ck_assert_str_eq(text_of(program_of(&c)), "");
}
END_TEST

START_TEST(leaves_plans_that_do_not_compete_out_of_the_split) {
  call c = call_of(SPLIT ADMISSION);
  c.d.delegations[0].oldest_age = 50; /* A */
  ck_assert_str_eq(text_of(program_of(&c)),
                   "1: C 416667 of 500000; 2: B 583333 of 700000");
}
END_TEST

/* D is put in at its larger level: that much is set apart first */
START_TEST(sets_apart_what_plans_without_a_review_may_take) {
  call c = call_of(SPLIT);
  call_level(&c, "less", 150000, 1, 50);
  call_override(&c, true, "");
  const program *const g = program_of(&c);
  ck_assert_int_eq(g->envelopes->apart_yen, 200000);
  ck_assert_str_eq(text_of(g), "1: A 426667 of 800000; 2: B 373333 of 700000");
  c.d.overrides[0].level = "less";
  ck_assert_int_eq(program_of(&c)->envelopes->apart_yen, 150000);
}
END_TEST

START_TEST(says_where_an_envelope_is_below_its_cheapest_plan) {
  const call c = call_of(SPLIT);
  const program *const g = program_of(&c);
  const finding *const f = g->envelopes->findings;
  ck_assert(f[0].gate == GATE_ENVELOPE && f[0].verdict == VERDICT_OK);
  ck_assert(f[1].gate == GATE_ENVELOPE_SHORT && f[1].verdict == VERDICT_FAIL);
  ck_assert_str_eq(f[1].seen, "700000");
  ck_assert_str_eq(f[1].allowed, "466667");
  ck_assert_str_eq(f[1].cites, "envelope:2, scoring.envelopes_by: yen");
}
END_TEST

START_TEST(a_row_holds_each_groups_yen_within_its_envelope) {
  const call c = call_of(SPLIT);
  const program *const g = program_of(&c);
  text to = text_empty(home);
  for (int i = 0; i < g->row_count; i++) {
    const row *const r = &g->rows[i];
    if (g->owners[r->owner].kind != OWNER_ENVELOPE)
      continue;
    text_format(&to, "%s:", g->owners[r->owner].id);
    for (int k = 0; k < r->count; k++)
      text_format(&to, " %lld x%d", (long long)r->entries[k].coefficient,
                  r->entries[k].column);
    text_format(&to, " <= %lld;", (long long)r->limit);
  }
  ck_assert_str_eq(to.at, "envelope:1: 300000 x0 500000 x2 <= 533333;"
                          "envelope:2: 700000 x1 <= 466667;");
}
END_TEST

int main(void) {
  Suite *suite = suite_create("formulate_envelope");
  TCase *cases = tcase_create("split");
  tcase_add_checked_fixture(cases, open_arena, close_arena);
  tcase_add_loop_test(cases, shares_the_budget_out_as_the_policy_says, 0,
                      sizeof splits / sizeof *splits);
  tcase_add_test(cases, gives_an_odd_yen_to_the_lower_group);
  tcase_add_test(cases, splits_nothing_where_all_plans_are_linked);
  tcase_add_test(cases, splits_nothing_where_one_group_competes);
  tcase_add_test(cases, leaves_plans_that_do_not_compete_out_of_the_split);
  tcase_add_test(cases, sets_apart_what_plans_without_a_review_may_take);
  tcase_add_test(cases, says_where_an_envelope_is_below_its_cheapest_plan);
  tcase_add_test(cases, a_row_holds_each_groups_yen_within_its_envelope);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}
