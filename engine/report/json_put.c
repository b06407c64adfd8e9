#include "json_put.h"
#include "figures.h"
#include <stdlib.h>
#include <string.h>

void json_put(json_t **object, const char *key, json_t *value) {
  if (json_object_set_new(*object, key, value) == 0)
    return;
  json_decref(*object);
  *object = NULL;
}

void json_put_text(json_t **object, const char *key, const char *value) {
  json_put(object, key, json_string(value));
}

void json_put_integer(json_t **object, const char *key, int64_t value) {
  json_put(object, key, json_integer(value));
}

void json_put_boolean(json_t **object, const char *key, bool value) {
  json_put(object, key, json_boolean(value));
}

void json_add(json_t **array, json_t *value) {
  if (json_array_append_new(*array, value) == 0)
    return;
  json_decref(*array);
  *array = NULL;
}

json_t *json_wide(arena *home, wide value) {
  return exact_fits(value) ? json_integer(exact_narrow(value))
                           : json_string(figure_wide(home, value));
}

json_t *json_ratio(arena *home, ratio value) {
  return value.den == 1 ? json_wide(home, value.num)
                        : json_string(figure_exact(home, value));
}

char *json_canonical(arena *home, json_t *root, error *err) {
  char *const dumped =
      root ? json_dumps(root, JSON_INDENT(1) | JSON_SORT_KEYS) : NULL;
  json_decref(root);
  if (!dumped) {
    error_at(err, ERROR_SYSTEM, NULL, 0, 0, "no memory for the record");
    return NULL;
  }
  char *const to = arena_format(home, "%s\n", dumped);
  free(dumped);
  return to;
}
