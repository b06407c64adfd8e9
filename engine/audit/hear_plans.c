/* The record's plans, one by one. */
#include "hearing.h"

static const char *id_of(const hearing *h, const json_t *one) {
  return record_text(h->r->home, json_object_get(one, "application_id"));
}

static int grant_named(const entry *e, const char *level) {
  for (int k = 0; k < e->grant_count; k++)
    if (text_same(e->grants[k].level, level))
      return k;
  return -1;
}

/* which grant a plan has; -1: none. A level that the plan does not have is a
 * difference, and the plan then counts as not adopted. */
static int grant_said(hearing *h, const entry *e, const json_t *one, bool in,
                      const char *field) {
  const char *const level =
      record_text(h->r->home, json_object_get(one, field));
  const int found = in ? grant_named(e, level) : -1;
  if (found < 0 && (in || level[0] != '\0'))
    audit_add(h->to, (difference){AUDIT_UNKNOWN, e->row->id, field, level, ""});
  return found;
}

static void take_plan(hearing *h, const json_t *one, bool *heard) {
  const char *const id = id_of(h, one);
  const int at = roll_find(h->r, id);
  if (at < 0 || heard[at]) {
    audit_add(h->to,
              (difference){AUDIT_UNKNOWN, id, "plans", at < 0 ? "" : id, ""});
    return;
  }
  entry *const e = &h->r->entries[at];
  heard[at] = true;
  e->given = grant_said(h, e, one,
                        json_is_true(json_object_get(one, "adopted")), "level");
  e->by_rank =
      grant_said(h, e, one, json_is_true(json_object_get(one, "in_rank_order")),
                 "rank_order_level");
}

void hear_plans_set(hearing *h) {
  bool *const heard = ARENA_ARRAY(h->r->home, bool, h->r->count + 1);
  const json_t *const all = json_object_get(h->root, "plans");
  for (size_t i = 0; i < json_array_size(all); i++)
    take_plan(h, json_array_get(all, i), heard);
  for (int i = 0; i < h->r->count; i++)
    if (!heard[i])
      audit_add(h->to, (difference){AUDIT_MISSING, h->r->entries[i].row->id,
                                    "plans", "", ""});
}

/* ---- the mixed model's merits */

void hear_merits(hearing *h) {
  const json_t *const all = json_object_get(h->root, "plans");
  const int places = h->r->rules->scoring.unit_places;
  for (size_t i = 0; i < json_array_size(all); i++) {
    const json_t *const one = json_array_get(all, i);
    const int at = roll_find(h->r, id_of(h, one));
    const char *const said =
        record_text(h->r->home, json_object_get(one, "merit"));
    if (at < 0 || !h->r->entries[at].scored)
      continue;
    entry *const e = &h->r->entries[at];
    const int64_t now =
        h->call->calibrated[e->row - h->call->from->applications];
    if (!number_decimal(said, places, &e->merit))
      e->merit = now;
    audit_compare(h->to, (difference){AUDIT_CALIBRATED, e->row->id, "merit",
                                      said, hear_points(h->r, now)});
  }
}

/* ---- figures */

typedef struct plan_heard {
  hearing *h;
  const entry *e;
  const json_t *said;
} plan_heard;

static void same(const plan_heard *p, const char *field,
                 const char *recounted) {
  record_figure(p->h->to, p->said,
                (difference){AUDIT_PLAN, p->e->row->id, field, "", recounted});
}

static void same_integer(const plan_heard *p, const char *field, wide value) {
  same(p, field, record_wide(p->h->r->home, value));
}

static void same_ordinal(const plan_heard *p, const char *field, int value) {
  if (value > 0)
    same_integer(p, field, value);
  else
    same(p, field, "null");
}

static void same_points(const plan_heard *p, const char *field, wide units) {
  same(p, field, hear_points(p->h->r, units));
}

static void hear_scores(const plan_heard *p) {
  const entry *const e = p->e;
  same_integer(p, "reviews", e->reviews);
  same_ordinal(p, "merit_rank", e->rank);
  same(p, "raw_score",
       e->scored ? exact_text(p->h->r->home, e->raw, 6) : "null");
  if (e->scored)
    same_points(p, "merit", e->merit);
  else
    same(p, "merit", "null");
}

/* "india bonus 0.200, africa bonus 0.150": each item that gives something */
static const char *items_said(arena *home, const json_t *all) {
  text to = text_empty(home);
  for (size_t i = 0; i < json_array_size(all); i++) {
    const json_t *const one = json_array_get(all, i);
    text_format(&to, "%s%s %s %s", i ? ", " : "",
                record_text(home, json_object_get(one, "group")),
                record_text(home, json_object_get(one, "mode")),
                record_text(home, json_object_get(one, "points")));
  }
  return to.at;
}

static const char *items_counted(const roll *r, const entry *e) {
  text to = text_empty(r->home);
  for (int k = 0; k < r->rules->priority.count; k++) {
    const priority_item *const it = &r->rules->priority.items[k];
    if (e->points[k] > 0)
      text_format(&to, "%s%s %s %s", to.length ? ", " : "",
                  r->rules->groups[it->group].id,
                  it->mode == PRIORITY_BONUS ? "bonus" : "comparable_merit",
                  hear_points(r, e->points[k]));
  }
  return to.at;
}

static void hear_worth(const plan_heard *p) {
  const entry *const e = p->e;
  arena *const home = p->h->r->home;
  audit_compare(
      p->h->to,
      (difference){AUDIT_PLAN, e->row->id, "items",
                   items_said(home, json_object_get(p->said, "items")),
                   items_counted(p->h->r, e)});
  same_points(p, "bonus", e->bonus);
  same_points(p, "within", e->within);
  same_points(p, "priority", (wide)e->bonus + e->within);
  same_points(p, "worth", e->worth);
  same(p, "competes", e->competes ? "true" : "false");
  same_ordinal(p, "selection_order", e->order);
}

static void hear_award(const plan_heard *p) {
  const entry *const e = p->e;
  const grant *const g = e->given < 0 ? NULL : &e->grants[e->given];
  same_integer(p, "yen_asked", e->yen_asked);
  same_integer(p, "people_asked", e->grants[0].people);
  same(p, "verdict", e->fails ? "fail" : e->corrected ? "correctable" : "ok");
  same(p, "adopted", g ? "true" : "false");
  same_integer(p, "people", g ? g->people : 0);
  same_integer(p, "yen", g ? g->yen : 0);
  if (g && !e->competes)
    audit_add(p->h->to, (difference){AUDIT_NOT_COMPETING, e->row->id, "adopted",
                                     g->level, ""});
}

static void hear_ruling(const plan_heard *p) {
  const override_row *const o = p->e->ruling;
  if (!o || !o->in || !p->h->claim->has_set)
    return;
  const char *const level =
      p->e->given < 0 ? "" : p->e->grants[p->e->given].level;
  if (p->e->given < 0 || (o->level[0] != '\0' && !text_same(o->level, level)))
    audit_add(p->h->to, (difference){AUDIT_OVERRIDE_BROKEN, p->e->row->id,
                                     "level", level, o->level});
}

void hear_plans(hearing *h) {
  const json_t *const all = json_object_get(h->root, "plans");
  for (size_t i = 0; i < json_array_size(all); i++) {
    const json_t *const one = json_array_get(all, i);
    const int at = roll_find(h->r, id_of(h, one));
    if (at < 0)
      continue;
    const plan_heard p = {h, &h->r->entries[at], one};
    hear_award(&p);
    hear_scores(&p);
    hear_worth(&p);
    hear_ruling(&p);
  }
}
