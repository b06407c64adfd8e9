#include "../base/text.h"
#include "json_value.h"

enum { COUNT_MAX = 1000000 };
enum { FISCAL_YEAR_MIN = 1900, FISCAL_YEAR_MAX = 2999 };
static const int64_t number_max = 1000000 * (int64_t)DECIMAL_ONE;

/* ---- numbers */

bool value_integer(value v, int64_t low, int64_t high, int64_t *to) {
  if (json_is_integer(v.json)) {
    *to = json_integer_value(v.json);
    if (*to >= low && *to <= high)
      return true;
  }
  return value_refuse(v, arena_format(v.in->home, "an integer %lld..%lld",
                                      (long long)low, (long long)high));
}

static bool scaled(json_t *json, int places, int64_t *to) {
  int64_t ten_to_places = 1;
  for (int i = 0; i < places; i++)
    ten_to_places *= 10;
  return number_multiply(json_integer_value(json), ten_to_places, to);
}

/* "-0" is refused with the other negatives where there may be none */
static bool from_text(json_t *json, const decimal_range *range, int64_t *to) {
  const char *const digits = json_string_value(json); /* null: no string */
  return digits && (range->low < 0 || *digits != '-') &&
         number_decimal(digits, range->places, to);
}

bool value_decimal(value v, const decimal_range *range, int64_t *to) {
  if (json_is_real(v.json))
    return value_fail(v,
                      "seen %s, allowed only as a string, \"%s\", so that "
                      "it is exact",
                      value_seen(v), value_seen(v));
  const bool read = json_is_integer(v.json) ? scaled(v.json, range->places, to)
                                            : from_text(v.json, range, to);
  if (read && *to >= range->low && *to <= range->high)
    return true;
  return value_refuse(v, range->allowed);
}

bool read_count(value v, void *to) {
  return value_integer(v, 0, COUNT_MAX, to);
}

bool read_yen(value v, void *to) {
  return value_integer(v, 0, POLICY_YEN_MAX, to);
}

bool read_year(value v, void *to) {
  return value_integer(v, FISCAL_YEAR_MIN, FISCAL_YEAR_MAX, to);
}

bool read_number(value v, void *to) {
  const decimal_range any = {DECIMAL_PLACES, -number_max, number_max,
                             "-1000000..1000000 with at most six decimals"};
  return value_decimal(v, &any, to);
}

/* ---- words */

static const char *list_words(arena *home, const char *const *words) {
  text list = text_empty(home);
  for (const char *const *word = words; *word; word++)
    text_format(&list, "%s\"%s\"", word == words ? "" : ", ", *word);
  return list.at;
}

int value_choice(value v, const char *const *words) {
  for (int i = 0; json_is_string(v.json) && words[i]; i++)
    if (text_same(words[i], json_string_value(v.json)))
      return i;
  value_refuse(v, list_words(v.in->home, words));
  return -1;
}

bool read_flag(value v, void *to) {
  if (!json_is_boolean(v.json))
    return value_refuse(v, "true or false");
  *(bool *)to = json_is_true(v.json);
  return true;
}

bool read_text(value v, void *to) {
  if (!json_is_string(v.json))
    return value_refuse(v, "a text");
  *(const char **)to = arena_text(v.in->home, json_string_value(v.json),
                                  json_string_length(v.json));
  return true;
}

bool read_name(value v, void *to) {
  if (!json_is_string(v.json) || !json_string_length(v.json))
    return value_refuse(v, "a text of at least one character");
  return read_text(v, to);
}

bool read_date(value v, void *to) {
  if (json_is_string(v.json) && date_parse(json_string_value(v.json), to))
    return true;
  return value_refuse(v, "a date such as \"2025-07-04\"");
}

static bool fill_names(value v, names *to) {
  to->count = value_count(v);
  to->item = ARENA_ARRAY(v.in->home, const char *, to->count);
  text_table *const known = text_table_new(v.in->home, (size_t)to->count);
  for (int i = 0; i < to->count; i++) {
    if (!read_name(value_item(v, i), &to->item[i]))
      return false;
    if (text_table_add(known, to->item[i], i) != i)
      return value_fail(value_item(v, i), "\"%s\" stands twice", to->item[i]);
  }
  return to->count > 0 || value_fail(v, "the list is empty");
}

bool read_names(value v, void *to) {
  return value_list(v, false) && fill_names(v, to);
}

bool read_name_or_names(value v, void *to) {
  return value_list(v, true) && fill_names(v, to);
}
