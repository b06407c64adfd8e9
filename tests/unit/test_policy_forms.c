/* What a policy says where it is silent, the forms that a value may have, and
 * what does not depend on how the file is written. */
#include "../../engine/base/digest.h"
#include "../../engine/policy/policy.h"
#include <check.h>
#include <stdlib.h>
#include <string.h>

/* ' stands for " to keep it readable */
static const char smallest[] =
    "{'programme':'p','fiscal_year':2025,'round':1,'as_of':'2025/7/4',"
    "'scoring':{'scale':{'low':'1','high':'5.5'},'criteria':[{'id':'c'}]},"
    "'budget':{'yen':7}}";

static arena *home;
static void open_home(void) { home = arena_open(); }
static void close_home(void) { arena_close(home); }

static const policy *parse(const char *json) {
  char *const quoted = arena_text(home, json, strlen(json));
  for (char *c = quoted; *c; c++)
    *c = *c == '\'' ? '"' : *c;
  error err = {0};
  const policy *p =
      policy_parse(home, "policy.json", (bytes){quoted, strlen(quoted)}, &err);
  ck_assert_msg(p, "%s", err.text);
  return p;
}

/* "a b" of the names, to compare them in one line */
static const char *joined(names list) {
  const char *all = "";
  for (int i = 0; i < list.count; i++)
    all = arena_format(home, "%s%s%s", all, i ? " " : "", list.item[i]);
  return all;
}

static bool has(const country_set *set, const char *code) {
  return country_set_has(set, country_find(code));
}

static int members(const country_set *set) {
  int count = 0;
  for (int country = 0; country < country_count(); country++)
    count += country_set_has(set, country);
  return count;
}

/* ---- what is left out */

START_TEST(what_is_not_stated_has_its_default) {
  const policy *p = parse(smallest);
  const scoring *s = &p->scoring;
  ck_assert(!p->strand_count && !p->course_count && !p->group_count);
  ck_assert(!p->rule_count && !p->tie_count && !p->priority.count);
  ck_assert(p->objective == OBJECTIVE_MERIT && p->seed == 0);
  ck_assert(p->hold_back_yen == 0 && p->priority.at_most == POLICY_NONE);
  ck_assert(!s->low_is_better && s->method == METHOD_MEAN && !s->grade_count);
  ck_assert(s->high == 5500000 && s->at_least == POLICY_NONE);
  ck_assert(s->unit == 1000 && s->unit_places == 3 && s->trim == 200000);
  ck_assert(s->criteria[0].weight == DECIMAL_ONE);
  ck_assert(s->criteria[0].at_least == POLICY_NONE);
  ck_assert_int_eq(policy_base_yen(p), 7);
}
END_TEST

START_TEST(a_policy_without_admission_and_cost_has_no_gates) {
  const policy *p = parse(smallest);
  const admission *a = &p->admission;
  ck_assert(a->oldest_age == POLICY_NONE && !a->first_visit);
  ck_assert(a->reviews_at_least == POLICY_NONE);
  ck_assert(a->applications_per_host_at_most == POLICY_NONE);
  ck_assert(!a->roles.count && !a->fields.count);
  ck_assert(!p->cost.heads.count && !p->cost.by_host_type_count);
  ck_assert(p->cost.admin_percent == POLICY_NONE);
}
END_TEST

/* the smallest policy with one more key */
static const policy *with(const char *more) {
  return parse(arena_format(home, "%.*s,%s}", (int)strlen(smallest) - 1,
                            smallest, more));
}

START_TEST(courses_rules_and_items_have_defaults_too) {
  const policy *p = with(
      "'courses':{'A':{}},'groups':{'g':{'fields':['ict']}},'priority':{'items'"
      ":[{'group':'g','mode':'bonus','points':1},{'group':'g','mode':'reserved'"
      ",'yen':1}]},'rules':[{'id':'r','kind':'at_most','measure':'awards',"
      "'limit':0}]");
  ck_assert(p->courses[0].days == POLICY_NONE);
  ck_assert(p->courses[0].people == POLICY_NONE);
  ck_assert_int_eq(p->courses[0].all_people_in, -1);
  ck_assert(p->priority.items[0].counts_when == COUNTS_ANY);
  ck_assert_int_eq(p->priority.items[0].points, 1000);
  ck_assert(!p->priority.items[1].release && !*p->priority.items[1].text);
  ck_assert(p->rules[0].strength == STRENGTH_MUST && p->rules[0].rank == 0);
  ck_assert(p->rules[0].for_each == DIMENSION_NONE && !*p->rules[0].source);
}
END_TEST

/* ---- forms */

START_TEST(countries_and_territory_meet_and_minus_takes_off) {
  const policy *p =
      with("'groups':{'g':{'countries':['IN','ZA','KE'],'territory':'002',"
           "'minus':['KE','JP']}}");
  ck_assert_int_eq(members(&p->groups[0].countries), 1);
  ck_assert(has(&p->groups[0].countries, "ZA"));
}
END_TEST

START_TEST(a_selector_takes_one_or_several) {
  const policy *p =
      with("'groups':{'g':{'any_of':['h']},'h':{'fields':['ict']}},'rules':[{"
           "'id':'r','kind':'at_most','measure':'people','limit':1,'of':{"
           "'group':['h','g'],'country':['IN','JP'],'strand':'s','course':['A',"
           "'B'],'field':'ict','host_type':['x'],'host':'h1'}}]");
  const selector *of = &p->rules[0].of;
  ck_assert(of->groups == 3 && of->countries_stated);
  ck_assert(members(&of->countries) == 2 && has(&of->countries, "JP"));
  ck_assert_str_eq(joined(of->strands), "s");
  ck_assert_str_eq(joined(of->courses), "A B");
  ck_assert_str_eq(joined(of->fields), "ict");
  ck_assert_str_eq(joined(of->host_types), "x");
  ck_assert_str_eq(joined(of->hosts), "h1");
}
END_TEST

START_TEST(a_priced_rule_may_be_a_share_of_the_adopted) {
  const policy *p =
      with("'rules':[{'id':'r','kind':'at_least','measure':'people','share':1,"
           "'of_total':'adopted','strength':'priced','points_per_unit':"
           "'0.000001'}]");
  ck_assert(p->rules[0].share == SHARE_ONE && p->rules[0].is_share);
  ck_assert(p->rules[0].strength == STRENGTH_PRICED);
  ck_assert_int_eq(p->rules[0].points_per_unit, 1);
}
END_TEST

static const struct {
  const char *word;
  int places;
  decimal unit;
} units[] = {{"'0.000001'", 6, 1},
             {"'0.01'", 2, 10000},
             {"'0.1000'", 1, 100000},
             {"1", 0, DECIMAL_ONE}};

START_TEST(units_are_powers_of_ten) {
  const char *const json = arena_format(
      home,
      "{'programme':'p','fiscal_year':2025,'round':1,'as_of':'2025-07-04',"
      "'scoring':{'scale':{'low':-1,'high':0,'better':'low'},'criteria':[{'id':"
      "'c','weight':2}],'method':'tscore','trim':'0.25','unit':%s},'budget':{"
      "'yen':0},'priority':{'combine':'max','at_most':3}}",
      units[_i].word);
  const policy *p = parse(json);
  ck_assert(p->scoring.unit == units[_i].unit);
  ck_assert_int_eq(p->scoring.unit_places, units[_i].places);
  ck_assert(p->priority.at_most == 3 * DECIMAL_ONE / units[_i].unit);
  ck_assert(p->priority.largest_only && p->scoring.low_is_better);
  ck_assert(p->scoring.method == METHOD_T_SCORE && p->scoring.trim == 250000);
  ck_assert(p->scoring.low == -DECIMAL_ONE && p->scoring.high == 0);
}
END_TEST

/* ---- one policy, however it is written */

START_TEST(the_order_of_keys_decides_nothing) {
  const policy *p =
      with("'groups':{'z':{'fields':['f']},'a':{'any_of':['z']}},'courses':{"
           "'Z':{},'A':{}},'strands':{'y':{},'b':{'courses':['Z']}}");
  const policy *again = parse(p->json);
  ck_assert(policy_group(p, "a") == 0 && policy_group(again, "a") == 0);
  ck_assert(policy_course(p, "Z") == 1 && policy_course(again, "Z") == 1);
  ck_assert(policy_strand(p, "y") == 1 && policy_strand(again, "y") == 1);
  ck_assert(p->groups[0].any_of == 2 && again->groups[0].any_of == 2);
  ck_assert_str_eq(p->json, again->json);
  ck_assert_ptr_eq(strstr(p->json, "{\"as_of\":\"2025/7/4\",\"budget\":"),
                   p->json);
  ck_assert_str_ne(p->sha256, again->sha256);
}
END_TEST

START_TEST(a_byte_order_mark_is_passed_over_but_counted_in_the_digest) {
  const char *const marked = arena_format(home, "\xef\xbb\xbf%s", smallest);
  const policy *p = parse(marked), *bare = parse(smallest);
  ck_assert_str_eq(p->json, bare->json);
  ck_assert_str_ne(p->sha256, bare->sha256);
}
END_TEST

START_TEST(the_digest_is_of_the_file_as_read) {
  error err = {0};
  const policy *p = parse(smallest);
  const policy *again =
      policy_parse(home, "x", (bytes){p->json, strlen(p->json)}, &err);
  char hex[2 * DIGEST_BYTES + 1];
  const digest d = digest_of(p->json, strlen(p->json));
  digest_hex(&d, hex);
  ck_assert_str_eq(again->sha256, hex);
}
END_TEST

static void add_forms(Suite *suite) {
  TCase *const t = tcase_create("defaults and forms");
  tcase_add_checked_fixture(t, open_home, close_home);
  tcase_add_test(t, what_is_not_stated_has_its_default);
  tcase_add_test(t, a_policy_without_admission_and_cost_has_no_gates);
  tcase_add_test(t, courses_rules_and_items_have_defaults_too);
  tcase_add_test(t, countries_and_territory_meet_and_minus_takes_off);
  tcase_add_test(t, a_selector_takes_one_or_several);
  tcase_add_test(t, a_priced_rule_may_be_a_share_of_the_adopted);
  tcase_add_loop_test(t, units_are_powers_of_ten, 0,
                      (int)(sizeof units / sizeof *units));
  tcase_add_test(t, the_order_of_keys_decides_nothing);
  tcase_add_test(t, a_byte_order_mark_is_passed_over_but_counted_in_the_digest);
  tcase_add_test(t, the_digest_is_of_the_file_as_read);
  suite_add_tcase(suite, t);
}

int main(void) {
  Suite *const suite = suite_create("policy: defaults and forms");
  add_forms(suite);
  SRunner *const runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed ? 1 : 0;
}
