#include "../base/digest.h"
#include "record.h"

static const char *const names_of_files[] = {
    "policy.json",     "applications.csv", "conflicts.csv", "costs.csv",
    "delegations.csv", "history.csv",      "levels.csv",    "overrides.csv",
    "reviewers.csv",   "scores.csv"};
enum {
  FILES = sizeof names_of_files / sizeof *names_of_files,
  FILE_BYTES_MOST = INT32_MAX /* more than a table may have */
};

static bool digest_file(arena *home, const char *call, const char *name,
                        audit_files *to, error *err) {
  const char *const path = file_join(home, call, name);
  uint64_t size;
  bytes content;
  if (file_look(path, &size) == FILE_ABSENT)
    return true;
  if (!file_read(home, path, FILE_BYTES_MOST, &content, err))
    return false;
  const digest of = digest_of(content.at, content.length);
  char hex[2 * DIGEST_BYTES + 1];
  digest_hex(&of, hex);
  to->name[to->count] = name;
  to->sha256[to->count++] = arena_text(home, hex, sizeof hex - 1);
  return true;
}

static int find(const audit_files *all, const char *name) {
  for (int i = 0; i < all->count; i++)
    if (text_same(all->name[i], name))
      return i;
  return -1;
}

static void compare_one(const char *name, const char *said,
                        const audit_files *now, bool *named, differences *to) {
  const int at = find(now, name);
  if (at < 0) {
    audit_add(to, (difference){AUDIT_INPUT_MISSING, name, "sha256", said, ""});
    return;
  }
  named[at] = true;
  audit_compare(to, (difference){AUDIT_INPUT_CHANGED, name, "sha256", said,
                                 now->sha256[at]});
}

bool audit_inputs(arena *home, const char *call, bytes record, audit_files *now,
                  differences *to, error *err) {
  bool named[FILES] = {false};
  *now = (audit_files){ARENA_ARRAY(home, const char *, FILES),
                       ARENA_ARRAY(home, const char *, FILES), 0};
  for (int i = 0; i < FILES; i++)
    if (!digest_file(home, call, names_of_files[i], now, err))
      return false;
  json_t *const root = record_open(record, err);
  if (!root)
    return false;
  const json_t *const all = json_object_get(root, "inputs");
  for (size_t i = 0; i < json_array_size(all); i++) {
    const json_t *const one = json_array_get(all, i);
    compare_one(record_text(home, json_object_get(one, "file")),
                record_text(home, json_object_get(one, "sha256")), now, named,
                to);
  }
  for (int i = 0; i < now->count; i++)
    if (!named[i])
      audit_add(to, (difference){AUDIT_INPUT_ADDED, now->name[i], "sha256", "",
                                 now->sha256[i]});
  json_decref(root);
  return true;
}
