/* Recorded decisions that go before gates, scores and worth. */
#include "../base/text.h"
#include "draft.h"
#include <assert.h>

static int award_named(const application *plan, const char *level) {
  for (int i = 0; i < plan->award_count; i++)
    if (text_same(plan->awards[i].level, level))
      return i;
  return -1;
}

static void enter(const draft *d, const override_row *row) {
  application *plan = &d->to->applications[d->place[row->application]];
  assert(plan->intervention == INTERVENTION_NONE);
  plan->intervention = row->in ? INTERVENTION_IN : INTERVENTION_OUT;
  plan->intervention_reason = row->reason;
  plan->decided_by = row->decided_by;
  plan->decided_on = row->decided_on;
  plan->intervention_award = award_named(plan, row->level);
  assert(*row->level == '\0' || plan->intervention_award >= 0);
}

const char *intervention_level(const application *a) {
  return a->intervention == INTERVENTION_IN && a->intervention_award >= 0
             ? a->awards[a->intervention_award].level
             : "";
}

void override_enter(draft *d) {
  for (int i = 0; i < d->from->override_count; i++)
    enter(d, &d->from->overrides[i]);
}
