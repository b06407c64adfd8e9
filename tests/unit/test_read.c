/* read: what a good call folder gives, column by column. */
#include "../../engine/base/digest.h"
#include "folder.h"

static const char one_strand_json[] =
    "{\"programme\":\"test\",\"fiscal_year\":2025,\"round\":1,"
    "\"as_of\":\"2025-07-04\",\"strands\":{\"only\":{}},"
    "\"scoring\":{\"scale\":{\"low\":1,\"high\":5},"
    "\"criteria\":[{\"id\":\"plan\",\"weight\":\"1\"}]},"
    "\"budget\":{\"yen\":1000000}}";

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

START_TEST(people_of_one_country_may_differ_in_age_or_visit) {
  put_good();
  put("delegations.csv",
      "application_id,country,people,sender_id,oldest_age,first_visit\n"
      "A1,IN,3,S1,30,yes\nA1,IN,2,S1,30,no\nA1,IN,1,S1,,yes\n"
      "A2,VN,4,,,\n");
  ck_assert_int_eq(read_good()->delegation_count, 4);
}
END_TEST

START_TEST(reads_history_and_overrides) {
  put_good();
  put("history.csv", "fiscal_year,country,people,strand,sender_id\n"
                     "2024,VN,0,,\n2023,CN,782,invitation,S4\n"
                     "2023,CN,5,invitation,S4\n");
  put("levels.csv", "application_id,level,people,yen,worth_percent\n"
                    "A1,small,4,1500000,60\n");
  put("overrides.csv",
      "application_id,decision,reason,decided_by,decided_on,level\n"
      "A1,in,treaty,chair,2025/7/4,small\n"
      "A2,OUT,withdrawn,chair,2025-07-05,\n");
  const dossier *d = read_good();
  ck_assert_int_eq(d->history_count, 3);
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

static void add_tests(TCase *cases) {
  tcase_add_test(cases, reads_every_column_of_applications);
  tcase_add_test(cases, reads_every_column_of_delegations);
  tcase_add_test(cases, people_of_one_country_may_differ_in_age_or_visit);
  tcase_add_test(cases, reads_costs_and_levels);
  tcase_add_test(cases, reads_scores_in_all_their_forms);
  tcase_add_test(cases, takes_reviewers_from_their_file_if_there_is_one);
  tcase_add_test(cases, collects_reviewers_from_scores_then_conflicts);
  tcase_add_test(cases, reads_history_and_overrides);
  tcase_add_test(cases, lists_the_files_with_their_digests);
  tcase_add_test(cases, an_empty_strand_is_the_only_one);
  tcase_add_test(cases, reads_japanese_headers_in_any_order);
  tcase_add_test(cases, header_case_width_and_blanks_do_not_matter);
  tcase_add_test(cases, notes_an_unknown_column_and_goes_on);
  tcase_add_test(cases, notes_a_strand_of_the_past);
  tcase_add_test(cases, many_rows_take_little_time);
}

int main(void) { return run_in_folders("read", add_tests); }
