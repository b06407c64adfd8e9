#include "../explain/reserve.h"
#include "figures.h"
#include "phrases.h"
#include "summary.h"
#include <inttypes.h>

static const char *strength_of(const page *p, const rule *r) {
  if (r->strength == STRENGTH_AIM)
    return sentence_fill(
        p->home, p->in, SAY_STRENGTH_AIM,
        (sentence_values){{arena_format(p->home, "%" PRId64, r->rank)}});
  return page_word(p, r->strength == STRENGTH_MUST ? SAY_STRENGTH_MUST
                                                   : SAY_STRENGTH_PRICED);
}

static const char *kept_of(const page *p, const rule *r,
                           const rule_account *a) {
  if (a->shortfall.num == 0)
    return page_word(p, SAY_RULE_KEPT);
  const char *const by =
      phrase_measured(p->home, p->in, r->measure, a->shortfall);
  return sentence_fill(p->home, p->in, SAY_RULE_MISSED,
                       (sentence_values){{by}});
}

static void add_rule(const page *p, grid *g, const rule *r,
                     const rule_account *a) {
  const char *const how = strength_of(p, r);
  if (a->tightest < 0) {
    grid_add(g, (grid_cells){{r->id, how, "-", "", "", "",
                              page_word(p, SAY_RULE_KEPT), r->text}});
    return;
  }
  const rule_row *const at = &a->rows[a->tightest];
  const char *const limit =
      arena_format(p->home, "%s %s", r->at_most ? "<=" : ">=",
                   phrase_measured(p->home, p->in, r->measure, at->limit));
  grid_add(g, (grid_cells){{r->id, how, at->key, limit,
                            number_grouped_text(p->home, at->value),
                            figure_grouped(p->home, at->slack),
                            kept_of(p, r, a), r->text}});
}

void summary_rules(page *p, const outcome *o) {
  const account *const a = o->account;
  const rule *const rules = o->merits->of->rules->rules;
  if (a->rule_count == 0 || !a->from->x)
    return;
  page_head(p, SAY_HEAD_RULES);
  grid g = grid_new(p->home, "lllrrrll");
  grid_add(
      &g, (grid_cells){
              {page_word(p, SAY_COLUMN_RULE), page_word(p, SAY_COLUMN_STRENGTH),
               page_word(p, SAY_COLUMN_TIGHTEST),
               page_word(p, SAY_COLUMN_LIMIT), page_word(p, SAY_COLUMN_VALUE),
               page_word(p, SAY_COLUMN_SLACK), page_word(p, SAY_COLUMN_KEPT)}});
  for (int i = 0; i < a->rule_count; i++)
    add_rule(p, &g, &rules[a->rules[i].rule], &a->rules[i]);
  page_grid(p, &g);
}

static void add_reserve(const page *p, grid *g, const outcome *o,
                        const selection *s, int item) {
  const policy *const rules = o->merits->of->rules;
  const reserve_account a = reserve_recount(o->account->of->from, s, item);
  grid_add(g, (grid_cells){{rules->groups[rules->priority.items[item].group].id,
                            number_grouped_text(p->home, a.reserved),
                            number_grouped_text(p->home, a.released),
                            number_grouped_text(p->home, a.group_yen),
                            number_grouped_text(p->home, a.others_yen),
                            number_grouped_text(p->home, a.others_limit)}});
}

static bool has_reserved(const priority *p) {
  for (int i = 0; i < p->count; i++)
    if (p->items[i].mode == PRIORITY_RESERVED)
      return true;
  return false;
}

void summary_reserved(page *p, const outcome *o) {
  const priority *const items = &o->merits->of->rules->priority;
  const account *const a = o->account;
  if (!a->from->x || !has_reserved(items))
    return;
  const selection s = selection_of(p->home, a->of, a->from->x);
  page_head(p, SAY_HEAD_RESERVED);
  grid g = grid_new(p->home, "lrrrrr");
  grid_add(&g, (grid_cells){{page_word(p, SAY_COLUMN_GROUP),
                             page_word(p, SAY_COLUMN_RESERVED),
                             page_word(p, SAY_COLUMN_RELEASED),
                             page_word(p, SAY_COLUMN_GROUP_YEN),
                             page_word(p, SAY_COLUMN_OTHERS_YEN),
                             page_word(p, SAY_COLUMN_OTHERS_LIMIT)}});
  for (int i = 0; i < items->count; i++)
    if (items->items[i].mode == PRIORITY_RESERVED)
      add_reserve(p, &g, o, &s, i);
  page_grid(p, &g);
}

static const char *short_of(const page *p, const envelope *e) {
  if (e->least <= e->yen)
    return "";
  return sentence_fill(
      p->home, p->in, SAY_ENVELOPE_SHORT,
      (sentence_values){{number_grouped_text(p->home, e->least)}});
}

/* what is adopted is known of a set alone */
static void add_envelope(const page *p, grid *g, const outcome *o,
                         const envelope_account *a) {
  const envelope *const e = a->of;
  const bool any = o->account->from->x;
  grid_add(g, (grid_cells){{arena_format(p->home, "%d", e->group),
                            o->merits->of->applications[e->members[0]].id,
                            arena_format(p->home, "%d", e->plans),
                            number_grouped_text(p->home, e->asked),
                            number_grouped_text(p->home, e->yen),
                            any ? number_grouped_text(p->home, a->yen) : "-",
                            any ? number_grouped_text(p->home, a->slack) : "-",
                            short_of(p, e)}});
}

void summary_envelopes(page *p, const outcome *o) {
  const account *const a = o->account;
  const int64_t apart = a->of->envelopes->apart_yen;
  if (a->envelope_count == 0)
    return;
  page_head(p, SAY_HEAD_ENVELOPES);
  grid g = grid_new(p->home, "llrrrrrl");
  grid_add(&g, (grid_cells){{page_word(p, SAY_COLUMN_APART),
                             page_word(p, SAY_COLUMN_FROM_PLAN),
                             page_word(p, SAY_COLUMN_COMPETING),
                             page_word(p, SAY_COLUMN_ASKED),
                             page_word(p, SAY_COLUMN_ENVELOPE),
                             page_word(p, SAY_COLUMN_ADOPTED_YEN),
                             page_word(p, SAY_COLUMN_LEFT)}});
  for (int k = 0; k < a->envelope_count; k++)
    add_envelope(p, &g, o, &a->envelopes[k]);
  page_grid(p, &g);
  if (apart > 0)
    page_say(p, SAY_ENVELOPES_APART,
             (sentence_values){{number_grouped_text(p->home, apart)}});
}
