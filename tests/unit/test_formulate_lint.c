/* lint: one case a kind of remark, of a call of four plans, and what must stay
 * without a remark. */
#include "call.h"

#include "../../engine/formulate/lint.h"
#include <check.h>

static arena *home;
static error err;
static void open_arena(void) {
  home = arena_open();
  err = (error){0};
}
static void close_arena(void) { arena_close(home); }

/* 1,400,000 yen in all, 1,000,000 to spend; 14 people: 5 of IN, 2 of KE, 7 of
 * CN; every review gives "effect" 3 */
static call four_plans(const char *members) {
  static const char both[] =
      "\"scoring\":{\"scale\":{\"low\":1,\"high\":5},\"criteria\":["
      "{\"id\":\"plan\",\"weight\":\"1\"},{\"id\":\"ties\",\"weight\":\"1\"}],"
      "\"unit\":\"0.1\"},";
  static const struct {
    const char *id, *host, *score;
    int64_t yen;
  } plans[] = {{"P1", "H1", "3", 500000},
               {"P2", "H1", "4", 400000},
               {"P3", "H2", "5", 300000},
               {"P4", "H3", "2", 200000}};
  const bool own = strstr(members, "\"scoring\"");
  call c = call_open(home,
                     own ? members : arena_format(home, "%s%s", both, members));
  for (int i = 0; i < 4; i++) {
    application_row *to = call_application(&c, plans[i].id, plans[i].yen);
    to->host_id = plans[i].host;
    to->field = i < 2 ? "ict" : "";
    to->received_on = 20000 + i;
    if (i == 0)
      call_people(&c, "IN", "S1", 3);
    if (i == 1) {
      call_people(&c, "IN", "S1", 2);
      call_people(&c, "KE", "S2", 2);
    }
    if (i > 1)
      call_people(&c, "CN", "S3", i == 2 ? 6 : 1);
    call_score(&c, "R1", 0, plans[i].score);
    for (int k = 1; k < c.rules->scoring.criterion_count; k++)
      call_score(&c, "R1", k, i ? "3" : "2");
  }
  return c;
}

static const char *ratio_text(ratio value) {
  if (value.den == 0)
    return "-";
  return exact_text(home, value, value.den == 1 ? 0 : 2);
}

static const char *remarks_text(const call *c) {
  static const char *const word[] = {
      [REMARK_NEVER_BINDS] = "never-binds",
      [REMARK_COUNTS_NOBODY] = "counts-nobody",
      [REMARK_BEYOND_REACH] = "beyond-reach",
      [REMARK_AIM_MISSED] = "aim-missed",
      [REMARK_ONLY_EMPTY] = "only-empty",
      [REMARK_IMPLIED] = "implied",
      [REMARK_CONTRADICTS] = "contradicts",
      [REMARK_AIM_CONTRADICTS] = "aim-contradicts",
      [REMARK_SHARES_CONTRADICT] = "shares-contradict",
      [REMARK_GROUP_NO_COUNTRY] = "no-country",
      [REMARK_GROUP_NOBODY] = "group-nobody",
      [REMARK_GROUP_UNUSED] = "group-unused",
      [REMARK_PRIORITY_NOTHING] = "nothing",
      [REMARK_PRIORITY_NOBODY] = "nobody",
      [REMARK_PRIORITY_EVERYBODY] = "everybody",
      [REMARK_PRIORITY_CUT] = "cut",
      [REMARK_PRIORITY_SHADOWED] = "shadowed",
      [REMARK_RESERVED_RELEASED] = "released",
      [REMARK_RESERVED_UNUSABLE] = "unusable",
      [REMARK_CRITERION_FLAT] = "flat",
      [REMARK_CRITERION_TWIN] = "twin",
      [REMARK_THRESHOLD_IDLE] = "idle",
      [REMARK_THRESHOLD_IMPOSSIBLE] = "impossible",
      [REMARK_TIE_NOTHING] = "tie-nothing",
      [REMARK_TIE_ALIKE] = "tie-alike",
      [REMARK_TIE_AFTER_RANK] = "tie-after-rank",
      [REMARK_TIE_AFTER_LOT] = "tie-after-lot"};
  const pool *p = admit(home, c->rules, &c->d, &err);
  const merits *m = p ? score(home, p, &err) : NULL;
  const worths *w = m ? weigh(home, m, &err) : NULL;
  const program *g = w ? formulate(home, w, &err) : NULL;
  ck_assert_msg(g != NULL, "%s", err.text);
  const remarks *all = lint(home, g);
  text to = text_empty(home);
  for (int i = 0; i < all->count; i++) {
    const remark *r = &all->item[i];
    text_format(&to, "%s %s [%s] [%s] %s %s;", r->about, word[r->code], r->key,
                r->other, ratio_text(r->seen), ratio_text(r->allowed));
  }
  return to.at;
}

/* ---- rules: what stands in "rules", and what is told of them */

#define MOST "\"kind\":\"at_most\",\"measure\":"
#define LEAST "\"kind\":\"at_least\",\"measure\":"
#define INDIA "\"of\":{\"country\":\"IN\"}"
#define AIM ",\"strength\":\"aim\",\"rank\":1"
#define PRICED ",\"strength\":\"priced\",\"points_per_unit\":\"1\""
#define ADOPTED "\"of_total\":\"adopted\""

static const struct {
  const char *rules, *told;
} of_rules[] = {
    /* never binds: the limit is what all plans come to, or more */
    {"{\"id\":\"a\"," MOST "\"awards\",\"limit\":4}",
     "a never-binds [] [] 4 4;"},
    {"{\"id\":\"a\"," MOST "\"awards\",\"limit\":2}", ""},
    {"{\"id\":\"a\"," INDIA "," MOST "\"people\",\"limit\":5}",
     "a never-binds [] [] 5 5;"},
    {"{\"id\":\"a\"," INDIA "," MOST "\"people\",\"limit\":4}", ""},
    {"{\"id\":\"a\"," LEAST "\"people\",\"limit\":0}",
     "a never-binds [] [] 0 0;"},
    {"{\"id\":\"a\",\"for_each\":\"host\"," MOST "\"awards\",\"limit\":2}",
     "a never-binds [H1] [] 2 2;"},
    {"{\"id\":\"a\",\"for_each\":\"host\"," MOST "\"awards\",\"limit\":1}", ""},
    {"{\"id\":\"a\"," MOST "\"countries\",\"limit\":3}",
     "a never-binds [] [] 3 3;"},
    {"{\"id\":\"a\"," MOST "\"people\",\"share\":\"1\"," ADOPTED "}",
     "a never-binds [] [] - 1;"},
    {"{\"id\":\"a\"," INDIA "," MOST "\"people\",\"limit\":5" AIM "}",
     "a never-binds [] [] 5 5;"},
    /* counts nobody */
    {"{\"id\":\"a\",\"of\":{\"host\":\"H9\"}," MOST "\"awards\",\"limit\":1}",
     "a counts-nobody [] [] 0 1;"},
    {"{\"id\":\"a\",\"for_each\":\"course\"," MOST "\"awards\",\"limit\":1}",
     "a counts-nobody [] [] - -;"},
    /* beyond reach: more than all plans come to */
    {"{\"id\":\"a\"," INDIA "," LEAST "\"people\",\"limit\":6}",
     "a beyond-reach [] [] 5 6;"},
    {"{\"id\":\"a\",\"for_each\":\"host\"," LEAST "\"awards\",\"limit\":2}",
     "a beyond-reach [H2] [] 1 2;"},
    {"{\"id\":\"a\"," LEAST "\"countries\",\"limit\":4" AIM "}",
     "a aim-missed [] [] 3 4;"},
    {"{\"id\":\"a\"," LEAST "\"countries\",\"limit\":4" PRICED "}",
     "a aim-missed [] [] 3 4;"},
    /* only the empty set */
    {"{\"id\":\"a\",\"of\":{\"country\":\"FR\"}," LEAST
     "\"awards\",\"share\":\"0.1\"," ADOPTED "}",
     "a only-empty [] [] - 0.10;"},
    {"{\"id\":\"a\"," INDIA "," LEAST "\"awards\",\"share\":\"0.1\"," ADOPTED
     "}",
     ""},
    /* beside the budget of 1,000,000 */
    {"{\"id\":\"a\"," MOST "\"yen\",\"limit\":1000000}",
     "a implied [] [budget] 1000000 1000000;"},
    {"{\"id\":\"a\"," MOST "\"yen\",\"limit\":999999}", ""},
    {"{\"id\":\"a\"," MOST "\"awards\",\"limit\":3}",
     "a implied [] [budget] 3 3;"},
    {"{\"id\":\"a\"," LEAST "\"yen\",\"limit\":1000001}",
     "a contradicts [] [budget] 1000000 1000001;"},
    {"{\"id\":\"a\"," LEAST "\"awards\",\"limit\":4}",
     "a contradicts [] [budget] 3 4;"},
    {"{\"id\":\"a\"," LEAST "\"awards\",\"limit\":3}", ""},
    {"{\"id\":\"a\"," LEAST "\"yen\",\"limit\":1000001" AIM "}",
     "a aim-contradicts [] [budget] 1000000 1000001;"},
    {"{\"id\":\"a\"," INDIA "," LEAST "\"people\",\"limit\":5}", ""},
    /* implied by another rule */
    {"{\"id\":\"a\"," MOST "\"awards\",\"limit\":1},"
     "{\"id\":\"b\"," MOST "\"awards\",\"limit\":2}",
     "b implied [] [a] - -;"},
    {"{\"id\":\"b\"," MOST "\"awards\",\"limit\":2},"
     "{\"id\":\"a\"," MOST "\"awards\",\"limit\":1}",
     "b implied [] [a] - -;"},
    {"{\"id\":\"a\"," MOST "\"awards\",\"limit\":1},"
     "{\"id\":\"b\"," MOST "\"awards\",\"limit\":1}",
     "b implied [] [a] - -;"},
    {"{\"id\":\"a\"," MOST "\"awards\",\"limit\":1" AIM "},"
     "{\"id\":\"b\"," MOST "\"awards\",\"limit\":2}",
     ""},
    {"{\"id\":\"a\"," MOST "\"awards\",\"limit\":2" AIM "},"
     "{\"id\":\"b\"," MOST "\"awards\",\"limit\":1}",
     "a implied [] [b] - -;"},
    {"{\"id\":\"a\"," INDIA "," MOST "\"awards\",\"limit\":1},"
     "{\"id\":\"b\"," MOST "\"awards\",\"limit\":1}",
     "a implied [] [b] - -;"}, /* a superset */
    {"{\"id\":\"a\"," INDIA "," LEAST "\"people\",\"limit\":3},"
     "{\"id\":\"b\"," LEAST "\"people\",\"limit\":2}",
     "b implied [] [a] - -;"},
    {"{\"id\":\"a\"," INDIA "," LEAST "\"people\",\"limit\":2},"
     "{\"id\":\"b\"," LEAST "\"people\",\"limit\":3}",
     ""},
    {"{\"id\":\"a\",\"for_each\":\"host\"," MOST "\"awards\",\"limit\":1},"
     "{\"id\":\"b\",\"of\":{\"host\":\"H1\"}," MOST "\"people\",\"limit\":4}",
     "b implied [] [a] - -;"}, /* of one plan at most 4 people */
    {"{\"id\":\"a\"," INDIA "," LEAST "\"countries\",\"limit\":1},"
     "{\"id\":\"b\"," LEAST "\"countries\",\"limit\":1}",
     "b implied [] [a] - -;"},
    {"{\"id\":\"a\",\"for_each\":\"country\"," MOST
     "\"people\",\"share\":\"0.5\"," ADOPTED "},"
     "{\"id\":\"b\",\"for_each\":\"country\"," MOST
     "\"people\",\"share\":\"0.6\"," ADOPTED "}",
     "b implied [] [a] - -;"},
    {"{\"id\":\"a\",\"of\":{\"host\":\"H9\"}," LEAST "\"awards\",\"limit\":0},"
     "{\"id\":\"b\"," LEAST "\"awards\",\"limit\":1}",
     "a counts-nobody [] [] 0 0;"}, /* what is nothing implies nothing */
    /* contradict each other */
    {"{\"id\":\"a\"," INDIA "," LEAST "\"people\",\"limit\":4},"
     "{\"id\":\"b\"," MOST "\"people\",\"limit\":3}",
     "a contradicts [] [b] 3 4;"},
    {"{\"id\":\"a\"," LEAST "\"people\",\"limit\":4},"
     "{\"id\":\"b\"," INDIA "," MOST "\"people\",\"limit\":3}",
     ""}, /* others may do it */
    {"{\"id\":\"a\"," LEAST "\"people\",\"limit\":7},"
     "{\"id\":\"b\"," MOST "\"awards\",\"limit\":1}",
     "a contradicts [] [b] 6 7;"},
    {"{\"id\":\"a\",\"of\":{\"host\":\"H1\"}," LEAST "\"awards\",\"limit\":2},"
     "{\"id\":\"b\",\"for_each\":\"host\"," MOST "\"awards\",\"limit\":1}",
     "a contradicts [H1] [b] 1 2;"},
    {"{\"id\":\"a\"," INDIA "," LEAST "\"people\",\"limit\":4" AIM "},"
     "{\"id\":\"b\"," MOST "\"people\",\"limit\":3}",
     "a aim-contradicts [] [b] 3 4;"},
    {"{\"id\":\"a\"," INDIA "," LEAST "\"people\",\"limit\":4},"
     "{\"id\":\"b\"," MOST "\"people\",\"limit\":3" AIM "}",
     "b aim-contradicts [] [a] 4 3;"},
    {"{\"id\":\"a\"," INDIA "," LEAST "\"people\",\"limit\":4" AIM "},"
     "{\"id\":\"b\"," MOST "\"people\",\"limit\":3" PRICED "}",
     "b aim-contradicts [] [a] 4 3;"},
    {"{\"id\":\"a\"," INDIA "," LEAST "\"people\",\"share\":\"0.5\"," ADOPTED
     "},{\"id\":\"b\"," INDIA "," MOST "\"people\",\"share\":\"0.4\"," ADOPTED
     "}",
     "a shares-contradict [] [b] 0.40 0.50;"},
    {"{\"id\":\"a\"," INDIA "," LEAST "\"people\",\"share\":\"0.4\"," ADOPTED
     "},{\"id\":\"b\"," INDIA "," MOST "\"people\",\"share\":\"0.4\"," ADOPTED
     "}",
     ""},
};

static void compare(const char *got, const char *expected, const char *of) {
  ck_assert_msg(text_same(got, expected), "%s\ngot:      %s\nexpected: %s", of,
                got, expected);
}

START_TEST(tells_what_a_rule_comes_to) {
  const call c =
      four_plans(arena_format(home, "\"rules\":[%s]", of_rules[_i].rules));
  compare(remarks_text(&c), of_rules[_i].told, of_rules[_i].rules);
}
END_TEST

/* ---- groups, priority, scoring, ties: members of the policy */

#define GROUPS                                                                 \
  "\"groups\":{\"india\":{\"countries\":[\"IN\"]},"                            \
  "\"china\":{\"countries\":[\"CN\"]},\"france\":{\"countries\":[\"FR\"]},"    \
  "\"all\":{\"territory\":\"001\"}},"
#define NAMED                                                                  \
  "\"ties\":[\"more_countries:india\",\"more_countries:china\","               \
  "\"more_countries:all\"],"
#define FRANCE "groups.france group-nobody [] [] - -;"
#define BONUS(group, points)                                                   \
  "{\"group\":\"" group "\",\"mode\":\"bonus\",\"points\":\"" points "\"}"
#define ITEMS(list) GROUPS NAMED "\"priority\":{\"items\":[" list "]}"

static const struct {
  const char *members, *told;
} of_members[] = {
    {"\"groups\":{\"a\":{\"countries\":[\"FR\"],\"minus\":[\"FR\"]}},"
     "\"ties\":[\"more_countries:a\"]",
     "groups.a no-country [] [] - -;"
     "ties[0] tie-nothing [] [more_countries:a] - -;"},
    {"\"groups\":{\"a\":{\"countries\":[\"FR\"]}},\"ties\":[\"lot\"]",
     "groups.a group-nobody [] [] - -;groups.a group-unused [] [] - -;"},
    {"\"groups\":{\"a\":{\"countries\":[\"IN\"]},\"b\":{\"any_of\":[\"a\"]}},"
     "\"ties\":[\"more_countries:b\"]",
     ""},
    {ITEMS(BONUS("india", "0")) "",
     FRANCE "groups.france group-unused [] [] - -;"
            "priority.items[0] nothing [] [] - -;"},
    {ITEMS(BONUS("france", "0.1")),
     FRANCE "priority.items[0] nobody [] [] - -;"},
    {ITEMS(BONUS("all", "0.1") "," BONUS("france", "0.1")),
     FRANCE "priority.items[0] everybody [] [] - -;"
            "priority.items[1] nobody [] [] - -;"},
    {ITEMS(BONUS("china", "0.1") "," BONUS("india", "0.1") "," BONUS("france",
                                                                     "0.1")),
     FRANCE "priority.items[2] nobody [] [] - -;"},
    {GROUPS NAMED "\"priority\":{\"at_most\":\"0.2\",\"items\":[" BONUS(
         "all", "0.2") "," BONUS("india", "0.1") "," BONUS("france",
                                                           "0.1") "]}",
     FRANCE "priority.items[0] everybody [] [] - -;"
            "priority.items[1] cut [] [] - -;"
            "priority.items[2] nobody [] [] - -;"},
    {GROUPS NAMED "\"priority\":{\"combine\":\"max\",\"items\":[" BONUS(
         "all", "0.2") "," BONUS("india", "0.1") "," BONUS("france",
                                                           "0.1") "]}",
     FRANCE "priority.items[0] everybody [] [] - -;"
            "priority.items[1] shadowed [] [] - -;"
            "priority.items[2] nobody [] [] - -;"},
    {ITEMS("{\"group\":\"india\",\"mode\":\"comparable_merit\",\"within\":"
           "\"0.1\"},{\"group\":\"all\",\"mode\":\"comparable_merit\","
           "\"within\":\"0.2\"},{\"group\":\"france\",\"mode\":"
           "\"comparable_merit\",\"within\":\"0.2\"}"),
     FRANCE "priority.items[0] shadowed [] [] - -;"
            "priority.items[1] everybody [] [] - -;"
            "priority.items[2] nobody [] [] - -;"},
    {ITEMS("{\"group\":\"france\",\"mode\":\"reserved\",\"yen\":200000,"
           "\"release\":true}"),
     FRANCE "priority.items[0] released [] [] - -;"},
    {ITEMS("{\"group\":\"france\",\"mode\":\"reserved\",\"yen\":200000}"),
     FRANCE "priority.items[0] unusable [] [] - -;"},
    {ITEMS("{\"group\":\"india\",\"mode\":\"reserved\",\"yen\":200000},"
           "{\"group\":\"france\",\"mode\":\"invite\"}"),
     "reserved:india never-binds [] [] 700000 800000;" FRANCE},
    {ITEMS("{\"group\":\"france\",\"mode\":\"bonus\",\"points\":\"1\","
           "\"once_per_country\":true}"),
     FRANCE "priority.items[0] nobody [] [] - -;"},
    /* scoring */
    {"\"scoring\":{\"scale\":{\"low\":1,\"high\":5},\"criteria\":["
     "{\"id\":\"plan\",\"weight\":\"1\",\"at_least\":1},"
     "{\"id\":\"ties\",\"weight\":\"1\",\"at_least\":\"1.1\"}],"
     "\"at_least\":\"0.5\"}",
     "scoring.criteria[plan].at_least idle [] [] - 1;"
     "scoring.at_least idle [] [] - 0.50;"},
    {"\"scoring\":{\"scale\":{\"low\":1,\"high\":5,\"better\":\"low\"},"
     "\"criteria\":[{\"id\":\"plan\",\"weight\":\"1\",\"at_least\":5}]}",
     "scoring.criteria[plan].at_least idle [] [] - 5;"},
    {"\"scoring\":{\"scale\":{\"low\":1,\"high\":5},\"criteria\":["
     "{\"id\":\"plan\",\"weight\":\"1\"}],\"at_least\":\"5.5\"}",
     "scoring.at_least impossible [] [] - 5.50;"},
    {"\"scoring\":{\"scale\":{\"low\":1,\"high\":5},\"criteria\":["
     "{\"id\":\"plan\",\"weight\":\"1\"},{\"id\":\"a\",\"weight\":\"1\"},"
     "{\"id\":\"b\",\"weight\":\"2\"}]}",
     "scoring.criteria[b] twin [] [a] - -;"},
    /* ties */
    {"\"ties\":[\"fewer_yen\",\"more_people\",\"earlier_received\",\"lot\"]",
     ""},
    {"\"ties\":[\"lot\",\"fewer_yen\"]",
     "ties[1] tie-after-lot [] [fewer_yen] - -;"},
    {"\"objective\":\"rank_order\",\"ties\":[\"fewer_yen\",\"lot\"]",
     "ties[0] tie-after-rank [] [fewer_yen] - -;"
     "ties[1] tie-after-rank [] [lot] - -;"},
};

START_TEST(tells_what_other_words_come_to) {
  const call c = four_plans(of_members[_i].members);
  compare(remarks_text(&c), of_members[_i].told, of_members[_i].members);
}
END_TEST

/* ---- what depends on the plans */

START_TEST(tells_of_a_budget_that_pays_for_all) {
  call c = call_open(home, "");
  call_application(&c, "P1", 1000000);
  call_people(&c, "IN", "", 1);
  call_score(&c, "R1", 0, "3");
  compare(remarks_text(&c), "budget never-binds [] [] 1000000 1000000;", "");
}
END_TEST

START_TEST(tells_of_flat_scores_and_of_keys_that_count_alike) {
  call c = call_open(home, "\"ties\":[\"earlier_received\",\"fewer_yen\"]");
  for (int i = 0; i < 2; i++) {
    call_application(&c, i ? "P2" : "P1", 600000 + i);
    call_people(&c, "IN", "", 1);
    call_score(&c, "R1", 0, "3.5");
  }
  compare(remarks_text(&c),
          "scoring.criteria[plan] flat [] [] 3.50 -;"
          "ties[0] tie-alike [] [earlier_received] - -;",
          "");
}
END_TEST

START_TEST(lets_keys_behind_the_lot_decide_between_levels) {
  call c = call_open(home, "\"ties\":[\"lot\",\"fewer_yen\"]");
  call_application(&c, "P1", 1000001);
  call_people(&c, "IN", "", 2);
  call_level(&c, "half", 500000, 1, 50);
  call_score(&c, "R1", 0, "3");
  compare(remarks_text(&c), "", "");
}
END_TEST

/* overrides in are adopted by every set */
START_TEST(counts_with_what_is_put_in) {
  call c = call_open(home, "\"rules\":[{\"id\":\"a\"," MOST
                           "\"people\",\"limit\":2},{\"id\":\"b\"," LEAST
                           "\"people\",\"limit\":3},{\"id\":\"c\",\"of\":"
                           "{\"country\":\"FR\"}," LEAST
                           "\"people\",\"share\":\"0.1\"," ADOPTED "}]");
  call_application(&c, "P1", 1000001);
  call_people(&c, "IN", "", 3);
  call_score(&c, "R1", 0, "3");
  call_override(&c, true, "");
  compare(remarks_text(&c),
          "budget beyond-reach [] [] 1000001 1000000;"
          "a beyond-reach [] [] 3 2;b never-binds [] [] 3 3;"
          "c beyond-reach [] [] - 0.10;",
          "");
}
END_TEST

START_TEST(says_nothing_of_rules_when_no_plan_competes) {
  call c = call_open(home, "\"rules\":[{\"id\":\"a\"," LEAST
                           "\"people\",\"limit\":3}],\"ties\":[\"fewer_yen\"]");
  compare(remarks_text(&c), "", "");
}
END_TEST

int main(void) {
  Suite *suite = suite_create("formulate_lint");
  TCase *cases = tcase_create("lint");
  tcase_add_checked_fixture(cases, open_arena, close_arena);
  tcase_add_loop_test(cases, tells_what_a_rule_comes_to, 0,
                      sizeof of_rules / sizeof *of_rules);
  tcase_add_loop_test(cases, tells_what_other_words_come_to, 0,
                      sizeof of_members / sizeof *of_members);
  tcase_add_test(cases, tells_of_a_budget_that_pays_for_all);
  tcase_add_test(cases, tells_of_flat_scores_and_of_keys_that_count_alike);
  tcase_add_test(cases, lets_keys_behind_the_lot_decide_between_levels);
  tcase_add_test(cases, counts_with_what_is_put_in);
  tcase_add_test(cases, says_nothing_of_rules_when_no_plan_competes);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? 0 : 1;
}
