#include "../../engine/weigh/worths.h"
#include "call.h"
#include <check.h>
#include <inttypes.h>

static arena *home;
static error err;
static void open_arena(void) {
  home = arena_open();
  err = (error){0};
}
static void close_arena(void) { arena_close(home); }

static worths *weigh_call(const call *c) {
  const pool *p = admit(home, c->rules, &c->d, &err);
  const merits *m = p ? score(home, p, &err) : NULL;
  return m ? weigh(home, m, &err) : NULL;
}

static const char groups[] = "\"groups\":{\"india\":{\"countries\":[\"IN\"]},"
                             "\"africa\":{\"territory\":\"002\"}},";

/* ---- priority items on one plan: 3 from India, 2 from Kenya, 3 from France;
 * merit 3000 */
static const struct {
  const char *priority;
  int64_t bonus, within;
  int items;
} priorities[] = {
    {"{\"items\":[]}", 0, 0, 0},
    {"{\"items\":[{\"group\":\"india\",\"mode\":\"bonus\",\"points\":\"0.2\"}]"
     "}",
     200, 0, 1},
    {"{\"items\":[{\"group\":\"india\",\"mode\":\"bonus\",\"points\":\"0.2\","
     "\"counts_when\":\"any\"}]}",
     200, 0, 1},
    {"{\"items\":[{\"group\":\"india\",\"mode\":\"bonus\",\"points\":\"0.2\","
     "\"counts_when\":\"majority\"}]}",
     0, 0, 0},
    /* 250 x 3 / 8 = 93.75; 250 x 2 / 8 = 62.5, half up */
    {"{\"items\":[{\"group\":\"india\",\"mode\":\"bonus\",\"points\":\"0.25\","
     "\"counts_when\":\"share\"}]}",
     94, 0, 1},
    {"{\"items\":[{\"group\":\"africa\",\"mode\":\"bonus\",\"points\":\"0.25\","
     "\"counts_when\":\"share\"}]}",
     63, 0, 1},
    /* each item is rounded by itself: 94 + 63, not 156.25 */
    {"{\"items\":[{\"group\":\"india\",\"mode\":\"bonus\",\"points\":\"0.25\","
     "\"counts_when\":\"share\"},{\"group\":\"africa\",\"mode\":\"bonus\","
     "\"points\":\"0.25\",\"counts_when\":\"share\"}]}",
     157, 0, 2},
    {"{\"combine\":\"max\",\"items\":[{\"group\":\"india\",\"mode\":\"bonus\","
     "\"points\":\"0.2\"},{\"group\":\"africa\",\"mode\":\"bonus\","
     "\"points\":\"0.3\"}]}",
     300, 0, 2},
    {"{\"at_most\":\"0.4\",\"items\":[{\"group\":\"india\",\"mode\":\"bonus\","
     "\"points\":\"0.2\"},{\"group\":\"africa\",\"mode\":\"bonus\","
     "\"points\":\"0.3\"}]}",
     400, 0, 2},
    /* comparable merit: the largest alone, outside the ceiling */
    {"{\"at_most\":\"0.1\",\"items\":[{\"group\":\"india\",\"mode\":\"bonus\","
     "\"points\":\"0.2\"},{\"group\":\"africa\",\"mode\":\"comparable_merit\","
     "\"within\":\"0.3\"},{\"group\":\"india\",\"mode\":\"comparable_merit\","
     "\"within\":\"0.5\"}]}",
     100, 500, 3},
    /* these give a plan nothing */
    {"{\"items\":[{\"group\":\"india\",\"mode\":\"bonus\",\"points\":\"0.2\","
     "\"once_per_country\":true},{\"group\":\"india\",\"mode\":\"invite\"},"
     "{\"group\":\"india\",\"mode\":\"reserved\",\"yen\":100}]}",
     0, 0, 0},
};

START_TEST(adds_each_priority_item_as_its_mode_says) {
  call c = call_open(home, arena_format(home, "%s\"priority\":%s", groups,
                                        priorities[_i].priority));
  ck_assert_ptr_nonnull(c.rules);
  call_application(&c, "a", 100);
  call_people(&c, "IN", "", 3);
  call_people(&c, "KE", "", 2);
  call_people(&c, "FR", "", 3);
  call_score(&c, "R1", 0, "3");
  const worth *w = weigh_call(&c)->item;
  int64_t listed = 0;
  for (int i = 0; i < w->item_count; i++)
    listed += w->items[i].units;
  ck_assert_int_eq(w->bonus, priorities[_i].bonus);
  ck_assert_int_eq(w->within, priorities[_i].within);
  ck_assert_int_eq(w->item_count, priorities[_i].items);
  ck_assert_int_ge(listed, w->bonus + w->within);
  ck_assert_int_eq(w->total, 3000 + w->bonus + w->within);
}
END_TEST

START_TEST(asks_for_more_than_half_of_the_people) {
  for (int indians = 4; indians <= 5; indians++) {
    call c = call_open(
        home, arena_format(home,
                           "%s\"priority\":{\"items\":[{\"group\":\"india\","
                           "\"mode\":\"bonus\",\"points\":\"0.2\","
                           "\"counts_when\":\"majority\"}]}",
                           groups));
    call_application(&c, "a", 100);
    call_people(&c, "IN", "", indians);
    call_people(&c, "KE", "", 4);
    ck_assert_int_eq(weigh_call(&c)->item[0].bonus, indians == 5 ? 200 : 0);
  }
}
END_TEST

START_TEST(keeps_once_per_country_points_for_the_set) {
  const call c = call_open(
      home,
      arena_format(home,
                   "%s\"priority\":{\"items\":[{\"group\":\"india\",\"mode\":"
                   "\"bonus\",\"points\":\"0.25\",\"once_per_country\":true},"
                   "{\"group\":\"india\",\"mode\":\"bonus\",\"points\":"
                   "\"0.5\"},{\"group\":\"india\",\"mode\":\"invite\"}]}",
                   groups));
  ck_assert_int_eq(worths_once_points(c.rules, 0), 250);
  ck_assert_int_eq(worths_once_points(c.rules, 1), 0);
  ck_assert_int_eq(worths_once_points(c.rules, 2), 0);
}
END_TEST

/* ---- values */
static worths *with_levels(const char *objective) {
  call c =
      call_open(home, arena_format(home, "\"objective\":\"%s\"", objective));
  call_application(&c, "a", 100);
  call_people(&c, "IN", "", 8);
  call_level(&c, "most", 80, 7, 75);
  call_level(&c, "half", 50, 3, 50);
  call_score(&c, "R1", 0, "3.333"); /* 75 %: 2499.75, 50 %: 1666.5 */
  return weigh_call(&c);
}

START_TEST(values_levels_by_their_percent_half_up) {
  const int64_t *value = with_levels("merit")->item[0].value;
  ck_assert(value[0] == 3333 && value[1] == 2500 && value[2] == 1667);
  value = with_levels("rank_order")->item[0].value;
  ck_assert(value[0] == 3333 && value[1] == 2500 && value[2] == 1667);
}
END_TEST

START_TEST(values_levels_by_their_people) {
  const int64_t *value = with_levels("merit_x_people")->item[0].value;
  ck_assert(value[0] == 8 * 3333 && value[1] == 7 * 3333 &&
            value[2] == 3 * 3333);
}
END_TEST

START_TEST(refuses_values_the_program_cannot_count_with) {
  call c =
      call_open(home, "\"objective\":\"merit_x_people\",\"scoring\":{\"scale\":"
                      "{\"low\":0,\"high\":1000000},\"unit\":\"0.000001\","
                      "\"criteria\":[{\"id\":\"x\",\"weight\":\"1\"}]}");
  call_application(&c, "fits", 1)->line = 2;
  call_people(&c, "IN", "", 100000);
  call_score(&c, "R1", 0, "1000000");
  ck_assert_ptr_nonnull(weigh_call(&c));
  call_application(&c, "giant", 1);
  call_people(&c, "IN", "", 100001);
  call_score(&c, "R1", 0, "1000000");
  ck_assert_ptr_null(weigh_call(&c));
  ck_assert(err.kind == ERROR_INPUT && err.line == 3);
  ck_assert_str_eq(err.file, "applications.csv");
  ck_assert_str_eq(err.text,
                   "application \"giant\" has a worth beyond 10^17 units; "
                   "allowed is merit and points x people up to that, so take "
                   "a larger scoring.unit");
}
END_TEST

/* ---- who competes */
START_TEST(lets_compete_who_passed_or_was_put_in) {
  static const struct {
    const char *id, *field, *mark, *override;
    bool competes;
  } rows[] = {
      {"a", "ict", "4", "", true},   {"b", "ict", "2", "", false},
      {"c", "arts", "4", "", false}, {"d", "ict", "", "", false},
      {"e", "ict", "2", "in", true}, {"f", "arts", "4", "in", true},
      {"g", "ict", "", "in", true},  {"h", "ict", "4", "out", false},
  };
  enum { ROWS = sizeof rows / sizeof *rows };
  call c =
      call_open(home, "\"admission\":{\"fields\":[\"ict\"]},\"scoring\":{"
                      "\"scale\":{\"low\":1,\"high\":5},\"at_least\":\"3\","
                      "\"criteria\":[{\"id\":\"x\",\"weight\":\"1\"}]}");
  for (int i = 0; i < ROWS; i++) {
    call_application(&c, rows[i].id, 1)->field = rows[i].field;
    call_people(&c, "IN", "", 1);
    if (*rows[i].mark)
      call_score(&c, "R1", 0, rows[i].mark);
    if (*rows[i].override)
      call_override(&c, text_same(rows[i].override, "in"), "");
  }
  const worths *w = weigh_call(&c);
  int wrong = 0;
  for (int i = 0; i < ROWS; i++)
    wrong += w->item[i].competes != rows[i].competes ||
             (w->item[i].selection_order > 0) != rows[i].competes;
  ck_assert_int_eq(wrong, 0);
  ck_assert_int_eq(w->selection_count, 4);
  ck_assert_int_eq(w->item[6].total, 0); /* g: no score, put in */
}
END_TEST

/* ---- orders */
static const char *order_text(const worths *w, const int *order) {
  text ids = text_empty(home);
  for (int i = 0; i < w->selection_count; i++)
    text_add(&ids, w->from->of->applications[order[i]].id);
  return ids.at;
}

START_TEST(selects_by_worth_then_within_then_day_then_lot) {
  static const struct {
    const char *id, *country, *mark;
    int32_t received;
  } rows[] = {
      {"a", "FR", "4", 20001},
      {"b", "FR", "4", 20000},
      {"c", "FR", "4", DATE_MISSING},
      {"d", "KE", "3.9", 20009}, /* 4.0 with its within: passes a, b, c */
      {"e", "FR", "4.001", 20009},
      {"f", "KE", "3.899", 20000}, /* 3.999: does not */
  };
  call c = call_open(
      home, arena_format(home,
                         "%s\"priority\":{\"items\":[{\"group\":\"africa\","
                         "\"mode\":\"comparable_merit\",\"within\":\"0.1\"}]}",
                         groups));
  for (int i = 0; i < 6; i++) {
    call_application(&c, rows[i].id, 1)->received_on = rows[i].received;
    call_people(&c, rows[i].country, "", 1);
    call_score(&c, "R1", 0, rows[i].mark);
  }
  const worths *w = weigh_call(&c);
  ck_assert_str_eq(order_text(w, w->selection), "edbacf");
  ck_assert_int_eq(w->item[4].selection_order, 1);
}
END_TEST

/* the order was found by printf 7:a | sha256sum, and so on */
START_TEST(draws_lots_by_digest_of_seed_and_id) {
  call c = call_open(home, "\"seed\":7");
  for (int i = 0; i < 6; i++) {
    call_application(&c, arena_format(home, "%c", 'a' + i), 1);
    call_people(&c, "IN", "", 1);
    call_score(&c, "R1", 0, "3");
  }
  const worths *w = weigh_call(&c);
  ck_assert_str_eq(order_text(w, w->lot), "ceafdb");
  ck_assert_str_eq(order_text(w, w->selection), "ceafdb");
}
END_TEST

/* ---- the order of rows */
static const char *worths_text(const worths *w) {
  text all = text_empty(home);
  for (int i = 0; i < w->from->of->count; i++) {
    const worth *x = &w->item[i];
    const application *plan = &w->from->of->applications[i];
    text_format(&all, "%s %d %d %" PRId64 "+%" PRId64 "+%" PRId64 "=%" PRId64,
                plan->id, x->competes, x->selection_order, x->merit, x->bonus,
                x->within, x->total);
    for (int k = 0; k < x->item_count; k++)
      text_format(&all, " %d:%" PRId64, x->items[k].item, x->items[k].units);
    for (int k = 0; k < plan->award_count; k++)
      text_format(&all, " %" PRId64, x->value[k]);
    text_add(&all, "\n");
  }
  text_add(&all, order_text(w, w->selection));
  text_add(&all, order_text(w, w->lot));
  return all.at;
}

START_TEST(gives_the_same_worths_whatever_the_order_of_rows) {
  static const char how[] =
      "{\"scale\":{\"low\":1,\"high\":5},\"unit\":\"0.1\",\"criteria\":["
      "{\"id\":\"plan\",\"weight\":\"1\"}]}";
  int differ = 0, competing = 0;
  for (uint64_t seed = 0; seed < 20; seed++) {
    const call c = call_rich(home, seed, how);
    const call d = call_shuffled(&c, seed);
    const worths *w = weigh_call(&c);
    differ += !text_same(worths_text(w), worths_text(weigh_call(&d)));
    competing += w->selection_count;
  }
  ck_assert_int_gt(competing, 20);
  ck_assert_int_eq(differ, 0);
}
END_TEST

START_TEST(weighs_an_empty_call) {
  const call c = call_open(home, "");
  const worths *w = weigh_call(&c);
  ck_assert(w && w->selection_count == 0);
}
END_TEST

int main(void) {
  Suite *suite = suite_create("weigh");
  TCase *cases = tcase_create("weigh");
  tcase_add_checked_fixture(cases, open_arena, close_arena);
  tcase_add_loop_test(cases, adds_each_priority_item_as_its_mode_says, 0,
                      sizeof priorities / sizeof *priorities);
  tcase_add_test(cases, asks_for_more_than_half_of_the_people);
  tcase_add_test(cases, keeps_once_per_country_points_for_the_set);
  tcase_add_test(cases, values_levels_by_their_percent_half_up);
  tcase_add_test(cases, values_levels_by_their_people);
  tcase_add_test(cases, refuses_values_the_program_cannot_count_with);
  tcase_add_test(cases, lets_compete_who_passed_or_was_put_in);
  tcase_add_test(cases, selects_by_worth_then_within_then_day_then_lot);
  tcase_add_test(cases, draws_lots_by_digest_of_seed_and_id);
  tcase_add_test(cases, gives_the_same_worths_whatever_the_order_of_rows);
  tcase_add_test(cases, weighs_an_empty_call);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? 0 : 1;
}
