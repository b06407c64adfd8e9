/* Any bytes as a table of a call that is sound but for it. The first line names
 * the file. A refusal has complaints, each with a place or none, in both
 * languages; reviews-of.csv is a bare table, scored if it is read. */
#include "../../engine/read/bare.h"
#include "../../engine/report/report.h"
#include "../../engine/report/study_words.h"
#include "desk.h"
#include "target.h"
#include <assert.h>
#include <string.h>

static void see_complaints(arena *home, const complaints *list,
                           const error *err) {
  assert((err->kind == ERROR_INPUT) == (list->count > 0));
  assert(*report_complaints(home, LANGUAGE_EN, list) != '\0' ||
         list->count == 0);
  assert(*report_complaints(home, LANGUAGE_JA, list) != '\0' ||
         list->count == 0);
}

static void read_call(arena *home) {
  error err = {.kind = ERROR_NONE};
  complaints list = {0};
  const policy *const rules = policy_read(home, desk_folder(), &err);
  assert(rules);
  const dossier *const d =
      read_dossier(home, rules, desk_folder(), &list, &err);
  assert(!d == (err.kind != ERROR_NONE));
  see_complaints(home, &list, &err);
  const pool *const p = d ? admit(home, rules, d, &err) : NULL;
  if (p)
    score(home, p, &err);
}

static void read_bare(arena *home) {
  error err = {.kind = ERROR_NONE};
  complaints list = {0};
  const char *const path = file_join(home, desk_folder(), "reviews-of.csv");
  const bare *const rows = bare_read(home, path, &list, &err);
  assert(!rows == (err.kind != ERROR_NONE));
  see_complaints(home, &list, &err);
  if (!rows)
    return;
  const study_options how = {.criterion = -1};
  const study *const s =
      study_make(home, ballot_of_bare(home, rows, false), &how);
  assert(*report_study_json(home, s, NULL) == '{');
  assert(*report_study(home, LANGUAGE_JA, s, NULL) != '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const char *const at = (const char *)data;
  const char *const newline = size ? memchr(at, '\n', size) : NULL;
  const size_t length = newline ? (size_t)(newline - at) : 0;
  if (!newline || desk_file(at, length) < 0)
    return 0;
  arena *const home = arena_open();
  const char *const name = arena_text(home, at, length);
  desk_lay((bytes){newline + 1, size - length - 1}, name);
  if (strcmp(name, "reviews-of.csv") == 0)
    read_bare(home);
  else if (strcmp(name, "policy.json") != 0)
    read_call(home);
  desk_clear();
  arena_close(home);
  return 0;
}
