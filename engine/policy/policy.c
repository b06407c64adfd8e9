/* The contents page of policy.json: its keys, in the order of reading. */
#include "policy.h"
#include "../base/digest.h"
#include "../base/format.h"
#include "../base/text.h"
#include "section.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { POLICY_BYTES_MAX = 1 << 20, ROUND_MAX = 999 };
static const int64_t seed_max = INT64_C(1) << 53;

/* ---- the small keys */

static bool read_round(value v, void *to) {
  return value_integer(v, 1, ROUND_MAX, to);
}

static bool read_seed(value v, void *to) {
  return value_integer(v, 0, seed_max, to);
}

static bool read_budget_section(value v, void *to) {
  static const field rows[] = {
      {"yen", read_yen, offsetof(policy, budget_yen), REQUIRED},
      {"hold_back_yen", read_yen, offsetof(policy, hold_back_yen), OPTIONAL},
      {0}};
  const policy *p = to;
  return value_fields(v, rows, to) &&
         (p->hold_back_yen <= p->budget_yen ||
          value_refuse(value_key(v, "hold_back_yen"), "at most budget.yen"));
}

/* ---- the whole */

/* the ids that other sections may name, before any section is read */
static bool list_ids(value root, policy *p) {
  const value strands = value_key(root, "strands");
  const value courses = value_key(root, "courses");
  const value groups = value_key(root, "groups");
  if (strands.json)
    p->strands = value_ids(strands, sizeof *p->strands, &p->strand_count);
  if (courses.json)
    p->courses = value_ids(courses, sizeof *p->courses, &p->course_count);
  if (groups.json)
    p->groups = value_ids(groups, sizeof *p->groups, &p->group_count);
  return !strands.json == !p->strands && !courses.json == !p->courses &&
         !groups.json == !p->groups;
}

static void set_defaults(policy *p) {
  p->admission.oldest_age = POLICY_NONE;
  p->admission.reviews_at_least = POLICY_NONE;
  p->admission.applications_per_host_at_most = POLICY_NONE;
  p->cost.admin_percent = POLICY_NONE;
  p->priority.at_most = POLICY_NONE;
}

/* The order matters: bonus points need the unit and the objective. */
static bool read_all(value root, policy *p) {
  static const field rows[] = {
      {"programme", read_name, offsetof(policy, programme), REQUIRED},
      {"fiscal_year", read_year, offsetof(policy, fiscal_year), REQUIRED},
      {"round", read_round, offsetof(policy, round), REQUIRED},
      {"as_of", read_date, offsetof(policy, as_of), REQUIRED},
      {"strands", read_strands_section, 0, OPTIONAL},
      {"courses", read_courses_section, 0, OPTIONAL},
      {"admission", read_admission_section, 0, OPTIONAL},
      {"cost", read_cost_section, 0, OPTIONAL},
      {"scoring", read_scoring_section, 0, REQUIRED},
      {"groups", read_groups_section, 0, OPTIONAL},
      {"objective", read_objective_section, 0, OPTIONAL},
      {"priority", read_priority_section, 0, OPTIONAL},
      {"budget", read_budget_section, 0, REQUIRED},
      {"rules", read_rules_section, 0, OPTIONAL},
      {"ties", read_ties_section, 0, OPTIONAL},
      {"seed", read_seed, offsetof(policy, seed), OPTIONAL},
      {0}};
  set_defaults(p);
  return list_ids(root, p) && value_fields(root, rows, p);
}

/* ---- bytes to JSON */

static bytes behind_mark(bytes file) {
  const bool marked = file.length >= 3 && !memcmp(file.at, "\xef\xbb\xbf", 3);
  return marked ? (bytes){file.at + 3, file.length - 3} : file;
}

/* Jansson counts columns in characters; ours are bytes, as everywhere. */
static int column_at(bytes json, int end) {
  int column = 0;
  for (; end > 0 && json.at[end - 1] != '\n'; end--)
    column++;
  return column ? column : 1;
}

/* When memory runs out while Jansson 2.14 reads a text, it can lose a byte of
 * it and say nothing (lex_save), so running out must not come back from malloc.
 */
static json_t *load(const reading *in, bytes file) {
  json_set_alloc_funcs(arena_lend, free);
  const bytes json = behind_mark(file);
  const char *const foreign = format_foreign(file);
  if (foreign) {
    error_at(in->err, ERROR_INPUT, in->file, 0, 0,
             "the file is %s, not JSON in UTF-8", foreign);
    return NULL;
  }
  if (memchr(json.at, '\0', json.length)) {
    error_at(in->err, ERROR_INPUT, in->file, 0, 0, "the file holds a NUL byte");
    return NULL;
  }
  json_error_t at;
  json_t *const root =
      json_loadb(json.at, json.length, JSON_REJECT_DUPLICATES, &at);
  if (!root)
    error_at(in->err, ERROR_INPUT, in->file, at.line,
             column_at(json, at.position), "%s", at.text);
  return root;
}

/* ---- the policy's own text */

static const char *canonical(arena *home, const json_t *root) {
  char *const dump = json_dumps(root, JSON_SORT_KEYS | JSON_COMPACT);
  assert(dump); /* what was read can be written */
  const char *const kept = arena_text(home, dump, strlen(dump));
  free(dump);
  return kept;
}

static const char *fingerprint(arena *home, bytes file) {
  char *const hex = ARENA_ARRAY(home, char, 2 * DIGEST_BYTES + 1);
  const digest d = digest_of(file.at, file.length);
  digest_hex(&d, hex);
  return hex;
}

policy *policy_parse(arena *home, const char *name, bytes file, error *err) {
  policy *const p = ARENA_NEW(home, policy);
  const reading in = {home, name, p, err};
  if (file.length > POLICY_BYTES_MAX) {
    error_at(err, ERROR_INPUT, name, 0, 0, "seen %zu bytes, allowed %d",
             file.length, POLICY_BYTES_MAX);
    return NULL;
  }
  json_t *const root = load(&in, file);
  const bool ok = root && read_all((value){&in, root, ""}, p);
  if (ok) {
    p->json = canonical(home, root);
    p->sha256 = fingerprint(home, file);
  }
  json_decref(root);
  return ok ? p : NULL;
}

policy *policy_read(arena *home, const char *folder, error *err) {
  const char *const path = file_join(home, folder, "policy.json");
  bytes file;
  return file_read(home, path, POLICY_BYTES_MAX, &file, err)
             ? policy_parse(home, path, file, err)
             : NULL;
}

/* ---- questions */

int names_find(const names *list, const char *name) {
  for (int i = 0; i < list->count; i++)
    if (text_same(list->item[i], name))
      return i;
  return -1;
}

int policy_group(const policy *p, const char *id) {
  return id_find(p->groups, p->group_count, sizeof *p->groups, id);
}

int policy_course(const policy *p, const char *id) {
  return id_find(p->courses, p->course_count, sizeof *p->courses, id);
}

int policy_strand(const policy *p, const char *id) {
  return id_find(p->strands, p->strand_count, sizeof *p->strands, id);
}

int64_t policy_base_yen(const policy *p) {
  assert(p->hold_back_yen >= 0 && p->hold_back_yen <= p->budget_yen);
  return p->budget_yen - p->hold_back_yen;
}
