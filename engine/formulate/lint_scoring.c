/* Criteria whose weight cannot matter, thresholds that refuse nobody or all,
 * keys for ties that cannot decide. */
#include "../base/text.h"
#include "lint_work.h"

/* ---- criteria */

static const char *criterion_path(const lint_work *w, int c) {
  return arena_format(w->home, "scoring.criteria[%s]",
                      w->rules->scoring.criteria[c].id);
}

static bool is_flat(const pool *p, int c) {
  for (int i = 1; i < p->review_count; i++)
    if (p->reviews[i].score[c] != p->reviews[0].score[c])
      return false;
  return p->review_count > 1;
}

static bool are_twins(const pool *p, int c, int d) {
  for (int i = 0; i < p->review_count; i++)
    if (p->reviews[i].score[c] != p->reviews[i].score[d])
      return false;
  return p->review_count > 1;
}

/* the first criterion that is scored as c is; -1 */
static int twin_of(const pool *p, int c) {
  for (int d = 0; d < c; d++)
    if (are_twins(p, c, d))
      return d;
  return -1;
}

static void lint_criterion(lint_work *w, int c) {
  if (is_flat(w->pool, c)) {
    lint_add(w, (remark){.code = REMARK_CRITERION_FLAT,
                         .about = criterion_path(w, c),
                         .seen = exact_ratio(w->pool->reviews[0].score[c],
                                             DECIMAL_ONE)});
    return;
  }
  const int twin = twin_of(w->pool, c);
  if (twin >= 0)
    lint_say(w, REMARK_CRITERION_TWIN, criterion_path(w, c),
             w->rules->scoring.criteria[twin].id);
}

/* ---- thresholds */

static void lint_threshold(lint_work *w, const char *under, decimal at_least) {
  const scoring *const s = &w->rules->scoring;
  if (at_least == POLICY_NONE)
    return;
  const bool idle = s->low_is_better ? at_least >= s->high : at_least <= s->low;
  const bool impossible =
      s->low_is_better ? at_least < s->low : at_least > s->high;
  if (idle || impossible)
    lint_add(w, (remark){.code = idle ? REMARK_THRESHOLD_IDLE
                                      : REMARK_THRESHOLD_IMPOSSIBLE,
                         .about = arena_format(w->home, "%s.at_least", under),
                         .allowed = exact_ratio(at_least, DECIMAL_ONE)});
}

void lint_scoring(lint_work *w) {
  const scoring *const s = &w->rules->scoring;
  for (int c = 0; c < s->criterion_count; c++) {
    lint_criterion(w, c);
    lint_threshold(w, criterion_path(w, c), s->criteria[c].at_least);
  }
  lint_threshold(w, "scoring", s->at_least);
}

/* ---- ties */

static const objective *objective_of(const program *g, const tie *t) {
  for (int k = 0; k < g->objective_count; k++)
    if (g->objectives[k].kind == OBJECTIVE_TIE &&
        text_same(g->objectives[k].name, t->word))
      return &g->objectives[k];
  return NULL; /* a lot: it always decides */
}

/* every award counts the same, so that only their number matters */
static bool is_alike(const lint_work *w, const objective *o) {
  for (int i = 1; i < o->count; i++)
    if (o->entries[i].coefficient != o->entries[0].coefficient)
      return false;
  return w->award_columns > 1 && o->count == w->award_columns &&
         o->entries[o->count - 1].column == w->award_columns - 1;
}

static bool stands_behind_lot(const lint_work *w, int which) {
  for (int k = 0; k < which; k++)
    if (w->rules->ties[k].kind == TIE_LOT)
      return true;
  return false;
}

/* The lot settles which plans, not at which of their levels. */
static bool has_levels(const lint_work *w) {
  for (int j = 1; j < w->award_columns; j++)
    if (w->g->columns[j].application == w->g->columns[j - 1].application)
      return true;
  return false;
}

static void lint_tie(lint_work *w, int which) {
  const tie *const t = &w->rules->ties[which];
  const char *const path = arena_format(w->home, "ties[%d]", which);
  const objective *const o = objective_of(w->g, t);
  if (w->rules->objective == OBJECTIVE_RANK_ORDER)
    lint_say(w, REMARK_TIE_AFTER_RANK, path, t->word);
  else if (stands_behind_lot(w, which) && !has_levels(w))
    lint_say(w, REMARK_TIE_AFTER_LOT, path, t->word);
  else if (o && o->count == 0)
    lint_say(w, REMARK_TIE_NOTHING, path, t->word);
  else if (o && is_alike(w, o))
    lint_say(w, REMARK_TIE_ALIKE, path, t->word);
}

void lint_ties(lint_work *w) {
  for (int k = 0; k < w->rules->tie_count; k++)
    lint_tie(w, k);
}
