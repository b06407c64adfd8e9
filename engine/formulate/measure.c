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

static bool people_selected(const selector *of, const delegation *d) {
  if (!of)
    return true;
  return (of->groups == 0 || (of->groups & d->groups) != 0) &&
         (!of->countries_stated || country_set_has(&of->countries, d->country));
}

static bool people_fit(const pool *p, subject s, const delegation *d) {
  if (!people_selected(s.of, d))
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

/* ---- keys */

/* A plan shows its key once, or, where people carry it or are asked for, with
 * each delegation; "" for a place that shows none. */
static int key_places(const rule *r, const application *a) {
  if (!plan_fits_selector(&r->of, a))
    return 0;
  return asks_of_people((subject){&r->of, r->for_each, ""})
             ? a->delegation_count
             : 1;
}

static const char *key_at(const pool *p, const rule *r, const application *a,
                          int place) {
  const char *const own = plan_key(a, r->for_each);
  const delegation *const d =
      a->delegation_count > 0 ? &a->delegations[place] : NULL;
  if (asks_of_people((subject){&r->of, r->for_each, ""}) &&
      !people_selected(&r->of, d))
    return "";
  return own ? own : people_key(p, d, r->for_each);
}

typedef struct key_list {
  keyed *item;
  int count, room;
  text_table *places;
} key_list;

static keyed *entry_of(arena *home, key_list *all, const char *key) {
  const int at = text_table_add(all->places, key, all->count);
  if (at < all->count)
    return &all->item[at];
  if (all->count == all->room) {
    all->room = all->room ? 2 * all->room : 16;
    all->item = arena_grow(home, all->item, sizeof *all->item,
                           (size_t)all->count, (size_t)all->room);
  }
  all->item[all->count] = (keyed){.key = key};
  return &all->item[all->count++];
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

static int key_order(const void *a, const void *b) {
  const keyed *const left = a, *const right = b;
  return text_order(left->key, right->key);
}

static keyed *under_one_key(arena *home, const int *apps, int count) {
  keyed *const all = ARENA_NEW(home, keyed);
  all->key = "";
  for (int i = 0; i < count; i++)
    carry(home, all, apps[i]);
  return all;
}

keyed *measure_by_key(arena *home, const pool *p, const rule *r,
                      const int *apps, int count, int *key_count) {
  key_list all = {.places = text_table_new(home, 64)};
  *key_count = 1;
  if (r->for_each == DIMENSION_NONE)
    return under_one_key(home, apps, count);
  for (int i = 0; i < count; i++) {
    const application *const a = &p->applications[apps[i]];
    for (int n = 0; n < key_places(r, a); n++) {
      const char *const key = key_at(p, r, a, n);
      if (*key)
        carry(home, entry_of(home, &all, key), apps[i]);
    }
  }
  if (all.count > 1)
    qsort(all.item, (size_t)all.count, sizeof *all.item, key_order);
  *key_count = all.count;
  return all.item;
}

names measure_keys(arena *home, const pool *p, const rule *r, const int *apps,
                   int count) {
  names keys = {NULL, 0};
  const keyed *const all = measure_by_key(home, p, r, apps, count, &keys.count);
  keys.item = ARENA_ARRAY(home, const char *, keys.count);
  for (int k = 0; k < keys.count; k++)
    keys.item[k] = all[k].key;
  return keys;
}
