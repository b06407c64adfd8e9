#include "draft.h"

program *formulate(arena *home, const worths *from, error *err) {
  draft d = {.home = home,
             .from = from,
             .pool = from->from->of,
             .rules = from->from->of->rules,
             .g = ARENA_NEW(home, program),
             .err = err};
  d.g->from = from;
  d.g->envelopes = envelopes_split(home, from);
  draft_awards(&d);
  const bool ok = draft_plan_rows(&d) && draft_budget_rows(&d) &&
                  draft_rule_rows(&d) && draft_objectives(&d) &&
                  draft_coverage_rows(&d);
  return ok ? d.g : NULL;
}
