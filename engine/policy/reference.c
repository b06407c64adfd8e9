/* What one section says about another: groups, strands and courses by their
 * ids, countries by their codes, points by the unit of scoring. */
#include "../base/text.h"
#include "section.h"
#include <assert.h>

/* ---- ids */

typedef struct roster { /* structs that begin with their id, in its order */
  const char *what;
  const void *at;
  int count;
  size_t size;
} roster;

static const char *list_ids(arena *home, const roster *r) {
  text list = text_empty(home);
  for (int i = 0; i < r->count; i++) {
    const void *const one = (const char *)r->at + (size_t)i * r->size;
    text_format(&list, "%s%s", i ? ", " : "", *(const char *const *)one);
  }
  return r->count ? list.at : "it has none";
}

static bool resolve(value v, const roster *r, int *to) {
  const char *const id = json_string_value(v.json);
  *to = id ? id_find(r->at, r->count, r->size, id) : -1;
  return *to >= 0 ||
         value_fail(v, "seen %s, allowed a %s of the policy: %s", value_seen(v),
                    r->what, list_ids(v.in->home, r));
}

static roster groups_of(const policy *p) {
  return (roster){"group", p->groups, p->group_count, sizeof *p->groups};
}

bool read_group(value v, void *to) {
  const roster groups = groups_of(v.in->policy);
  return resolve(v, &groups, to);
}

static bool read_group_bits(value v, bool one_will_do, uint64_t *to) {
  if (!value_list(v, one_will_do))
    return false;
  for (int i = 0, at; i < value_count(v); i++) {
    if (!read_group(value_item(v, i), &at))
      return false;
    if (*to >> at & 1)
      return value_fail(value_item(v, i), "%s stands twice",
                        value_seen(value_item(v, i)));
    *to |= UINT64_C(1) << at;
  }
  return *to || value_fail(v, "the list is empty");
}

bool read_groups(value v, void *to) { return read_group_bits(v, false, to); }

bool read_group_or_groups(value v, void *to) {
  return read_group_bits(v, true, to);
}

/* A policy that states no strands (or courses) takes them as they come. */
static bool resolve_each(value v, const roster *r) {
  for (int i = 0, at; r->count && i < value_count(v); i++)
    if (!resolve(value_item(v, i), r, &at))
      return false;
  return true;
}

static bool resolve_strands(value v) {
  const policy *p = v.in->policy;
  const roster strands = {"strand", p->strands, p->strand_count,
                          sizeof *p->strands};
  return resolve_each(v, &strands);
}

static bool resolve_courses(value v) {
  const policy *p = v.in->policy;
  const roster courses = {"course", p->courses, p->course_count,
                          sizeof *p->courses};
  return resolve_each(v, &courses);
}

bool read_strand_names(value v, void *to) {
  return read_names(v, to) && resolve_strands(v);
}

bool read_strand_or_strands(value v, void *to) {
  return read_name_or_names(v, to) && resolve_strands(v);
}

bool read_course_names(value v, void *to) {
  return read_names(v, to) && resolve_courses(v);
}

bool read_course_or_courses(value v, void *to) {
  return read_name_or_names(v, to) && resolve_courses(v);
}

/* ---- countries */

static bool read_country_set(value v, bool one_will_do, country_set *to) {
  if (!value_list(v, one_will_do))
    return false;
  for (int i = 0; i < value_count(v); i++) {
    const value item = value_item(v, i);
    const char *const code = json_string_value(item.json);
    const int country = code ? country_find(code) : -1;
    if (country < 0)
      return value_refuse(item, "an ISO 3166-1 code such as \"IN\"");
    if (country_set_has(to, country))
      return value_fail(item, "\"%s\" stands twice", code);
    country_set_add(to, country);
  }
  return value_count(v) || value_fail(v, "the list is empty");
}

bool read_countries(value v, void *to) {
  return read_country_set(v, false, to);
}

bool read_country_or_countries(value v, void *to) {
  return read_country_set(v, true, to);
}

/* ---- points */

static const char *decimal_eye(arena *home, decimal exact, int places) {
  for (int i = places; i < DECIMAL_PLACES; i++)
    exact /= 10;
  return number_decimal_text(home, exact, places);
}

bool read_points(value v, void *to) {
  const scoring *s = &v.in->policy->scoring;
  assert(s->unit > 0);
  const char *const allowed =
      arena_format(v.in->home, "a multiple of the unit %s, 0..1000000",
                   decimal_eye(v.in->home, s->unit, s->unit_places));
  const decimal_range range = {DECIMAL_PLACES, 0,
                               1000000 * (int64_t)DECIMAL_ONE, allowed};
  decimal points;
  if (!value_decimal(v, &range, &points))
    return false;
  if (points % s->unit)
    return value_refuse(v, allowed);
  *(int64_t *)to = points / s->unit;
  return true;
}
