#include "record.h"
#include <inttypes.h>

json_t *record_open(bytes file, error *err) {
  json_error_t why;
  json_t *const root =
      json_loadb(file.at, file.length, JSON_REJECT_DUPLICATES, &why);
  if (json_is_object(root))
    return root;
  json_decref(root);
  error_at(err, ERROR_INPUT, "decision.json", root ? 0 : why.line,
           root ? 0 : why.column, "%s", root ? "an object expected" : why.text);
  return NULL;
}

const char *record_text(arena *home, const json_t *value) {
  if (!value)
    return "absent";
  switch (json_typeof(value)) {
  case JSON_STRING:
    return arena_text(home, json_string_value(value),
                      json_string_length(value));
  case JSON_INTEGER:
    return arena_format(home, "%" JSON_INTEGER_FORMAT,
                        json_integer_value(value));
  case JSON_REAL:
    return "a number that is no integer";
  case JSON_TRUE:
    return "true";
  case JSON_FALSE:
    return "false";
  case JSON_NULL:
    return "null";
  case JSON_ARRAY:
    return "a list";
  case JSON_OBJECT:
    break;
  }
  return "an object";
}

void record_figure(differences *to, const json_t *object, difference about) {
  about.recorded = record_text(to->home, json_object_get(object, about.field));
  audit_compare(to, about);
}

const char *record_wide(arena *home, wide value) {
  return exact_text(home, (ratio){value, 1}, 0);
}

const char *record_ratio(arena *home, ratio value) {
  return exact_text(home, value, value.den == 1 ? 0 : 4);
}
