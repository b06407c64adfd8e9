/* Decisions on single plans, and what admission and thresholds found. */
#include "findings.h"
#include "phrases.h"
#include "summary.h"

static void add_override(const page *p, const application *a, grid *to) {
  const bool in = a->intervention == INTERVENTION_IN;
  const char *const word =
      page_word(p, in ? SAY_DECISION_IN : SAY_DECISION_OUT);
  const char *const award_name = intervention_level(a);
  const char *const decision =
      *award_name ? arena_format(p->home, "%s (%s)", word, award_name) : word;
  grid_add(to, (grid_cells){{a->id, decision, a->decided_by,
                             date_text(p->home, a->decided_on),
                             a->intervention_reason}});
}

void summary_overrides(page *p, const outcome *o) {
  const pool *const from = o->merits->of;
  if (o->inputs->override_count == 0)
    return;
  page_head(p, SAY_HEAD_OVERRIDES);
  grid g = grid_new(p->home, "lllll");
  grid_add(&g,
           (grid_cells){
               {page_word(p, SAY_COLUMN_PLAN),
                page_word(p, SAY_COLUMN_DECISION), page_word(p, SAY_COLUMN_BY),
                page_word(p, SAY_COLUMN_ON), page_word(p, SAY_COLUMN_WHY)}});
  for (int i = 0; i < from->count; i++)
    if (from->applications[i].intervention != INTERVENTION_NONE)
      add_override(p, &from->applications[i], &g);
  page_grid(p, &g);
}

static const char *count_text(const page *p, int count) {
  return count ? arena_format(p->home, "%d", count) : "";
}

void summary_findings(page *p, const outcome *o) {
  const findings all = findings_of(p->home, o);
  int count[GATE_COUNT][VERDICT_FAIL + 1] = {{0}};
  for (int i = 0; i < all.count; i++)
    count[all.item[i]->gate][all.item[i]->verdict]++;
  page_head(p, SAY_HEAD_FINDINGS);
  const bool only_empty = o->account && o->account->from->only_empty;
  if (all.count == 0 && !only_empty) {
    page_say(p, SAY_FINDINGS_NONE, (sentence_values){{0}});
    return;
  }
  grid g = grid_new(p->home, "lrrr");
  grid_add(&g, (grid_cells){{page_word(p, SAY_COLUMN_GATE),
                             page_word(p, SAY_COLUMN_FAIL),
                             page_word(p, SAY_COLUMN_CORRECTABLE),
                             page_word(p, SAY_COLUMN_NOTE)}});
  if (only_empty)
    grid_add(&g, (grid_cells){{page_word(p, SAY_WORD_ONLY_EMPTY), "1"}});
  for (int i = 0; i < GATE_COUNT; i++) {
    const int *const of = count[i];
    if (of[VERDICT_FAIL] + of[VERDICT_CORRECTABLE] + of[VERDICT_OK] > 0)
      grid_add(&g, (grid_cells){{phrase_gate(p->in, (gate)i),
                                 count_text(p, of[VERDICT_FAIL]),
                                 count_text(p, of[VERDICT_CORRECTABLE]),
                                 count_text(p, of[VERDICT_OK])}});
  }
  page_grid(p, &g);
}
