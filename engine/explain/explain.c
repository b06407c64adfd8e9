#include "census.h"
#include "refusal.h"
#include <assert.h>

static reason_code reason_adopted(const application *a) {
  return a->intervention == INTERVENTION_IN ? REASON_OVERRIDE_IN
                                            : REASON_SELECTED;
}

static reason_code reason_outside(const program *g, int i) {
  const pool *const p = g->from->from->of;
  const merit *const m = &g->from->from->item[i];
  if (p->applications[i].intervention == INTERVENTION_OUT)
    return REASON_OVERRIDE_OUT;
  if (!pool_admits(p, i))
    return REASON_NOT_ADMITTED;
  assert(!m->scored || !m->passes);
  return m->scored ? REASON_BELOW_THRESHOLD : REASON_NO_SCORE;
}

static void judge(const account *a, refusals *r, int i, verdict_on *to) {
  if (to->award >= 0) {
    to->adopted = true;
    to->reason = reason_adopted(&a->of->from->from->of->applications[i]);
  } else if (!a->of->from->item[i].competes) {
    to->reason = reason_outside(a->of, i);
  } else if (!r) {
    to->reason = REASON_NOT_REACHED;
  } else {
    refusal_find(r, i, to);
  }
}

static void judge_all(arena *home, account *a, const selection *best,
                      const selection *by_rank) {
  const int count = a->of->from->from->of->count;
  refusals *const r =
      a->from->x ? refusals_prepare(home, a->of, a->from) : NULL;
  a->verdicts = ARENA_ARRAY(home, verdict_on, count);
  for (int i = 0; i < count; i++) {
    verdict_on *const to = &a->verdicts[i];
    to->award = best ? best->award[i] : -1;
    to->rank_order_award = by_rank ? by_rank->award[i] : -1;
    to->in_rank_order = to->rank_order_award >= 0;
    judge(a, r, i, to);
  }
}

/* An account without rows where there is no set. A must rule that the program
 * holds and the recount does not is a defect of one of them. */
static void account_rules(arena *home, account *a, const selection *best) {
  const worths *const w = a->of->from;
  const pool *const p = w->from->of;
  a->rule_count = p->rules->rule_count;
  a->rules = ARENA_ARRAY(home, rule_account, a->rule_count);
  for (int r = 0; r < a->rule_count; r++) {
    const rule *const of = &p->rules->rules[r];
    a->rules[r] =
        (rule_account){.rule = r, .tightest = -1, .shortfall = {0, 1}};
    if (!best)
      continue;
    const names keys =
        measure_keys(home, p, of, w->selection, w->selection_count);
    a->rules[r] = census_rule(home, best, r, keys);
    assert(of->strength != STRENGTH_MUST || a->rules[r].shortfall.num == 0);
  }
}

static void account_envelopes(arena *home, account *a, const selection *best) {
  const envelopes *const all = a->of->envelopes;
  a->envelope_count = all->count;
  a->envelopes = ARENA_ARRAY(home, envelope_account, all->count);
  for (int k = 0; k < all->count; k++) {
    const envelope *const e = &all->item[k];
    a->envelopes[k].of = e;
    for (int i = 0; best && i < e->plans; i++) {
      const int plan_at = e->members[i], given = best->award[plan_at];
      if (given >= 0)
        a->envelopes[k].yen +=
            best->of->applications[plan_at].awards[given].yen;
    }
    a->envelopes[k].slack = e->yen - a->envelopes[k].yen;
    assert(a->envelopes[k].slack >= 0);
  }
}

static void account_sets(arena *home, account *a) {
  const plan *const from = a->from;
  if (from->x)
    a->adopted = recount_set(home, a->of, from->x);
  if (from->rank_order)
    a->rank_order = recount_set(home, a->of, from->rank_order);
  a->base_yen = policy_base_yen(a->of->from->from->of->rules);
  a->left_yen = a->base_yen - a->adopted.yen;
  assert(a->left_yen >= 0);
}

/* null where there is no set */
static const selection *selection_at(arena *home, const program *g,
                                     const int64_t *x) {
  if (!x)
    return NULL;
  selection *const s = ARENA_NEW(home, selection);
  *s = selection_of(home, g, x);
  return s;
}

account *explain(arena *home, const program *of, const plan *from, error *err) {
  assert(of->from && err->kind == ERROR_NONE);
  (void)err;
  account *const a = ARENA_NEW(home, account);
  a->of = of;
  a->from = from;
  const selection *const best = selection_at(home, of, from->x);
  const selection *const by_rank = selection_at(home, of, from->rank_order);
  account_sets(home, a);
  account_rules(home, a, best);
  account_envelopes(home, a, best);
  judge_all(home, a, best, by_rank);
  a->once_units = best ? recount_once(best) : 0;
  return a;
}
