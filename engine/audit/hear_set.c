/* The record's totals, its lists of adopted plans and its countries. */
#include "hearing.h"
#include <stdlib.h>

static int by_worth(const void *a, const void *b) {
  const entry *const left = *(entry *const *)a;
  const entry *const right = *(entry *const *)b;
  if (left->worth != right->worth)
    return left->worth > right->worth ? -1 : 1;
  return text_order(left->row->id, right->row->id);
}

/* "P1, P2": those of the set, by worth, then id */
static const char *ids_counted(const roll *r, given_in *given) {
  const entry **const all = ARENA_ARRAY(r->home, const entry *, r->count + 1);
  int count = 0;
  for (int i = 0; i < r->count; i++)
    if (given(&r->entries[i]) >= 0)
      all[count++] = &r->entries[i];
  if (count > 1)
    qsort(all, (size_t)count, sizeof *all, by_worth);
  text to = text_empty(r->home);
  for (int i = 0; i < count; i++)
    text_format(&to, "%s%s", i ? ", " : "", all[i]->row->id);
  return to.at;
}

static const char *ids_said(arena *home, const json_t *all) {
  text to = text_empty(home);
  for (size_t i = 0; i < json_array_size(all); i++)
    text_format(&to, "%s%s", i ? ", " : "",
                record_text(home, json_array_get(all, i)));
  return to.at;
}

/* ---- one set's totals */

typedef struct set_heard {
  hearing *h;
  audit_code code;
  const json_t *said;
  const tally *now;
} set_heard;

static void same(const set_heard *s, const char *field, const char *recounted) {
  record_figure(s->h->to, s->said,
                (difference){s->code, "", field, "", recounted});
}

static void same_integer(const set_heard *s, const char *field, wide value) {
  same(s, field, record_wide(s->h->r->home, value));
}

static void hear_totals(const set_heard *s, given_in *given) {
  arena *const home = s->h->r->home;
  same_integer(s, "awards", s->now->awards);
  same_integer(s, "people", s->now->people);
  same_integer(s, "yen", s->now->yen);
  audit_compare(
      s->h->to,
      (difference){s->code, "", "adopted",
                   ids_said(home, json_object_get(s->said, "adopted")),
                   ids_counted(s->h->r, given)});
}

/* What no permitted set may do: of the adopted set each has a code of its own,
 * of the set by rank it is a figure of that set. */
static void accuse(const set_heard *s, difference what) {
  if (s->code == AUDIT_RANK_ORDER) {
    what.code = AUDIT_RANK_ORDER;
    what.subject = "";
  }
  audit_add(s->h->to, what);
}

static void judge(const set_heard *s) {
  const tally *const t = s->now;
  const policy *const p = s->h->r->rules;
  arena *const home = s->h->r->home;
  if (t->yen > t->base_yen)
    accuse(s, (difference){AUDIT_BUDGET_BROKEN, "", "budget",
                           record_wide(home, t->yen),
                           record_wide(home, t->base_yen)});
  for (int k = 0; k < p->rule_count; k++)
    if (p->rules[k].strength == STRENGTH_MUST && t->rules[k].shortfall.num > 0)
      accuse(s, (difference){AUDIT_RULE_BROKEN, p->rules[k].id, p->rules[k].id,
                             record_ratio(home, t->rules[k].shortfall), "0"});
  for (int k = 0; k < t->envelope_count; k++) {
    const tally_envelope *const v = &t->envelopes[k];
    if (v->adopted > v->limit)
      accuse(s, (difference){AUDIT_ENVELOPE_BROKEN, v->id, v->id,
                             record_wide(home, v->adopted),
                             record_wide(home, v->limit)});
  }
  for (int k = 0; k < t->reserve_count; k++) {
    const tally_reserve *const v = &t->reserves[k];
    const char *const id = p->groups[p->priority.items[v->item].group].id;
    if (v->others_yen > v->others_limit)
      accuse(s, (difference){AUDIT_RESERVED_BROKEN, id, "reserved",
                             record_wide(home, v->others_yen),
                             record_wide(home, v->others_limit)});
  }
}

/* ---- countries */

typedef struct present {
  const char *code;
  const tally_country *of;
} present;

static int by_code(const void *a, const void *b) {
  const present *const left = a, *const right = b;
  return text_order(left->code, right->code);
}

static void hear_country(const set_heard *s, const json_t *said,
                         const present *now) {
  arena *const home = s->h->r->home;
  const char *const field[] = {"awards", "people", "yen"};
  const int64_t value[] = {now->of->awards, now->of->people, now->of->yen};
  for (int k = 0; k < 3; k++)
    record_figure(s->h->to, said,
                  (difference){AUDIT_COUNTRY, now->code, field[k], "",
                               record_wide(home, value[k])});
}

static const json_t *said_of(arena *home, const json_t *all, const char *code) {
  for (size_t i = 0; i < json_array_size(all); i++) {
    const json_t *const one = json_array_get(all, i);
    if (text_same(record_text(home, json_object_get(one, "country")), code))
      return one;
  }
  return NULL;
}

static void hear_countries(const set_heard *s) {
  arena *const home = s->h->r->home;
  const json_t *const all = json_object_get(s->said, "countries");
  present *const now = ARENA_ARRAY(home, present, country_count());
  int count = 0;
  for (int c = 0; c < country_count(); c++) {
    const tally_country *const of = &s->now->countries[c];
    if (of->people != 0 || of->yen != 0)
      now[count++] = (present){country_code(c), of};
  }
  if (count > 1)
    qsort(now, (size_t)count, sizeof *now, by_code);
  for (int k = 0; k < count; k++)
    hear_country(s, said_of(home, all, now[k].code), &now[k]);
  audit_compare(s->h->to,
                (difference){AUDIT_SET, "", "countries",
                             record_wide(home, (wide)json_array_size(all)),
                             record_wide(home, count)});
}

/* ---- the adopted set, the set by rank */

static const char *unit_of(const roll *r, const tally *t) {
  wide one = 1;
  for (int k = 0; k < t->places; k++)
    one *= 10;
  return exact_text(r->home, (ratio){1, one}, t->places);
}

static bool policy_same(const hearing *h) {
  json_t *const own =
      json_loads(h->r->rules->json, JSON_REJECT_DUPLICATES, NULL);
  const bool same_text = json_equal(json_object_get(h->root, "policy"), own);
  json_decref(own);
  return same_text;
}

void hear_set(hearing *h) {
  const tally *const t = &h->adopted;
  const set_heard s = {h, AUDIT_SET, h->root, t};
  same(&s, "format", "1");
  same(&s, "unit", unit_of(h->r, t));
  if (h->claim->has_set)
    same_integer(&s, "objective", t->worth);
  else
    same(&s, "objective", "null");
  const bool optimal = text_same(h->claim->status, "optimal");
  if (optimal)
    same(&s, "unproved", "null");
  if (optimal && h->r->rules->objective != OBJECTIVE_RANK_ORDER)
    same_integer(&s, "bound", t->worth);
  hear_totals(&s, given_adopted);
  same_integer(&s, "base_yen", t->base_yen);
  same_integer(&s, "left_yen", (wide)t->base_yen - t->yen);
  same(&s, "once_points", hear_points(h->r, t->once));
  hear_countries(&s);
  if (!policy_same(h))
    audit_add(h->to, (difference){AUDIT_SET, "", "policy", "another", ""});
  if (h->claim->has_set)
    judge(&s);
}

void hear_rank_order(hearing *h) {
  const json_t *const said = json_object_get(h->root, "rank_order");
  if (json_is_null(said) && h->by_rank.awards == 0)
    return;
  const set_heard s = {h, AUDIT_RANK_ORDER, said, &h->by_rank};
  hear_totals(&s, given_by_rank);
  same_integer(&s, "objective", h->by_rank.worth);
  judge(&s);
}
