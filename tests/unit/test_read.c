/* read: call folders, good and broken, written into a temporary folder. */
#include "../../engine/base/digest.h"
#include "../../engine/base/file.h"
#include "../../engine/base/text.h"
#include "../../engine/read/dossier.h"
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char rules_json[] =
    "{\"programme\":\"test\",\"fiscal_year\":2025,\"round\":1,"
    "\"as_of\":\"2025-07-04\","
    "\"strands\":{\"invitation\":{\"courses\":[\"A\",\"B\"]},\"online\":{}},"
    "\"courses\":{\"A\":{\"days\":7},\"B\":{\"days\":21}},"
    "\"scoring\":{\"scale\":{\"low\":1,\"high\":\"4.5\","
    "\"grades\":{\"S\":\"4.5\",\"D\":1}},"
    "\"criteria\":[{\"id\":\"plan\",\"weight\":\"0.5\"},"
    "{\"id\":\"effect\",\"weight\":\"0.5\"}]},"
    "\"budget\":{\"yen\":1000000}}";

static const char one_strand_json[] =
    "{\"programme\":\"test\",\"fiscal_year\":2025,\"round\":1,"
    "\"as_of\":\"2025-07-04\",\"strands\":{\"only\":{}},"
    "\"scoring\":{\"scale\":{\"low\":1,\"high\":5},"
    "\"criteria\":[{\"id\":\"plan\",\"weight\":\"1\"}]},"
    "\"budget\":{\"yen\":1000000}}";

static const char good_applications[] =
    "application_id,host_id,host_type,yen,strand,course\n"
    "A1,H1,university,3000000,invitation,A\n"
    "A2,H2,company,2000000,online,\n";
static const char good_delegations[] = "application_id,country,people\n"
                                       "A1,IN,8\n"
                                       "A2,KE,5\n";
static const char good_scores[] = "reviewer_id,application_id,criterion,score\n"
                                  "R1,A1,plan,4\n"
                                  "R1,A1,effect,3.5\n";

static const char *const names_of_files[] = {
    "applications.csv", "delegations.csv", "costs.csv",  "levels.csv",
    "reviewers.csv",    "conflicts.csv",   "scores.csv", "history.csv",
    "overrides.csv",    "policy.json"};
enum { FILES = sizeof names_of_files / sizeof *names_of_files };

static char folder[64];
static arena *home;
static error err;
static complaints found;

static void open_folder(void) {
  strcpy(folder, "/tmp/saitaku-read-XXXXXX");
  ck_assert_ptr_nonnull(mkdtemp(folder));
  home = arena_open();
  err = (error){0};
}

static void close_folder(void) {
  for (int i = 0; i < FILES; i++)
    unlink(file_join(home, folder, names_of_files[i]));
  rmdir(folder);
  arena_close(home);
}

static void put_bytes(const char *name, const char *content, size_t length) {
  FILE *to = fopen(file_join(home, folder, name), "wb");
  ck_assert_ptr_nonnull(to);
  const size_t done = fwrite(content, 1, length, to);
  fclose(to);
  ck_assert_uint_eq(done, length);
}

static void put(const char *name, const char *content) {
  put_bytes(name, content, strlen(content));
}

static void put_good(void) {
  put("applications.csv", good_applications);
  put("delegations.csv", good_delegations);
  put("scores.csv", good_scores);
}

static const dossier *read_by(const char *json) {
  error why = {0};
  const policy *rules =
      policy_parse(home, "policy.json", (bytes){json, strlen(json)}, &why);
  ck_assert_msg(rules != NULL, "%s", why.text);
  return read_dossier(home, rules, folder, &found, &err);
}

static const dossier *read_good(void) {
  const dossier *d = read_by(rules_json);
  ck_assert_msg(d != NULL, "%s:%d:%d: %s", err.file, err.line, err.column,
                err.text);
  ck_assert_int_eq(found.count, 0);
  return d;
}

/* ---- what a good folder gives */

START_TEST(reads_every_column_of_applications) {
  put_good();
  put("applications.csv",
      "application_id,host_id,host_type,yen,course,days,strand,title,field,"
      "domestic_km,received_on,resubmission_of\n"
      "A1,H1,university,3000000,A,7,invitation,\"Rice, wheat\",natural,80,"
      "2025-07-04,Z9\n"
      "A2,H2,company,,,,online,,,,,\n");
  put("costs.csv", "application_id,head,yen\nA2,travel,70\nA2,tax,7\n");
  const dossier *d = read_good();
  const application_row *a = &d->applications[0], *b = &d->applications[1];
  ck_assert_int_eq(d->application_count, 2);
  ck_assert_int_eq(a->line, 2);
  ck_assert_str_eq(a->id, "A1");
  ck_assert_str_eq(a->host_id, "H1");
  ck_assert_str_eq(a->host_type, "university");
  ck_assert_int_eq(a->yen, 3000000);
  ck_assert_str_eq(a->course, "A");
  ck_assert_int_eq(a->days, 7);
  ck_assert_str_eq(a->strand, "invitation");
  ck_assert_str_eq(a->title, "Rice, wheat");
  ck_assert_str_eq(a->field, "natural");
  ck_assert_int_eq(a->domestic_km, 80);
  ck_assert_str_eq(date_text(home, a->received_on), "2025-07-04");
  ck_assert_str_eq(a->resubmission_of, "Z9");
  ck_assert_int_eq(b->yen, 77);
  ck_assert_str_eq(b->course, "");
  ck_assert_str_eq(b->title, "");
  ck_assert_int_eq(b->days, DOSSIER_MISSING);
  ck_assert_int_eq(b->domestic_km, DOSSIER_MISSING);
  ck_assert_int_eq(b->received_on, DATE_MISSING);
}
END_TEST

START_TEST(reads_every_column_of_delegations) {
  put_good();
  put("delegations.csv",
      "application_id,country,people,sender_id,leaders,oldest_age,"
      "first_visit,role\n"
      "A2,KE,5,,,,,\n"
      "A1,in,8,S1,2,39,no,student\n"
      "A1,IN,1,S1,,,yes,worker\n");
  const dossier *d = read_good();
  const delegation_row *bare = &d->delegations[0], *full = &d->delegations[1];
  ck_assert_int_eq(d->delegation_count, 3);
  ck_assert_int_eq(bare->application, 1);
  ck_assert_int_eq(bare->country, country_find("KE"));
  ck_assert_int_eq(bare->people, 5);
  ck_assert_str_eq(bare->sender_id, "");
  ck_assert_int_eq(bare->leaders, DOSSIER_MISSING);
  ck_assert_int_eq(bare->oldest_age, DOSSIER_MISSING);
  ck_assert_int_eq(bare->first_visit, ANSWER_MISSING);
  ck_assert_int_eq(full->line, 3);
  ck_assert_int_eq(full->application, 0);
  ck_assert_int_eq(full->country, country_find("IN"));
  ck_assert_int_eq(full->leaders, 2);
  ck_assert_int_eq(full->oldest_age, 39);
  ck_assert_int_eq(full->first_visit, ANSWER_NO);
  ck_assert_str_eq(full->role, "student");
  ck_assert_int_eq(d->delegations[2].first_visit, ANSWER_YES);
}
END_TEST

START_TEST(reads_costs_and_levels) {
  put_good();
  put("costs.csv", "application_id,head,yen\n"
                   "A1,travel,2500000\nA1,admin,500000\n");
  put("levels.csv", "application_id,level,people,yen,worth_percent\n"
                    "A1,small,4,\"1,500,000\",60\n"
                    "A1,same,8,3000000,99\n");
  const dossier *d = read_good();
  ck_assert_int_eq(d->cost_count, 2);
  ck_assert_str_eq(d->costs[1].head, "admin");
  ck_assert_int_eq(d->costs[1].yen, 500000);
  ck_assert_int_eq(d->costs[1].application, 0);
  ck_assert_int_eq(d->level_count, 2);
  ck_assert_str_eq(d->levels[0].level, "small");
  ck_assert_int_eq(d->levels[0].yen, 1500000);
  ck_assert_int_eq(d->levels[0].people, 4);
  ck_assert_int_eq(d->levels[0].worth_percent, 60);
}
END_TEST

START_TEST(reads_scores_in_all_their_forms) {
  static const struct {
    const char *cell;
    score_state state;
    decimal score;
  } forms[] = {
      {"4", SCORE_GIVEN, 4000000},      {"1.000001", SCORE_GIVEN, 1000001},
      {"４．５", SCORE_GIVEN, 4500000}, {"S", SCORE_GIVEN, 4500000},
      {"Ｄ", SCORE_GIVEN, 1000000},     {"COI", SCORE_CONFLICT, 0},
      {"coi", SCORE_CONFLICT, 0},       {"ＣＯＩ", SCORE_CONFLICT, 0},
      {"", SCORE_MISSING, 0},           {" ", SCORE_MISSING, 0},
  };
  enum { FORMS = sizeof forms / sizeof *forms };
  put_good();
  text all = text_empty(home);
  text_add(&all, "reviewer_id,application_id,criterion,score\n");
  for (int i = 0; i < FORMS; i++)
    text_format(&all, "R%d,A1,effect,%s\n", i, forms[i].cell);
  put("scores.csv", all.at);
  const dossier *d = read_good();
  ck_assert_int_eq(d->score_count, FORMS);
  int wrong = -1;
  for (int i = 0; i < FORMS; i++)
    if (d->scores[i].state != forms[i].state ||
        d->scores[i].score != forms[i].score || d->scores[i].reviewer != i ||
        d->scores[i].criterion != 1 || d->scores[i].line != i + 2)
      wrong = i;
  ck_assert_int_eq(wrong, -1);
  ck_assert_int_eq(d->reviewer_count, FORMS);
  ck_assert_str_eq(d->reviewers[FORMS - 1].id, "R9");
}
END_TEST

START_TEST(takes_reviewers_from_their_file_if_there_is_one) {
  put_good();
  put("reviewers.csv", "panel,reviewer_id\nx,R0\n,R1\n");
  put("conflicts.csv", "reviewer_id,application_id,reason\nR0,A2,cousin\n");
  const dossier *d = read_good();
  ck_assert_int_eq(d->reviewer_count, 2);
  ck_assert_str_eq(d->reviewers[0].panel, "x");
  ck_assert_int_eq(d->scores[0].reviewer, 1);
  ck_assert_int_eq(d->conflict_count, 1);
  ck_assert_int_eq(d->conflicts[0].reviewer, 0);
  ck_assert_int_eq(d->conflicts[0].application, 1);
  ck_assert_str_eq(d->conflicts[0].reason, "cousin");
}
END_TEST

START_TEST(collects_reviewers_from_scores_then_conflicts) {
  put_good();
  put("conflicts.csv", "reviewer_id,application_id\nR7,A2\nR1,A2\n");
  const dossier *d = read_good();
  ck_assert_int_eq(d->reviewer_count, 2);
  ck_assert_str_eq(d->reviewers[0].id, "R1");
  ck_assert_str_eq(d->reviewers[1].id, "R7");
  ck_assert_int_eq(d->conflicts[0].reviewer, 1);
  ck_assert_int_eq(d->conflicts[1].reviewer, 0);
}
END_TEST

START_TEST(reads_history_and_overrides) {
  put_good();
  put("history.csv", "fiscal_year,country,people,strand,sender_id\n"
                     "2024,VN,0,,\n2023,CN,782,invitation,S4\n");
  put("levels.csv", "application_id,level,people,yen,worth_percent\n"
                    "A1,small,4,1500000,60\n");
  put("overrides.csv",
      "application_id,decision,reason,decided_by,decided_on,level\n"
      "A1,in,treaty,chair,2025/7/4,small\n"
      "A2,OUT,withdrawn,chair,2025-07-05,\n");
  const dossier *d = read_good();
  ck_assert_int_eq(d->history_count, 2);
  ck_assert_int_eq(d->history[0].people, 0);
  ck_assert_str_eq(d->history[0].strand, "");
  ck_assert_int_eq(d->history[1].fiscal_year, 2023);
  ck_assert_int_eq(d->history[1].country, country_find("CN"));
  ck_assert_str_eq(d->history[1].sender_id, "S4");
  ck_assert_int_eq(d->override_count, 2);
  ck_assert_int_eq(d->overrides[0].in, true);
  ck_assert_str_eq(d->overrides[0].level, "small");
  ck_assert_str_eq(d->overrides[0].reason, "treaty");
  ck_assert_str_eq(date_text(home, d->overrides[0].decided_on), "2025-07-04");
  ck_assert_int_eq(d->overrides[1].in, false);
  ck_assert_str_eq(d->overrides[1].decided_by, "chair");
}
END_TEST

START_TEST(lists_the_files_with_their_digests) {
  put_good();
  put("costs.csv", "application_id,head,yen\n");
  const dossier *d = read_good();
  char hex[2 * DIGEST_BYTES + 1];
  const digest sum = digest_of(good_scores, strlen(good_scores));
  digest_hex(&sum, hex);
  ck_assert_int_eq(d->file_count, 5);
  ck_assert_str_eq(d->files[0].name, "policy.json");
  ck_assert_uint_eq(strlen(d->files[0].sha256), 64);
  ck_assert_str_eq(d->files[1].name, "applications.csv");
  ck_assert_str_eq(d->files[2].name, "costs.csv");
  ck_assert_int_eq(d->files[2].rows, 0);
  ck_assert_str_eq(d->files[4].name, "scores.csv");
  ck_assert_int_eq(d->files[4].rows, 2);
  ck_assert_str_eq(d->files[4].sha256, hex);
}
END_TEST

START_TEST(an_empty_strand_is_the_only_one) {
  put("applications.csv", "application_id,host_id,host_type,yen,strand\n"
                          "A1,H1,x,1,\n");
  put("delegations.csv", "application_id,country,people\nA1,IN,1\n");
  put("scores.csv", "reviewer_id,application_id,criterion,score\n");
  const dossier *d = read_by(one_strand_json);
  ck_assert_ptr_nonnull(d);
  ck_assert_str_eq(d->applications[0].strand, "only");
}
END_TEST

/* ---- forms of numbers, answers and texts */

static const struct {
  const char *cell;
  int64_t yen;
} yen_forms[] = {
    {"0", 0},
    {"1000000000000", INT64_C(1000000000000)},
    {"\"1,234,567\"", 1234567},
    {"\"¥1,234,567\"", 1234567},
    {"\"￥１，２３４\"", 1234},
    {"\"1,234円\"", 1234},
    {"１２３ 円", 123},
    {"\\5000", 5000},
    {"　42　", 42},
    {" 7\t", 7},
};
START_TEST(reads_a_sum_of_money_in_its_forms) {
  put_good();
  put("applications.csv",
      arena_format(home,
                   "application_id,host_id,host_type,strand,yen\n"
                   "A1,H,t,online,%s\nA2,H,t,online,0\n",
                   yen_forms[_i].cell));
  ck_assert_int_eq(read_good()->applications[0].yen, yen_forms[_i].yen);
}
END_TEST

static const char *const bad_yen[] = {"1000000000001",
                                      "-1",
                                      "1.5",
                                      "\"1,23\"",
                                      "\"12,34,567\"",
                                      "\",123\"",
                                      "\"1234,567\"",
                                      "¥",
                                      "abc",
                                      "1e6",
                                      "\"1,234,\"",
                                      "1 000",
                                      "円",
                                      "NaN",
                                      "0x10",
                                      "99999999999999999999"};
START_TEST(refuses_other_sums_of_money) {
  put_good();
  put("applications.csv",
      arena_format(home,
                   "application_id,host_id,host_type,strand,yen\n"
                   "A1,H,t,online,%s\nA2,H,t,online,0\n",
                   bad_yen[_i]));
  ck_assert_ptr_null(read_by(rules_json));
  ck_assert_int_eq(found.count, 1);
  ck_assert_int_eq(found.item[0].code, COMPLAINT_VALUE_BAD);
  ck_assert_str_eq(found.item[0].cell, "E2");
  ck_assert_str_eq(found.item[0].allowed, "0..1000000000000");
}
END_TEST

static const struct {
  const char *cell;
  answer means;
} answers[] = {
    {"yes", ANSWER_YES}, {"Y", ANSWER_YES},      {"TRUE", ANSWER_YES},
    {"1", ANSWER_YES},   {"はい", ANSWER_YES},   {"〇", ANSWER_YES},
    {"○", ANSWER_YES},   {"◯", ANSWER_YES},      {"１", ANSWER_YES},
    {"No", ANSWER_NO},   {"ｎ", ANSWER_NO},      {"false", ANSWER_NO},
    {"0", ANSWER_NO},    {"いいえ", ANSWER_NO},  {"×", ANSWER_NO},
    {"✕", ANSWER_NO},    {"　", ANSWER_MISSING}, {"", ANSWER_MISSING},
};
START_TEST(reads_yes_and_no_in_both_languages) {
  put_good();
  put("delegations.csv",
      arena_format(home,
                   "application_id,country,people,first_visit\nA1,IN,8,%s\n",
                   answers[_i].cell));
  ck_assert_int_eq(read_good()->delegations[0].first_visit, answers[_i].means);
}
END_TEST

START_TEST(ids_lose_the_blanks_around_them_and_nothing_else) {
  put_good();
  put("delegations.csv", "application_id,country,people,sender_id\n"
                         " A1 ,ｉｎ,８,　東京 大学　\n");
  const dossier *d = read_good();
  ck_assert_int_eq(d->delegations[0].application, 0);
  ck_assert_int_eq(d->delegations[0].country, country_find("IN"));
  ck_assert_int_eq(d->delegations[0].people, 8);
  ck_assert_str_eq(d->delegations[0].sender_id, "東京 大学");
}
END_TEST

/* ---- headers */

START_TEST(reads_japanese_headers_in_any_order) {
  put("applications.csv",
      "交流計画名,申請額（円）,受入れ機関番号,コース,申請番号,区分,"
      "受入機関種別,受付日,分野,国内移動距離,日数,再申請元\n"
      "稲,100,H1,A,A1,invitation,大学,2025/4/1,農学,90,8,Z1\n");
  put("delegations.csv", "国・地域,人数,申請番号,送出し機関番号,引率者数,"
                         "最高年齢,初来日,身分\nIN,3,A1,S1,1,40,〇,学生\n");
  put("scores.csv", "評点,審査項目,申請番号,委員番号\n2,plan,A1,R1\n");
  put("costs.csv", "申請番号,費目,金額\nA1,旅費,100\n");
  put("levels.csv", "申請番号,段階,人数,金額,評価割合\nA1,小,1,50,50\n");
  put("reviewers.csv", "審査員番号,部会\nR1,一\n");
  put("conflicts.csv", "委員番号,申請番号,理由\nR1,A1,同僚\n");
  put("history.csv", "年度,国,人数\n2020,TH,4\n");
  put("overrides.csv",
      "申請番号,決定,理由,決定者,決定日\nA1,採択,協定,部会長,2025-05-01\n");
  const dossier *d = read_good();
  const application_row *a = &d->applications[0];
  ck_assert_int_eq(d->note_count, 0);
  ck_assert_str_eq(a->id, "A1");
  ck_assert_str_eq(a->title, "稲");
  ck_assert_int_eq(a->yen, 100);
  ck_assert_int_eq(a->days, 8);
  ck_assert_int_eq(a->domestic_km, 90);
  ck_assert_str_eq(a->field, "農学");
  ck_assert_str_eq(a->resubmission_of, "Z1");
  ck_assert_int_eq(d->delegations[0].first_visit, ANSWER_YES);
  ck_assert_int_eq(d->delegations[0].leaders, 1);
  ck_assert_str_eq(d->delegations[0].role, "学生");
  ck_assert_int_eq(d->scores[0].score, 2000000);
  ck_assert_str_eq(d->costs[0].head, "旅費");
  ck_assert_str_eq(d->levels[0].level, "小");
  ck_assert_str_eq(d->reviewers[0].panel, "一");
  ck_assert_str_eq(d->conflicts[0].reason, "同僚");
  ck_assert_int_eq(d->history[0].people, 4);
  ck_assert_int_eq(d->overrides[0].in, true);
}
END_TEST

START_TEST(header_case_width_and_blanks_do_not_matter) {
  put_good();
  put("delegations.csv", " Application_ID ,ＣＯＵＮＴＲＹ,人数　\nA1,IN,8\n");
  ck_assert_int_eq(read_good()->delegations[0].people, 8);
}
END_TEST

START_TEST(notes_an_unknown_column_and_goes_on) {
  put_good();
  put("delegations.csv", "application_id,country,colour,people,,\n"
                         "A1,IN,red,8,,\n");
  const dossier *d = read_good();
  ck_assert_int_eq(d->note_count, 1);
  ck_assert_int_eq(d->notes[0].code, COMPLAINT_COLUMN_UNKNOWN);
  ck_assert_str_eq(d->notes[0].file, "delegations.csv");
  ck_assert_str_eq(d->notes[0].cell, "C1");
  ck_assert_str_eq(d->notes[0].seen, "colour");
  ck_assert_int_eq(d->notes[0].line, 1);
  ck_assert_int_eq(d->notes[0].column, 24);
}
END_TEST

START_TEST(notes_a_strand_of_the_past) {
  put_good();
  put("history.csv",
      "fiscal_year,country,people,strand\n2019,VN,3,high_school\n");
  const dossier *d = read_good();
  ck_assert_str_eq(d->history[0].strand, "high_school");
  ck_assert_int_eq(d->note_count, 1);
  ck_assert_int_eq(d->notes[0].code, COMPLAINT_ID_UNKNOWN);
  ck_assert_str_eq(d->notes[0].allowed, "invitation, online");
}
END_TEST

/* ---- bytes, lines and quotes */

START_TEST(blank_lines_and_blank_rows_are_no_rows) {
  put_good();
  put("delegations.csv", "\n\napplication_id,country,people\n\n"
                         "A1,IN,8\n,,\n \t,　,\n\nA2,KE,5");
  const dossier *d = read_good();
  ck_assert_int_eq(d->delegation_count, 2);
  ck_assert_int_eq(d->delegations[0].line, 5);
  ck_assert_int_eq(d->delegations[1].line, 9);
}
END_TEST

static const char *const line_ends[] = {"\n", "\r\n", "\r"};
START_TEST(counts_lines_and_columns_under_any_line_end) {
  put_good();
  const char *end = line_ends[_i];
  put("delegations.csv", arena_format(home,
                                      "application_id,country,people,role%s%s"
                                      "A1,IN,8,\"x%sy\"%s"
                                      "A2,\"K%sE\",5,\"a \"\"b\"\"\"%s"
                                      "A2,KE,zero,%s",
                                      end, end, end, end, end, end, end));
  ck_assert_ptr_null(read_by(rules_json));
  ck_assert_int_eq(found.count, 2);
  ck_assert_int_eq(found.item[0].line, 5);
  ck_assert_int_eq(found.item[0].column, 4);
  ck_assert_str_eq(found.item[0].cell, "B4");
  ck_assert_int_eq(found.item[1].line, 7);
  ck_assert_int_eq(found.item[1].column, 7);
  ck_assert_str_eq(found.item[1].cell, "C5");
  ck_assert_str_eq(found.item[1].seen, "zero");
}
END_TEST

START_TEST(a_byte_order_mark_belongs_to_no_column) {
  put_good();
  put("delegations.csv",
      "\xEF\xBB\xBF"
      "application_id,colour,country,people\r\nA1,,IN,8\r\n");
  const dossier *d = read_good();
  ck_assert_int_eq(d->delegation_count, 1);
  ck_assert_int_eq(d->notes[0].column, 16);
}
END_TEST

/* 申請番号,国,人数,役割 and a row whose role is ①㈱髙, as Excel writes them */
static const char cp932_rows[] = "\x90\x5C\x90\xBF\x94\xD4\x8D\x86,\x8D\x91,"
                                 "\x90\x6C\x90\x94,\x96\xF0\x8A\x84\r\n"
                                 "A1,IN,\x82\x57,\x87\x40\x87\x8A\xFB\xFC\r\n";

START_TEST(reads_cp932_as_excel_writes_it) {
  put_good();
  put("delegations.csv", cp932_rows);
  const dossier *d = read_good();
  ck_assert_int_eq(d->note_count, 0);
  ck_assert_int_eq(d->delegations[0].people, 8);
  ck_assert_str_eq(d->delegations[0].role, "①㈱髙");
}
END_TEST

START_TEST(columns_count_the_bytes_of_the_file_itself) {
  put_good();
  /* half-width ｱ takes one byte, full-width 東 two */
  put("delegations.csv", "role,application_id,country,people\n"
                         "\xB1\x93\x8C,A1,JPX,8\n");
  ck_assert_ptr_null(read_by(rules_json));
  ck_assert_int_eq(found.count, 1);
  ck_assert_int_eq(found.item[0].column, 8);
  ck_assert_str_eq(found.item[0].cell, "C2");
  put("delegations.csv", "role,application_id,country,people\n"
                         "ｱ東,A1,JPX,8\n");
  ck_assert_ptr_null(read_by(rules_json));
  ck_assert_int_eq(found.item[0].column, 11);
}
END_TEST

START_TEST(a_nul_byte_is_no_text) {
  static const char content[] = "application_id,country\r\nA1,\0IN,8\n";
  put_good();
  put_bytes("delegations.csv", content, sizeof content - 1);
  ck_assert_ptr_null(read_by(rules_json));
  ck_assert_int_eq(found.count, 1);
  ck_assert_int_eq(found.item[0].code, COMPLAINT_NOT_TEXT);
  ck_assert_int_eq(found.item[0].line, 2);
  ck_assert_int_eq(found.item[0].column, 4);
  ck_assert_str_eq(found.item[0].cell, "");
  ck_assert_str_eq(found.item[0].seen, "0x00");
  ck_assert_str_eq(found.item[0].allowed, "UTF-8, CP932");
}
END_TEST

START_TEST(wide_and_long_cells_are_read) {
  enum { LONG = 100000, WIDE = 300 };
  put_good();
  text all = text_empty(home);
  text_add(&all, "application_id,country,people,role");
  for (int i = 0; i < WIDE; i++)
    text_format(&all, ",c%d", i);
  text_add(&all, "\nA1,IN,8,\"");
  for (int i = 0; i < LONG; i++)
    text_add(&all, i % 100 ? "x" : "\n");
  text_add(&all, "\"");
  for (int i = 0; i < WIDE; i++)
    text_format(&all, ",%d", i);
  text_add(&all, "\nA2,KE,5,y");
  for (int i = 0; i < WIDE; i++)
    text_add(&all, ",");
  put("delegations.csv", all.at);
  const dossier *d = read_good();
  ck_assert_int_eq(d->delegation_count, 2);
  ck_assert_uint_eq(strlen(d->delegations[0].role), LONG - 1);
  ck_assert_int_eq(d->delegations[1].line, 3 + LONG / 100);
  ck_assert_int_eq(d->note_count, COMPLAINTS_MAX);
}
END_TEST

/* ---- complaints: one a case */

static const struct {
  const char *file, *content;
  complaint_code code;
  int line, column;
  const char *cell, *name, *seen, *allowed;
} broken[] = {
    {"scores.csv", NULL, COMPLAINT_FILE_MISSING, 0, 0, "", "", "", ""},
    {"scores.csv", "", COMPLAINT_FILE_EMPTY, 0, 0, "", "", "", ""},
    {"scores.csv", "\n,,\n\n", COMPLAINT_FILE_EMPTY, 0, 0, "", "", "", ""},
    {"scores.csv", "reviewer_id\nR\xFF\n", COMPLAINT_NOT_TEXT, 2, 2, "", "",
     "0xFF", "UTF-8, CP932"},
    {"scores.csv", "\xEF\xBB\xBFx\n\x87\x40\n", COMPLAINT_NOT_TEXT, 2, 1, "",
     "", "0x87", "UTF-8, CP932"},
    {"delegations.csv", "application_id,country,people\nA1,I\"N,8\n",
     COMPLAINT_NOT_CSV, 2, 5, "B2", "", "I\"", "\"...\"\"...\""},
    {"delegations.csv", "application_id,country,people\nA1,\"IN\"x,8\n",
     COMPLAINT_NOT_CSV, 2, 8, "B2", "", "\"IN\"x", "\"...\"\"...\""},
    {"delegations.csv", "application_id,country,people\nA1,\"IN,8\nA2,KE,5\n",
     COMPLAINT_NOT_CSV, 2, 4, "B2", "", "\"IN,8\nA2,KE,5\n", "\"...\""},
    {"delegations.csv", "application_id,country,people\nA1,IN\n",
     COMPLAINT_NOT_CSV, 2, 1, "A2", "", "2", "3"},
    {"delegations.csv", "application_id,country,people\nA1,IN,8,,x,\n",
     COMPLAINT_NOT_CSV, 2, 9, "D2", "", "5", "3"},
    {"delegations.csv", "application_id,people\nA1,8\n",
     COMPLAINT_COLUMN_MISSING, 1, 0, "", "country", "application_id, people",
     "country, 国, 国・地域, 国コード"},
    {"delegations.csv", "application_id,people,country,人数\nA1,8,IN,9\n",
     COMPLAINT_COLUMN_TWICE, 1, 31, "D1", "people", "人数", "B1"},
    {"delegations.csv", "application_id,country,people\nA1,,8\n",
     COMPLAINT_VALUE_MISSING, 2, 4, "B2", "country", "", "ISO 3166-1 alpha-2"},
    {"delegations.csv", "application_id,country,people\n　,IN,8\n",
     COMPLAINT_VALUE_MISSING, 2, 1, "A2", "application_id", "", ""},
    {"delegations.csv", "application_id,country,people\nA1,UK,8\n",
     COMPLAINT_VALUE_BAD, 2, 4, "B2", "country", "UK", "ISO 3166-1 alpha-2"},
    {"delegations.csv", "application_id,country,people\nA1,IN,0\n",
     COMPLAINT_VALUE_BAD, 2, 7, "C2", "people", "0", "1..1000000"},
    {"delegations.csv", "application_id,country,people\nA1,IN,1000001\n",
     COMPLAINT_VALUE_BAD, 2, 7, "C2", "people", "1000001", "1..1000000"},
    {"delegations.csv", "application_id,country,people,leaders\nA1,IN,8,9\n",
     COMPLAINT_VALUE_BAD, 2, 9, "D2", "leaders", "9", "0..8"},
    {"delegations.csv",
     "application_id,country,people,first_visit\n"
     "A1,IN,8,maybe\n",
     COMPLAINT_VALUE_BAD, 2, 9, "D2", "first_visit", "maybe", "yes, no"},
    {"delegations.csv", "application_id,country,people\nA9,IN,8\n",
     COMPLAINT_ID_UNKNOWN, 2, 1, "A2", "application_id", "A9",
     "applications.csv"},
    {"delegations.csv", "application_id,country,people\nA1,IN,8\nA1,in,2\n",
     COMPLAINT_KEY_TWICE, 3, 1, "A3", "application_id", "A1",
     "delegations.csv:2"},
    {"applications.csv",
     "application_id,host_id,host_type,yen,strand\n"
     "A1,H,t,1,online\nA2,H,t,2,online\nA1,H,t,3,online\n",
     COMPLAINT_KEY_TWICE, 4, 1, "A4", "application_id", "A1",
     "applications.csv:2"},
    {"applications.csv",
     "application_id,host_id,host_type,yen,strand\n"
     "A1,H,t,1,online\nA2,H,t,2,\n",
     COMPLAINT_VALUE_MISSING, 3, 10, "E3", "strand", "", "invitation, online"},
    {"applications.csv",
     "application_id,host_id,host_type,yen,strand\n"
     "A1,H,t,1,online\nA2,H,t,2,onlime\n",
     COMPLAINT_ID_UNKNOWN, 3, 10, "E3", "strand", "onlime",
     "invitation, online"},
    {"applications.csv",
     "application_id,host_id,host_type,yen,strand,course\n"
     "A1,H,t,1,online,\nA2,H,t,2,invitation,\n",
     COMPLAINT_VALUE_MISSING, 3, 21, "F3", "course", "", "A, B"},
    {"applications.csv",
     "application_id,host_id,host_type,yen,strand,course\n"
     "A1,H,t,1,online,\nA2,H,t,2,online,E\n",
     COMPLAINT_ID_UNKNOWN, 3, 17, "F3", "course", "E", "A, B"},
    {"applications.csv",
     "application_id,host_id,host_type,yen,strand\n"
     "A1,H,t,1,online\nA2,H,t,,online\n",
     COMPLAINT_VALUE_MISSING, 3, 8, "D3", "yen", "",
     "0..1000000000000; costs.csv"},
    {"applications.csv",
     "application_id,host_id,host_type,yen,strand,received_on\n"
     "A1,H,t,1,online,2025-02-29\nA2,H,t,2,online,\n",
     COMPLAINT_VALUE_BAD, 2, 17, "F2", "received_on", "2025-02-29",
     "2025-07-04, 2025/7/4"},
    {"costs.csv", "application_id,head,yen\nA1,travel,2999999\n",
     COMPLAINT_VALUES_DIFFER, 2, 18, "D2", "yen", "3000000",
     "2999999 (costs.csv)"},
    {"costs.csv", "application_id,head,yen\nA1,x,1500000\nA1,x,1500000\n",
     COMPLAINT_KEY_TWICE, 3, 4, "B3", "head", "x", "costs.csv:2"},
    {"levels.csv",
     "application_id,level,people,yen,worth_percent\n"
     "A1,full,1,1,1\n",
     COMPLAINT_VALUE_BAD, 2, 4, "B2", "level", "full", "!= full"},
    {"levels.csv",
     "application_id,level,people,yen,worth_percent\n"
     "A1,s,9,1,1\n",
     COMPLAINT_VALUE_BAD, 2, 6, "C2", "people", "9", "1..8"},
    {"levels.csv",
     "application_id,level,people,yen,worth_percent\n"
     "A1,s,8,3000001,1\n",
     COMPLAINT_VALUE_BAD, 2, 8, "D2", "yen", "3000001", "0..3000000"},
    {"levels.csv",
     "application_id,level,people,yen,worth_percent\n"
     "A1,s,8,1,100\n",
     COMPLAINT_VALUE_BAD, 2, 10, "E2", "worth_percent", "100", "1..99"},
    {"levels.csv",
     "application_id,level,people,yen,worth_percent\n"
     "A1,s,8,1,9\nA2,s,5,1,9\nA1,s,7,1,9\n",
     COMPLAINT_KEY_TWICE, 4, 4, "B4", "level", "s", "levels.csv:2"},
    {"reviewers.csv", "reviewer_id\nR1\nR2\nR1\n", COMPLAINT_KEY_TWICE, 4, 1,
     "A4", "reviewer_id", "R1", "reviewers.csv:2"},
    {"conflicts.csv", "reviewer_id,application_id\nR1,A1\nR1,A1\n",
     COMPLAINT_KEY_TWICE, 3, 1, "A3", "reviewer_id", "R1", "conflicts.csv:2"},
    {"scores.csv",
     "reviewer_id,application_id,criterion,score\n"
     "R1,A1,plan,4\nR1,A1,plan,\n",
     COMPLAINT_KEY_TWICE, 3, 1, "A3", "reviewer_id", "R1", "scores.csv:2"},
    {"scores.csv",
     "reviewer_id,application_id,criterion,score\n"
     "R1,A1,charm,4\n",
     COMPLAINT_ID_UNKNOWN, 2, 7, "C2", "criterion", "charm", "plan, effect"},
    {"scores.csv",
     "reviewer_id,application_id,criterion,score\n"
     "R1,A1,plan,4.500001\n",
     COMPLAINT_VALUE_BAD, 2, 12, "D2", "score", "4.500001",
     "1..4.5, D, S, COI"},
    {"scores.csv",
     "reviewer_id,application_id,criterion,score\n"
     "R1,A1,plan,1.0000001\n",
     COMPLAINT_VALUE_BAD, 2, 12, "D2", "score", "1.0000001",
     "1..4.5, D, S, COI"},
    {"history.csv", "fiscal_year,country,people\n2014,CN,-1\n",
     COMPLAINT_VALUE_BAD, 2, 9, "C2", "people", "-1", "0..1000000000"},
    {"history.csv", "fiscal_year,country,people\n2014,CN,1\n2014,CN,2\n",
     COMPLAINT_KEY_TWICE, 3, 1, "A3", "fiscal_year", "2014", "history.csv:2"},
    {"overrides.csv",
     "application_id,decision,reason,decided_by,decided_on\n"
     "A1,perhaps,r,d,2025-07-04\n",
     COMPLAINT_VALUE_BAD, 2, 4, "B2", "decision", "perhaps", "in, out"},
    {"overrides.csv",
     "application_id,decision,reason,decided_by,decided_on\n"
     "A1,in,r,d,\n",
     COMPLAINT_VALUE_MISSING, 2, 11, "E2", "decided_on", "",
     "2025-07-04, 2025/7/4"},
    {"overrides.csv",
     "application_id,decision,reason,decided_by,decided_on,level\n"
     "A1,in,r,d,2025-07-04,s\n",
     COMPLAINT_ID_UNKNOWN, 2, 22, "F2", "level", "s", "full; levels.csv"},
    {"overrides.csv",
     "application_id,decision,reason,decided_by,decided_on,level\n"
     "A1,out,r,d,2025-07-04,full\n",
     COMPLAINT_VALUE_BAD, 2, 23, "F2", "level", "full", "decision in"},
    {"overrides.csv",
     "application_id,decision,reason,decided_by,decided_on\n"
     "A1,in,r,d,2025-07-04\nA1,out,r,d,2025-07-04\n",
     COMPLAINT_KEY_TWICE, 3, 1, "A3", "application_id", "A1",
     "overrides.csv:2"},
};

static void expect_complaint(int which) {
  ck_assert_ptr_null(read_by(rules_json));
  ck_assert_int_eq(found.count, 1);
  const complaint *c = &found.item[0];
  ck_assert_int_eq(c->code, broken[which].code);
  ck_assert_int_eq(c->line, broken[which].line);
  ck_assert_int_eq(c->column, broken[which].column);
  ck_assert_str_eq(c->cell, broken[which].cell);
  ck_assert_str_eq(c->name, broken[which].name);
  ck_assert_str_eq(c->seen, broken[which].seen);
  ck_assert_str_eq(c->allowed, broken[which].allowed);
}

START_TEST(says_what_is_broken_and_where) {
  put_good();
  if (broken[_i].content)
    put(broken[_i].file, broken[_i].content);
  else
    unlink(file_join(home, folder, broken[_i].file));
  expect_complaint(_i);
  const bool moved = broken[_i].code == COMPLAINT_VALUES_DIFFER;
  ck_assert_str_eq(found.item[0].file,
                   moved ? "applications.csv" : broken[_i].file);
  ck_assert_int_eq(err.kind, ERROR_INPUT);
  ck_assert_str_eq(err.file, found.item[0].file);
  ck_assert_int_eq(err.line, broken[_i].line);
  ck_assert_int_eq(err.column, broken[_i].column);
  ck_assert_ptr_nonnull(strstr(err.text, broken[_i].allowed));
}
END_TEST

START_TEST(an_error_is_a_line_of_english) {
  put_good();
  put("delegations.csv", "application_id,country,people\nA1,IN,none\n");
  ck_assert_ptr_null(read_by(rules_json));
  ck_assert_str_eq(err.text,
                   "people: bad value: \"none\"; allowed: 1..1000000");
}
END_TEST

START_TEST(lists_the_complaints_of_all_files_in_order) {
  put("applications.csv", "application_id,host_id,host_type,yen,strand\n"
                          "A1,H,t,,online\n"
                          "A2,,t,x,online\n");
  put("delegations.csv", "application_id,country,people\nA1,XX,8\nA7,IN,8\n");
  put("scores.csv", "reviewer_id,application_id,criterion,score\n"
                    "R1,A1,plan,9\nR1,A3,plan,1\n");
  put("reviewers.csv", "reviewer_id\nR2\n");
  ck_assert_ptr_null(read_by(rules_json));
  static const struct {
    const char *file;
    int line;
    const char *name;
  } expected[] = {
      {"applications.csv", 2, "yen"},
      {"applications.csv", 3, "host_id"},
      {"applications.csv", 3, "yen"},
      {"delegations.csv", 2, "country"},
      {"delegations.csv", 3, "application_id"},
      {"scores.csv", 2, "reviewer_id"},
      {"scores.csv", 2, "score"},
      {"scores.csv", 3, "reviewer_id"},
      {"scores.csv", 3, "application_id"},
  };
  enum { EXPECTED = sizeof expected / sizeof *expected };
  ck_assert_int_eq(found.count, EXPECTED);
  int same = 0;
  for (int i = 0; i < EXPECTED; i++)
    same += !strcmp(found.item[i].file, expected[i].file) &&
            found.item[i].line == expected[i].line &&
            !strcmp(found.item[i].name, expected[i].name);
  ck_assert_int_eq(same, EXPECTED);
  ck_assert_int_eq(err.line, 2);
}
END_TEST

START_TEST(lists_a_hundred_a_file_and_counts_the_rest) {
  put_good();
  text all = text_empty(home);
  text_add(&all, "application_id,country,people\n");
  for (int i = 0; i < 250; i++)
    text_add(&all, "A9,IN,8\n");
  put("delegations.csv", all.at);
  put("scores.csv", "reviewer_id\n");
  ck_assert_ptr_null(read_by(rules_json));
  ck_assert_int_eq(found.count, COMPLAINTS_MAX + 3);
  ck_assert_int_eq(found.unlisted, 150);
}
END_TEST

START_TEST(a_broken_file_raises_no_second_complaint) {
  put_good();
  put("applications.csv", "application_id,host_id\nA7,\"\n");
  ck_assert_ptr_null(read_by(rules_json));
  ck_assert_int_eq(found.count, 2); /* host_type, and the open quote */
  ck_assert_int_eq(found.item[0].code, COMPLAINT_COLUMN_MISSING);
  ck_assert_int_eq(found.item[1].code, COMPLAINT_NOT_CSV);
}
END_TEST

START_TEST(a_row_of_the_wrong_length_still_has_its_id) {
  put_good();
  put("applications.csv", "application_id,host_id,host_type,yen,strand\n"
                          "A1,H,t,1,online,surplus\nA2,H\n");
  put("levels.csv", "application_id,level,people,yen,worth_percent\n"
                    "A1,s,1,1,1\n");
  ck_assert_ptr_null(read_by(rules_json));
  ck_assert_int_eq(found.count, 2);
  ck_assert_int_eq(found.item[0].code, COMPLAINT_NOT_CSV);
  ck_assert_int_eq(found.item[1].code, COMPLAINT_NOT_CSV);
}
END_TEST

START_TEST(costs_past_the_largest_sum_are_refused) {
  put_good();
  put("costs.csv", "application_id,head,yen\n"
                   "A1,a,1000000000000\nA1,b,1\n");
  ck_assert_ptr_null(read_by(rules_json));
  ck_assert_int_eq(found.count, 1);
  ck_assert_int_eq(found.item[0].code, COMPLAINT_VALUE_BAD);
  ck_assert_str_eq(found.item[0].allowed, "0..1000000000000 (costs.csv)");
}
END_TEST

START_TEST(a_folder_in_a_files_place_is_a_complaint) {
  put_good();
  unlink(file_join(home, folder, "scores.csv"));
  ck_assert(file_make_folder(file_join(home, folder, "scores.csv"), &err));
  ck_assert_ptr_null(read_by(rules_json));
  rmdir(file_join(home, folder, "scores.csv"));
  ck_assert_int_eq(found.count, 1);
  ck_assert_int_eq(found.item[0].code, COMPLAINT_NOT_TEXT);
  ck_assert_str_eq(found.item[0].seen, "is a folder, not a file");
}
END_TEST

/* A quadratic search for keys would need minutes here. */
START_TEST(many_rows_take_little_time) {
  enum { PLANS = 20000, REVIEWERS = 5 };
  text plans = text_empty(home), people = text_empty(home),
       scores = text_empty(home);
  text_add(&plans, "application_id,host_id,host_type,yen,strand\n");
  text_add(&people, "application_id,country,people\n");
  text_add(&scores, "reviewer_id,application_id,criterion,score\n");
  for (int i = 0; i < PLANS; i++) {
    text_format(&plans, "P%d,H%d,t,1,online\n", i, i);
    text_format(&people, "P%d,IN,1\n", i);
    for (int k = 0; k < REVIEWERS; k++)
      text_format(&scores, "R%d,P%d,plan,3\n", k, i);
  }
  put("applications.csv", plans.at);
  put("delegations.csv", people.at);
  put("scores.csv", scores.at);
  const dossier *d = read_good();
  ck_assert_int_eq(d->score_count, PLANS * REVIEWERS);
  ck_assert_int_eq(d->scores[PLANS * REVIEWERS - 1].application, PLANS - 1);
  ck_assert_int_eq(d->reviewer_count, REVIEWERS);
  ck_assert_str_eq(d->applications[PLANS - 1].host_id, "H19999");
}
END_TEST

int main(void) {
  Suite *suite = suite_create("read");
  TCase *cases = tcase_create("read");
  tcase_add_checked_fixture(cases, open_folder, close_folder);
  tcase_set_timeout(cases, 60);
  tcase_add_test(cases, reads_every_column_of_applications);
  tcase_add_test(cases, reads_every_column_of_delegations);
  tcase_add_test(cases, reads_costs_and_levels);
  tcase_add_test(cases, reads_scores_in_all_their_forms);
  tcase_add_test(cases, takes_reviewers_from_their_file_if_there_is_one);
  tcase_add_test(cases, collects_reviewers_from_scores_then_conflicts);
  tcase_add_test(cases, reads_history_and_overrides);
  tcase_add_test(cases, lists_the_files_with_their_digests);
  tcase_add_test(cases, an_empty_strand_is_the_only_one);
  tcase_add_loop_test(cases, reads_a_sum_of_money_in_its_forms, 0,
                      (int)(sizeof yen_forms / sizeof *yen_forms));
  tcase_add_loop_test(cases, refuses_other_sums_of_money, 0,
                      (int)(sizeof bad_yen / sizeof *bad_yen));
  tcase_add_loop_test(cases, reads_yes_and_no_in_both_languages, 0,
                      (int)(sizeof answers / sizeof *answers));
  tcase_add_test(cases, ids_lose_the_blanks_around_them_and_nothing_else);
  tcase_add_test(cases, reads_japanese_headers_in_any_order);
  tcase_add_test(cases, header_case_width_and_blanks_do_not_matter);
  tcase_add_test(cases, notes_an_unknown_column_and_goes_on);
  tcase_add_test(cases, notes_a_strand_of_the_past);
  tcase_add_test(cases, blank_lines_and_blank_rows_are_no_rows);
  tcase_add_loop_test(cases, counts_lines_and_columns_under_any_line_end, 0,
                      (int)(sizeof line_ends / sizeof *line_ends));
  tcase_add_test(cases, a_byte_order_mark_belongs_to_no_column);
  tcase_add_test(cases, reads_cp932_as_excel_writes_it);
  tcase_add_test(cases, columns_count_the_bytes_of_the_file_itself);
  tcase_add_test(cases, a_nul_byte_is_no_text);
  tcase_add_test(cases, wide_and_long_cells_are_read);
  tcase_add_loop_test(cases, says_what_is_broken_and_where, 0,
                      (int)(sizeof broken / sizeof *broken));
  tcase_add_test(cases, an_error_is_a_line_of_english);
  tcase_add_test(cases, lists_the_complaints_of_all_files_in_order);
  tcase_add_test(cases, lists_a_hundred_a_file_and_counts_the_rest);
  tcase_add_test(cases, a_broken_file_raises_no_second_complaint);
  tcase_add_test(cases, a_row_of_the_wrong_length_still_has_its_id);
  tcase_add_test(cases, costs_past_the_largest_sum_are_refused);
  tcase_add_test(cases, a_folder_in_a_files_place_is_a_complaint);
  tcase_add_test(cases, many_rows_take_little_time);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}
