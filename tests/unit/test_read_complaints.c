/* read: every complaint, with its place. */
#include "folder.h"

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
    {"scores.csv", "reviewer_id\nR\xFF\n", COMPLAINT_BYTE_BAD, 2, 2, "A2", "",
     "0xFF", "UTF-8 1, CP932 1"},
    {"scores.csv", "\xEF\xBB\xBFx,\n,\x87\x40\n", COMPLAINT_BYTE_BAD, 2, 2,
     "B2", "", "0x87", "UTF-8 1, CP932 0"},
    {"scores.csv", "PK\3\4", COMPLAINT_FILE_FOREIGN, 0, 0, "", "", "XLSX (zip)",
     ""},
    {"scores.csv", "\r\n\"a,b\";c\n", COMPLAINT_SEPARATOR, 2, 6, "A2", "", ";",
     ","},
    {"scores.csv", "a,b\n", COMPLAINT_HEADER_MISSING, 1, 1, "A1", "", "a, b",
     "reviewer_id, application_id, criterion, score"},
    {"delegations.csv", "title\napplication_id,country,people\nA1,IN,8\n",
     COMPLAINT_HEADER_BELOW, 2, 1, "A2", "", "title", ""},
    {"applications.csv", "application_id,host_id,host_type,yen,strand\n",
     COMPLAINT_ROWS_NONE, 1, 1, "A1", "", "", ""},
    {"delegations.csv", "application_id,country,people\nA1,I\"N,8\n",
     COMPLAINT_QUOTE_INSIDE, 2, 5, "B2", "", "I\"", "2:4"},
    {"delegations.csv", "application_id,country,people\nA1,\"IN\"x,8\n",
     COMPLAINT_QUOTE_INSIDE, 2, 8, "B2", "", "\"IN\"x", "2:4"},
    {"delegations.csv", "application_id,country,people\nA1,\"IN,8\nA2,KE,5\n",
     COMPLAINT_QUOTE_OPEN, 2, 4, "B2", "", "\"IN,8\nA2,KE,5\n", ""},
    {"delegations.csv", "application_id,country,people\nA1,IN\n",
     COMPLAINT_CELLS_FEWER, 2, 1, "A2", "", "2", "3"},
    {"delegations.csv", "application_id,country,people\nA1,IN,8,,x,\n",
     COMPLAINT_CELLS_MORE, 2, 9, "D2", "", "5", "3"},
    {"delegations.csv", "application_id,country,people\n計,,8\n",
     COMPLAINT_ROW_OF_TOTALS, 2, 1, "A2", "", "計", ""},
    {"delegations.csv", "application_id,people\nA1,8\n",
     COMPLAINT_COLUMN_MISSING, 1, 1, "A1", "country", "application_id, people",
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
     COMPLAINT_KEY_TWICE, 3, 1, "A3", "application_id, country", "A1, in",
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
     COMPLAINT_KEY_TWICE, 3, 1, "A3", "application_id, head", "A1, x",
     "costs.csv:2"},
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
     COMPLAINT_KEY_TWICE, 4, 1, "A4", "application_id, level", "A1, s",
     "levels.csv:2"},
    {"reviewers.csv", "reviewer_id\nR1\nR2\nR1\n", COMPLAINT_KEY_TWICE, 4, 1,
     "A4", "reviewer_id", "R1", "reviewers.csv:2"},
    {"conflicts.csv", "reviewer_id,application_id\nR1,A1\nR1,A1\n",
     COMPLAINT_KEY_TWICE, 3, 1, "A3", "reviewer_id, application_id", "R1, A1",
     "conflicts.csv:2"},
    {"scores.csv",
     "reviewer_id,application_id,criterion,score\n"
     "R1,A1,plan,4\nR1,A1,plan,\n",
     COMPLAINT_KEY_TWICE, 3, 1, "A3", "reviewer_id, application_id, criterion",
     "R1, A1, plan", "scores.csv:2"},
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
     COMPLAINT_VALUE_BAD, 2, 23, "F2", "level", "full", "\"\" (decision: out)"},
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
                   "people: value_bad: \"none\"; allowed: 1..1000000");
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
  ck_assert_int_eq(found.item[1].code, COMPLAINT_QUOTE_OPEN);
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
  ck_assert_int_eq(found.item[0].code, COMPLAINT_CELLS_MORE);
  ck_assert_int_eq(found.item[1].code, COMPLAINT_CELLS_FEWER);
}
END_TEST

START_TEST(costs_past_the_largest_sum_are_refused) {
  put_good();
  put("costs.csv", "application_id,head,yen\n"
                   "A1,a,1000000000000\nA1,b,1\n");
  ck_assert_ptr_null(read_by(rules_json));
  ck_assert_int_eq(found.count, 1);
  ck_assert_int_eq(found.item[0].code, COMPLAINT_VALUE_BAD);
  ck_assert_str_eq(found.item[0].seen, "1000000000001 (costs.csv)");
  ck_assert_str_eq(found.item[0].allowed, "0..1000000000000");
}
END_TEST

START_TEST(a_folder_in_a_files_place_is_a_complaint) {
  put_good();
  unlink(file_join(home, folder, "scores.csv"));
  ck_assert(file_make_folder(file_join(home, folder, "scores.csv"), &err));
  ck_assert_ptr_null(read_by(rules_json));
  rmdir(file_join(home, folder, "scores.csv"));
  ck_assert_int_eq(found.count, 1);
  ck_assert_int_eq(found.item[0].code, COMPLAINT_FILE_FOLDER);
}
END_TEST

static void add_tests(TCase *cases) {
  tcase_add_loop_test(cases, says_what_is_broken_and_where, 0,
                      (int)(sizeof broken / sizeof *broken));
  tcase_add_test(cases, an_error_is_a_line_of_english);
  tcase_add_test(cases, lists_the_complaints_of_all_files_in_order);
  tcase_add_test(cases, lists_a_hundred_a_file_and_counts_the_rest);
  tcase_add_test(cases, a_broken_file_raises_no_second_complaint);
  tcase_add_test(cases, a_row_of_the_wrong_length_still_has_its_id);
  tcase_add_test(cases, costs_past_the_largest_sum_are_refused);
  tcase_add_test(cases, a_folder_in_a_files_place_is_a_complaint);
}

int main(void) { return run_in_folders("read_complaints", add_tests); }
