#include "../../engine/base/arena.h"
#include "../../engine/base/digest.h"
#include "../../engine/base/error.h"
#include "../../engine/base/file.h"
#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static arena *home;
static char folder[64];

static void open_home(void) { home = arena_open(); }
static void close_home(void) { arena_close(home); }

static void open_folder(void) {
  open_home();
  strcpy(folder, "/tmp/test_base.XXXXXX");
  ck_assert_ptr_nonnull(mkdtemp(folder));
}
static void close_folder(void) {
  char *const command = arena_format(home, "rm -rf '%s'", folder);
  ck_assert_int_eq(system(command), 0);
  close_home();
}

/* the vectors of FIPS 180-4 */
static const struct {
  const char *text, *hex;
} digests[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
};

START_TEST(digests_are_sha_256) {
  char hex[2 * DIGEST_BYTES + 1];
  const digest d = digest_of(digests[_i].text, strlen(digests[_i].text));
  digest_hex(&d, hex);
  ck_assert_str_eq(hex, digests[_i].hex);
}
END_TEST

START_TEST(a_million_bytes_are_digested) {
  char hex[2 * DIGEST_BYTES + 1];
  char *const a = ARENA_ARRAY(home, char, 1000000);
  memset(a, 'a', 1000000);
  const digest d = digest_of(a, 1000000);
  digest_hex(&d, hex);
  ck_assert_str_eq(
      hex, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}
END_TEST

START_TEST(digests_are_ordered_by_their_bytes) {
  digest a = {{0}}, b = {{0}};
  ck_assert_int_eq(digest_compare(&a, &b), 0);
  b.byte[31] = 1;
  ck_assert_int_lt(digest_compare(&a, &b), 0);
  a.byte[0] = 0xFF;
  ck_assert_int_gt(digest_compare(&a, &b), 0);
}
END_TEST

START_TEST(a_short_hash_hangs_on_key_and_text) {
  const short_key key = digest_short_key(), other = digest_short_key();
  const uint64_t value = digest_short(&key, "A-0001", 6);
  ck_assert_uint_eq(digest_short(&key, "A-0001", 6), value);
  ck_assert_uint_ne(digest_short(&key, "A-0002", 6), value);
  ck_assert_uint_ne(digest_short(&other, "A-0001", 6), value);
}
END_TEST

START_TEST(a_written_file_reads_back_byte_for_byte) {
  error err = {0};
  bytes got = {0};
  char *const path = file_join(home, folder, "a file 採択.csv");
  char *const content = ARENA_ARRAY(home, char, 300000);
  for (int i = 0; i < 300000; i++)
    content[i] = (char)(i * 31 % 251);
  ck_assert(file_write(path, content, 300000, &err));
  ck_assert(file_read(home, path, 300000, &got, &err));
  ck_assert_uint_eq(got.length, 300000);
  ck_assert_int_eq(memcmp(got.at, content, 300000), 0);
  ck_assert_int_eq(got.at[300000], '\0');
}
END_TEST

START_TEST(writing_replaces_the_whole_file) {
  error err = {0};
  bytes got = {0};
  char *const path = file_join(home, folder, "x");
  ck_assert(file_write(path, "longer text", 11, &err));
  ck_assert(file_write(path, "short", 5, &err));
  ck_assert(file_read(home, path, 100, &got, &err));
  ck_assert_str_eq(got.at, "short");
  ck_assert(file_write(path, NULL, 0, &err));
  ck_assert(file_read(home, path, 0, &got, &err));
  ck_assert_uint_eq(got.length, 0);
}
END_TEST

START_TEST(written_files_heed_the_umask) {
  error err = {0};
  struct stat s;
  char *const path = file_join(home, folder, "x");
  const mode_t before = umask((mode_t)0027);
  const bool ok = file_write(path, "x", 1, &err);
  umask(before);
  ck_assert(ok && stat(path, &s) == 0);
  ck_assert_int_eq((int)(s.st_mode & 0777), 0640);
}
END_TEST

static char *listing(void) {
  static char names[200];
  FILE *const list = popen(arena_format(home, "ls -A '%s'", folder), "r");
  ck_assert_ptr_nonnull(list);
  names[fread(names, 1, sizeof names - 1, list)] = '\0';
  pclose(list);
  return names;
}

START_TEST(a_failed_write_leaves_nothing_behind) {
  error err = {0};
  char *const path = file_join(home, folder, "taken");
  ck_assert(file_make_folder(path, &err));
  ck_assert(!file_write(path, "x", 1, &err));
  ck_assert_int_eq(err.kind, ERROR_SYSTEM);
  ck_assert_str_eq(err.file, path);
  ck_assert_str_eq(err.text,
                   "cannot put the new file in place: Is a directory");
  ck_assert_str_eq(listing(), "taken\n");
}
END_TEST

/* Stands in for a full disk, for root too; each test is a process of its own */
static void limit_file_bytes(rlim_t most) {
  signal(SIGXFSZ, SIG_IGN);
  struct rlimit limit = {most, most};
  ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

START_TEST(a_full_disk_leaves_the_old_file_whole) {
  error err = {0};
  bytes got = {0};
  char *const path = file_join(home, folder, "old");
  char *const content = ARENA_ARRAY(home, char, 10000);
  ck_assert(file_write(path, "old", 3, &err));
  limit_file_bytes(4096);
  const bool ok = file_write(path, content, 10000, &err);
  ck_assert(!ok);
  ck_assert_int_eq(err.kind, ERROR_SYSTEM);
  ck_assert_str_eq(err.text, "cannot write: File too large");
  ck_assert(file_read(home, path, 100, &got, &err));
  ck_assert_str_eq(got.at, "old");
  ck_assert_str_eq(listing(), "old\n");
}
END_TEST

START_TEST(a_read_only_folder_leaves_the_old_file_whole) {
  error err = {0};
  bytes got = {0};
  char *const path = file_join(home, folder, "old");
  ck_assert(file_write(path, "old", 3, &err));
  ck_assert_int_eq(chmod(folder, (mode_t)0555), 0);
  const bool ok = file_write(path, "new", 3, &err);
  ck_assert_int_eq(chmod(folder, (mode_t)0755), 0);
  ck_assert_int_eq(ok, geteuid() == 0); /* nothing is read-only to root */
  ck_assert(file_read(home, path, 100, &got, &(error){0}));
  ck_assert_str_eq(got.at, ok ? "new" : "old");
  ck_assert_str_eq(listing(), "old\n");
}
END_TEST

START_TEST(a_missing_file_is_the_callers_mistake) {
  error err = {0};
  bytes got = {0};
  char *const path = file_join(home, folder, "none");
  ck_assert(!file_read(home, path, 10, &got, &err));
  ck_assert_int_eq(err.kind, ERROR_INPUT);
  ck_assert_str_eq(err.file, path);
  ck_assert_str_eq(err.text, "cannot open: No such file or directory");
}
END_TEST

START_TEST(folders_devices_and_pipes_are_no_files) {
  error on_folder = {0}, on_device = {0}, on_pipe = {0};
  bytes got = {0};
  char *const pipe = file_join(home, folder, "pipe");
  ck_assert_int_eq(mkfifo(pipe, (mode_t)0600), 0);
  ck_assert(!file_read(home, folder, 10, &got, &on_folder));
  ck_assert(!file_read(home, "/dev/zero", 10, &got, &on_device));
  ck_assert(!file_read(home, pipe, 10, &got, &on_pipe));
  ck_assert_int_eq(on_folder.kind, ERROR_INPUT);
  ck_assert_str_eq(on_folder.text, "is a folder, not a file");
  ck_assert_int_eq(on_device.kind, ERROR_INPUT);
  ck_assert_int_eq(on_pipe.kind, ERROR_INPUT);
}
END_TEST

START_TEST(a_file_too_large_is_refused) {
  error err = {0};
  bytes got = {0};
  char *const path = file_join(home, folder, "x");
  ck_assert(file_write(path, "12345", 5, &err));
  ck_assert(file_read(home, path, 5, &got, &err));
  ck_assert(!file_read(home, path, 4, &got, &err));
  ck_assert_int_eq(err.kind, ERROR_INPUT);
  ck_assert_str_eq(err.text, "has 5 bytes, more than the 4 allowed");
}
END_TEST

START_TEST(a_folder_is_made_once) {
  error err = {0};
  char *const path = file_join(home, folder, "out");
  ck_assert(file_make_folder(path, &err));
  ck_assert(file_make_folder(path, &err));
  char *const file = file_join(home, path, "x");
  ck_assert(file_write(file, "x", 1, &err));
  ck_assert(!file_make_folder(file, &err));
  ck_assert_int_eq(err.kind, ERROR_SYSTEM);
}
END_TEST

START_TEST(paths_are_joined_with_one_slash) {
  ck_assert_str_eq(file_join(home, "a/b", "c"), "a/b/c");
  ck_assert_str_eq(file_join(home, "a/b/", "c"), "a/b/c");
  ck_assert_str_eq(file_join(home, "/", "c"), "/c");
  ck_assert_str_eq(file_join(home, "", "c"), "c");
}
END_TEST

static TCase *group(Suite *suite, const char *name, SFun before, SFun after) {
  TCase *const tests = tcase_create(name);
  tcase_add_checked_fixture(tests, before, after);
  tcase_set_timeout(tests, 60);
  suite_add_tcase(suite, tests);
  return tests;
}

static void add_digests(Suite *suite) {
  TCase *const t = group(suite, "digest", open_home, close_home);
  tcase_add_loop_test(t, digests_are_sha_256, 0,
                      (int)(sizeof digests / sizeof *digests));
  tcase_add_test(t, a_million_bytes_are_digested);
  tcase_add_test(t, digests_are_ordered_by_their_bytes);
  tcase_add_test(t, a_short_hash_hangs_on_key_and_text);
}

static void add_files(Suite *suite) {
  TCase *const t = group(suite, "file", open_folder, close_folder);
  tcase_add_test(t, a_written_file_reads_back_byte_for_byte);
  tcase_add_test(t, writing_replaces_the_whole_file);
  tcase_add_test(t, written_files_heed_the_umask);
  tcase_add_test(t, a_failed_write_leaves_nothing_behind);
  tcase_add_test(t, a_full_disk_leaves_the_old_file_whole);
  tcase_add_test(t, a_read_only_folder_leaves_the_old_file_whole);
  tcase_add_test(t, a_missing_file_is_the_callers_mistake);
  tcase_add_test(t, folders_devices_and_pipes_are_no_files);
  tcase_add_test(t, a_file_too_large_is_refused);
  tcase_add_test(t, a_folder_is_made_once);
  tcase_add_test(t, paths_are_joined_with_one_slash);
}

int main(void) {
  Suite *const suite = suite_create("base: files");
  add_digests(suite);
  add_files(suite);
  SRunner *const runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed ? 1 : 0;
}
