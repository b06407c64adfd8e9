#include "../../engine/audit/audit.h"
#include "../../engine/audit/roll.h"
#include "../../engine/score/merits.h"
#include "call.h"
#include <check.h>

static arena *home;
static void open_arena(void) { home = arena_open(); }
static void close_arena(void) { arena_close(home); }

/* ---- a small call, and its record as reckoned by hand */

static const char rules_of_three[] =
    "\"groups\":{\"africa\":{\"territory\":\"002\"}},"
    "\"priority\":{\"items\":[{\"group\":\"africa\",\"mode\":\"bonus\","
    "\"points\":\"0.5\",\"counts_when\":\"any\"}]},"
    "\"rules\":[{\"id\":\"host\",\"kind\":\"at_most\",\"for_each\":\"host\","
    "\"measure\":\"awards\",\"limit\":2,\"strength\":\"must\"},"
    "{\"id\":\"floor\",\"kind\":\"at_least\",\"of\":{\"group\":\"africa\"},"
    "\"measure\":\"yen\",\"share\":\"0.35\",\"of_total\":\"budget\","
    "\"strength\":\"aim\",\"rank\":1}],\"ties\":[\"fewer_yen\"]";

/* P1 4.0 from India, P2 3.5 + 0.5 from Kenya, P3 cut off by a gate */
static call call_of_three(void) {
  call c = call_open(home, arena_format(home, "%s,%s", rules_of_three,
                                        "\"admission\":{\"oldest_age\":40}"));
  call_application(&c, "P1", 600000);
  call_people(&c, "IN", "", 4);
  call_score(&c, "R1", 0, "4");
  call_application(&c, "P2", 300000);
  call_people(&c, "KE", "", 3);
  call_score(&c, "R1", 0, "3");
  call_score(&c, "R2", 0, "4");
  call_application(&c, "P3", 100000)->received_on = 20000;
  call_people(&c, "KE", "", 2)->oldest_age = 41;
  call_score(&c, "R2", 0, "5");
  return c;
}

static const char *plan_text(const char *id, const char *figures) {
  return arena_format(home,
                      "{\"application_id\":\"%s\",\"in_rank_order\":false,"
                      "\"rank_order_level\":\"\",\"within\":\"0.000\",%s}",
                      id, figures);
}

static const char *record_of_three(const call *c) {
  const char *const p1 = plan_text(
      "P1", "\"yen_asked\":600000,\"people_asked\":4,\"verdict\":\"ok\","
            "\"reviews\":1,\"merit_rank\":2,\"raw_score\":\"4.000000\","
            "\"merit\":\"4.000\",\"items\":[],\"bonus\":\"0.000\","
            "\"priority\":\"0.000\",\"worth\":\"4.000\",\"competes\":true,"
            "\"selection_order\":2,\"adopted\":true,\"level\":\"full\","
            "\"people\":4,\"yen\":600000");
  const char *const p2 = plan_text(
      "P2", "\"yen_asked\":300000,\"people_asked\":3,\"verdict\":\"ok\","
            "\"reviews\":2,\"merit_rank\":3,\"raw_score\":\"3.500000\","
            "\"merit\":\"3.500\",\"items\":[{\"group\":\"africa\","
            "\"mode\":\"bonus\",\"points\":\"0.500\"}],\"bonus\":\"0.500\","
            "\"priority\":\"0.500\",\"worth\":\"4.000\",\"competes\":true,"
            "\"selection_order\":1,\"adopted\":true,\"level\":\"full\","
            "\"people\":3,\"yen\":300000");
  const char *const p3 = plan_text(
      "P3", "\"yen_asked\":100000,\"people_asked\":2,\"verdict\":\"fail\","
            "\"reviews\":1,\"merit_rank\":1,\"raw_score\":\"5.000000\","
            "\"merit\":\"5.000\",\"items\":[{\"group\":\"africa\","
            "\"mode\":\"bonus\",\"points\":\"0.500\"}],\"bonus\":\"0.500\","
            "\"priority\":\"0.500\",\"worth\":\"5.500\",\"competes\":false,"
            "\"selection_order\":null,\"adopted\":false,\"level\":\"\","
            "\"people\":0,\"yen\":0");
  return arena_format(
      home,
      "{\"format\":1,\"status\":\"optimal\",\"unit\":\"0.001\","
      "\"objective\":8000,\"bound\":8000,\"unproved\":null,\"awards\":2,"
      "\"people\":7,\"yen\":900000,\"base_yen\":1000000,\"left_yen\":100000,"
      "\"once_points\":\"0.000\",\"adopted\":[\"P1\",\"P2\"],"
      "\"countries\":[{\"country\":\"IN\",\"awards\":1,\"people\":4,"
      "\"yen\":600000},{\"country\":\"KE\",\"awards\":1,\"people\":3,"
      "\"yen\":300000}],\"plans\":[%s,%s,%s],\"rules\":[{\"id\":\"host\","
      "\"kind\":\"at_most\",\"measure\":\"awards\",\"strength\":\"must\","
      "\"value\":2,\"limit\":2,\"slack\":0,\"shortfall\":0,"
      "\"rows\":[{\"key\":\"H1\",\"value\":2,\"limit\":2,\"slack\":0}]},"
      "{\"id\":\"floor\",\"kind\":\"at_least\",\"measure\":\"yen\","
      "\"strength\":\"aim\",\"value\":300000,\"limit\":350000,"
      "\"slack\":-50000,\"shortfall\":50000}],\"reserved\":[],"
      "\"levels\":[{\"name\":\"aim:floor\",\"kind\":\"aim\",\"scale\":1,"
      "\"reached\":true,\"proved\":true,\"value\":-50000,\"bound\":-50000},"
      "{\"name\":\"merit\",\"kind\":\"worth\",\"scale\":1,\"reached\":true,"
      "\"proved\":true,\"value\":8000,\"bound\":8000},"
      "{\"name\":\"fewer_yen\",\"kind\":\"tie\",\"scale\":1,"
      "\"reached\":true,\"proved\":true,\"value\":-900000,\"bound\":-900000},"
      "{\"name\":\"id\",\"kind\":\"walk\",\"scale\":1,\"reached\":true,"
      "\"proved\":true,\"value\":null,\"bound\":null}],"
      "\"rank_order\":null,\"policy\":%s}",
      p1, p2, p3, c->rules->json);
}

/* the text with the first place of `was` become `now` */
static const char *changed(const char *record, const char *was,
                           const char *now) {
  const char *const at = strstr(record, was);
  ck_assert_msg(at != NULL, "%s", was);
  return arena_format(home, "%s%s%s",
                      arena_text(home, record, (size_t)(at - record)), now,
                      at + strlen(was));
}

static differences heard(const call *c, const char *record) {
  error err = {0};
  decision_claim claim = {0};
  differences found = {.home = home};
  const audit_call of = {c->rules, &c->d, NULL};
  ck_assert_msg(audit_decision(home, &of, (bytes){record, strlen(record)},
                               &claim, &found, &err),
                "%s", err.text);
  return found;
}

static const char *text_of(const differences *all) {
  text to = text_empty(home);
  for (int i = 0; i < all->count; i++)
    text_format(&to, "%s %s %s: %s, %s\n", audit_word(all->item[i].code),
                all->item[i].subject, all->item[i].field, all->item[i].recorded,
                all->item[i].recounted);
  return to.at;
}

START_TEST(finds_nothing_in_a_true_record) {
  const call c = call_of_three();
  const differences found = heard(&c, record_of_three(&c));
  ck_assert_str_eq(text_of(&found), "");
  ck_assert_int_gt(found.compared, 100);
}
END_TEST

static const struct {
  const char *was, *now, *said; /* said: among the differences */
} lies[] = {
    {"\"objective\":8000", "\"objective\":8001",
     "set  objective: 8001, 8000\n"},
    {"\"bound\":8000", "\"bound\":8001", "set  bound: 8001, 8000\n"},
    {"\"adopted\":[\"P1\",\"P2\"]", "\"adopted\":[\"P2\",\"P1\"]",
     "set  adopted: P2, P1, P1, P2\n"},
    {"\"status\":\"optimal\"", "\"status\":\"feasible\"",
     "set  status: feasible, optimal\n"},
    {"\"status\":\"optimal\"", "\"status\":\"splendid\"",
     "unknown  status: splendid, \n"},
    {"\"left_yen\":100000", "\"left_yen\":\"much\"",
     "set  left_yen: much, 100000\n"},
    {"\"left_yen\":100000", "\"right_yen\":0",
     "set  left_yen: absent, 100000\n"},
    {"\"people\":4,\"yen\":600000}", "\"people\":5,\"yen\":600000}",
     "country IN people: 5, 4\n"},
    {"\"yen_asked\":600000", "\"yen_asked\":60",
     "plan P1 yen_asked: 60, 600000\n"},
    {"\"reviews\":2", "\"reviews\":3", "plan P2 reviews: 3, 2\n"},
    {"\"merit\":\"3.500\"", "\"merit\":\"3.501\"",
     "plan P2 merit: 3.501, 3.500\n"},
    {"\"points\":\"0.500\"", "\"points\":\"0.400\"",
     "plan P2 items: africa bonus 0.400, africa bonus 0.500\n"},
    {"\"verdict\":\"fail\"", "\"verdict\":\"ok\"",
     "plan P3 verdict: ok, fail\n"},
    {"\"competes\":false,\"selection_order\":null,\"adopted\":false,"
     "\"level\":\"\"",
     "\"competes\":false,\"selection_order\":null,\"adopted\":true,"
     "\"level\":\"full\"",
     "not_competing P3 adopted: full, \n"},
    {"\"competes\":false,\"selection_order\":null,\"adopted\":false,"
     "\"level\":\"\"",
     "\"competes\":false,\"selection_order\":null,\"adopted\":true,"
     "\"level\":\"full\"",
     "rule_broken host host: 1, 0\n"},
    {"\"adopted\":true,\"level\":\"full\"",
     "\"adopted\":true,\"level\":\"half\"", "unknown P1 level: half, \n"},
    {"\"application_id\":\"P3\"", "\"application_id\":\"P4\"",
     "unknown P4 plans: , \n"},
    {"\"application_id\":\"P3\"", "\"application_id\":\"P4\"",
     "missing P3 plans: , \n"},
    {"\"value\":2,\"limit\":2,\"slack\":0}",
     "\"value\":1,\"limit\":2,\"slack\":0}", "rule host[H1] value: 1, 2\n"},
    {"\"slack\":-50000", "\"slack\":50000",
     "rule floor slack: 50000, -50000\n"},
    {"\"value\":-900000", "\"value\":-900001",
     "level fewer_yen value: -900001, -900000\n"},
    {"\"kind\":\"walk\"", "\"kind\":\"tie\"", "level id kind: tie, walk\n"},
    {"\"base_yen\":1000000", "\"base_yen\":2000000",
     "set  base_yen: 2000000, 1000000\n"},
    {"\"budget\":{\"yen\":1000000}", "\"budget\":{\"yen\":1000001}",
     "set  policy: another, \n"},
};

START_TEST(names_what_a_record_says_otherwise) {
  const call c = call_of_three();
  const differences found =
      heard(&c, changed(record_of_three(&c), lies[_i].was, lies[_i].now));
  ck_assert_msg(strstr(text_of(&found), lies[_i].said) != NULL, "%s%s",
                lies[_i].said, text_of(&found));
}
END_TEST

START_TEST(recounts_from_the_tables_not_from_the_record) {
  call c = call_of_three();
  const char *const record = record_of_three(&c);
  c.d.delegations[1].people = 5;
  c.d.scores[0].score = 3 * DECIMAL_ONE;
  const differences found = heard(&c, record);
  const char *const said = text_of(&found);
  ck_assert_msg(strstr(said, "set  people: 7, 9\n") &&
                    strstr(said, "plan P1 merit: 4.000, 3.000\n") &&
                    strstr(said, "country KE people: 3, 5\n"),
                "%s", said);
}
END_TEST

/* P1 alone, P2 with P3, half of the budget each: P1 takes more than that */
START_TEST(recounts_the_envelopes_of_groups_that_share_no_reviewer) {
  call c = call_of_three();
  const char *const record = record_of_three(&c);
  c.rules = call_policy(
      home, arena_format(
                home, "%s,%s", rules_of_three,
                "\"admission\":{\"oldest_age\":40},\"scoring\":{\"scale\":"
                "{\"low\":1,\"high\":5},\"criteria\":[{\"id\":\"plan\"}],"
                "\"unidentified\":\"envelopes\",\"envelopes_by\":\"plans\"}"));
  c.d.scores[1].reviewer = c.d.scores[2].reviewer;
  const differences found = heard(&c, record);
  const char *const said = text_of(&found);
  ck_assert_msg(
      strstr(said, "set  rules: 2, 4\n") &&
          strstr(said, "rule envelope:2 limit: absent, 500000\n") &&
          strstr(said, "rule envelope:2 value: absent, 300000\n") &&
          strstr(said,
                 "envelope_broken envelope:1 envelope:1: 600000, 500000\n"),
      "%s", said);
}
END_TEST

START_TEST(refuses_what_is_no_record) {
  static const char *const broken[] = {"", "[]", "{\"a\":1,\"a\":2}", "{"};
  const call c = call_of_three();
  const audit_call of = {c.rules, &c.d, NULL};
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
    error err = {0};
    decision_claim claim = {0};
    differences found = {.home = home};
    const bool ok = audit_decision(
        home, &of, (bytes){broken[i], strlen(broken[i])}, &claim, &found, &err);
    ck_assert_msg(!ok && err.kind == ERROR_INPUT, "%s", broken[i]);
  }
}
END_TEST

/* ---- merits beside those of the score room */

static call scored_call(const char *how, uint64_t seed) {
  random_source by = random_seeded(seed);
  call c = call_open(
      home, arena_format(home,
                         "\"scoring\":{\"scale\":{\"low\":1,\"high\":\"9.5\""
                         "%s,\"criteria\":[{\"id\":\"a\",\"weight\":\"0.7\"},"
                         "{\"id\":\"b\",\"weight\":\"0.25\"}]}",
                         how));
  for (int i = 0; i < 40; i++) {
    call_application(&c, arena_format(home, "P%02d", i), 1000);
    call_people(&c, "IN", "", 1);
    for (int r = 0; r < 9; r++)
      for (int k = 0; k < 2 && random_between(&by, 0, 2) > 0; k++) {
        const char *const mark =
            arena_format(home, "%d.%d", (int)random_between(&by, 1, 8),
                         (int)random_between(&by, 0, 9));
        call_score(&c, arena_format(home, "R%d", r), k,
                   random_between(&by, 0, 30) ? mark : "COI");
      }
  }
  return c;
}

static const char *const ways[] = {
    "},\"method\":\"mean\"",
    "},\"method\":\"median\",\"unit\":\"0.000001\"",
    "},\"method\":\"trimmed_mean\",\"trim\":\"0.3\",\"at_least\":\"5\"",
    "},\"method\":\"t_score\"",
    "},\"method\":\"t_score\",\"unit\":\"0.00001\"",
    ",\"better\":\"low\"},\"method\":\"t_score\",\"unit\":\"0.1\"",
    ",\"better\":\"low\"},\"method\":\"median\",\"at_least\":\"4\"",
};

START_TEST(agrees_with_the_score_room) {
  int different = 0, scored = 0;
  for (uint64_t seed = 1; seed <= 20; seed++) {
    error err = {0};
    const call c = scored_call(ways[_i], seed);
    const merits *const m = score(home, admit(home, c.rules, &c.d, &err), &err);
    roll r = roll_open(home, c.rules, &c.d);
    roll_parties(&r);
    roll_grants(&r);
    roll_sheets(&r);
    roll_scores(&r);
    roll_worths(&r);
    for (int i = 0; i < r.count; i++) {
      const entry *const e = &r.entries[i];
      const merit *const other = &m->item[i];
      scored += e->scored;
      different += e->scored != other->scored || e->passes != other->passes ||
                   e->merit != other->merit || e->rank != other->rank ||
                   e->reviews != other->reviews ||
                   exact_compare(e->raw, other->raw) != 0;
    }
  }
  ck_assert_int_eq(different, 0);
  ck_assert_int_gt(scored, 400);
}
END_TEST

/* ---- inputs and files */

START_TEST(shows_the_first_line_that_is_another) {
  static const char own[] = "a,b\r\n1,2\r\n3,4\r\n";
  static const struct {
    const char *file, *line, *there;
  } files[] = {{"a,b\r\n1,2\r\n3,5\r\n", "3", "3,5"},
               {"a,b\r\n1,2\r\n", "3", ""},
               {"a,b\r\n1,2\r\n3,4\r\n5,6\r\n", "4", "5,6"},
               {"", "1", ""}};
  differences found = {.home = home};
  audit_file("f", (bytes){own, strlen(own)}, own, &found);
  ck_assert_int_eq(found.count, 0);
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    audit_file("f", (bytes){files[i].file, strlen(files[i].file)}, own, &found);
    ck_assert_int_eq(found.count, (int)i + 1);
    ck_assert_str_eq(found.item[i].field, files[i].line);
    ck_assert_str_eq(found.item[i].recorded, files[i].there);
  }
}
END_TEST

START_TEST(compares_adoption_cell_by_cell) {
  static const char record[] =
      "{\"plans\":[{\"application_id\":\"P,1\",\"merit_rank\":1,"
      "\"raw_score\":\"4.0\",\"merit\":\"4.0\",\"priority\":\"0.0\","
      "\"worth\":\"4.0\",\"selection_order\":null,\"adopted\":true,"
      "\"level\":\"full\",\"people\":4,\"yen\":600,\"reason\":\"selected\"}]}";
  static const char header[] =
      "application_id,merit_rank,raw_score,merit,priority,worth,"
      "selection_order,adopted,level,people,yen,reason,reason_text\r\n";
  static const struct {
    const char *row;
    int different;
  } rows[] = {{"\"P,1\",1,4.0,4.0,0.0,4.0,,yes,full,4,600,selected,x\r\n", 0},
              {"\"P,1\",1,4.0,4.0,0.0,4.0,,no,full,4,600,selected,x\r\n", 1},
              {"\"P,1\",1,4.0,4.0,0.0,4.0,2,yes,half,4,60,selected,x\r\n", 3},
              {"\"P,1\",1,4.0,4.0,0.0,4.0,,yes,full,4,600\r\n", 1},
              {"", 1}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    error err = {0};
    differences found = {.home = home};
    const char *const file = arena_format(home, "%s%s", header, rows[i].row);
    ck_assert(audit_adoption(home, (bytes){file, strlen(file)},
                             (bytes){record, strlen(record)}, &found, &err));
    ck_assert_msg(found.count == rows[i].different, "%s%s", rows[i].row,
                  text_of(&found));
  }
}
END_TEST

int main(void) {
  Suite *suite = suite_create("audit");
  TCase *cases = tcase_create("audit");
  tcase_add_checked_fixture(cases, open_arena, close_arena);
  tcase_add_test(cases, finds_nothing_in_a_true_record);
  tcase_add_loop_test(cases, names_what_a_record_says_otherwise, 0,
                      sizeof lies / sizeof *lies);
  tcase_add_test(cases, recounts_from_the_tables_not_from_the_record);
  tcase_add_test(cases,
                 recounts_the_envelopes_of_groups_that_share_no_reviewer);
  tcase_add_test(cases, refuses_what_is_no_record);
  tcase_add_loop_test(cases, agrees_with_the_score_room, 0,
                      sizeof ways / sizeof *ways);
  tcase_add_test(cases, shows_the_first_line_that_is_another);
  tcase_add_test(cases, compares_adoption_cell_by_cell);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? 0 : 1;
}
