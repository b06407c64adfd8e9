/* folder - a call folder under /tmp for tests of reading: opened before each
 * test, filled file by file, gone after it. */
#ifndef SAITAKU_TESTS_FOLDER_H
#define SAITAKU_TESTS_FOLDER_H

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

static inline void open_folder(void) {
  strcpy(folder, "/tmp/saitaku-read-XXXXXX");
  ck_assert_ptr_nonnull(mkdtemp(folder));
  home = arena_open();
  err = (error){0};
}

static inline void close_folder(void) {
  for (int i = 0; i < FILES; i++)
    unlink(file_join(home, folder, names_of_files[i]));
  rmdir(folder);
  arena_close(home);
}

static inline void put_bytes(const char *name, const char *content,
                             size_t length) {
  FILE *to = fopen(file_join(home, folder, name), "wb");
  ck_assert_ptr_nonnull(to);
  const size_t done = fwrite(content, 1, length, to);
  fclose(to);
  ck_assert_uint_eq(done, length);
}

static inline void put(const char *name, const char *content) {
  put_bytes(name, content, strlen(content));
}

static inline void put_good(void) {
  put("applications.csv", good_applications);
  put("delegations.csv", good_delegations);
  put("scores.csv", good_scores);
}

static inline const dossier *read_by(const char *json) {
  error why = {0};
  const policy *rules =
      policy_parse(home, "policy.json", (bytes){json, strlen(json)}, &why);
  ck_assert_msg(rules != NULL, "%s", why.text);
  return read_dossier(home, rules, folder, &found, &err);
}

static inline const dossier *read_good(void) {
  const dossier *d = read_by(rules_json);
  ck_assert_msg(d != NULL, "%s:%d:%d: %s", err.file, err.line, err.column,
                err.text);
  ck_assert_int_eq(found.count, 0);
  return d;
}

/* runs the tests, each in a folder of its own; the program's exit status */
static inline int run_in_folders(const char *name, void add(TCase *)) {
  Suite *suite = suite_create(name);
  TCase *cases = tcase_create(name);
  tcase_add_checked_fixture(cases, open_folder, close_folder);
  tcase_set_timeout(cases, 60);
  add(cases);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}

#endif
