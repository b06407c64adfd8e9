/* Columns of awards, at most one a plan, overrides, budget, envelopes and
 * reserved money. */
#include "draft.h"
#include <assert.h>

bool draft_offers(const application *a, int level) {
  return a->intervention != INTERVENTION_IN || a->intervention_award < 0 ||
         a->intervention_award == level;
}

void draft_awards(draft *d) {
  d->entrants = ARENA_ARRAY(d->home, int, d->pool->count);
  d->first_column = ARENA_ARRAY(d->home, int, d->pool->count);
  for (int i = 0; i < d->pool->count; i++) {
    const application *const a = &d->pool->applications[i];
    d->first_column[i] = -1;
    if (!d->from->item[i].competes)
      continue;
    d->entrants[d->entrant_count++] = i;
    d->first_column[i] = d->g->column_count;
    for (int w = 0; w < a->award_count; w++)
      if (draft_offers(a, w))
        draft_column(d, (column){.kind = COLUMN_AWARD,
                                 .high = 1,
                                 .application = i,
                                 .award = w,
                                 .row = -1});
  }
  d->award_columns = d->g->column_count;
}

/* sign x the plan's awards; the number of them */
static int awards_of(draft *d, int plan, int sign, terms *sum) {
  const int first = d->first_column[plan], count = draft_award_count(d, plan);
  for (int j = first; j < first + count; j++)
    terms_add(d, sum, j, sign);
  return count;
}

static bool one_award(draft *d, int fact, int plan) {
  terms sum = {0};
  if (awards_of(d, plan, 1, &sum) < 2)
    return true;
  return draft_row(d, fact, "", &sum, 1);
}

static bool overridden_in(draft *d, int plan) {
  const application *const a = &d->pool->applications[plan];
  if (a->intervention != INTERVENTION_IN)
    return true;
  const int whose = draft_owner(
      d, OWNER_OVERRIDE, arena_format(d->home, "override:%s", a->id), -1);
  terms sum = {0};
  awards_of(d, plan, -1, &sum);
  return draft_row(d, whose, "", &sum, -1);
}

bool draft_plan_rows(draft *d) {
  const int fact = draft_owner(d, OWNER_FACT, "", -1);
  for (int i = 0; i < d->entrant_count; i++)
    if (!one_award(d, fact, d->entrants[i]) ||
        !overridden_in(d, d->entrants[i]))
      return false;
  return true;
}

static selector whole_group(int g) {
  return (selector){.groups = UINT64_C(1) << g};
}

/* reserved money that no competing plan could use goes back to the rest */
static wide released(const draft *d, const priority_item *item, subject s) {
  if (!item->release)
    return 0;
  wide could_use = 0;
  for (int i = 0; i < d->entrant_count; i++)
    could_use += measure_award(d->pool, s, MEASURE_YEN, d->entrants[i], 0);
  return could_use >= item->yen ? 0 : item->yen - could_use;
}

static bool reserved_row(draft *d, const priority_item *item) {
  const selector of = whole_group(item->group);
  const subject s = {&of, DIMENSION_NONE, ""};
  const int whose = draft_owner(
      d, OWNER_RESERVED,
      arena_format(d->home, "reserved:%s", d->rules->groups[item->group].id),
      -1);
  terms sum = {0};
  for (int j = 0; j < d->award_columns; j++) {
    const column *const c = &d->g->columns[j];
    const award *const w =
        &d->pool->applications[c->application].awards[c->award];
    terms_add(d, &sum, j,
              w->yen - measure_award(d->pool, s, MEASURE_YEN, c->application,
                                     c->award));
  }
  return draft_row(d, whose, "", &sum,
                   policy_base_yen(d->rules) -
                       (item->yen - released(d, item, s)));
}

static bool envelope_row(draft *d, int which) {
  const envelope *const e = &d->g->envelopes->item[which];
  const int whose = draft_owner(d, OWNER_ENVELOPE, e->id, -1);
  terms sum = {0};
  for (int i = 0; i < e->plans; i++) {
    const int plan = e->members[i], first = d->first_column[plan];
    for (int j = first; j < first + draft_award_count(d, plan); j++)
      terms_add(d, &sum, j,
                d->pool->applications[plan].awards[d->g->columns[j].award].yen);
  }
  return draft_row(d, whose, "", &sum, e->yen);
}

bool draft_budget_rows(draft *d) {
  terms sum = {0};
  for (int j = 0; j < d->award_columns; j++) {
    const column *const c = &d->g->columns[j];
    terms_add(d, &sum, j,
              d->pool->applications[c->application].awards[c->award].yen);
  }
  const int budget = draft_owner(d, OWNER_BUDGET, "budget", -1);
  if (!draft_row(d, budget, "", &sum, policy_base_yen(d->rules)))
    return false;
  for (int k = 0; k < d->g->envelopes->count; k++)
    if (!envelope_row(d, k))
      return false;
  const priority *const p = &d->rules->priority;
  for (int k = 0; k < p->count; k++)
    if (p->items[k].mode == PRIORITY_RESERVED && !reserved_row(d, &p->items[k]))
      return false;
  return true;
}
