/* json_put - members of JSON objects and arrays. Memory that runs out leaves
 * null behind, and whatever null is put into becomes null too, so that only
 * the root need be looked at. */
#ifndef SAITAKU_REPORT_JSON_PUT_H
#define SAITAKU_REPORT_JSON_PUT_H

#include "../base/error.h"
#include "../base/exact.h"
#include <jansson.h>

void json_put(json_t **object, const char *key, json_t *value);
void json_put_text(json_t **object, const char *key, const char *value);
void json_put_integer(json_t **object, const char *key, int64_t value);
void json_put_boolean(json_t **object, const char *key, bool value);
void json_add(json_t **array, json_t *value);

/* an integer; past int64 its digits as a string */
json_t *json_wide(arena *home, wide value);
/* an integer, or a decimal string where it is none */
json_t *json_ratio(arena *home, ratio value);

/* sorted keys, one blank a level, a newline at the end; takes root over; null
 * with *err when memory ran out on the way */
char *json_canonical(arena *home, json_t *root, error *err);

#endif
