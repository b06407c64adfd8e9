/* json_value - typed reading of JSON, with the path of keys carried along, so
 * that each refusal says where it is, what was seen and what is allowed:
 *   rules[0].share: seen "1.5", allowed 0..1 with at most four decimals
 * Each function that can fail gives false, null or -1 and leaves the first
 * failure in the reading's error. The read_ functions are field_readers: *to is
 * the member that they fill, of the type stated. */
#ifndef SAITAKU_POLICY_JSON_VALUE_H
#define SAITAKU_POLICY_JSON_VALUE_H

#include "policy.h"
#include <jansson.h>

typedef struct reading { /* what the steps of one reading share */
  arena *home;
  const char *file;
  policy *policy; /* as far as it has been read */
  error *err;
} reading;

typedef struct value {
  const reading *in;
  json_t *json;     /* null: absent */
  const char *path; /* "rules[2].max"; "" is the whole policy */
} value;

bool value_fail(value v, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
bool value_refuse(value v, const char *allowed); /* says what was seen, too */
const char *value_seen(value v);                 /* cut where it is long */

/* ---- objects: a row for each key; a key without a row is refused */
typedef bool field_reader(value v, void *to);
typedef enum need { OPTIONAL, REQUIRED } need;
typedef struct field {
  const char *key; /* null ends the table */
  field_reader *read;
  size_t at; /* of the member in the struct; 0 to hand over all of it */
  need need;
} field;
/* reads the keys that are there, in the order of the rows */
bool value_fields(value v, const field *fields, void *to);
value value_key(value object, const char *key);
bool value_has(value object, const char *key);

/* An object whose keys are ids, as an array of structs of `size` bytes that
 * begin with `const char *id` and are zero otherwise. It is in order of the
 * ids: the order of keys in the file must not decide anything. */
void *value_ids(value v, size_t size, int *count);
/* the same, each struct filled by `read` */
void *value_map(value v, size_t size, field_reader *read, int *count);
/* of such an array: the index of id, or -1 */
int id_find(const void *array, int count, size_t size, const char *id);

/* ---- lists */
bool value_list(value v, bool one_will_do); /* a lone text is a list of one */
int value_count(value list);
value value_item(value list, int i);
/* a list of objects as structs of `size` bytes, each filled by `read` */
void *value_structs(value v, size_t size, field_reader *read, int *count);

/* ---- leaves (json_leaf.c) */
bool value_integer(value v, int64_t low, int64_t high, int64_t *to);
int value_choice(value v, const char *const *words); /* null ends the words */

/* Decimals are strings, so that they are exact; integers are exact as well. */
typedef struct decimal_range {
  int places;        /* the result counts 10^-places */
  int64_t low, high; /* in that unit */
  const char *allowed;
} decimal_range;
bool value_decimal(value v, const decimal_range *range, int64_t *to);

bool read_flag(value v, void *to);          /* bool */
bool read_text(value v, void *to);          /* const char *, may be empty */
bool read_name(value v, void *to);          /* const char *, not empty */
bool read_count(value v, void *to);         /* int64_t, 0..10^6 */
bool read_yen(value v, void *to);           /* int64_t, 0..10^12 */
bool read_year(value v, void *to);          /* int64_t, a fiscal year */
bool read_date(value v, void *to);          /* int32_t, days */
bool read_number(value v, void *to);        /* decimal, -10^6..10^6 */
bool read_names(value v, void *to);         /* names: 1 or more, none twice */
bool read_name_or_names(value v, void *to); /* names: "a" or ["a", "b"] */

#endif
