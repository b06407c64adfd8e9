#include "../../engine/base/file.h"
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

static arena *home;
static char folder[64];

static void open_folder(void) {
  home = arena_open();
  strcpy(folder, "/tmp/test_base.XXXXXX");
  ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void close_folder(void) {
  ck_assert_int_eq(system(arena_format(home, "rm -rf '%s'", folder)), 0);
  arena_close(home);
}

enum { SET = 3, LONG = 10000 };
static const char *const names[SET] = {"a.csv", "b.csv", "c.json"};

static const char *path_of(int i) { return file_join(home, folder, names[i]); }

/* a set of which the last file is the longest */
static void make_set(new_file set[SET], const char *word) {
  char *const longest = ARENA_ARRAY(home, char, LONG + 1);
  memset(longest, *word, LONG);
  set[0] = (new_file){path_of(0), {word, strlen(word)}};
  set[1] = (new_file){path_of(1), {"", 0}};
  set[2] = (new_file){path_of(2), {longest, LONG}};
}

static bool holds(const new_file set[SET]) {
  bool all = true;
  for (int i = 0; i < SET; i++) {
    error err = {0};
    bytes got = {0};
    all = all && file_read(home, set[i].path, LONG, &got, &err) &&
          got.length == set[i].content.length &&
          memcmp(got.at, set[i].content.at, got.length) == 0;
  }
  return all;
}

static int count_files(void) {
  int count = -1;
  FILE *const list =
      popen(arena_format(home, "ls -A '%s' | wc -l", folder), "r");
  ck_assert_ptr_nonnull(list);
  ck_assert_int_eq(fscanf(list, "%d", &count), 1);
  pclose(list);
  return count;
}

START_TEST(a_set_replaces_a_set) {
  error err = {0};
  new_file before[SET], after[SET];
  make_set(before, "old");
  make_set(after, "new");
  ck_assert(file_write_all(before, SET, &err));
  ck_assert(holds(before));
  ck_assert(file_write_all(after, SET, &err));
  ck_assert(holds(after));
  ck_assert_int_eq(count_files(), SET);
}
END_TEST

START_TEST(a_set_that_does_not_fit_leaves_the_old_one) {
  error err = {0};
  new_file before[SET], after[SET];
  make_set(before, "old");
  make_set(after, "new");
  ck_assert(file_write_all(before, SET, &err));
  signal(SIGXFSZ, SIG_IGN);
  const struct rlimit limit = {LONG / 2, LONG / 2};
  ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
  ck_assert(!file_write_all(after, SET, &err));
  ck_assert_int_eq(err.kind, ERROR_SYSTEM);
  ck_assert_str_eq(err.file, path_of(2));
  ck_assert(holds(before));
  ck_assert_int_eq(count_files(), SET);
}
END_TEST

START_TEST(a_folder_in_the_way_of_one_leaves_all_others) {
  error err = {0};
  new_file set[SET];
  make_set(set, "new");
  ck_assert(file_make_folder(path_of(2), &err));
  ck_assert(!file_write_all(set, SET, &err));
  ck_assert_int_eq(err.kind, ERROR_SYSTEM);
  ck_assert_str_eq(err.file, path_of(2));
  ck_assert_str_eq(err.text,
                   "cannot put the new file in place: Is a directory");
  ck_assert_int_eq(count_files(), 1);
}
END_TEST

int main(void) {
  Suite *const suite = suite_create("base");
  TCase *const cases = tcase_create("writing");
  tcase_add_checked_fixture(cases, open_folder, close_folder);
  tcase_add_test(cases, a_set_replaces_a_set);
  tcase_add_test(cases, a_set_that_does_not_fit_leaves_the_old_one);
  tcase_add_test(cases, a_folder_in_the_way_of_one_leaves_all_others);
  suite_add_tcase(suite, cases);
  SRunner *const runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}
