#include "audit.h"
#include "hearing.h"

const char *hear_points(const roll *r, wide units) {
  const int places = r->rules->scoring.unit_places;
  wide one = 1;
  for (int k = 0; k < places; k++)
    one *= 10;
  return exact_text(r->home, (ratio){units, one}, places);
}

static void fill_claim(hearing *h) {
  arena *const home = h->r->home;
  decision_claim *const to = h->claim;
  to->status = record_text(home, json_object_get(h->root, "status"));
  to->has_set =
      text_same(to->status, "optimal") || text_same(to->status, "feasible");
  to->plans = h->r->count;
  to->rules = h->r->rules->rule_count;
  if (!to->has_set && !text_same(to->status, "infeasible") &&
      !text_same(to->status, "unknown"))
    audit_add(h->to, (difference){AUDIT_UNKNOWN, "", "status", to->status, ""});
}

static void list_adopted(const roll *r, decision_claim *to) {
  to->adopted = ARENA_ARRAY(r->home, const char *, 2 * r->count + 1);
  for (int i = 0; i < r->count; i++) {
    const entry *const e = &r->entries[i];
    if (e->given < 0)
      continue;
    to->adopted[2 * to->adopted_count] = e->row->id;
    to->adopted[2 * to->adopted_count++ + 1] = e->grants[e->given].level;
  }
}

static void recount(roll *r, hearing *h) {
  roll_parties(r);
  roll_grants(r);
  hear_plans_set(h);
  roll_sheets(r);
  roll_groups(r);
  roll_gates(r);
  roll_scores(r);
  if (r->rules->scoring.method == METHOD_MIXED_MODEL)
    hear_merits(h);
  roll_worths(r);
  h->adopted = tally_of(r, given_adopted);
  h->by_rank = tally_of(r, given_by_rank);
}

bool audit_decision(arena *home, const audit_call *call, bytes record,
                    decision_claim *claim, differences *to, error *err) {
  json_t *const root = record_open(record, err);
  if (!root)
    return false;
  roll r = roll_open(home, call->rules, call->from);
  hearing h = {.r = &r, .root = root, .call = call, .claim = claim, .to = to};
  fill_claim(&h);
  recount(&r, &h);
  list_adopted(&r, claim);
  hear_set(&h);
  hear_plans(&h);
  hear_rules(&h);
  hear_reserved(&h);
  hear_levels(&h);
  hear_rank_order(&h);
  json_decref(root); /* what was read from it stands in `home` */
  return true;
}
