#include "../base/text.h"
#include "../explain/recount.h"
#include "decision.h"
#include <stdlib.h>

typedef struct member {
  int64_t worth;
  const char *id;
} member;

static int by_worth(const void *a, const void *b) {
  const member *const left = a, *const right = b;
  if (left->worth != right->worth)
    return left->worth > right->worth ? -1 : 1;
  return text_order(left->id, right->id);
}

static json_t *ids_of(member *item, int count) {
  json_t *all = json_array();
  if (count > 1)
    qsort(item, (size_t)count, sizeof *item, by_worth);
  for (int i = 0; i < count; i++)
    json_add(&all, json_string(item[i].id));
  return all;
}

/* the plans of one set that are not, with any award, in the other; other may be
 * null */
static json_t *only_in(arena *home, const program *g, const selection *one,
                       const selection *other) {
  const pool *const p = one->of;
  member *const item = ARENA_ARRAY(home, member, p->count);
  int count = 0;
  for (int i = 0; i < p->count; i++)
    if (one->award[i] >= 0 && (!other || other->award[i] < 0))
      item[count++] = (member){g->from->item[i].total, p->applications[i].id};
  return ids_of(item, count);
}

json_t *decision_adopted(arena *home, const program *g, const int64_t *x) {
  if (!x)
    return json_array();
  const selection s = selection_of(home, g, x);
  return only_in(home, g, &s, NULL);
}

/* how many sets there are; null when not known, or not few */
static json_t *count_of(const presences *among) {
  return among->sets > 0 ? json_integer(among->sets) : json_null();
}

static void put_totals(arena *home, json_t **to, const set_account *a) {
  json_put(to, "objective", json_wide(home, a->worth));
  json_put_integer(to, "awards", a->awards);
  json_put_integer(to, "people", a->people);
  json_put_integer(to, "yen", a->yen);
}

static const char *level_of(const application *a, int award_at) {
  return award_at < 0 ? "" : a->awards[award_at].level;
}

static json_t *differences(const outcome *o) {
  const pool *const p = o->merits->of;
  json_t *all = json_array();
  for (int i = 0; i < p->count; i++) {
    const verdict_on *const v = &o->account->verdicts[i];
    if (v->award == v->rank_order_award)
      continue;
    const application *const a = &p->applications[i];
    json_t *one = json_object();
    json_put_text(&one, "application_id", a->id);
    json_put_text(&one, "level", level_of(a, v->award));
    json_put_text(&one, "rank_order_level", level_of(a, v->rank_order_award));
    json_add(&all, one);
  }
  return all;
}

json_t *decision_rank_order(arena *home, const outcome *o) {
  const account *const a = o->account;
  if (!a->from->rank_order)
    return json_null();
  json_t *one = json_object();
  put_totals(home, &one, &a->rank_order);
  json_put(&one, "adopted", decision_adopted(home, a->of, a->from->rank_order));
  json_put(&one, "differs", differences(o));
  return one;
}

/* plans that the set gives less than their full award */
static json_t *smaller_awards(const selection *s) {
  json_t *all = json_array();
  for (int i = 0; i < s->of->count; i++) {
    if (s->award[i] <= 0)
      continue;
    const application *const a = &s->of->applications[i];
    json_t *one = json_object();
    json_put_text(&one, "application_id", a->id);
    json_put_text(&one, "level", level_of(a, s->award[i]));
    json_add(&all, one);
  }
  return all;
}

static json_t *alternative(arena *home, const account *a, int k,
                           const selection *best) {
  const int64_t *const x = a->from->alternatives[k];
  const selection s = selection_of(home, a->of, x);
  const set_account totals = recount_set(home, a->of, x);
  json_t *one = json_object();
  put_totals(home, &one, &totals);
  json_put(&one, "adopted", only_in(home, a->of, &s, NULL));
  json_put(&one, "levels", smaller_awards(&s));
  json_put(&one, "added", only_in(home, a->of, &s, best));
  json_put(&one, "removed", only_in(home, a->of, best, &s));
  return one;
}

json_t *decision_best_sets(const outcome *o) {
  return count_of(&o->account->from->best_sets);
}

json_t *decision_within(arena *home, const outcome *o) {
  const plan *const from = o->account->from;
  if (from->within.den == 0)
    return json_null();
  json_t *to = json_object();
  json_put_text(
      &to, "percent",
      exact_text(home, (ratio){100 * from->within.num, from->within.den}, 4));
  json_put(&to, "objective",
           from->near_sets.of ? json_wide(home, from->near_sets.worth)
                              : json_null());
  json_put(&to, "sets", count_of(&from->near_sets));
  return to;
}

json_t *decision_alternatives(arena *home, const outcome *o) {
  const account *const a = o->account;
  json_t *all = json_array();
  if (a->from->alternative_count == 0)
    return all;
  const selection best = selection_of(home, a->of, a->from->x);
  for (int k = 0; k < a->from->alternative_count; k++)
    json_add(&all, alternative(home, a, k, &best));
  return all;
}
