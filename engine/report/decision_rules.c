#include "../explain/reserve.h"
#include "codes.h"
#include "decision.h"

static void put_figures(arena *home, json_t **to, const rule_row *figures) {
  json_put(to, "limit", json_ratio(home, figures->limit));
  json_put_integer(to, "value", figures->value);
  json_put(to, "slack", json_ratio(home, figures->slack));
}

/* there is no row when no set was found, or nothing has a key to go by */
static void put_tightest(arena *home, json_t **to, const rule_account *a) {
  if (a->tightest >= 0) {
    put_figures(home, to, &a->rows[a->tightest]);
    return;
  }
  json_put(to, "limit", json_null());
  json_put(to, "value", json_null());
  json_put(to, "slack", json_null());
}

static json_t *rows_of(arena *home, const rule_account *a) {
  json_t *all = json_array();
  for (int i = 0; i < a->count; i++) {
    json_t *one = json_object();
    json_put_text(&one, "key", a->rows[i].key);
    put_figures(home, &one, &a->rows[i]);
    json_add(&all, one);
  }
  return all;
}

static json_t *rule_of(arena *home, const rule *r, const rule_account *a) {
  json_t *one = json_object();
  json_put_text(&one, "id", r->id);
  json_put_text(&one, "kind", code_kind(r));
  json_put_text(&one, "strength", code_strength(r->strength));
  json_put_text(&one, "measure", code_measure(r->measure));
  json_put_text(&one, "for_each", code_dimension(r->for_each));
  json_put(&one, "shortfall", json_ratio(home, a->shortfall));
  put_tightest(home, &one, a);
  if (r->for_each != DIMENSION_NONE)
    json_put(&one, "rows", rows_of(home, a));
  return one;
}

/* an envelope stands among the rules: it is one, by scoring.unidentified */
static json_t *envelope_rule(arena *home, const account *a,
                             const envelope_account *e) {
  const bool any = a->from->x;
  json_t *one = json_object();
  json_put_text(&one, "id", e->of->id);
  json_put_text(&one, "kind", "at_most");
  json_put_text(&one, "strength", code_strength(STRENGTH_MUST));
  json_put_text(&one, "measure", code_measure(MEASURE_YEN));
  json_put_text(&one, "for_each", code_dimension(DIMENSION_NONE));
  json_put(&one, "shortfall", json_ratio(home, (ratio){0, 1}));
  json_put_integer(&one, "limit", e->of->yen);
  json_put(&one, "value", any ? json_integer(e->yen) : json_null());
  json_put(&one, "slack", any ? json_integer(e->slack) : json_null());
  return one;
}

json_t *decision_rules(arena *home, const outcome *o) {
  const account *const a = o->account;
  json_t *all = json_array();
  for (int r = 0; r < a->rule_count; r++)
    json_add(&all, rule_of(home, &o->merits->of->rules->rules[a->rules[r].rule],
                           &a->rules[r]));
  for (int k = 0; k < a->envelope_count; k++)
    json_add(&all, envelope_rule(home, a, &a->envelopes[k]));
  return all;
}

static json_t *reserve_of(arena *home, const outcome *o, const selection *s,
                          int item) {
  const policy *const rules = o->merits->of->rules;
  const reserve_account a = reserve_recount(o->account->of->from, s, item);
  const char *const id = rules->groups[rules->priority.items[item].group].id;
  json_t *one = json_object();
  json_put_text(&one, "id", arena_format(home, "reserved:%s", id));
  json_put_text(&one, "group", id);
  json_put_integer(&one, "yen", a.reserved);
  json_put_integer(&one, "released", a.released);
  json_put_integer(&one, "group_yen", a.group_yen);
  json_put_integer(&one, "others_yen", a.others_yen);
  json_put_integer(&one, "others_limit", a.others_limit);
  json_put_integer(&one, "slack", a.others_limit - a.others_yen);
  return one;
}

json_t *decision_reserved(arena *home, const outcome *o) {
  const priority *const p = &o->merits->of->rules->priority;
  const account *const a = o->account;
  json_t *all = json_array();
  if (!a->from->x)
    return all;
  const selection s = selection_of(home, a->of, a->from->x);
  for (int i = 0; i < p->count; i++)
    if (p->items[i].mode == PRIORITY_RESERVED)
      json_add(&all, reserve_of(home, o, &s, i));
  return all;
}

/* value and bound are sums of the objective's own integers, maximised; an aim
 * counts its shortfall, in 1/scale of its unit, downward */
json_t *decision_levels(arena *home, const outcome *o) {
  const program *const g = o->account->of;
  const plan *const from = o->account->from;
  json_t *all = json_array();
  for (int i = 0; i < g->objective_count; i++) {
    const objective *const of = &g->objectives[i];
    const bool sum = of->kind != OBJECTIVE_WALK && from->levels[i].reached;
    json_t *one = json_object();
    json_put_text(&one, "name", of->name);
    json_put_text(&one, "kind", code_objective(of->kind));
    json_put_integer(&one, "scale", of->scale);
    json_put_boolean(&one, "reached", from->levels[i].reached);
    json_put_boolean(&one, "proved", from->levels[i].proved);
    json_put(&one, "value",
             sum ? json_wide(home, from->levels[i].value) : json_null());
    json_put(&one, "bound",
             sum && from->levels[i].bounded
                 ? json_wide(home, from->levels[i].bound)
                 : json_null());
    json_add(&all, one);
  }
  return all;
}
