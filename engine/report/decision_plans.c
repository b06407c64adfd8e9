#include "codes.h"
#include "decision.h"
#include "figures.h"

static json_t *ordinal(int value) {
  return value > 0 ? json_integer(value) : json_null();
}

static json_t *items_of(arena *home, const policy *rules, const worth *w) {
  json_t *all = json_array();
  for (int i = 0; i < w->item_count; i++) {
    const priority_item *const it = &rules->priority.items[w->items[i].item];
    json_t *one = json_object();
    json_put_text(&one, "group", rules->groups[it->group].id);
    json_put_text(&one, "mode", code_mode(it->mode));
    json_put_text(&one, "points",
                  figure_points(home, rules, w->items[i].units));
    json_add(&all, one);
  }
  return all;
}

static json_t *breaches_of(arena *home, const program *g, const verdict_on *v) {
  json_t *all = json_array();
  for (int i = 0; i < v->broken_count; i++) {
    const breach *const b = &v->broken[i];
    json_t *one = json_object();
    json_put_text(&one, "id", g->owners[b->owner].id);
    json_put_text(&one, "key", b->key);
    json_put(&one, "by", json_ratio(home, b->by));
    json_add(&all, one);
  }
  return all;
}

static json_t *costs_of(arena *home, const program *g, const verdict_on *v) {
  json_t *all = json_array();
  for (int i = 0; i < v->cost_count; i++) {
    const priced *const p = &v->costs[i];
    json_t *one = json_object();
    json_put_text(&one, "id", g->owners[p->owner].id);
    json_put_text(&one, "key", p->key);
    json_put_text(&one, "points",
                  figure_trimmed(home, figure_worth_ratio(g, p->cost),
                                 figure_worth_places(g)));
    json_add(&all, one);
  }
  return all;
}

static const char *level_of(const application *a, int award_at) {
  return award_at < 0 ? "" : a->awards[award_at].level;
}

static void put_scores(arena *home, json_t **to, const outcome *o, int which) {
  const policy *const rules = o->merits->of->rules;
  const merit *const m = &o->merits->item[which];
  json_put_integer(to, "reviews", m->reviews);
  json_put(to, "merit_rank", ordinal(m->rank));
  json_put(to, "raw_score",
           m->scored ? json_string(exact_text(home, m->raw, 6)) : json_null());
  json_put(to, "merit",
           m->scored ? json_string(figure_points(home, rules, m->merit))
                     : json_null());
}

static void put_worth(arena *home, json_t **to, const outcome *o, int which) {
  const policy *const rules = o->merits->of->rules;
  const worth *const w = &o->account->of->from->item[which];
  json_put(to, "items", items_of(home, rules, w));
  json_put_text(to, "bonus", figure_points(home, rules, w->bonus));
  json_put_text(to, "within", figure_points(home, rules, w->within));
  json_put_text(to, "priority",
                figure_points(home, rules, w->bonus + w->within));
  json_put_text(to, "worth", figure_points(home, rules, w->total));
  json_put_boolean(to, "competes", w->competes);
  json_put(to, "selection_order", ordinal(w->selection_order));
}

static void put_verdict(arena *home, json_t **to, const outcome *o, int which) {
  const verdict_on *const v = &o->account->verdicts[which];
  const application *const a = &o->merits->of->applications[which];
  json_put_boolean(to, "adopted", v->adopted);
  json_put_text(to, "level", level_of(a, v->award));
  json_put_integer(to, "people", v->adopted ? a->awards[v->award].people : 0);
  json_put_integer(to, "yen", v->adopted ? a->awards[v->award].yen : 0);
  json_put_text(to, "reason", code_reason(v->reason));
  json_put(to, "broken", breaches_of(home, o->account->of, v));
  if (v->cost_count > 0)
    json_put(to, "costs", costs_of(home, o->account->of, v));
  json_put_boolean(to, "in_rank_order", v->in_rank_order);
  json_put_text(to, "rank_order_level", level_of(a, v->rank_order_award));
}

/* null where nothing is told of such sets */
static json_t *presence_of(const presences *among, int which) {
  return among->of ? json_string(code_presence(among->of[which])) : json_null();
}

static void put_presence(json_t **to, const plan *from, int which) {
  json_put(to, "in_best_sets", presence_of(&from->best_sets, which));
  if (from->within.den > 0)
    json_put(to, "in_sets_within", presence_of(&from->near_sets, which));
}

json_t *decision_plans(arena *home, const outcome *o) {
  const pool *const p = o->merits->of;
  json_t *all = json_array();
  for (int i = 0; i < p->count; i++) {
    const application *const a = &p->applications[i];
    json_t *one = json_object();
    json_put_text(&one, "application_id", a->id);
    json_put_integer(&one, "yen_asked", a->yen_asked);
    json_put_integer(&one, "people_asked", a->awards[0].people);
    json_put_text(&one, "verdict", code_verdict(a->verdict));
    put_scores(home, &one, o, i);
    put_worth(home, &one, o, i);
    put_verdict(home, &one, o, i);
    put_presence(&one, o->account->from, i);
    json_add(&all, one);
  }
  return all;
}
