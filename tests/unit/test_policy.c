/* What a policy says when it is read: every value of the example. */
#include "../../engine/policy/policy.h"
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ' stands for " to keep it readable */
static const char example[] =
    "{ 'programme': 'sakura-science', 'fiscal_year': 2025, 'round': 2, "
    "'as_of': '2025-07-04',"
    "'strands': { 'invitation': {'courses': ['A','B','C','D']}, 'direct': {}, "
    "'online': {} },"
    "'courses': { 'A': {'days': 7, 'days_if': [{'domestic_km_at_least': 80, "
    "'days': 8}], 'people': 8},"
    "'B': {'days': 21, 'people': 8},"
    "'C': {'days': 10, 'people': 8, 'people_if': [{'senders_at_least': 2, "
    "'people': 12}]},"
    "'D': {'days': 365, 'people': 8, 'all_people_in': 'india_or_africa', "
    "'first_visit': false} },"
    "'admission': { 'oldest_age': 40, 'first_visit': true, 'roles': "
    "['student','researcher','worker'], 'fields': "
    "['natural','humanities','social','ict'],"
    "'reviews_at_least': 3, 'applications_per_host_at_most': 5, 'on_excess': "
    "'latest_fail' },"
    "'cost': { 'heads': "
    "['travel','domestic','programme','honorarium','tax','admin'], "
    "'admin_percent': 10,"
    "'by_host_type': {'company': ['travel','tax'], 'company_foundation': "
    "['travel','tax']} },"
    "'scoring': { 'scale': {'low': 1, 'high': 5, 'better': 'high', 'grades': "
    "{'S': 5, 'A': 4, 'B': 3, 'C': 2, 'D': 1}},"
    "'criteria': [{'id': 'plan', 'weight': '0.5', 'at_least': '2.0'}, {'id': "
    "'effect', 'weight': '0.5'}],"
    "'method': 'mean', 'at_least': '2.5', 'unit': '0.001' },"
    "'groups': { 'india': {'countries': ['IN']}, 'africa': {'territory': "
    "'002', 'minus': ['RE','YT','SH','IO','TF']},"
    "'india_or_africa': {'any_of': ['india','africa']},"
    "'india_ict': {'all_of': ['india'], 'fields': ['ict']},"
    "'asia_partner': {'territory': '142', 'has_record': {'since': 2014}},"
    "'returning_sender': {'senders_with_record': {'since': 2014}},"
    "'new_country': {'no_record': {'since': 2014, 'strands': ['invitation']}} "
    "},"
    "'priority': { 'combine': 'add', 'at_most': '0.600', 'items': ["
    "{'group': 'india', 'mode': 'bonus', 'points': '0.200', 'counts_when': "
    "'any'},"
    "{'group': 'africa', 'mode': 'bonus', 'points': '0.300', 'counts_when': "
    "'share'},"
    "{'group': 'new_country', 'mode': 'bonus', 'points': '0.250', "
    "'once_per_country': true},"
    "{'group': 'india', 'mode': 'comparable_merit', 'within': '0.100'},"
    "{'group': 'africa', 'mode': 'reserved', 'yen': 40000000, 'release': true} "
    "] },"
    "'budget': { 'yen': 620000000, 'hold_back_yen': 20000000 },"
    "'rules': ["
    "{'id': 'africa-floor', 'kind': 'at_least', 'of': {'group': 'africa'}, "
    "'measure': 'yen', 'share': '0.08', 'of_total': 'budget',"
    "'strength': 'aim', 'rank': 1, 'text': '...', 'source': 'committee, "
    "2025-04-01, item 3'},"
    "{'id': 'online', 'kind': 'at_most', 'of': {'strand': 'online'}, "
    "'measure': 'yen', 'limit': 30000000, 'strength': 'must'},"
    "{'id': 'new-countries', 'kind': 'at_least', 'of': {'group': "
    "'new_country'}, 'measure': 'countries', 'limit': 5, 'strength': 'aim', "
    "'rank': 2},"
    "{'id': 'one-country', 'kind': 'at_most', 'for_each': 'country', "
    "'measure': 'people', 'share': '0.25', 'of_total': 'adopted', 'strength': "
    "'must'},"
    "{'id': 'host', 'kind': 'at_most', 'for_each': 'host', 'measure': "
    "'awards', 'limit': 3, 'strength': 'must'} ],"
    "'objective': 'merit', 'ties': ['more_countries:new_country', 'fewer_yen', "
    "'earlier_received', 'lot'], 'seed': 20250704 }";

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

static uint64_t bit(const policy *p, const char *id) {
  return UINT64_C(1) << policy_group(p, id);
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

/* ---- the example */

START_TEST(the_head_of_the_example_is_read) {
  const policy *p = parse(example);
  int32_t day;
  ck_assert(date_parse("2025-07-04", &day));
  ck_assert_str_eq(p->programme, "sakura-science");
  ck_assert(p->fiscal_year == 2025 && p->round == 2 && p->as_of == day);
  ck_assert(p->budget_yen == 620000000 && p->hold_back_yen == 20000000);
  ck_assert_int_eq(policy_base_yen(p), 600000000);
  ck_assert(p->objective == OBJECTIVE_MERIT && p->seed == 20250704);
}
END_TEST

START_TEST(strands_name_their_courses) {
  const policy *p = parse(example);
  ck_assert_int_eq(p->strand_count, 3);
  ck_assert_str_eq(joined(p->strands[policy_strand(p, "invitation")].courses),
                   "A B C D");
  ck_assert_int_eq(p->strands[policy_strand(p, "direct")].courses.count, 0);
  ck_assert_int_eq(p->strands[policy_strand(p, "online")].courses.count, 0);
  ck_assert_int_eq(policy_strand(p, "offline"), -1);
}
END_TEST

START_TEST(courses_have_limits_with_exceptions) {
  const policy *p = parse(example);
  ck_assert_int_eq(p->course_count, 4);
  const course *a = &p->courses[policy_course(p, "A")];
  const course *b = &p->courses[policy_course(p, "B")];
  const course *c = &p->courses[policy_course(p, "C")];
  const course *d = &p->courses[policy_course(p, "D")];
  ck_assert(a->days == 7 && a->people == 8 && a->days_if_count == 1);
  ck_assert(a->days_if[0].km_at_least == 80 && a->days_if[0].days == 8);
  ck_assert(b->days == 21 && b->people == 8 && b->days_if_count == 0);
  ck_assert(c->days == 10 && c->people == 8 && c->people_if_count == 1);
  ck_assert(c->people_if[0].senders_at_least == 2);
  ck_assert(c->people_if[0].people == 12);
  ck_assert(d->days == 365 && d->people == 8);
  ck_assert_int_eq(d->all_people_in, policy_group(p, "india_or_africa"));
  ck_assert(d->visit_stated && !d->first_visit);
  ck_assert(a->all_people_in == -1 && !a->visit_stated);
}
END_TEST

START_TEST(admission_and_cost_are_read) {
  const policy *p = parse(example);
  const admission *a = &p->admission;
  ck_assert(a->oldest_age == 40 && a->first_visit);
  ck_assert_str_eq(joined(a->roles), "student researcher worker");
  ck_assert_str_eq(joined(a->fields), "natural humanities social ict");
  ck_assert(a->reviews_at_least == 3 && a->applications_per_host_at_most == 5);
  ck_assert_int_eq(a->on_excess, EXCESS_LATEST_FAIL);
  ck_assert_str_eq(joined(p->cost.heads),
                   "travel domestic programme honorarium tax admin");
  ck_assert_int_eq(p->cost.admin_percent, 10 * DECIMAL_ONE);
  ck_assert_int_eq(p->cost.by_host_type_count, 2);
  ck_assert_str_eq(p->cost.by_host_type[0].host_type, "company");
  ck_assert_str_eq(joined(p->cost.by_host_type[0].heads), "travel tax");
  ck_assert_str_eq(p->cost.by_host_type[1].host_type, "company_foundation");
  ck_assert_str_eq(joined(p->cost.by_host_type[1].heads), "travel tax");
}
END_TEST

START_TEST(scoring_is_exact) {
  const scoring *s = &parse(example)->scoring;
  ck_assert(s->low == DECIMAL_ONE && s->high == 5 * DECIMAL_ONE);
  ck_assert(!s->low_is_better && s->grade_count == 5);
  int wrong = 0;
  for (int i = 0; i < s->grade_count; i++) { /* in order of ids: A B C D S */
    wrong += strncmp(s->grades[i].id, &"ABCDS"[i], 1) != 0;
    wrong += s->grades[i].score != (i < 4 ? 4 - i : 5) * DECIMAL_ONE;
  }
  ck_assert_int_eq(wrong, 0);
  ck_assert_int_eq(s->criterion_count, 2);
  ck_assert_str_eq(s->criteria[0].id, "plan");
  ck_assert_str_eq(s->criteria[1].id, "effect");
  ck_assert(s->criteria[0].weight == 500000 && s->criteria[1].weight == 500000);
  ck_assert_int_eq(s->criteria[0].at_least, 2 * DECIMAL_ONE);
  ck_assert(s->criteria[1].at_least == POLICY_NONE);
  ck_assert(s->method == METHOD_MEAN && s->at_least == 2500000);
  ck_assert(s->unit == 1000 && s->unit_places == 3 && s->trim == 200000);
}
END_TEST

START_TEST(groups_of_countries_are_expanded) {
  const policy *p = parse(example);
  const group *india = &p->groups[policy_group(p, "india")];
  const group *africa = &p->groups[policy_group(p, "africa")];
  const group *partner = &p->groups[policy_group(p, "asia_partner")];
  ck_assert_int_eq(p->group_count, 7);
  ck_assert(india->countries_stated && members(&india->countries) == 1);
  ck_assert(has(&india->countries, "IN"));
  ck_assert(africa->countries_stated && has(&africa->countries, "ZA"));
  ck_assert(!has(&africa->countries, "RE") && !has(&africa->countries, "TF"));
  ck_assert_int_eq(members(&africa->countries), 55); /* of the African Union */
  ck_assert(has(&partner->countries, "TW") && !has(&partner->countries, "AU"));
  ck_assert_int_eq(policy_group(p, "europe"), -1);
}
END_TEST

START_TEST(groups_ask_for_records_fields_and_groups) {
  const policy *p = parse(example);
  const group *both = &p->groups[policy_group(p, "india_or_africa")];
  const group *ict = &p->groups[policy_group(p, "india_ict")];
  const group *partner = &p->groups[policy_group(p, "asia_partner")];
  const group *sender = &p->groups[policy_group(p, "returning_sender")];
  const group *fresh = &p->groups[policy_group(p, "new_country")];
  ck_assert(both->any_of == (bit(p, "india") | bit(p, "africa")));
  ck_assert(!both->countries_stated && !both->all_of);
  ck_assert(ict->all_of == bit(p, "india") && !ict->any_of);
  ck_assert_str_eq(joined(ict->fields), "ict");
  ck_assert(partner->has_record.stated && partner->has_record.since == 2014);
  ck_assert(!partner->has_record.strands.count && !partner->no_record.stated);
  ck_assert(sender->senders_with_record.stated);
  ck_assert_int_eq(sender->senders_with_record.since, 2014);
  ck_assert(fresh->no_record.stated && fresh->no_record.since == 2014);
  ck_assert_str_eq(joined(fresh->no_record.strands), "invitation");
}
END_TEST

START_TEST(priorities_count_in_units) {
  const policy *p = parse(example);
  const priority_item *i = p->priority.items;
  ck_assert(p->priority.count == 5 && p->priority.at_most == 600);
  ck_assert(!p->priority.largest_only);
  ck_assert(i[0].group == policy_group(p, "india") && i[0].points == 200);
  ck_assert(i[0].mode == PRIORITY_BONUS && i[0].counts_when == COUNTS_ANY);
  ck_assert(i[1].group == policy_group(p, "africa") && i[1].points == 300);
  ck_assert(i[1].mode == PRIORITY_BONUS && i[1].counts_when == COUNTS_SHARE);
  ck_assert(i[2].group == policy_group(p, "new_country"));
  ck_assert(i[2].points == 250 && i[2].once_per_country);
  ck_assert(!i[0].once_per_country && !i[1].once_per_country);
  ck_assert(i[3].mode == PRIORITY_COMPARABLE_MERIT && i[3].within == 100);
  ck_assert(i[4].mode == PRIORITY_RESERVED && i[4].yen == 40000000);
  ck_assert(i[4].release && i[4].group == policy_group(p, "africa"));
}
END_TEST

START_TEST(rules_with_limits_are_read) {
  const policy *p = parse(example);
  const rule *online = &p->rules[1], *fresh = &p->rules[2],
             *host = &p->rules[4];
  ck_assert_int_eq(p->rule_count, 5);
  ck_assert_str_eq(online->id, "online");
  ck_assert_str_eq(joined(online->of.strands), "online");
  ck_assert(online->at_most && online->limit == 30000000 && !online->is_share);
  ck_assert(online->measure == MEASURE_YEN &&
            online->strength == STRENGTH_MUST);
  ck_assert_str_eq(fresh->id, "new-countries");
  ck_assert(!fresh->at_most && fresh->measure == MEASURE_COUNTRIES);
  ck_assert(fresh->of.groups == bit(p, "new_country") && fresh->limit == 5);
  ck_assert(fresh->strength == STRENGTH_AIM && fresh->rank == 2);
  ck_assert_str_eq(host->id, "host");
  ck_assert(host->for_each == DIMENSION_HOST && host->limit == 3);
  ck_assert(host->at_most && host->measure == MEASURE_AWARDS);
  ck_assert(host->of.groups == 0 && !host->of.countries_stated);
}
END_TEST

START_TEST(rules_with_shares_are_read) {
  const policy *p = parse(example);
  const rule *floor = &p->rules[0], *country = &p->rules[3];
  ck_assert_str_eq(floor->id, "africa-floor");
  ck_assert_str_eq(floor->text, "...");
  ck_assert_str_eq(floor->source, "committee, 2025-04-01, item 3");
  ck_assert(!floor->at_most && floor->is_share && floor->share == 800);
  ck_assert(floor->base == BASE_BUDGET && floor->measure == MEASURE_YEN);
  ck_assert(floor->of.groups == bit(p, "africa") && floor->rank == 1);
  ck_assert(floor->strength == STRENGTH_AIM);
  ck_assert_str_eq(country->id, "one-country");
  ck_assert(country->at_most && country->is_share && country->share == 2500);
  ck_assert(country->base == BASE_ADOPTED);
  ck_assert(country->for_each == DIMENSION_COUNTRY);
  ck_assert(country->measure == MEASURE_PEOPLE && !*country->text);
}
END_TEST

START_TEST(ties_stand_in_their_order) {
  const policy *p = parse(example);
  ck_assert_int_eq(p->tie_count, 4);
  ck_assert(p->ties[0].kind == TIE_MORE_COUNTRIES);
  ck_assert_int_eq(p->ties[0].group, policy_group(p, "new_country"));
  ck_assert_str_eq(p->ties[0].word, "more_countries:new_country");
  ck_assert(p->ties[1].kind == TIE_FEWER_YEN && p->ties[1].group == -1);
  ck_assert(p->ties[2].kind == TIE_EARLIER_RECEIVED);
  ck_assert(p->ties[3].kind == TIE_LOT);
}
END_TEST

static void add_example(Suite *suite) {
  TCase *const t = tcase_create("example");
  tcase_add_checked_fixture(t, open_home, close_home);
  tcase_add_test(t, the_head_of_the_example_is_read);
  tcase_add_test(t, strands_name_their_courses);
  tcase_add_test(t, courses_have_limits_with_exceptions);
  tcase_add_test(t, admission_and_cost_are_read);
  tcase_add_test(t, scoring_is_exact);
  tcase_add_test(t, groups_of_countries_are_expanded);
  tcase_add_test(t, groups_ask_for_records_fields_and_groups);
  tcase_add_test(t, priorities_count_in_units);
  tcase_add_test(t, rules_with_limits_are_read);
  tcase_add_test(t, rules_with_shares_are_read);
  tcase_add_test(t, ties_stand_in_their_order);
  suite_add_tcase(suite, t);
}

int main(void) {
  Suite *const suite = suite_create("policy");
  add_example(suite);
  SRunner *const runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed ? 1 : 0;
}
