/* What one rule comes to by itself and beside the budget. */
#include "draft.h"
#include "lint_work.h"
#include "reach.h"

bool lint_of_adopted(const rule *r) {
  return r->is_share && r->base == BASE_ADOPTED;
}

ruled lint_rule(const lint_work *w, int which) {
  const rule *const r = &w->rules->rules[which];
  const draft d = {.rules = w->rules};
  return (ruled){r, w->rows[w->owner_of[which]], draft_rule_scale(&d, r)};
}

/* ---- remarks with figures */

/* The part a rule counts, from the sum of its row: "at least" stands negated.
 */
static ratio part_of(const ruled *r, wide sum) {
  return exact_ratio(r->of->at_most ? sum : -sum, r->scale);
}

static remark figured(const ruled *r, remark_code code, const row *at,
                      wide extreme) {
  remark to = {.code = code, .about = r->of->id, .key = at->key};
  if (lint_of_adopted(r->of)) { /* the row's sum is no part of anything */
    to.allowed = exact_ratio(r->of->share, SHARE_ONE);
    return to;
  }
  to.measured = true;
  to.measure = r->of->measure;
  to.seen = part_of(r, extreme);
  to.allowed = part_of(r, at->limit);
  return to;
}

/* ---- one rule */

typedef reach reaches(const lint_work *w, const row *r);
static reach freely(const lint_work *w, const row *r) {
  return reach_of(w->g, r);
}
static reach within_budget(const lint_work *w, const row *r) {
  return reach_paid(w->scratch, w->g, r);
}

/* the row with least slack when every set keeps every row, else null */
static const row *always_kept(const lint_work *w, row_span rows, reaches *by,
                              wide *extreme) {
  const row *tightest = NULL;
  for (int i = 0; i < rows.count; i++) {
    const row *const r = &rows.at[i];
    const wide most = by(w, r).most;
    if (most > r->limit)
      return NULL;
    if (tightest && r->limit - most >= tightest->limit - *extreme)
      continue;
    tightest = r;
    *extreme = most;
  }
  return tightest;
}

/* a row that no set keeps, or null */
static const row *never_kept(const lint_work *w, row_span rows, reaches *by,
                             wide *extreme) {
  for (int i = 0; i < rows.count; i++) {
    *extreme = by(w, &rows.at[i]).least;
    if (*extreme > rows.at[i].limit)
      return &rows.at[i];
  }
  return NULL;
}

static bool is_must(const ruled *r) { return r->of->strength == STRENGTH_MUST; }

/* a row of a share of the adopted that every award by itself takes away from */
static const row *kept_by_nothing(const lint_work *w, const ruled *r) {
  for (int i = 0; i < r->rows.count; i++) {
    const row *const at = &r->rows.at[i];
    int against = 0;
    for (int k = 0; k < at->count; k++)
      against += w->g->columns[at->entries[k].column].kind == COLUMN_AWARD &&
                 at->entries[k].coefficient > 0;
    if (against == at->count && against == w->award_columns)
      return at;
  }
  return NULL;
}

static bool tell_reach(lint_work *w, const ruled *r, bool counts) {
  wide extreme;
  const row *at = never_kept(w, r->rows, freely, &extreme);
  if (at)
    lint_add(w, figured(r, is_must(r) ? REMARK_BEYOND_REACH : REMARK_AIM_MISSED,
                        at, extreme));
  else if ((at = always_kept(w, r->rows, freely, &extreme)) != NULL)
    lint_add(w, figured(r, counts ? REMARK_NEVER_BINDS : REMARK_COUNTS_NOBODY,
                        at, extreme));
  else if (is_must(r) && lint_of_adopted(r->of) &&
           (at = kept_by_nothing(w, r)) != NULL)
    lint_add(w, figured(r, REMARK_ONLY_EMPTY, at, 0));
  else
    return false;
  return true;
}

static bool tell_beside_budget(lint_work *w, const ruled *r) {
  wide extreme;
  const row *at = never_kept(w, r->rows, within_budget, &extreme);
  remark_code code = is_must(r) ? REMARK_CONTRADICTS : REMARK_AIM_CONTRADICTS;
  if (!at) {
    at = always_kept(w, r->rows, within_budget, &extreme);
    code = REMARK_IMPLIED;
  }
  if (!at)
    return false;
  remark one = figured(r, code, at, extreme);
  one.other = "budget";
  lint_add(w, one);
  return true;
}

static bool told_beside_budget(lint_work *w, const ruled *r) {
  if (lint_of_adopted(r->of))
    return false;
  w->scratch = arena_open();
  const bool told = tell_beside_budget(w, r);
  arena_close(w->scratch);
  return told;
}

/* ---- two rules */

/* Two that imply each other are the same: only the later is told of. */
static bool is_spare(const lint_work *w, int which, int by) {
  const ruled of = lint_rule(w, which), other = lint_rule(w, by);
  if (which == by || !is_must(&other) || !lint_implies(&other, &of, w->g))
    return false;
  return by < which || !is_must(&of) || !lint_implies(&of, &other, w->g);
}

static void tell_implied(lint_work *w, int which) {
  for (int by = 0; by < w->rules->rule_count; by++)
    if (is_spare(w, which, by)) {
      lint_say(w, REMARK_IMPLIED, w->rules->rules[which].id,
               w->rules->rules[by].id);
      return;
    }
}

/* Of two that cannot both be kept, the one that will be missed: an aim before
 * a must, a priced rule before an aim, a later aim before an earlier one. */
static bool gives_way(const rule *a, const rule *b) {
  static const int firmness[] = {
      [STRENGTH_MUST] = 2, [STRENGTH_AIM] = 1, [STRENGTH_PRICED] = 0};
  if (a->strength != b->strength)
    return firmness[a->strength] < firmness[b->strength];
  return a->strength != STRENGTH_AIM || a->rank > b->rank;
}

static void tell_conflict(lint_work *w, const ruled *low, const ruled *high,
                          const conflict *c) {
  const bool both = is_must(low) && is_must(high);
  const bool low_yields = gives_way(low->of, high->of);
  const ruled *const loser = low_yields ? low : high;
  remark one = {.code = both ? REMARK_CONTRADICTS : REMARK_AIM_CONTRADICTS,
                .about = loser->of->id,
                .key = c->key,
                .other = (low_yields ? high : low)->of->id,
                .measured = true,
                .measure = loser->of->measure,
                .seen = low_yields ? c->possible : c->forced,
                .allowed = low_yields ? c->asked : c->limit};
  lint_add(w, one);
}

static void tell_shares(lint_work *w, const ruled *low, const ruled *high) {
  if (!is_must(low) || !is_must(high) ||
      !lint_same_subject(low->of, high->of) ||
      low->of->share <= high->of->share)
    return;
  lint_add(w, (remark){.code = REMARK_SHARES_CONTRADICT,
                       .about = low->of->id,
                       .other = high->of->id,
                       .seen = exact_ratio(high->of->share, SHARE_ONE),
                       .allowed = exact_ratio(low->of->share, SHARE_ONE)});
}

static void tell_conflicts(lint_work *w, int which) {
  const ruled low = lint_rule(w, which);
  if (low.of->at_most)
    return;
  for (int k = 0; k < w->rules->rule_count; k++) {
    const ruled high = lint_rule(w, k);
    conflict found;
    if (!high.of->at_most)
      continue;
    if (lint_of_adopted(low.of) && lint_of_adopted(high.of))
      tell_shares(w, &low, &high);
    else if (lint_conflict(&low, &high, w->g, &found))
      tell_conflict(w, &low, &high, &found);
  }
}

/* ---- all of them */

static void lint_one(lint_work *w, int which) {
  const ruled r = lint_rule(w, which);
  if (r.rows.count == 0) { /* for each of something that no plan has */
    lint_say(w, REMARK_COUNTS_NOBODY, r.of->id, NULL);
    return;
  }
  const bool counts = lint_counts(w, &r.of->of);
  if (tell_reach(w, &r, counts) || told_beside_budget(w, &r))
    return;
  tell_implied(w, which);
  tell_conflicts(w, which);
}

void lint_rules(lint_work *w) {
  for (int k = 0; k < w->rules->rule_count; k++)
    lint_one(w, k);
}

static void tell_money(lint_work *w, const owner *whose, row_span rows) {
  wide extreme;
  remark_code code = REMARK_BEYOND_REACH;
  const row *at = never_kept(w, rows, freely, &extreme);
  if (!at) {
    at = always_kept(w, rows, freely, &extreme);
    code = REMARK_NEVER_BINDS;
  }
  if (!at)
    return;
  lint_add(w, (remark){.code = code,
                       .about = whose->id,
                       .measured = true,
                       .measure = MEASURE_YEN,
                       .seen = {extreme, 1},
                       .allowed = {at->limit, 1}});
}

void lint_money(lint_work *w) {
  for (int i = 0; i < w->g->owner_count; i++) {
    const owner *const whose = &w->g->owners[i];
    if (whose->kind == OWNER_BUDGET || whose->kind == OWNER_RESERVED)
      tell_money(w, whose, w->rows[i]);
  }
}
