/* Two records, path by path; two files, line by line. */
#include "record.h"
#include <string.h>

typedef struct comparison {
  arena *home;
  differences *to;
} comparison;

static void compare_values(const comparison *c, const char *path,
                           const json_t *said, const json_t *again);

static const char *below(arena *home, const char *path, const char *key) {
  return *path ? arena_format(home, "%s.%s", path, key) : key;
}

static void compare_objects(const comparison *c, const char *path,
                            const json_t *said, const json_t *again) {
  const char *key;
  json_t *value;
  json_object_foreach((json_t *)(uintptr_t)again, key, value) compare_values(
      c, below(c->home, path, arena_text(c->home, key, strlen(key))),
      json_object_get(said, key), value);
  json_object_foreach((json_t *)(uintptr_t)said, key, value) {
    if (!json_object_get(again, key))
      compare_values(
          c, below(c->home, path, arena_text(c->home, key, strlen(key))), value,
          NULL);
  }
}

static void compare_lists(const comparison *c, const char *path,
                          const json_t *said, const json_t *again) {
  const size_t count = json_array_size(again);
  audit_compare(c->to,
                (difference){AUDIT_RECORD, below(c->home, path, "length"), "",
                             record_wide(c->home, (wide)json_array_size(said)),
                             record_wide(c->home, (wide)count)});
  for (size_t i = 0; i < count && i < json_array_size(said); i++)
    compare_values(c, arena_format(c->home, "%s[%d]", path, (int)i),
                   json_array_get(said, i), json_array_get(again, i));
}

static void compare_values(const comparison *c, const char *path,
                           const json_t *said, const json_t *again) {
  if (json_is_object(said) && json_is_object(again))
    compare_objects(c, path, said, again);
  else if (json_is_array(said) && json_is_array(again))
    compare_lists(c, path, said, again);
  else
    audit_compare(c->to, (difference){AUDIT_RECORD, path, "",
                                      record_text(c->home, said),
                                      record_text(c->home, again)});
}

bool audit_record(arena *home, bytes record, const char *again, differences *to,
                  error *err) {
  const comparison c = {home, to};
  const int before = to->count;
  json_t *const said = record_open(record, err);
  json_t *const own =
      said ? record_open((bytes){again, strlen(again)}, err) : NULL;
  if (own)
    compare_objects(&c, "", said, own);
  json_decref(said);
  json_decref(own);
  if (own && to->count == before)
    audit_file("decision.json", record, again, to);
  return own != NULL;
}

static const char *line_at(arena *home, const char *from, const char *end) {
  const char *const stop = memchr(from, '\n', (size_t)(end - from));
  size_t length = (size_t)((stop ? stop : end) - from);
  if (length > 0 && from[length - 1] == '\r')
    length--;
  return arena_text(home, from, length);
}

void audit_file(const char *name, bytes file, const char *again,
                differences *to) {
  const size_t own = strlen(again);
  size_t at = 0, start = 0;
  int line = 1;
  to->compared++;
  while (at < file.length && at < own && file.at[at] == again[at])
    if (again[at++] == '\n') {
      line++;
      start = at;
    }
  if (at == file.length && at == own)
    return;
  audit_add(to, (difference){
                    AUDIT_FILE_LINE, name, arena_format(to->home, "%d", line),
                    line_at(to->home, file.at + start, file.at + file.length),
                    line_at(to->home, again + start, again + own)});
}
