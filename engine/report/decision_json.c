/* The whole record. It says the same in every language and on every machine. */
#include "codes.h"
#include "decision.h"
#include "figures.h"

enum { FORMAT = 1 };

static json_t *clash_of(arena *home, const account *a) {
  const names blamed = findings_blamed(home, a);
  json_t *ids = json_array();
  for (int i = 0; i < blamed.count; i++)
    json_add(&ids, json_string(blamed.item[i]));
  return ids;
}

/* the name of an objective; null for -1 */
static json_t *objective_named(const program *g, int at) {
  return at < 0 ? json_null() : json_string(g->objectives[at].name);
}

static void put_result(arena *home, json_t **to, const account *a) {
  const plan *const from = a->from;
  json_put_text(to, "status", code_status(from->status));
  json_put_text(to, "unit", figure_unit(home, a->of));
  json_put(to, "objective",
           from->x ? json_wide(home, from->worth) : json_null());
  json_put(to, "bound",
           from->worth_bounded ? json_wide(home, from->worth_bound)
                               : json_null());
  json_put(to, "unproved", objective_named(a->of, from->unproved));
  json_put(to, "decided_by", objective_named(a->of, from->decided_by));
  json_put(to, "clash", clash_of(home, a));
}

static void put_set(arena *home, json_t **to, const account *a) {
  const policy *const rules = a->of->from->from->of->rules;
  json_put_integer(to, "awards", a->adopted.awards);
  json_put_integer(to, "people", a->adopted.people);
  json_put_integer(to, "yen", a->adopted.yen);
  json_put_integer(to, "base_yen", a->base_yen);
  json_put_integer(to, "left_yen", a->left_yen);
  json_put_text(to, "once_points", figure_points(home, rules, a->once_units));
  json_put(to, "adopted", decision_adopted(home, a->of, a->from->x));
}

static json_t *countries_of(const set_account *a) {
  json_t *all = json_array();
  for (int i = 0; i < a->country_count; i++) {
    const country_account *const c = &a->countries[i];
    json_t *one = json_object();
    json_put_text(&one, "country", country_code(c->country));
    json_put_integer(&one, "awards", c->awards);
    json_put_integer(&one, "people", c->people);
    json_put_integer(&one, "yen", c->yen);
    json_add(&all, one);
  }
  return all;
}

char *report_decision_json(arena *home, const outcome *o, error *err) {
  const account *const a = o->account;
  const char *const rules = o->merits->of->rules->json;
  json_t *root = json_object();
  json_put_integer(&root, "format", FORMAT);
  put_result(home, &root, a);
  put_set(home, &root, a);
  json_put(&root, "countries", countries_of(&a->adopted));
  json_put(&root, "plans", decision_plans(home, o));
  json_put(&root, "rules", decision_rules(home, o));
  json_put(&root, "reserved", decision_reserved(home, o));
  json_put(&root, "levels", decision_levels(home, o));
  json_put(&root, "rank_order", decision_rank_order(home, o));
  json_put(&root, "best_sets", decision_best_sets(o));
  json_put(&root, "within", decision_within(home, o));
  json_put(&root, "alternatives", decision_alternatives(home, o));
  json_put_boolean(&root, "alternatives_proved", a->from->alternatives_proved);
  json_put(&root, "findings", decision_findings(home, o));
  json_put(&root, "dropped_reviews", decision_dropped(o));
  json_put(&root, "overrides", decision_overrides(home, o));
  json_put(&root, "inputs", decision_inputs(o));
  json_put(&root, "policy", json_loads(rules, JSON_REJECT_DUPLICATES, NULL));
  return json_canonical(home, root, err);
}
