/* read: forms of cells, and the bytes, lines and quotes around them. */
#include "folder.h"

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
  ck_assert_int_eq(d->note_count, 1);
  ck_assert_int_eq(d->notes[0].code, COMPLAINT_TAKEN_AS_CP932);
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
  ck_assert_int_eq(found.item[0].code, COMPLAINT_BYTE_NUL);
  ck_assert_int_eq(found.item[0].line, 2);
  ck_assert_int_eq(found.item[0].column, 4);
  ck_assert_str_eq(found.item[0].cell, "B2");
  ck_assert_str_eq(found.item[0].seen, "0x00");
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

static void add_tests(TCase *cases) {
  tcase_add_loop_test(cases, reads_a_sum_of_money_in_its_forms, 0,
                      (int)(sizeof yen_forms / sizeof *yen_forms));
  tcase_add_loop_test(cases, refuses_other_sums_of_money, 0,
                      (int)(sizeof bad_yen / sizeof *bad_yen));
  tcase_add_loop_test(cases, reads_yes_and_no_in_both_languages, 0,
                      (int)(sizeof answers / sizeof *answers));
  tcase_add_test(cases, ids_lose_the_blanks_around_them_and_nothing_else);
  tcase_add_test(cases, blank_lines_and_blank_rows_are_no_rows);
  tcase_add_loop_test(cases, counts_lines_and_columns_under_any_line_end, 0,
                      (int)(sizeof line_ends / sizeof *line_ends));
  tcase_add_test(cases, a_byte_order_mark_belongs_to_no_column);
  tcase_add_test(cases, reads_cp932_as_excel_writes_it);
  tcase_add_test(cases, columns_count_the_bytes_of_the_file_itself);
  tcase_add_test(cases, a_nul_byte_is_no_text);
  tcase_add_test(cases, wide_and_long_cells_are_read);
}

int main(void) { return run_in_folders("read_forms", add_tests); }
