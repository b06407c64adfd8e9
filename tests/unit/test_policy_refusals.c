/* Each way of breaking a policy, and the words in which it is refused. */
#include "../../engine/base/text.h"
#include "../../engine/policy/policy.h"
#include <check.h>
#include <stdlib.h>
#include <string.h>

/* A sound policy; ' stands for " to keep it readable. */
static const struct {
  const char *key, *json;
} sound[] = {
    {"programme", "'p'"},
    {"fiscal_year", "2025"},
    {"round", "1"},
    {"as_of", "'2025-07-04'"},
    {"strands", "{'invitation':{'courses':['A','B']},'online':{}}"},
    {"courses", "{'B':{},'A':{}}"},
    {"scoring", "{'scale':{'low':1,'high':5},'criteria':[{'id':'c'}]}"},
    {"groups", "{'g':{'countries':['IN']},'h':{'territory':'002'}}"},
    {"budget", "{'yen':100}"},
};

/* the sound policy with `key` saying `json` instead; null: not there at all */
static const char *with(arena *home, const char *key, const char *json) {
  text to = text_empty(home);
  for (size_t i = 0; i < sizeof sound / sizeof *sound; i++)
    if (!text_same(sound[i].key, key))
      text_format(&to, "%s'%s':%s", to.length ? "," : "{", sound[i].key,
                  sound[i].json);
  if (json)
    text_format(&to, ",'%s':%s", key, json);
  text_add(&to, "}");
  for (char *c = to.at; *c; c++)
    *c = *c == '\'' ? '"' : *c;
  return to.at;
}

#define RULE "'id':'r','kind':'at_least','measure':'yen'"
#define SCALE "'scale':{'low':1,'high':5}"
#define ONE "'criteria':[{'id':'c'}]"
#define ANY "any id but budget, reserved:..., override:... and envelope:..."

static const struct {
  const char *key, *json, *text;
} broken[] = {
    /* ---- the whole */
    {"colour", "1",
     "colour: unknown key; allowed: programme, fiscal_year, round, as_of, "
     "strands, courses, admission, cost, scoring, groups, objective, priority, "
     "budget, rules, ties, seed"},
    {"programme", NULL, "programme: missing; the policy must state it"},
    {"fiscal_year", NULL, "fiscal_year: missing; the policy must state it"},
    {"round", NULL, "round: missing; the policy must state it"},
    {"as_of", NULL, "as_of: missing; the policy must state it"},
    {"scoring", NULL, "scoring: missing; the policy must state it"},
    {"budget", NULL, "budget: missing; the policy must state it"},
    {"budget", "{}", "budget.yen: missing; the policy must state it"},
    {"programme", "''",
     "programme: seen \"\", allowed a text of at least one character"},
    {"programme", "7",
     "programme: seen 7, allowed a text of at least one character"},
    {"fiscal_year", "25",
     "fiscal_year: seen 25, allowed an integer 1900..2999"},
    {"fiscal_year", "'2025'",
     "fiscal_year: seen \"2025\", allowed an integer 1900..2999"},
    {"round", "0", "round: seen 0, allowed an integer 1..999"},
    {"as_of", "'2025-02-30'",
     "as_of: seen \"2025-02-30\", allowed a date such as \"2025-07-04\""},
    {"as_of", "20250704",
     "as_of: seen 20250704, allowed a date such as \"2025-07-04\""},
    {"seed", "-1", "seed: seen -1, allowed an integer 0..9007199254740992"},
    {"objective", "'most'",
     "objective: seen \"most\", allowed \"merit\", \"merit_x_people\", "
     "\"rank_order\""},
    /* ---- strands and courses */
    {"strands", "[]", "strands: seen a list, allowed an object"},
    {"strands", "{'':{}}",
     "strands: seen an empty id, allowed at least one character"},
    {"strands", "{'x':{'course':[]}}",
     "strands.x.course: unknown key; allowed: courses"},
    {"strands", "{'x':{'courses':['A','E']}}",
     "strands.x.courses[1]: seen \"E\", allowed a course of the policy: A, B"},
    {"strands", "{'x':{'courses':['A','A']}}",
     "strands.x.courses[1]: \"A\" stands twice"},
    {"courses", NULL,
     "strands.invitation.courses: names courses, but the policy states none"},
    {"courses", "{'A':{'people':'8'},'B':{}}",
     "courses.A.people: seen \"8\", allowed an integer 0..1000000"},
    {"courses", "{'A':{'days_if':[]},'B':{}}",
     "courses.A.days_if: needs days beside it"},
    {"courses", "{'A':{'people':8,'people_if':[{'people':9}]},'B':{}}",
     "courses.A.people_if[0].senders_at_least: missing; the policy must state "
     "it"},
    {"courses", "{'A':{'days':7,'days_if':[7]},'B':{}}",
     "courses.A.days_if[0]: seen 7, allowed an object"},
    {"courses", "{'A':{'all_people_in':'india'},'B':{}}",
     "courses.A.all_people_in: seen \"india\", allowed a group of the policy: "
     "g, h"},
    {"courses", "{'A':{'first_visit':'no'},'B':{}}",
     "courses.A.first_visit: seen \"no\", allowed true or false"},
    /* ---- admission and cost */
    {"admission", "{'oldest':40}",
     "admission.oldest: unknown key; allowed: oldest_age, first_visit, roles, "
     "fields, reviews_at_least, applications_per_host_at_most, on_excess"},
    {"admission", "{'oldest_age':40.5}",
     "admission.oldest_age: seen 40.5, allowed an integer 0..1000000"},
    {"admission", "{'roles':[]}", "admission.roles: the list is empty"},
    {"admission", "{'roles':'student'}",
     "admission.roles: seen \"student\", allowed a list"},
    {"admission", "{'fields':['ict','']}",
     "admission.fields[1]: seen \"\", allowed a text of at least one "
     "character"},
    {"admission", "{'on_excess':'lot'}",
     "admission.on_excess: seen \"lot\", allowed \"latest_fail\", "
     "\"all_fail\""},
    {"cost", "{'admin_percent':10.5}",
     "cost.admin_percent: seen 10.5, allowed only as a string, \"10.5\", so "
     "that it is exact"},
    {"cost", "{'admin_percent':101}",
     "cost.admin_percent: seen 101, allowed 0..100 with at most six decimals"},
    {"cost", "{'by_host_type':{'company':[]}}",
     "cost.by_host_type.company: the list is empty"},
    /* ---- scoring */
    {"scoring", "{" SCALE "}",
     "scoring.criteria: missing; the policy must state it"},
    {"scoring", "{" ONE "}",
     "scoring.scale: missing; the policy must state it"},
    {"scoring", "{" ONE ",'scale':{'low':1}}",
     "scoring.scale.high: missing; the policy must state it"},
    {"scoring", "{" ONE ",'scale':{'low':5,'high':5}}",
     "scoring.scale.low: seen 5, allowed less than high"},
    {"scoring", "{" ONE ",'scale':{'low':'1e0','high':5}}",
     "scoring.scale.low: seen \"1e0\", allowed -1000000..1000000 with at most "
     "six decimals"},
    {"scoring", "{" ONE ",'scale':{'low':1,'high':9000000000000000000}}",
     "scoring.scale.high: seen 9000000000000000000, allowed "
     "-1000000..1000000 with at most six decimals"},
    {"scoring", "{" ONE ",'scale':{'low':1,'high':5,'grades':{'S':6}}}",
     "scoring.scale.grades.S: seen 6, allowed a score within the scale"},
    {"scoring", "{" ONE ",'scale':{'low':1,'high':5,'grades':{'1':5}}}",
     "scoring.scale.grades.1: a grade may be neither a number nor COI"},
    {"scoring", "{" ONE ",'scale':{'low':1,'high':5,'better':'up'}}",
     "scoring.scale.better: seen \"up\", allowed \"high\", \"low\""},
    {"scoring", "{" SCALE ",'criteria':[]}",
     "scoring.criteria: the list is empty"},
    {"scoring", "{" SCALE ",'criteria':[{'id':'c'},{'id':'c'}]}",
     "scoring.criteria[1].id: \"c\" stands twice"},
    {"scoring", "{" SCALE ",'criteria':[{'id':'c','weight':'0'}]}",
     "scoring.criteria[0].weight: seen \"0\", allowed more than 0, at most "
     "1000000, with at most six decimals"},
    {"scoring", "{" SCALE ",'criteria':[{'id':'c','weight':1},{'id':'d'}]}",
     "scoring.criteria[1].weight: stated by some criteria only, allowed all "
     "or none"},
    {"scoring", "{" SCALE "," ONE ",'method':'mode'}",
     "scoring.method: seen \"mode\", allowed \"mean\", \"median\", "
     "\"trimmed_mean\", \"t_score\", \"trimmed\", \"tscore\", \"mixed_model\""},
    {"scoring", "{" SCALE "," ONE ",'trim':'0.5'}",
     "scoring.trim: seen \"0.5\", allowed 0 or more, less than 0.5, with at "
     "most six decimals"},
    {"scoring", "{" SCALE "," ONE ",'unit':'0.005'}",
     "scoring.unit: seen \"0.005\", allowed a power of ten, 0.000001..1"},
    {"scoring", "{" SCALE "," ONE ",'unit':'10'}",
     "scoring.unit: seen \"10\", allowed a power of ten, 0.000001..1"},
    {"scoring", "{" SCALE "," ONE ",'at_least':2.5}",
     "scoring.at_least: seen 2.5, allowed only as a string, \"2.5\", so that "
     "it is exact"},
    /* ---- groups */
    {"groups", "{'g':{}}",
     "groups.g: a group must state at least one condition"},
    {"groups", "{'g':{'countries':['XX']}}",
     "groups.g.countries[0]: seen \"XX\", allowed an ISO 3166-1 code such as "
     "\"IN\""},
    {"groups", "{'g':{'countries':['IN','IN']}}",
     "groups.g.countries[1]: \"IN\" stands twice"},
    {"groups", "{'g':{'territory':2}}",
     "groups.g.territory: seen 2, allowed a UN M49 code that CLDR knows, such "
     "as \"002\""},
    {"groups", "{'g':{'minus':['IN'],'fields':['ict']}}",
     "groups.g.minus: needs countries or territory beside it"},
    {"groups", "{'g':{'has_record':{}}}",
     "groups.g.has_record.since: missing; the policy must state it"},
    {"groups", "{'g':{'no_record':{'since':2014,'until':2020}}}",
     "groups.g.no_record.until: unknown key; allowed: since, strands"},
    {"groups", "{'g':{'strands':['offline']}}",
     "groups.g.strands[0]: seen \"offline\", allowed a strand of the policy: "
     "invitation, online"},
    {"groups", "{'g':{'any_of':['h','india']},'h':{'fields':['ict']}}",
     "groups.g.any_of[1]: seen \"india\", allowed a group of the policy: g, "
     "h"},
    {"groups", "{'g':{'any_of':[]}}", "groups.g.any_of: the list is empty"},
    {"groups", "{'g':{'any_of':['h','h']},'h':{'fields':['ict']}}",
     "groups.g.any_of[1]: \"h\" stands twice"},
    {"groups", "{'g':{'all_of':['g']}}",
     "groups.g: any_of and all_of lead back to the group itself"},
    {"groups",
     "{'a':{'any_of':['b']},'b':{'any_of':['c']},'c':{'all_of':['d']},"
     "'d':{'any_of':['b']}}",
     "groups.b: any_of and all_of lead back to the group itself"},
    /* ---- priority */
    {"priority", "{'items':[{'group':'g'}]}",
     "priority.items[0].mode: missing; the policy must state it"},
    {"priority", "{'items':[{'group':'g','mode':'bonus'}]}",
     "priority.items[0].points: missing; mode \"bonus\" needs it"},
    {"priority", "{'items':[{'group':'g','mode':'bonus','points':'0.2005'}]}",
     "priority.items[0].points: seen \"0.2005\", allowed a multiple of the "
     "unit 0.001, 0..1000000"},
    {"priority", "{'items':[{'group':'g','mode':'bonus','points':'-0.2'}]}",
     "priority.items[0].points: seen \"-0.2\", allowed a multiple of the unit "
     "0.001, 0..1000000"},
    {"priority", "{'items':[{'group':'g','mode':'bonus','points':0.2}]}",
     "priority.items[0].points: seen 0.2, allowed only as a string, \"0.2\", "
     "so that it is exact"},
    {"priority", "{'at_most':'0.0001'}",
     "priority.at_most: seen \"0.0001\", allowed a multiple of the unit 0.001, "
     "0..1000000"},
    {"priority", "{'combine':'sum'}",
     "priority.combine: seen \"sum\", allowed \"add\", \"max\""},
    {"priority", "{'items':[{'group':'g','mode':'comparable_merit'}]}",
     "priority.items[0].within: missing; mode \"comparable_merit\" needs it"},
    {"priority", "{'items':[{'group':'g','mode':'reserved'}]}",
     "priority.items[0].yen: missing; mode \"reserved\" needs it"},
    {"priority", "{'items':[{'group':'g','mode':'invite','points':'1'}]}",
     "priority.items[0].points: only for mode \"bonus\""},
    {"priority",
     "{'items':[{'group':'g','mode':'bonus','points':1,'release':true}]}",
     "priority.items[0].release: only for mode \"reserved\""},
    {"priority",
     "{'items':[{'group':'g','mode':'bonus','points':1,"
     "'once_per_country':true,'counts_when':'any'}]}",
     "priority.items[0].once_per_country: cannot stand together with "
     "counts_when"},
    {"priority",
     "{'items':[{'group':'g','mode':'bonus','points':1,"
     "'once_per_country':true}]},'objective':'merit_x_people'",
     "priority.items[0].once_per_country: cannot stand together with the "
     "objective \"merit_x_people\""},
    /* ---- budget */
    {"budget", "{'yen':1000000000001}",
     "budget.yen: seen 1000000000001, allowed an integer 0..1000000000000"},
    {"budget", "{'yen':'100'}",
     "budget.yen: seen \"100\", allowed an integer 0..1000000000000"},
    {"budget", "{'yen':1e8}",
     "budget.yen: seen 100000000.0, allowed an integer 0..1000000000000"},
    {"budget", "{'yen':100,'hold_back_yen':101}",
     "budget.hold_back_yen: seen 101, allowed at most budget.yen"},
    /* ---- rules */
    {"rules", "{}", "rules: seen an object, allowed a list"},
    {"rules", "[{" RULE ",'limit':1,'max':1}]",
     "rules[0].max: unknown key; allowed: id, kind, of, for_each, measure, "
     "limit, share, of_total, strength, rank, points_per_unit, text, source"},
    {"rules", "[{'kind':'at_least','measure':'yen','limit':1}]",
     "rules[0].id: missing; the policy must state it"},
    {"rules", "[{" RULE ",'limit':1},{" RULE ",'limit':2}]",
     "rules[1].id: \"r\" stands twice"},
    {"rules",
     "[{'id':'reserved:g','kind':'at_most','measure':'yen','limit':1}]",
     "rules[0].id: seen \"reserved:g\", allowed " ANY},
    {"rules",
     "[{'id':'envelope:1','kind':'at_most','measure':'yen','limit':1}]",
     "rules[0].id: seen \"envelope:1\", allowed " ANY},
    {"scoring", "{" SCALE "," ONE ",'panel_effects':true}",
     "scoring.panel_effects: only for method \"mixed_model\""},
    {"scoring", "{" SCALE "," ONE ",'envelopes_by':'yen'}",
     "scoring.envelopes_by: only for unidentified \"envelopes\""},
    {"scoring",
     "{" SCALE "," ONE ",'unidentified':'raw','envelopes_by':'plans'}",
     "scoring.envelopes_by: only for unidentified \"envelopes\""},
    {"scoring",
     "{" SCALE "," ONE ",'unidentified':'envelopes','envelopes_by':'people'}",
     "scoring.envelopes_by: seen \"people\", allowed \"yen\", \"plans\""},
    {"rules", "[{'id':'budget','kind':'at_most','measure':'yen','limit':1}]",
     "rules[0].id: seen \"budget\", allowed " ANY},
    {"rules",
     "[{'id':'override:1','kind':'at_most','measure':'yen','limit':1}]",
     "rules[0].id: seen \"override:1\", allowed " ANY},
    {"rules", "[{" RULE "}]",
     "rules[0]: states neither limit nor share, allowed exactly one"},
    {"rules", "[{" RULE ",'limit':1,'share':'0.1','of_total':'budget'}]",
     "rules[0]: states both limit and share, allowed exactly one"},
    {"rules", "[{" RULE ",'limit':-1}]",
     "rules[0].limit: seen -1, allowed an integer 0..1000000000000"},
    {"rules", "[{" RULE ",'share':'1.5','of_total':'budget'}]",
     "rules[0].share: seen \"1.5\", allowed 0..1 with at most four decimals"},
    {"rules", "[{" RULE ",'share':'0.12345','of_total':'budget'}]",
     "rules[0].share: seen \"0.12345\", allowed 0..1 with at most four "
     "decimals"},
    {"rules", "[{" RULE ",'share':0.08,'of_total':'budget'}]",
     "rules[0].share: seen 0.08, allowed only as a string, \"0.08\", so that "
     "it is exact"},
    {"rules", "[{" RULE ",'share':'0.08'}]",
     "rules[0].of_total: missing; a share is of \"budget\" or of \"adopted\""},
    {"rules", "[{" RULE ",'limit':1,'of_total':'budget'}]",
     "rules[0].of_total: only beside a share"},
    {"rules",
     "[{'id':'r','kind':'at_most','measure':'people','share':'0.1',"
     "'of_total':'budget'}]",
     "rules[0].of_total: seen \"budget\", allowed \"adopted\", unless the "
     "measure is yen"},
    {"rules", "[{" RULE ",'limit':1,'strength':'aim'}]",
     "rules[0].rank: missing; strength \"aim\" needs it"},
    {"rules", "[{" RULE ",'limit':1,'rank':1}]",
     "rules[0].rank: only for strength \"aim\""},
    {"rules", "[{" RULE ",'limit':1,'strength':'priced'}]",
     "rules[0].points_per_unit: missing; strength \"priced\" needs it"},
    {"rules", "[{" RULE ",'limit':1,'points_per_unit':'0.1'}]",
     "rules[0].points_per_unit: only for strength \"priced\""},
    {"rules",
     "[{" RULE ",'limit':1,'strength':'priced','points_per_unit':'0'}]",
     "rules[0].points_per_unit: seen \"0\", allowed more than 0, at most "
     "1000000, with at most six decimals"},
    {"rules",
     "[{" RULE ",'share':'0.1','of_total':'adopted','strength':'aim',"
     "'rank':1}]",
     "rules[0].of_total: seen \"adopted\", allowed \"budget\" for an aim"},
    {"rules",
     "[{" RULE ",'limit':1,'strength':'aim','rank':2},{'id':'s',"
     "'kind':'at_most','measure':'people','limit':1,'strength':'aim',"
     "'rank':2}]",
     "rules[1].rank: rules[0] has rank 2 as well"},
    {"rules", "[{" RULE ",'limit':1,'of':{'groups':'g'}}]",
     "rules[0].of.groups: unknown key; allowed: group, country, strand, "
     "course, field, host_type, host"},
    {"rules", "[{" RULE ",'limit':1,'of':{'group':['g','india']}}]",
     "rules[0].of.group[1]: seen \"india\", allowed a group of the policy: g, "
     "h"},
    {"rules", "[{" RULE ",'limit':1,'of':{'country':'JPN'}}]",
     "rules[0].of.country: seen \"JPN\", allowed an ISO 3166-1 code such as "
     "\"IN\""},
    {"rules", "[{" RULE ",'limit':1,'of':{'host':1}}]",
     "rules[0].of.host: seen 1, allowed a text or a list of them"},
    {"rules", "[{" RULE ",'limit':1,'for_each':'group'}]",
     "rules[0].for_each: seen \"group\", allowed \"host\", \"sender\", "
     "\"country\", \"field\", \"course\", \"strand\", \"host_type\""},
    {"rules", "[{'id':'r','kind':'at_least','measure':'money','limit':1}]",
     "rules[0].measure: seen \"money\", allowed \"awards\", \"people\", "
     "\"yen\", \"countries\""},
    /* ---- ties */
    {"ties", "['fewer_people']",
     "ties[0]: seen \"fewer_people\", allowed \"more_people\", "
     "\"more_countries\", \"fewer_yen\", \"earlier_received\", \"lot\""},
    {"ties", "['more_countries:india']",
     "ties[0]: seen \"india\", allowed a group of the policy: g, h"},
    {"ties", "['fewer_yen','lot','fewer_yen']",
     "ties[2]: \"fewer_yen\" stands twice"},
};

static const policy *parse(arena *home, const char *json, error *err) {
  return policy_parse(home, "policy.json", (bytes){json, strlen(json)}, err);
}

START_TEST(the_policy_that_the_broken_ones_start_from_is_sound) {
  arena *const home = arena_open();
  error err = {0};
  ck_assert_ptr_nonnull(parse(home, with(home, "", NULL), &err));
  ck_assert_int_eq(err.kind, ERROR_NONE);
  arena_close(home);
}
END_TEST

START_TEST(says_which_key_is_broken_what_was_seen_and_what_is_allowed) {
  arena *const home = arena_open();
  error err = {0};
  const char *const json = with(home, broken[_i].key, broken[_i].json);
  ck_assert_ptr_null(parse(home, json, &err));
  ck_assert_str_eq(err.text, broken[_i].text);
  ck_assert(err.kind == ERROR_INPUT && err.line == 0 && err.column == 0);
  ck_assert_str_eq(err.file, "policy.json");
  arena_close(home);
}
END_TEST

static const struct {
  const char *json;
  int line, column;
  const char *text;
} malformed[] = {
    {"", 1, 1, "'[' or '{' expected near end of file"},
    {"[]", 0, 0, "the policy: seen a list, allowed an object"},
    {"{\n\"round\":1,\n\"round\":2}", 3, 7,
     "duplicate object key near '\"round\"'"},
    {"{\"budget\":{\"yen\":1,\"yen\":2}}", 1, 24,
     "duplicate object key near '\"yen\"'"},
    {"{\"round\":1,}", 1, 12, "string or '}' expected near '}'"},
    {"{\"round\":1} x", 1, 13, "end of file expected near 'x'"},
    {"{\"題\":1,\n\"題目\":}", 2, 10, "unexpected token near '}'"},
    {"\xef\xbb\xbf{", 1, 1, "string or '}' expected near end of file"},
    {"{\"programme\":\"\x8d\xcc\"}", 1, 14,
     "unable to decode byte 0x8d near '\"'"},
    {"{\"programme\":\"a\\u0000b\"}", 1, 23,
     "\\u0000 is not allowed without JSON_ALLOW_NUL near '\"a\\u0000b\"'"},
    {"{\"seed\":99999999999999999999}", 1, 28,
     "too big integer near '99999999999999999999'"},
};

START_TEST(says_where_the_json_is_malformed) {
  arena *const home = arena_open();
  error err = {0};
  ck_assert_ptr_null(parse(home, malformed[_i].json, &err));
  ck_assert_str_eq(err.text, malformed[_i].text);
  ck_assert_int_eq(err.line, malformed[_i].line);
  ck_assert_int_eq(err.column, malformed[_i].column);
  arena_close(home);
}
END_TEST

START_TEST(a_nul_byte_is_refused_wherever_it_stands) {
  arena *const home = arena_open();
  error first = {0}, last = {0};
  ck_assert_ptr_null(
      policy_parse(home, "policy.json", (bytes){"{\0}", 3}, &first));
  ck_assert_ptr_null(
      policy_parse(home, "policy.json", (bytes){"{}\0", 3}, &last));
  ck_assert_str_eq(first.text, "the file holds a NUL byte");
  ck_assert_str_eq(last.text, first.text);
  arena_close(home);
}
END_TEST

START_TEST(a_file_too_large_is_refused) {
  arena *const home = arena_open();
  const size_t length = (1 << 20) + 1;
  char *const spaces = ARENA_ARRAY(home, char, length + 1);
  memset(spaces, ' ', length);
  error err = {0};
  ck_assert_ptr_null(
      policy_parse(home, "policy.json", (bytes){spaces, length}, &err));
  ck_assert_str_eq(err.text, "seen 1048577 bytes, allowed 1048576");
  arena_close(home);
}
END_TEST

START_TEST(nesting_without_end_is_refused) {
  arena *const home = arena_open();
  char *const deep = ARENA_ARRAY(home, char, 100001);
  memset(deep, '[', 100000);
  error err = {0};
  ck_assert_ptr_null(parse(home, deep, &err));
  ck_assert_int_eq(err.kind, ERROR_INPUT);
  ck_assert_str_eq(err.text, "maximum parsing depth reached near '['");
  arena_close(home);
}
END_TEST

START_TEST(more_than_64_groups_are_refused) {
  arena *const home = arena_open();
  text groups = text_empty(home);
  for (int i = 0; i < 65; i++)
    text_format(&groups, "%s'x%d':{'fields':['ict']}", i ? "," : "{", i);
  text_add(&groups, "}");
  error err = {0};
  ck_assert_ptr_null(parse(home, with(home, "groups", groups.at), &err));
  ck_assert_str_eq(err.text, "groups: seen 65 groups, allowed at most 64");
  arena_close(home);
}
END_TEST

START_TEST(a_long_value_is_shown_by_its_beginning) {
  arena *const home = arena_open();
  text ties = text_empty(home);
  text_add(&ties, "['");
  for (int i = 0; i < 1000; i++)
    text_add(&ties, "採択");
  text_add(&ties, "']");
  error err = {0};
  ck_assert_ptr_null(parse(home, with(home, "ties", ties.at), &err));
  ck_assert_ptr_nonnull(strstr(err.text, "択採..., allowed \"more_people\""));
  arena_close(home);
}
END_TEST

START_TEST(a_missing_file_is_named) {
  arena *const home = arena_open();
  error err = {0};
  ck_assert_ptr_null(policy_read(home, "tests/unit/nowhere", &err));
  ck_assert_int_eq(err.kind, ERROR_INPUT);
  ck_assert_str_eq(err.file, "tests/unit/nowhere/policy.json");
  arena_close(home);
}
END_TEST

int main(void) {
  Suite *const suite = suite_create("policy: refusals");
  TCase *const t = tcase_create("refusals");
  tcase_add_test(t, the_policy_that_the_broken_ones_start_from_is_sound);
  tcase_add_loop_test(
      t, says_which_key_is_broken_what_was_seen_and_what_is_allowed, 0,
      (int)(sizeof broken / sizeof *broken));
  tcase_add_loop_test(t, says_where_the_json_is_malformed, 0,
                      (int)(sizeof malformed / sizeof *malformed));
  tcase_add_test(t, a_nul_byte_is_refused_wherever_it_stands);
  tcase_add_test(t, a_file_too_large_is_refused);
  tcase_add_test(t, nesting_without_end_is_refused);
  tcase_add_test(t, more_than_64_groups_are_refused);
  tcase_add_test(t, a_long_value_is_shown_by_its_beginning);
  tcase_add_test(t, a_missing_file_is_named);
  suite_add_tcase(suite, t);
  SRunner *const runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed ? 1 : 0;
}
