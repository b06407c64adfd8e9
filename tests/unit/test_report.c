/* report: sentences, widths, sheets, figures and the record. */
#include "call.h"

#include "../../engine/report/codes.h"
#include "../../engine/report/error_table.h"
#include "../../engine/report/figures.h"
#include "../../engine/report/grid.h"
#include "../../engine/report/plain.h"
#include "../../engine/report/report.h"
#include "../../engine/report/sheet.h"
#include "../../engine/report/width.h"
#include <check.h>
#include <jansson.h>

static arena *home;
static error err;
static void open_arena(void) {
  home = arena_open();
  err = (error){0};
}
static void close_arena(void) { arena_close(home); }

/* ---- sentences */

static int places_in(const char *sentence) {
  int found = 0;
  for (const char *at = strchr(sentence, '{'); at; at = strchr(at + 1, '{')) {
    if (at[1] < '0' || at[1] >= '0' + SENTENCE_VALUES || at[2] != '}')
      return -1;
    found |= 1 << (at[1] - '0');
  }
  return found;
}

START_TEST(says_each_sentence_in_every_language_with_the_same_values) {
  int wrong = 0;
  for (int s = 0; s < SENTENCE_COUNT; s++) {
    const char *en = sentence_of(LANGUAGE_EN, (sentence_code)s);
    const char *ja = sentence_of(LANGUAGE_JA, (sentence_code)s);
    const bool good =
        *en && *ja && places_in(en) >= 0 && places_in(en) == places_in(ja);
    wrong += !good;
    if (!good)
      fprintf(stderr, "%s | %s\n", en, ja);
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(fills_values_in_and_never_fills_twice) {
  const char *got = sentence_fill(home, LANGUAGE_EN, SAY_REASON_OVERRIDE_IN,
                                  (sentence_values){{"{1}", "a {0} of {9} {"}});
  ck_assert_str_eq(got, "Adopted by decision of {1}: a {0} of {9} {.");
}
END_TEST

/* ---- width and grids */

static const struct {
  const char *utf8;
  int columns;
} widths[] = {
    {"", 0},   {"abc", 3},      {"採択", 4},    {"ｶﾅ", 2},    {"（円）", 6},
    {"é", 1},  {"か\u3099", 2}, {"e\u0301", 1}, {"Côte", 4},  {"한국", 4},
    {"𠮷", 2}, {"a\u200Bb", 2}, {"８人", 4},    {"\xFFz", 2}, {"\xE6\x8E", 1},
};

START_TEST(counts_the_columns_a_terminal_uses) {
  ck_assert_int_eq(width_of(widths[_i].utf8), widths[_i].columns);
}
END_TEST

START_TEST(lines_up_full_width_text) {
  grid g = grid_new(home, "lrl");
  grid_add(&g, (grid_cells){{"国", "人数", "注"}});
  grid_add(&g, (grid_cells){{"ab", "1,234", "x"}});
  grid_add(&g, (grid_cells){{"インド", "5"}});
  text to = text_empty(home);
  grid_write(&g, " ", &to);
  ck_assert_str_eq(to.at, " 国       人数  注\n"
                          " ab      1,234  x\n"
                          " インド      5\n");
}
END_TEST

START_TEST(shows_no_control_characters) {
  ck_assert_str_eq(plain_text(home, "a\x1b[31m\nb\x7f\xC2\x9B c\t採"),
                   "a [31m b    c 採");
}
END_TEST

/* ---- sheets */

static const struct {
  const char *words, *cell;
} cells_of[] = {
    {"plain", "plain"},
    {"a,b", "\"a,b\""},
    {"say \"x\"", "\"say \"\"x\"\"\""},
    {"two\nlines", "\"two\nlines\""},
    {"", ""},
    {"=1+1", "'=1+1"},
    {"+81 3", "'+81 3"},
    {"-x", "'-x"},
    {"-12.5", "-12.5"},
    {"@home", "'@home"},
    {"\t=1", "'\t=1"},
    {"=A1,\"", "\"'=A1,\"\"\""},
};

START_TEST(quotes_cells_and_disarms_formulas) {
  static const char *const header[] = {"h", NULL};
  sheet s = sheet_new(home, header);
  sheet_words(&s, cells_of[_i].words);
  sheet_end_row(&s);
  ck_assert_str_eq(s.to.at, arena_format(home, "\xEF\xBB\xBFh\r\n%s\r\n",
                                         cells_of[_i].cell));
}
END_TEST

START_TEST(leaves_ids_as_they_are) {
  static const char *const header[] = {"a", "b", NULL};
  sheet s = sheet_new(home, header);
  sheet_cell(&s, "=id");
  sheet_cell(&s, "2");
  sheet_end_row(&s);
  ck_assert_str_eq(s.to.at, "\xEF\xBB\xBF"
                            "a,b\r\n=id,2\r\n");
}
END_TEST

/* ---- figures */

static const struct {
  int64_t num, den;
  const char *grouped, *exact;
} fractions[] = {
    {0, 1, "0", "0"},
    {-7, 1, "-7", "-7"},
    {1234567, 1, "1,234,567", "1234567"},
    {-1234567, 2, "-617,283.5", "-617283.5000"},
    {1, 10000, "0.0001", "0.0001"},
    {-1, 8, "-0.125", "-0.1250"},
    {100, 1, "100", "100"},
    {999999, 10, "99,999.9", "99999.9000"},
};

START_TEST(writes_fractions_for_the_eye_and_for_files) {
  const ratio value = {fractions[_i].num, fractions[_i].den};
  ck_assert_str_eq(figure_grouped(home, value), fractions[_i].grouped);
  ck_assert_str_eq(figure_exact(home, value), fractions[_i].exact);
}
END_TEST

START_TEST(says_where_a_complaint_is) {
  const complaint bad = {COMPLAINT_VALUE_BAD,
                         "scores.csv",
                         3,
                         5,
                         "B3",
                         "score",
                         "x\x1b",
                         "1..5",
                         "評点"};
  const complaint missing = {.code = COMPLAINT_FILE_MISSING,
                             .file = "scores.csv",
                             .cell = "",
                             .name = "",
                             .seen = "",
                             .allowed = ""};
  complaint both[] = {bad, missing};
  const complaints list = {both, 2, 2, 7};
  ck_assert_str_eq(
      report_complaints(home, LANGUAGE_EN, &list),
      "scores.csv:3:5: (B3) 評点 (score) is \"x \"; allowed: 1..5\n"
      "scores.csv: the file is missing\n"
      "7 more complaints are not listed\n");
  ck_assert_str_eq(report_complaint(home, LANGUAGE_JA, &bad),
                   "scores.csv:3:5: (B3) "
                   "「評点」の値「x\x1b」は使えません（使える値：1..5）");
  ck_assert_str_eq(report_complaint(home, LANGUAGE_JA, &missing),
                   "scores.csv: ファイルがありません");
}
END_TEST

/* ---- errors in Japanese */

static const struct {
  const char *english, *japanese;
} told[] = {
    {"cannot open: Permission denied", "開けません：権限がありません"},
    {"cannot open: Some new trouble", "開けません：Some new trouble"},
    {"budget.yen: seen 6.5, allowed an integer 0..9",
     "budget.yen：6.5 は使えません（使える値：整数 0..9）"},
    {"the policy: seen a list, allowed an object",
     "the policy：リスト [...] は使えません（使える値：オブジェクト {...}）"},
    {"rules[0].id: \"a, allowed b\" stands twice",
     "rules[0].id：\"a, allowed b\" が重複しています"},
    {"rules[1].rank: missing; strength \"aim\" needs it",
     "rules[1].rank：strength \"aim\" では必要ですが、ありません"},
    {"nobody has put this in Japanese", "nobody has put this in Japanese"},
    {"", ""},
};

START_TEST(puts_errors_in_japanese) {
  error bad = {.kind = ERROR_INPUT, .line = 2, .column = 3};
  strcpy(bad.file, "policy.json");
  strcpy(bad.text, told[_i].english);
  ck_assert_str_eq(
      report_error(home, LANGUAGE_EN, &bad),
      arena_format(home, "saitaku: policy.json:2:3: %s\n", told[_i].english));
  ck_assert_str_eq(
      report_error(home, LANGUAGE_JA, &bad),
      arena_format(home, "saitaku: policy.json:2:3: %s\n", told[_i].japanese));
}
END_TEST

static const struct {
  const char *in[LANGUAGE_COUNT];
} pairs_of_errors[] = {
#define ERROR_ROW(en, ja) {{en, ja}},
    ERROR_TABLE(ERROR_ROW)
#undef ERROR_ROW
};

START_TEST(errors_say_the_same_values_in_both_languages) {
  int differ = -1;
  enum { ERRORS = sizeof pairs_of_errors / sizeof *pairs_of_errors };
  for (int i = 0; i < ERRORS; i++)
    for (char place = '0'; place <= '3'; place++) {
      const char mark[] = {'{', place, '}', '\0'};
      const bool en = strstr(pairs_of_errors[i].in[LANGUAGE_EN], mark);
      const bool ja = strstr(pairs_of_errors[i].in[LANGUAGE_JA], mark);
      if (en != ja)
        differ = i;
    }
  ck_assert_int_eq(differ, -1);
}
END_TEST

/* ---- the record, of the call that tests/cases starts from */

static const outcome *decided(language in, const char *folder) {
  complaints list = {0};
  const policy *rules = policy_read(home, folder, &err);
  const dossier *d =
      rules ? read_dossier(home, rules, folder, &list, &err) : NULL;
  const pool *p = d ? admit(home, rules, d, &err) : NULL;
  const merits *m = p ? score(home, p, &err) : NULL;
  const worths *w = m ? weigh(home, m, &err) : NULL;
  const program *g = w ? formulate(home, w, &err) : NULL;
  const solve_options how = {.alternatives = 1};
  const plan *s = g ? solve(home, g, &how, &err) : NULL;
  const account *a = s ? explain(home, g, s, &err) : NULL;
  ck_assert_msg(a != NULL, "%s: %s", err.file, err.text);
  outcome *o = ARENA_NEW(home, outcome);
  *o = (outcome){d, m, a, in};
  return o;
}

static json_t *record_of(language in) {
  const char *json =
      report_decision_json(home, decided(in, "tests/cases/base"), &err);
  ck_assert_ptr_nonnull(json);
  ck_assert_int_eq(json[strlen(json) - 1], '\n');
  json_t *root = json_loads(json, JSON_REJECT_DUPLICATES, NULL);
  ck_assert_ptr_nonnull(root);
  return root;
}

static int floats_in(const json_t *of) {
  int count = json_is_real(of);
  for (size_t i = 0; i < json_array_size(of); i++)
    count += floats_in(json_array_get(of, i));
  for (void *at = json_object_iter((json_t *)of); at;
       at = json_object_iter_next((json_t *)of, at))
    count += floats_in(json_object_iter_value(at));
  return count;
}

START_TEST(records_no_float) {
  json_t *root = record_of(LANGUAGE_EN);
  const int floats = floats_in(root);
  json_decref(root);
  ck_assert_int_eq(floats, 0);
}
END_TEST

START_TEST(records_every_promised_key) {
  static const char *const keys[] = {
      "format",    "status",   "objective",       "bound",      "unit",
      "yen",       "people",   "awards",          "adopted",    "plans",
      "rules",     "clash",    "findings",        "rank_order", "inputs",
      "policy",    "levels",   "decided_by",      "unproved",   "alternatives",
      "overrides", "reserved", "dropped_reviews", "best_sets",  "within"};
  json_t *root = record_of(LANGUAGE_EN);
  int missing = 0;
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    missing += json_object_get(root, keys[i]) == NULL;
  const bool first_format =
      json_integer_value(json_object_get(root, "format")) == 1;
  json_decref(root);
  ck_assert(missing == 0 && first_format);
}
END_TEST

/* what the record says of its plans adds up to what it says of the set */
START_TEST(records_plans_that_add_up) {
  json_t *root = record_of(LANGUAGE_EN);
  json_int_t yen = 0, people = 0, awards = 0;
  const json_t *plans = json_object_get(root, "plans");
  for (size_t i = 0; i < json_array_size(plans); i++) {
    const json_t *one = json_array_get(plans, i);
    yen += json_integer_value(json_object_get(one, "yen"));
    people += json_integer_value(json_object_get(one, "people"));
    awards += json_is_true(json_object_get(one, "adopted"));
  }
  const bool good =
      awards > 0 && yen == json_integer_value(json_object_get(root, "yen")) &&
      people == json_integer_value(json_object_get(root, "people")) &&
      awards == json_integer_value(json_object_get(root, "awards")) &&
      (size_t)awards == json_array_size(json_object_get(root, "adopted"));
  json_decref(root);
  ck_assert(good);
}
END_TEST

START_TEST(records_the_same_in_every_language) {
  json_t *en = record_of(LANGUAGE_EN), *ja = record_of(LANGUAGE_JA);
  const bool same = json_equal(en, ja) == 1;
  json_decref(en);
  json_decref(ja);
  ck_assert(same);
}
END_TEST

static int count_of(const char *text_in, const char *piece) {
  int count = 0;
  for (const char *at = strstr(text_in, piece); at; at = strstr(at + 1, piece))
    count++;
  return count;
}

START_TEST(gives_each_plan_one_row_by_id) {
  const outcome *o = decided(LANGUAGE_JA, "tests/cases/base");
  const char *csv = report_adoption_csv(home, o);
  ck_assert_int_eq(count_of(csv, "\r\n"), o->merits->of->count + 1);
  const char *last = csv;
  int out_of_order = 0;
  for (int i = 0; i < o->merits->of->count; i++) {
    const char *at = strstr(
        csv, arena_format(home, "\r\n%s,", o->merits->of->applications[i].id));
    out_of_order += !at || at <= last;
    last = at ? at : last;
  }
  ck_assert_int_eq(out_of_order, 0);
}
END_TEST

/* words of a code must not fall out of step with their enum */
START_TEST(has_a_word_for_every_code) {
  int missing = 0;
  for (int i = 0; i <= REASON_NOT_REACHED; i++)
    missing += !code_reason((reason_code)i);
  for (int i = 0; i < GATE_COUNT; i++)
    missing += !code_gate((gate)i);
  for (int i = 0; i < COMPLAINT_CODES; i++)
    missing += !complaint_word((complaint_code)i);
  ck_assert_int_eq(missing, 0);
}
END_TEST

int main(void) {
  Suite *suite = suite_create("report");
  TCase *cases = tcase_create("report");
  tcase_add_checked_fixture(cases, open_arena, close_arena);
  tcase_add_test(cases,
                 says_each_sentence_in_every_language_with_the_same_values);
  tcase_add_test(cases, fills_values_in_and_never_fills_twice);
  tcase_add_loop_test(cases, counts_the_columns_a_terminal_uses, 0,
                      sizeof widths / sizeof *widths);
  tcase_add_test(cases, lines_up_full_width_text);
  tcase_add_test(cases, shows_no_control_characters);
  tcase_add_loop_test(cases, quotes_cells_and_disarms_formulas, 0,
                      sizeof cells_of / sizeof *cells_of);
  tcase_add_test(cases, leaves_ids_as_they_are);
  tcase_add_loop_test(cases, writes_fractions_for_the_eye_and_for_files, 0,
                      sizeof fractions / sizeof *fractions);
  tcase_add_test(cases, says_where_a_complaint_is);
  tcase_add_loop_test(cases, puts_errors_in_japanese, 0,
                      (int)(sizeof told / sizeof *told));
  tcase_add_test(cases, errors_say_the_same_values_in_both_languages);
  tcase_add_test(cases, records_no_float);
  tcase_add_test(cases, records_every_promised_key);
  tcase_add_test(cases, records_plans_that_add_up);
  tcase_add_test(cases, records_the_same_in_every_language);
  tcase_add_test(cases, gives_each_plan_one_row_by_id);
  tcase_add_test(cases, has_a_word_for_every_code);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? 0 : 1;
}
