#include "codes.h"
#include "figures.h"
#include "phrases.h"
#include "sheet.h"
#include <inttypes.h>

static const char *const header[] = {
    "application_id",  "merit_rank", "raw_score",
    "merit",           "priority",   "worth",
    "selection_order", "adopted",    "level",
    "people",          "yen",        "reason",
    "reason_text",     NULL};

/* an ordinal, empty where there is none */
static const char *ordinal(arena *home, int value) {
  return value > 0 ? arena_format(home, "%d", value) : "";
}

static void add_scores(arena *home, sheet *s, const outcome *o, int which) {
  const merit *const m = &o->merits->item[which];
  const worth *const w = &o->account->of->from->item[which];
  const policy *const rules = o->merits->of->rules;
  const bool valued = m->scored || w->competes;
  sheet_cell(s, ordinal(home, m->rank));
  sheet_cell(s, m->scored ? exact_text(home, m->raw, 6) : "");
  sheet_cell(s, m->scored ? figure_points(home, rules, m->merit) : "");
  sheet_cell(s, valued ? figure_points(home, rules, w->bonus + w->within) : "");
  sheet_cell(s, valued ? figure_points(home, rules, w->total) : "");
  sheet_cell(s, ordinal(home, w->selection_order));
}

static void add_decision(arena *home, sheet *s, const outcome *o, int which) {
  const application *const a = &o->merits->of->applications[which];
  const verdict_on *const v = &o->account->verdicts[which];
  const award *const w = v->adopted ? &a->awards[v->award] : NULL;
  sheet_cell(s, v->adopted ? "yes" : "no");
  sheet_cell(s, w ? w->level : "");
  sheet_cell(s, arena_format(home, "%" PRId64, w ? w->people : 0));
  sheet_cell(s, arena_format(home, "%" PRId64, w ? w->yen : 0));
  sheet_cell(s, code_reason(v->reason));
  sheet_words(s, phrase_reason(home, o, which));
}

char *report_adoption_csv(arena *home, const outcome *o) {
  const pool *const p = o->merits->of;
  sheet s = sheet_new(home, header);
  for (int i = 0; i < p->count; i++) {
    sheet_cell(&s, p->applications[i].id);
    add_scores(home, &s, o, i);
    add_decision(home, &s, o, i);
    sheet_end_row(&s);
  }
  return s.to.at;
}
