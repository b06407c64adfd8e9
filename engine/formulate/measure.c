#include "measure.h"
#include "../base/text.h"
#include <assert.h>
#include <stdlib.h>

static bool listed(const names *list, const char *name) {
  return list->count == 0 || names_find(list, name) >= 0;
}

static bool plan_fits_selector(const selector *of, const application *a) {
  return !of ||
         (listed(&of->strands, a->strand) && listed(&of->courses, a->course) &&
          listed(&of->fields, a->field) &&
          listed(&of->host_types, a->host_type) && listed(&of->hosts, a->host));
}

/* the plan's own word in a dimension; null where people carry it instead */
static const char *plan_key(const application *a, dimension by) {
  switch (by) {
  case DIMENSION_HOST:
    return a->host;
  case DIMENSION_FIELD:
    return a->field;
  case DIMENSION_COURSE:
    return a->course;
  case DIMENSION_STRAND:
    return a->strand;
  case DIMENSION_HOST_TYPE:
    return a->host_type;
  case DIMENSION_NONE:
  case DIMENSION_SENDER:
  case DIMENSION_COUNTRY:
    break;
  }
  return NULL;
}

static const char *people_key(const pool *p, const delegation *d,
                              dimension by) {
  if (by == DIMENSION_COUNTRY)
    return country_code(d->country);
  return d->sender < 0 ? "" : p->senders.item[d->sender];
}

static bool asks_of_people(subject s) {
  return (s.of && (s.of->groups != 0 || s.of->countries_stated)) ||
         s.by == DIMENSION_COUNTRY || s.by == DIMENSION_SENDER;
}

static bool plan_fits(subject s, const application *a) {
  if (!plan_fits_selector(s.of, a))
    return false;
  const char *const key = plan_key(a, s.by);
  return !key || text_same(key, s.key);
}

static bool people_fit(const pool *p, subject s, const delegation *d) {
  if (s.of && s.of->groups != 0 && (s.of->groups & d->groups) == 0)
    return false;
  if (s.of && s.of->countries_stated &&
      !country_set_has(&s.of->countries, d->country))
    return false;
  if (s.by == DIMENSION_COUNTRY || s.by == DIMENSION_SENDER)
    return text_same(people_key(p, d, s.by), s.key);
  return true;
}

static int64_t whole(const award *w, measure m) {
  return m == MEASURE_AWARDS ? 1 : m == MEASURE_PEOPLE ? w->people : w->yen;
}

static int64_t parts(const pool *p, subject s, measure m, const application *a,
                     const award *w) {
  int64_t sum = 0;
  for (int d = 0; d < a->delegation_count; d++) {
    if (!people_fit(p, s, &a->delegations[d]))
      continue;
    if (m == MEASURE_AWARDS && w->delegation_people[d] > 0)
      return 1;
    if (m == MEASURE_PEOPLE)
      sum += w->delegation_people[d];
    if (m == MEASURE_YEN)
      sum += w->delegation_yen[d];
  }
  return sum;
}

int64_t measure_award(const pool *p, subject s, measure m, int app, int level) {
  assert(m != MEASURE_COUNTRIES);
  const application *const a = &p->applications[app];
  assert(level >= 0 && level < a->award_count);
  if (!plan_fits(s, a))
    return 0;
  return asks_of_people(s) ? parts(p, s, m, a, &a->awards[level])
                           : whole(&a->awards[level], m);
}

country_set measure_countries(const pool *p, subject s, int app, int level) {
  country_set set = {{0}};
  const application *const a = &p->applications[app];
  const int64_t *const people = a->awards[level].delegation_people;
  if (!plan_fits(s, a))
    return set;
  for (int d = 0; d < a->delegation_count; d++)
    if (people[d] > 0 && people_fit(p, s, &a->delegations[d]))
      country_set_add(&set, a->delegations[d].country);
  return set;
}

static void key_add(arena *home, names *keys, int *room, text_table *seen,
                    const char *key) {
  if (*key == '\0' || text_table_find(seen, key) >= 0)
    return;
  text_table_add(seen, key, keys->count);
  if (keys->count == *room) {
    *room = *room ? 2 * *room : 16;
    keys->item = arena_grow(home, keys->item, sizeof *keys->item,
                            (size_t)keys->count, (size_t)*room);
  }
  keys->item[keys->count++] = key;
}

static int key_order(const void *a, const void *b) {
  const char *const *left = a, *const *right = b;
  return text_order(*left, *right);
}

names measure_keys(arena *home, const pool *p, const rule *r, const int *apps,
                   int count) {
  names keys = {NULL, 0};
  int room = 0;
  text_table *const seen = text_table_new(home, 64);
  if (r->for_each == DIMENSION_NONE) {
    keys.item = ARENA_ARRAY(home, const char *, 1);
    keys.item[keys.count++] = "";
    return keys;
  }
  for (int i = 0; i < count; i++) {
    const application *const a = &p->applications[apps[i]];
    const char *const key = plan_key(a, r->for_each);
    if (key)
      key_add(home, &keys, &room, seen, key);
    for (int d = 0; !key && d < a->delegation_count; d++)
      key_add(home, &keys, &room, seen,
              people_key(p, &a->delegations[d], r->for_each));
  }
  if (keys.count > 1)
    qsort(keys.item, (size_t)keys.count, sizeof *keys.item, key_order);
  return keys;
}

static void carry(arena *home, keyed *to, int app) {
  if (to->count > 0 && to->applications[to->count - 1] == app)
    return;
  if (to->count == to->room) {
    to->room = to->room ? 2 * to->room : 8;
    to->applications =
        arena_grow(home, to->applications, sizeof *to->applications,
                   (size_t)to->count, (size_t)to->room);
  }
  to->applications[to->count++] = app;
}

static void carry_all(arena *home, const pool *p, dimension by, int app,
                      const text_table *places, keyed *to) {
  const application *const a = &p->applications[app];
  const char *const key = by == DIMENSION_NONE ? "" : plan_key(a, by);
  if (key && text_table_find(places, key) >= 0)
    carry(home, &to[text_table_find(places, key)], app);
  for (int d = 0; !key && d < a->delegation_count; d++) {
    const int at =
        text_table_find(places, people_key(p, &a->delegations[d], by));
    if (at >= 0)
      carry(home, &to[at], app);
  }
}

keyed *measure_by_key(arena *home, const pool *p, const rule *r,
                      const int *apps, int count, int *key_count) {
  const names keys = measure_keys(home, p, r, apps, count);
  keyed *const to = ARENA_ARRAY(home, keyed, keys.count);
  text_table *const places = text_table_new(home, (size_t)keys.count);
  for (int k = 0; k < keys.count; k++) {
    to[k].key = keys.item[k];
    text_table_add(places, keys.item[k], k);
  }
  for (int i = 0; i < count; i++)
    carry_all(home, p, r->for_each, apps[i], places, to);
  *key_count = keys.count;
  return to;
}
