#include "../../engine/base/arena.h"
#include "../../engine/base/error.h"
#include "../../engine/base/text.h"
#include <check.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static arena *home;

static void open_home(void) { home = arena_open(); }
static void close_home(void) { arena_close(home); }

START_TEST(pieces_are_zeroed_aligned_and_apart) {
  int wrong = 0;
  unsigned char *before = NULL;
  for (size_t size = 0; size < 3000; size += 7) {
    unsigned char *const piece = ARENA_ARRAY(home, unsigned char, size);
    wrong += !piece || (uintptr_t)piece % alignof(max_align_t) != 0;
    for (size_t i = 0; i < size; i++)
      wrong += piece[i] != 0;
    memset(piece, 0xA5, size);
    wrong += before && *before != 0xA5;
    before = size ? piece : before;
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(big_pieces_live_beside_small_ones) {
  char *const small = ARENA_ARRAY(home, char, 10);
  char *const big = ARENA_ARRAY(home, char, 5 << 20);
  char *const next = ARENA_ARRAY(home, char, 10);
  memset(big, 1, 5 << 20);
  ck_assert(!small[9] && !next[0]);
}
END_TEST

START_TEST(a_grown_array_keeps_its_elements) {
  int64_t *row = NULL;
  size_t room = 0;
  for (int64_t i = 0; i < 1000; i++) {
    if ((size_t)i == room) {
      row = arena_grow(home, row, sizeof *row, room, room ? 2 * room : 1);
      room = room ? 2 * room : 1;
    }
    row[i] = i * i;
  }
  int wrong = 0;
  for (int64_t i = 0; i < 1000; i++)
    wrong += row[i] != i * i;
  ck_assert_int_eq(wrong, 0);
}
END_TEST

/* The child's own complaint is expected: it goes where nobody reads it. */
static int exit_status_of_taking(size_t size, size_t count) {
  const pid_t child = fork();
  if (child == 0) {
    if (!freopen("/dev/null", "w", stderr))
      _exit(99);
    volatile const void *piece = arena_take(home, size, count);
    _exit(piece ? 0 : 98);
  }
  int status = 0;
  if (waitpid(child, &status, 0) != child || !WIFEXITED(status))
    return -1;
  return WEXITSTATUS(status);
}

START_TEST(too_much_memory_ends_with_exit_6) {
  ck_assert_int_eq(exit_status_of_taking(SIZE_MAX, 1), 6);
  ck_assert_int_eq(exit_status_of_taking(SIZE_MAX / 2, 3), 6);
  ck_assert_int_eq(exit_status_of_taking(3, SIZE_MAX / 2), 6);
  ck_assert_int_eq(exit_status_of_taking((size_t)1 << 33, (size_t)1 << 31), 6);
  ck_assert_int_eq(exit_status_of_taking(8, 8), 0);
}
END_TEST

START_TEST(texts_are_copied_and_formatted) {
  const char three[] = {'a', '\0', 'b'};
  ck_assert_mem_eq(arena_text(home, three, 3), "a\0b", 4);
  ck_assert_str_eq(arena_text(home, NULL, 0), "");
  ck_assert_str_eq(arena_format(home, "%s-%d", "採択", 7), "採択-7");
  ck_assert_uint_eq(strlen(arena_format(home, "%5000d", 1)), 5000);
}
END_TEST

START_TEST(the_first_failure_wins) {
  error err = {0};
  ck_assert(!FAIL(&err, ERROR_INPUT, "a.csv", 3, 4, "is %d", 5));
  ck_assert(!FAIL(&err, ERROR_SYSTEM, "b.csv", 6, 7, "later"));
  ck_assert_int_eq(err.kind, ERROR_INPUT);
  ck_assert(err.line == 3 && err.column == 4);
  ck_assert_str_eq(err.file, "a.csv");
  ck_assert_str_eq(err.text, "is 5");
}
END_TEST

START_TEST(a_failure_may_have_no_file) {
  error err = {0};
  error_at(&err, ERROR_USAGE, NULL, 0, 0, "no such command");
  ck_assert_str_eq(err.file, "");
}
END_TEST

START_TEST(long_messages_are_cut_between_characters) {
  char long_text[400];
  for (int shift = 0; shift < 3; shift++) {
    error err = {0};
    memset(long_text, 'x', sizeof long_text);
    for (size_t i = (size_t)shift; i + 3 < sizeof long_text; i += 3)
      memcpy(long_text + i, "択", 3);
    long_text[sizeof long_text - 1] = '\0';
    error_at(&err, ERROR_INPUT, long_text, 0, 0, "%s", long_text);
    const size_t whole = (255 - (size_t)shift) / 3 * 3 + (size_t)shift;
    ck_assert_uint_eq(strlen(err.text), whole);
    ck_assert_mem_eq(err.text, long_text, whole);
    ck_assert_str_eq(err.file, err.text);
  }
}
END_TEST

START_TEST(messages_stay_on_one_line) {
  error err = {0};
  error_at(&err, ERROR_INPUT, "a\nb", 0, 0, "\"%s\"", "x\033[2J\r\n\x7f é");
  ck_assert_str_eq(err.file, "a?b");
  ck_assert_str_eq(err.text, "\"x?[2J??? é\"");
}
END_TEST

START_TEST(each_kind_has_its_exit_status) {
  static const struct {
    error_kind kind;
    int status;
  } rows[] = {{ERROR_NONE, 0},
              {ERROR_USAGE, 2},
              {ERROR_INPUT, 3},
              {ERROR_SYSTEM, 6},
              {ERROR_DEFECT, 70}};
  for (int i = 0; i < (int)(sizeof rows / sizeof *rows); i++) {
    const error err = {.kind = rows[i].kind};
    ck_assert_int_eq(error_exit_status(&err), rows[i].status);
  }
}
END_TEST

START_TEST(a_text_grows_by_pieces_and_formats) {
  text t = text_empty(home);
  ck_assert_str_eq(t.at, "");
  size_t length = 0;
  for (int i = 0; i < 3000; i++) {
    text_add(&t, "採");
    text_format(&t, "%04d", i);
    text_add_bytes(&t, ",;", 1);
    length += 8;
  }
  ck_assert_uint_eq(t.length, length);
  ck_assert_uint_eq(strlen(t.at), length);
  ck_assert_int_eq(strncmp(t.at + length - 8, "採2999,", 8), 0);
}
END_TEST

START_TEST(a_piece_may_fill_the_room_to_the_last_byte) {
  int wrong = 0;
  for (size_t length = 0; length < 300; length++) {
    text t = text_empty(home);
    char *const piece = ARENA_ARRAY(home, char, length + 1);
    memset(piece, 'x', length);
    text_add(&t, piece);
    text_format(&t, "%s", piece);
    wrong += t.length != 2 * length || strlen(t.at) != 2 * length;
    wrong += t.length >= t.room;
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(ids_are_ordered_by_bytes) {
  ck_assert_int_lt(text_order("A-10", "A-9"), 0);
  ck_assert_int_lt(text_order("z", "é"), 0);
  ck_assert_int_eq(text_order("a", "a"), 0);
  ck_assert(text_same("", "") && !text_same("a", "A"));
}
END_TEST

START_TEST(a_table_finds_what_was_added_first) {
  text_table *const t = text_table_new(home, 0);
  ck_assert_int_eq(text_table_find(t, "a"), -1);
  ck_assert_int_eq(text_table_add(t, "a", 7), 7);
  ck_assert_int_eq(text_table_add(t, "a", 8), 7);
  ck_assert_int_eq(text_table_find(t, "a"), 7);
  ck_assert_int_eq(text_table_find(t, ""), -1);
  ck_assert_int_eq(text_table_add(t, "", 0), 0);
  ck_assert_int_eq(text_table_find(t, ""), 0);
}
END_TEST

START_TEST(a_table_outgrows_what_was_expected) {
  for (size_t expected = 0; expected < 40000; expected += 13000) {
    text_table *const t = text_table_new(home, expected);
    int wrong = 0;
    for (int i = 0; i < 20000; i++)
      wrong += text_table_add(t, arena_format(home, "P%d", i), i) != i;
    for (int i = 0; i < 20000; i++)
      wrong += text_table_find(t, arena_format(home, "P%d", i)) != i;
    for (int i = 0; i < 20000; i++)
      wrong += text_table_find(t, arena_format(home, "Q%d", i)) != -1;
    ck_assert_int_eq(wrong, 0);
  }
}
END_TEST

static TCase *group(Suite *suite, const char *name, SFun before, SFun after) {
  TCase *const tests = tcase_create(name);
  tcase_add_checked_fixture(tests, before, after);
  tcase_set_timeout(tests, 60);
  suite_add_tcase(suite, tests);
  return tests;
}

static void add_memory(Suite *suite) {
  TCase *const t = group(suite, "arena", open_home, close_home);
  tcase_add_test(t, pieces_are_zeroed_aligned_and_apart);
  tcase_add_test(t, big_pieces_live_beside_small_ones);
  tcase_add_test(t, a_grown_array_keeps_its_elements);
  tcase_add_test(t, too_much_memory_ends_with_exit_6);
  tcase_add_test(t, texts_are_copied_and_formatted);
}

static void add_errors(Suite *suite) {
  TCase *const t = group(suite, "error", open_home, close_home);
  tcase_add_test(t, the_first_failure_wins);
  tcase_add_test(t, a_failure_may_have_no_file);
  tcase_add_test(t, long_messages_are_cut_between_characters);
  tcase_add_test(t, messages_stay_on_one_line);
  tcase_add_test(t, each_kind_has_its_exit_status);
}

static void add_texts(Suite *suite) {
  TCase *const t = group(suite, "text", open_home, close_home);
  tcase_add_test(t, a_text_grows_by_pieces_and_formats);
  tcase_add_test(t, a_piece_may_fill_the_room_to_the_last_byte);
  tcase_add_test(t, ids_are_ordered_by_bytes);
  tcase_add_test(t, a_table_finds_what_was_added_first);
  tcase_add_test(t, a_table_outgrows_what_was_expected);
}

int main(void) {
  Suite *const suite = suite_create("base");
  add_memory(suite);
  add_errors(suite);
  add_texts(suite);
  SRunner *const runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed ? 1 : 0;
}
