/* explain: the recount against the program's own rows, and every reason. */
#include "call.h"

#include "../../engine/explain/census.h"
#include "../../engine/explain/reserve.h"
#include <check.h>

static arena *home;
static error err;
static void open_arena(void) {
  home = arena_open();
  err = (error){0};
}
static void close_arena(void) { arena_close(home); }

static program *program_of(const call *c) {
  const pool *p = admit(home, c->rules, &c->d, &err);
  const merits *m = p ? score(home, p, &err) : NULL;
  const worths *w = m ? weigh(home, m, &err) : NULL;
  program *g = w ? formulate(home, w, &err) : NULL;
  if (!g)
    fprintf(stderr, "%s\n", err.text);
  return g;
}

/* ---- random sets under every kind of rule */

static const char groups_and_rules[] =
    "\"groups\":{\"india\":{\"countries\":[\"IN\"]},"
    "\"africa\":{\"territory\":\"002\"},\"ict\":{\"fields\":[\"ict\"]}},"
    "\"priority\":{\"items\":["
    "{\"group\":\"africa\",\"mode\":\"bonus\",\"points\":\"0.250\","
    "\"once_per_country\":true},"
    "{\"group\":\"africa\",\"mode\":\"reserved\",\"yen\":300000,"
    "\"release\":true},"
    "{\"group\":\"india\",\"mode\":\"reserved\",\"yen\":20000}]},"
    "\"rules\":["
    "{\"id\":\"host\",\"kind\":\"at_most\",\"for_each\":\"host\","
    "\"measure\":\"awards\",\"limit\":2,\"strength\":\"must\"},"
    "{\"id\":\"country\",\"kind\":\"at_most\",\"for_each\":\"country\","
    "\"measure\":\"people\",\"share\":\"0.6\",\"of_total\":\"adopted\","
    "\"strength\":\"must\"},"
    "{\"id\":\"ict-yen\",\"kind\":\"at_most\",\"of\":{\"group\":\"ict\"},"
    "\"measure\":\"yen\",\"share\":\"0.3333\",\"of_total\":\"budget\","
    "\"strength\":\"must\"},"
    "{\"id\":\"places\",\"kind\":\"at_most\",\"measure\":\"countries\","
    "\"limit\":4,\"strength\":\"must\"},"
    "{\"id\":\"sender\",\"kind\":\"at_most\",\"for_each\":\"sender\","
    "\"measure\":\"people\",\"limit\":6,\"strength\":\"aim\",\"rank\":1},"
    "{\"id\":\"africa-yen\",\"kind\":\"at_least\",\"of\":{\"group\":"
    "\"africa\"},\"measure\":\"yen\",\"share\":\"0.4001\","
    "\"of_total\":\"budget\",\"strength\":\"aim\",\"rank\":2},"
    "{\"id\":\"fields\",\"kind\":\"at_least\",\"for_each\":\"field\","
    "\"measure\":\"awards\",\"share\":\"0.35\",\"of_total\":\"adopted\","
    "\"strength\":\"priced\",\"points_per_unit\":\"0.125\"},"
    "{\"id\":\"spread\",\"kind\":\"at_least\",\"of\":{\"country\":[\"IN\","
    "\"KE\",\"NG\"]},\"measure\":\"countries\",\"limit\":3,"
    "\"strength\":\"priced\",\"points_per_unit\":\"0.1\"}]";

static void invent_plan(call *c, random_source *by, int number) {
  static const char *const hosts[] = {"H1", "H2", "H3", NULL},
                           *const fields[] = {"ict", "law", "", NULL},
                           *const countries[] = {"IN", "KE", "NG",
                                                 "FR", "CN", NULL},
                           *const senders[] = {"S1", "S2", "", NULL};
  application_row *to = call_application(c, arena_format(home, "P%d", number),
                                         random_between(by, 1, 400000));
  to->host_id = call_pick(by, hosts);
  to->field = call_pick(by, fields);
  int people = 0;
  for (int64_t i = random_between(by, 1, 3); i > 0; i--) {
    const int more = (int)random_between(by, 1, 4);
    call_people(c, call_pick(by, countries), call_pick(by, senders), more);
    people += more;
  }
  if (people > 1 && to->yen > 1 && random_between(by, 0, 1))
    call_level(c, "half", to->yen / 2, people / 2, 45);
  call_score(c, "R1", 0, random_between(by, 0, 1) ? "3" : "4.5");
}

static program *invent(uint64_t seed) {
  call c = call_open(home, groups_and_rules);
  random_source by = random_seeded(seed);
  for (int i = 0; i < 9; i++)
    invent_plan(&c, &by, i);
  return program_of(&c);
}

/* any set with at most one award a plan, permitted or not */
static int64_t *draw_set(const program *g, random_source *by) {
  int64_t *x = ARENA_ARRAY(home, int64_t, g->column_count);
  int last = -1;
  for (int c = 0; c < g->column_count; c++) {
    if (g->columns[c].kind != COLUMN_AWARD ||
        g->columns[c].application == last || random_between(by, 0, 1))
      continue;
    x[c] = 1;
    last = g->columns[c].application;
  }
  program_complete(g, x);
  return x;
}

static bool rows_broken(const program *g, const int64_t *x, int which) {
  for (int i = 0; i < g->row_count; i++)
    if (g->owners[g->rows[i].owner].rule == which &&
        program_activity(g->rows[i].entries, g->rows[i].count, x) >
            g->rows[i].limit)
      return true;
  return false;
}

static wide shortfall_columns(const program *g, const int64_t *x, int which) {
  wide sum = 0;
  for (int c = 0; c < g->column_count; c++)
    if (g->columns[c].kind == COLUMN_SHORTFALL &&
        g->owners[g->rows[g->columns[c].row].owner].rule == which)
      sum += x[c];
  return sum;
}

static rule_account recount(const program *g, const selection *s, int which) {
  const names keys = measure_keys(home, s->of, &s->of->rules->rules[which],
                                  g->from->selection, g->from->selection_count);
  return census_rule(home, s, which, keys);
}

static bool is_equal(ratio a, ratio b) { return exact_compare(a, b) == 0; }

static bool rule_agrees(const program *g, const int64_t *x, const selection *s,
                        int which) {
  const rule_account a = recount(g, s, which);
  const rule *of = &s->of->rules->rules[which];
  if (of->strength == STRENGTH_MUST)
    return rows_broken(g, x, which) == (a.shortfall.num > 0);
  for (int k = 0; k < g->objective_count; k++) {
    const objective *o = &g->objectives[k];
    if (o->rule == which &&
        !is_equal(
            a.shortfall,
            exact_ratio(-program_activity(o->entries, o->count, x), o->scale)))
      return false;
  }
  return (shortfall_columns(g, x, which) > 0) == (a.shortfall.num > 0);
}

START_TEST(recounts_each_rule_as_the_program_counts_it) {
  const program *g = invent((uint64_t)_i);
  random_source by = random_seeded((uint64_t)_i + 1000);
  int wrong = 0, broken = 0, kept = 0;
  for (int draw = 0; draw < 60; draw++) {
    const int64_t *x = draw_set(g, &by);
    const selection s = selection_of(home, g, x);
    for (int r = 0; r < s.of->rules->rule_count; r++) {
      wrong += !rule_agrees(g, x, &s, r);
      const bool missed = recount(g, &s, r).shortfall.num > 0;
      broken += missed;
      kept += !missed;
    }
  }
  ck_assert_int_eq(wrong, 0);
  ck_assert_msg(broken > 20 && kept > 20, "%d broken, %d kept", broken, kept);
}
END_TEST

/* values, plus once-per-country points, less what priced rules cost */
static bool worth_agrees(const program *g, const int64_t *x) {
  const selection s = selection_of(home, g, x);
  const policy *rules = s.of->rules;
  wide one = 1, point = 1;
  for (int i = 0; i < g->places; i++)
    one *= 10;
  for (int i = 0; i < g->places + rules->scoring.unit_places; i++)
    point *= 10;
  wide units = recount_once(&s);
  for (int i = 0; i < s.of->count; i++)
    if (s.award[i] >= 0)
      units += g->from->item[i].value[s.award[i]];
  ratio paid = {0, 1};
  for (int r = 0; r < rules->rule_count; r++) {
    if (rules->rules[r].strength != STRENGTH_PRICED)
      continue;
    const ratio missed = recount(g, &s, r).shortfall;
    const ratio price =
        exact_ratio(missed.num * rules->rules[r].points_per_unit * point,
                    missed.den * DECIMAL_ONE);
    paid = exact_ratio(paid.num * price.den + price.num * paid.den,
                       paid.den * price.den);
  }
  return is_equal((ratio){recount_set(home, g, x).worth, 1},
                  (ratio){units * one * paid.den - paid.num, paid.den});
}

START_TEST(worth_is_values_and_once_points_less_prices) {
  const program *g = invent((uint64_t)_i);
  random_source by = random_seeded((uint64_t)_i + 2000);
  int wrong = 0;
  for (int draw = 0; draw < 60; draw++)
    wrong += !worth_agrees(g, draw_set(g, &by));
  ck_assert_int_eq(wrong, 0);
}
END_TEST

static bool reserve_agrees(const program *g, const int64_t *x, int item,
                           const char *owner_id) {
  const selection s = selection_of(home, g, x);
  const reserve_account a = reserve_recount(g->from, &s, item);
  for (int i = 0; i < g->row_count; i++) {
    const row *line = &g->rows[i];
    if (text_same(g->owners[line->owner].id, owner_id))
      return line->limit - program_activity(line->entries, line->count, x) ==
             a.others_limit - a.others_yen;
  }
  return false;
}

START_TEST(recounts_reserved_money_as_the_program_counts_it) {
  const program *g = invent((uint64_t)_i);
  random_source by = random_seeded((uint64_t)_i + 3000);
  int wrong = 0;
  for (int draw = 0; draw < 20; draw++) {
    const int64_t *x = draw_set(g, &by);
    wrong += !reserve_agrees(g, x, 1, "reserved:africa");
    wrong += !reserve_agrees(g, x, 2, "reserved:india");
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(countries_add_up_to_the_set) {
  const program *g = invent((uint64_t)_i);
  random_source by = random_seeded((uint64_t)_i + 4000);
  int wrong = 0;
  for (int draw = 0; draw < 20; draw++) {
    const set_account a = recount_set(home, g, draw_set(g, &by));
    int64_t people = 0, yen = 0;
    for (int i = 0; i < a.country_count; i++) {
      people += a.countries[i].people;
      yen += a.countries[i].yen;
      wrong += a.countries[i].awards > a.awards;
      wrong += (a.countries[i].awards > 0) != (a.countries[i].people > 0);
      wrong += i > 0 && text_order(country_code(a.countries[i - 1].country),
                                   country_code(a.countries[i].country)) >= 0;
    }
    wrong += people != a.people || yen != a.yen;
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

/* ---- breaches: what a plan would break if it were taken as well */

/* a permitted set, taken award by award in a drawn order of plans */
static int64_t *draw_permitted(const program *g, random_source *by) {
  int64_t *x = ARENA_ARRAY(home, int64_t, g->column_count);
  program_complete(g, x);
  for (int turn = 0; turn < 40; turn++) {
    const int c = (int)random_between(by, 0, g->column_count - 1);
    if (g->columns[c].kind != COLUMN_AWARD || x[c])
      continue;
    x[c] = 1;
    program_complete(g, x);
    if (program_first_broken(g, x) < 0)
      continue;
    x[c] = 0;
    program_complete(g, x);
  }
  return x;
}

static bool lists(const program *g, const verdict_on *v, const char *id,
                  const char *key, ratio by) {
  for (int i = 0; i < v->broken_count; i++)
    if (text_same(g->owners[v->broken[i].owner].id, id) &&
        text_same(v->broken[i].key, key) && is_equal(v->broken[i].by, by))
      return true;
  return false;
}

/* every must rule that the full award breaks is listed with its distance, the
 * budget too, and nothing else hard is */
static int unlisted(const program *g, const selection *s, const verdict_on *v) {
  const policy *rules = s->of->rules;
  const subject all = {NULL, DIMENSION_NONE, ""};
  const int64_t over =
      recount_measure(s, all, MEASURE_YEN) - policy_base_yen(rules);
  int hard = 0, missing = 0;
  hard += over > 0;
  missing += over > 0 && !lists(g, v, "budget", "", (ratio){over, 1});
  for (int r = 0; r < rules->rule_count; r++) {
    const rule_account a = recount(g, s, r);
    for (int k = 0; k < a.count; k++) {
      const ratio slack = a.rows[k].slack;
      if (rules->rules[r].strength != STRENGTH_MUST || slack.num >= 0)
        continue;
      hard++;
      missing += !lists(g, v, rules->rules[r].id, a.rows[k].key,
                        (ratio){-slack.num, slack.den});
    }
  }
  for (int i = 0; i < v->broken_count; i++) {
    const owner_kind kind = g->owners[v->broken[i].owner].kind;
    hard -= kind == OWNER_RULE || kind == OWNER_BUDGET;
  }
  return missing + (hard != 0);
}

START_TEST(lists_all_that_a_refused_plan_would_break) {
  const program *g = invent((uint64_t)_i);
  random_source by = random_seeded((uint64_t)_i + 5000);
  int wrong = 0, seen = 0;
  for (int draw = 0; draw < 10; draw++) {
    const plan from = {.status = PLAN_FEASIBLE, .x = draw_permitted(g, &by)};
    const account *a = explain(home, g, &from, &err);
    const selection s = selection_of(home, g, from.x);
    for (int i = 0; i < s.of->count; i++) {
      const verdict_on *v = &a->verdicts[i];
      wrong += v->adopted != (s.award[i] >= 0);
      if (v->adopted || v->broken_count == 0)
        continue;
      s.award[i] = 0;
      wrong += unlisted(g, &s, v);
      s.award[i] = -1;
      seen++;
    }
  }
  ck_assert_int_eq(wrong, 0);
  ck_assert_int_gt(seen, 10);
}
END_TEST

/* ---- one plan for each reason */

static void simple_plan(call *c, const char *id, int64_t yen,
                        const char *mark) {
  call_application(c, id, yen);
  call_people(c, "IN", "", 2);
  call_score(c, "R1", 0, mark);
}

static account *explain_ids(const program *g, plan *from, const char *ids) {
  int64_t *x = ARENA_ARRAY(home, int64_t, g->column_count);
  const pool *p = g->from->from->of;
  for (int c = 0; c < g->column_count; c++)
    if (g->columns[c].kind == COLUMN_AWARD && g->columns[c].award == 0)
      x[c] = strstr(ids, p->applications[g->columns[c].application].id) != NULL;
  program_complete(g, x);
  from->x = x;
  return explain(home, g, from, &err);
}

static reason_code reason_of(const account *a, const char *id) {
  const pool *p = a->of->from->from->of;
  int at = 0;
  while (!text_same(p->applications[at].id, id))
    at++;
  return a->verdicts[at].reason;
}

static const struct {
  const char *id;
  reason_code reason;
} reasons[] = {
    {"best", REASON_SELECTED},       {"forced", REASON_OVERRIDE_IN},
    {"barred", REASON_OVERRIDE_OUT}, {"guests", REASON_NOT_ADMITTED},
    {"silent", REASON_NO_SCORE},     {"dear", REASON_DISPLACED},
    {"worthless", REASON_TIED},
};

START_TEST(gives_each_plan_its_reason) {
  call c = call_open(
      home, "\"scoring\":{\"scale\":{\"low\":0,\"high\":5},\"criteria\":"
            "[{\"id\":\"plan\",\"weight\":\"1\"}],\"at_least\":\"0\"},"
            "\"admission\":{\"oldest_age\":40}");
  simple_plan(&c, "best", 600000, "5");
  simple_plan(&c, "forced", 300000, "1");
  call_override(&c, true, "");
  simple_plan(&c, "barred", 1000, "5");
  call_override(&c, false, "");
  simple_plan(&c, "guests", 1000, "5");
  c.d.delegations[c.d.delegation_count - 1].oldest_age = 41;
  simple_plan(&c, "silent", 1000, "");
  simple_plan(&c, "dear", 900000, "4");
  simple_plan(&c, "worthless", 1000, "0");
  const program *g = program_of(&c);
  plan from = {.status = PLAN_OPTIMAL};
  const account *a = explain_ids(g, &from, "best forced");
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
    ck_assert_msg(reason_of(a, reasons[i].id) == reasons[i].reason, "%s",
                  reasons[i].id);
  ck_assert_int_eq(a->left_yen, 100000);
}
END_TEST

START_TEST(tells_what_misses_a_threshold) {
  call c = call_open(
      home, "\"scoring\":{\"scale\":{\"low\":1,\"high\":5},\"criteria\":"
            "[{\"id\":\"plan\",\"weight\":\"1\"}],\"at_least\":\"2\"}");
  simple_plan(&c, "weak", 1000, "1");
  const program *g = program_of(&c);
  plan from = {.status = PLAN_OPTIMAL};
  const account *a = explain_ids(g, &from, "");
  ck_assert(reason_of(a, "weak") == REASON_BELOW_THRESHOLD);
}
END_TEST

/* "one" and "two" cost and are worth the same, "three" is worth less */
START_TEST(tells_a_tie_from_a_displacement) {
  call c = call_open(home, "");
  simple_plan(&c, "one", 600000, "4");
  simple_plan(&c, "two", 600000, "4");
  simple_plan(&c, "three", 600000, "3");
  const program *g = program_of(&c);
  plan from = {.status = PLAN_OPTIMAL};
  const account *a = explain_ids(g, &from, "one");
  ck_assert(reason_of(a, "two") == REASON_TIED);
  ck_assert(reason_of(a, "three") == REASON_DISPLACED);
  /* while nothing is proved no tie was decided either */
  from.status = PLAN_FEASIBLE;
  ck_assert(reason_of(explain_ids(g, &from, "one"), "two") == REASON_DISPLACED);
}
END_TEST

START_TEST(tells_a_tie_from_an_equal_alternative) {
  call c = call_open(home, "");
  simple_plan(&c, "one", 600000, "4");
  simple_plan(&c, "two-a", 500000, "2");
  simple_plan(&c, "two-b", 500000, "2");
  const program *g = program_of(&c);
  plan other = {.status = PLAN_FEASIBLE};
  explain_ids(g, &other, "two-a two-b");
  plan from = {
      .status = PLAN_OPTIMAL, .alternatives = &other.x, .alternative_count = 1};
  const account *a = explain_ids(g, &from, "one");
  ck_assert(reason_of(a, "two-a") == REASON_TIED);
  from.alternative_count = 0;
  ck_assert(reason_of(explain_ids(g, &from, "one"), "two-a") ==
            REASON_DISPLACED);
}
END_TEST

START_TEST(blames_an_aim_that_would_get_worse) {
  call c = call_open(
      home, "\"rules\":[{\"id\":\"few\",\"kind\":\"at_most\",\"measure\":"
            "\"people\",\"limit\":3,\"strength\":\"aim\",\"rank\":1}]");
  simple_plan(&c, "in", 1000, "5");
  simple_plan(&c, "out", 1000, "4");
  const program *g = program_of(&c);
  plan from = {.status = PLAN_OPTIMAL};
  const account *a = explain_ids(g, &from, "in");
  const verdict_on *v = &a->verdicts[1];
  ck_assert(v->reason == REASON_DISPLACED && v->broken_count == 1);
  ck_assert(lists(g, v, "few", "", (ratio){1, 1}));
}
END_TEST

/* one person more than the three that cost nothing, at 4.5 points */
START_TEST(tells_what_a_priced_rule_costs_and_blames_it_for_nothing) {
  call c = call_open(
      home, "\"rules\":[{\"id\":\"few\",\"kind\":\"at_most\",\"measure\":"
            "\"people\",\"limit\":3,\"strength\":\"priced\","
            "\"points_per_unit\":\"4.5\"}]");
  simple_plan(&c, "in", 1000, "5");
  simple_plan(&c, "out", 1000, "4");
  const program *g = program_of(&c);
  plan from = {.status = PLAN_OPTIMAL};
  const account *a = explain_ids(g, &from, "in");
  const verdict_on *v = &a->verdicts[1];
  ck_assert(v->reason == REASON_DISPLACED && v->broken_count == 0);
  ck_assert_int_eq(v->cost_count, 1);
  ck_assert_str_eq(g->owners[v->costs[0].owner].id, "few");
  wide point = 1000;
  for (int i = 0; i < g->places; i++)
    point *= 10;
  ck_assert(2 * v->costs[0].cost == 9 * point);
}
END_TEST

START_TEST(says_so_where_there_is_no_set) {
  call c = call_open(
      home, "\"rules\":[{\"id\":\"r\",\"kind\":\"at_least\",\"measure\":"
            "\"people\",\"limit\":99,\"strength\":\"must\"}]");
  simple_plan(&c, "one", 600000, "4");
  const program *g = program_of(&c);
  const plan from = {.status = PLAN_INFEASIBLE};
  const account *a = explain(home, g, &from, &err);
  ck_assert(reason_of(a, "one") == REASON_NOT_REACHED);
  ck_assert(a->rule_count == 1 && a->rules[0].tightest == -1);
  ck_assert_int_eq(a->left_yen, a->base_yen);
}
END_TEST

START_TEST(keeps_the_rank_order_set_beside_the_best) {
  call c = call_open(home, "");
  simple_plan(&c, "dear", 1000000, "5");
  simple_plan(&c, "one", 500000, "4");
  simple_plan(&c, "two", 500000, "4");
  const program *g = program_of(&c);
  plan by_rank = {.status = PLAN_FEASIBLE};
  explain_ids(g, &by_rank, "dear");
  plan from = {.status = PLAN_OPTIMAL, .rank_order = by_rank.x};
  const account *a = explain_ids(g, &from, "one two");
  ck_assert(a->verdicts[0].in_rank_order && !a->verdicts[0].adopted);
  ck_assert(!a->verdicts[1].in_rank_order && a->verdicts[1].adopted);
  ck_assert(a->rank_order.awards == 1 && a->adopted.awards == 2);
  ck_assert(a->rank_order.worth < a->adopted.worth);
}
END_TEST

enum { SEEDS = 12 };

int main(void) {
  Suite *suite = suite_create("explain");
  TCase *cases = tcase_create("explain");
  tcase_add_checked_fixture(cases, open_arena, close_arena);
  tcase_add_loop_test(cases, recounts_each_rule_as_the_program_counts_it, 0,
                      SEEDS);
  tcase_add_loop_test(cases, worth_is_values_and_once_points_less_prices, 0,
                      SEEDS);
  tcase_add_loop_test(cases, recounts_reserved_money_as_the_program_counts_it,
                      0, SEEDS);
  tcase_add_loop_test(cases, countries_add_up_to_the_set, 0, SEEDS);
  tcase_add_loop_test(cases, lists_all_that_a_refused_plan_would_break, 0,
                      SEEDS);
  tcase_add_test(cases, gives_each_plan_its_reason);
  tcase_add_test(cases, tells_what_misses_a_threshold);
  tcase_add_test(cases, tells_a_tie_from_a_displacement);
  tcase_add_test(cases, tells_a_tie_from_an_equal_alternative);
  tcase_add_test(cases, blames_an_aim_that_would_get_worse);
  tcase_add_test(cases,
                 tells_what_a_priced_rule_costs_and_blames_it_for_nothing);
  tcase_add_test(cases, says_so_where_there_is_no_set);
  tcase_add_test(cases, keeps_the_rank_order_set_beside_the_best);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? 0 : 1;
}
