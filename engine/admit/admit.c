#include "draft.h"
#include <assert.h>

pool *admit(arena *home, const policy *rules, const dossier *from, error *err) {
  (void)err; /* what cannot be admitted at all, read/ has refused */
  draft d = draft_open(home, rules, from);
  delegation_merge(&d);
  group_mark(&d);
  cost_settle(&d);
  award_share(&d);
  override_enter(&d);
  review_gather(&d);
  host_line_up(&d);
  gate_test(&d);
  return d.to;
}

bool pool_admits(const pool *p, int place) {
  assert(0 <= place && place < p->count);
  const application *plan = &p->applications[place];
  if (plan->intervention == INTERVENTION_OUT)
    return false;
  return plan->intervention == INTERVENTION_IN || plan->verdict != VERDICT_FAIL;
}
