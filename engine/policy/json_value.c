#include "json_value.h"
#include "../base/text.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEEN_BYTES = 60 };

/* ---- refusing */

bool value_fail(value v, const char *format, ...) {
  char what[sizeof v.in->err->text];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(what, sizeof what, format, arguments);
  va_end(arguments);
  return FAIL(v.in->err, ERROR_INPUT, v.in->file, 0, 0, "%s: %s",
              *v.path ? v.path : "the policy", what);
}

/* the longest beginning of a text that fits and splits no UTF-8 character */
static int fitting(const char *dump) {
  size_t length = strlen(dump);
  if (length <= SEEN_BYTES)
    return (int)length;
  for (length = SEEN_BYTES; ((unsigned char)dump[length] & 0xc0) == 0x80;)
    length--;
  return (int)length;
}

const char *value_seen(value v) {
  if (json_is_object(v.json))
    return "an object";
  if (json_is_array(v.json))
    return "a list";
  char *const dump = json_dumps(v.json, JSON_ENCODE_ANY | JSON_COMPACT |
                                            JSON_REAL_PRECISION(15));
  if (!dump)
    return "a text that cannot be shown";
  const int shown = fitting(dump);
  const char *const cut =
      arena_format(v.in->home, "%.*s%s", shown, dump, dump[shown] ? "..." : "");
  free(dump);
  return cut;
}

bool value_refuse(value v, const char *allowed) {
  return value_fail(v, "seen %s, allowed %s", value_seen(v), allowed);
}

/* ---- objects */

value value_key(value object, const char *key) {
  const char *const dot = *object.path ? "." : "";
  return (value){
      object.in, json_object_get(object.json, key),
      arena_format(object.in->home, "%s%s%s", object.path, dot, key)};
}

bool value_has(value object, const char *key) {
  return json_object_get(object.json, key) != NULL;
}

static const char *list_keys(arena *home, const field *fields) {
  text keys = text_empty(home);
  for (const field *f = fields; f->key; f++)
    text_format(&keys, "%s%s", f == fields ? "" : ", ", f->key);
  return keys.at;
}

static bool has_row(const field *fields, const char *key) {
  while (fields->key && !text_same(fields->key, key))
    fields++;
  return fields->key;
}

static bool refuse_unknown_keys(value v, const field *fields) {
  for (void *at = json_object_iter(v.json); at;
       at = json_object_iter_next(v.json, at)) {
    const char *const key = json_object_iter_key(at);
    if (!has_row(fields, key))
      return value_fail(value_key(v, key), "unknown key; allowed: %s",
                        list_keys(v.in->home, fields));
  }
  return true;
}

bool value_fields(value v, const field *fields, void *to) {
  if (!json_is_object(v.json))
    return value_refuse(v, "an object");
  if (!refuse_unknown_keys(v, fields))
    return false;
  for (const field *f = fields; f->key; f++) {
    const value member = value_key(v, f->key);
    if (member.json && !f->read(member, (char *)to + f->at))
      return false;
    if (!member.json && f->need == REQUIRED)
      return value_fail(member, "missing; the policy must state it");
  }
  return true;
}

/* ---- objects whose keys are ids */

static const char *id_of(const void *element) {
  return *(const char *const *)element;
}

static int order_by_id(const void *a, const void *b) {
  return text_order(id_of(a), id_of(b));
}

void *value_ids(value v, size_t size, int *count) {
  if (!json_is_object(v.json)) {
    value_refuse(v, "an object");
    return NULL;
  }
  *count = (int)json_object_size(v.json);
  char *const array = arena_take(v.in->home, size, (size_t)*count);
  char *to = array;
  for (void *at = json_object_iter(v.json); at;
       at = json_object_iter_next(v.json, at), to += size) {
    const char *const id = json_object_iter_key(at);
    if (!*id) {
      value_fail(v, "seen an empty id, allowed at least one character");
      return NULL;
    }
    *(const char **)to = arena_text(v.in->home, id, strlen(id));
  }
  qsort(array, (size_t)*count, size, order_by_id);
  return array;
}

void *value_map(value v, size_t size, field_reader *read, int *count) {
  char *const array = value_ids(v, size, count);
  for (int i = 0; array && i < *count; i++) {
    void *const element = array + (size_t)i * size;
    if (!read(value_key(v, id_of(element)), element))
      return NULL;
  }
  return array;
}

int id_find(const void *array, int count, size_t size, const char *id) {
  if (!count)
    return -1;
  const char *const found =
      bsearch(&id, array, (size_t)count, size, order_by_id);
  return found ? (int)((size_t)(found - (const char *)array) / size) : -1;
}

/* ---- lists */

bool value_list(value v, bool one_will_do) {
  if (json_is_array(v.json) || (one_will_do && json_is_string(v.json)))
    return true;
  return value_refuse(v, one_will_do ? "a text or a list of them" : "a list");
}

int value_count(value list) {
  return json_is_array(list.json) ? (int)json_array_size(list.json) : 1;
}

value value_item(value list, int i) {
  if (!json_is_array(list.json))
    return list;
  return (value){list.in, json_array_get(list.json, (size_t)i),
                 arena_format(list.in->home, "%s[%d]", list.path, i)};
}

void *value_structs(value v, size_t size, field_reader *read, int *count) {
  if (!value_list(v, false))
    return NULL;
  *count = value_count(v);
  char *const array = arena_take(v.in->home, size, (size_t)*count);
  for (int i = 0; i < *count; i++)
    if (!read(value_item(v, i), array + (size_t)i * size))
      return NULL;
  return array;
}
