/* The rank-order set and the next best sets, beside the proposed one. */
#include "../explain/recount.h"
#include "figures.h"
#include "summary.h"
#include <inttypes.h>

enum { PLANS_SHOWN = 20, IDS_SHOWN = 6 };

static const char *difference(const page *p, int64_t value) {
  const char *const plain = number_grouped_text(p->home, value);
  return value > 0 ? arena_format(p->home, "+%s", plain) : plain;
}

static void add_total(const page *p, grid *g, sentence_code code, int64_t here,
                      int64_t there) {
  grid_add(g,
           (grid_cells){{page_word(p, code), number_grouped_text(p->home, here),
                         number_grouped_text(p->home, there),
                         difference(p, there - here)}});
}

static int64_t reached(const set_account *a) {
  int64_t count = 0;
  for (int i = 0; i < a->country_count; i++)
    count += a->countries[i].people > 0;
  return count;
}

static void compare_totals(page *p, const account *a) {
  const set_account *const here = &a->adopted, *const there = &a->rank_order;
  const wide more = there->worth - here->worth;
  const char *const gap = figure_worth(p->home, a->of, more);
  grid g = grid_new(p->home, "lrrr");
  grid_add(&g, (grid_cells){{"", page_word(p, SAY_COLUMN_PROPOSED),
                             page_word(p, SAY_COLUMN_BY_RANK),
                             page_word(p, SAY_COLUMN_DIFFERENCE)}});
  grid_add(&g,
           (grid_cells){{page_word(p, SAY_ROW_WORTH),
                         figure_worth(p->home, a->of, here->worth),
                         figure_worth(p->home, a->of, there->worth),
                         more > 0 ? arena_format(p->home, "+%s", gap) : gap}});
  add_total(p, &g, SAY_COLUMN_PLANS, here->awards, there->awards);
  add_total(p, &g, SAY_COLUMN_PEOPLE, here->people, there->people);
  add_total(p, &g, SAY_COLUMN_YEN, here->yen, there->yen);
  add_total(p, &g, SAY_COLUMN_COUNTRIES, reached(here), reached(there));
  page_grid(p, &g);
}

static const char *level_of(const application *a, int award_at) {
  return award_at < 0 ? "-" : a->awards[award_at].level;
}

static const char *ordinal(const page *p, int value) {
  return value > 0 ? arena_format(p->home, "%d", value) : "";
}

static void add_plan(const page *p, grid *g, const outcome *o, int which) {
  const application *const a = &o->merits->of->applications[which];
  const verdict_on *const v = &o->account->verdicts[which];
  const worth *const w = &o->account->of->from->item[which];
  grid_add(g, (grid_cells){
                  {a->id, ordinal(p, o->merits->item[which].rank),
                   ordinal(p, w->selection_order),
                   figure_points(p->home, o->merits->of->rules, w->total),
                   number_grouped_text(p->home, a->awards[0].yen),
                   level_of(a, v->award), level_of(a, v->rank_order_award)}});
}

static grid grid_of_plans(const page *p) {
  grid g = grid_new(p->home, "lrrrrll");
  grid_add(&g,
           (grid_cells){
               {page_word(p, SAY_COLUMN_PLAN), page_word(p, SAY_COLUMN_RANK),
                page_word(p, SAY_COLUMN_ORDER), page_word(p, SAY_COLUMN_WORTH),
                page_word(p, SAY_COLUMN_YEN), page_word(p, SAY_COLUMN_PROPOSED),
                page_word(p, SAY_COLUMN_BY_RANK)}});
  return g;
}

/* in selection order, as the committee reads its list */
static int list_differences(page *p, const outcome *o) {
  const worths *const w = o->account->of->from;
  grid g = grid_of_plans(p);
  int count = 0;
  for (int i = 0; i < w->selection_count; i++) {
    const verdict_on *const v = &o->account->verdicts[w->selection[i]];
    if (v->award == v->rank_order_award)
      continue;
    if (count++ < PLANS_SHOWN)
      add_plan(p, &g, o, w->selection[i]);
  }
  if (count > 0) {
    page_say(p, SAY_HEAD_DIFFERENT, (sentence_values){{0}});
    page_grid(p, &g);
  }
  return count;
}

void summary_rank_order(page *p, const outcome *o) {
  const account *const a = o->account;
  if (!a->from->x)
    return;
  page_head(p, SAY_HEAD_RANK_ORDER);
  if (!a->from->rank_order) {
    page_say(p, SAY_RANK_ORDER_NONE, (sentence_values){{0}});
    return;
  }
  compare_totals(p, a);
  const int count = list_differences(p, o);
  if (count == 0)
    page_say(p, SAY_RANK_ORDER_SAME, (sentence_values){{0}});
  if (count > PLANS_SHOWN)
    page_say(
        p, SAY_MORE_LINES,
        (sentence_values){{arena_format(p->home, "%d", count - PLANS_SHOWN)}});
}

/* ids that stand in one set and not, with any award, in the other */
static const char *only_in(const page *p, const selection *one,
                           const selection *other) {
  text to = text_empty(p->home);
  int count = 0;
  for (int i = 0; i < one->of->count; i++) {
    if (one->award[i] < 0 || other->award[i] >= 0 || count++ >= IDS_SHOWN)
      continue;
    text_add(&to, to.length ? " " : "");
    text_add(&to, one->of->applications[i].id);
  }
  if (count > IDS_SHOWN)
    text_format(&to, " +%d", count - IDS_SHOWN);
  return to.at;
}

static void add_alternative(const page *p, grid *g, const account *a, int k,
                            const selection *best) {
  const int64_t *const x = a->from->alternatives[k];
  const selection s = selection_of(p->home, a->of, x);
  const set_account totals = recount_set(p->home, a->of, x);
  grid_add(g, (grid_cells){{arena_format(p->home, "%d", k + 1),
                            figure_worth(p->home, a->of, totals.worth),
                            number_grouped_text(p->home, totals.awards),
                            number_grouped_text(p->home, totals.people),
                            number_grouped_text(p->home, totals.yen),
                            only_in(p, &s, best), only_in(p, best, &s)}});
}

static grid grid_of_alternatives(const page *p) {
  grid g = grid_new(p->home, "rrrrrll");
  grid_add(
      &g,
      (grid_cells){
          {"", page_word(p, SAY_COLUMN_WORTH), page_word(p, SAY_COLUMN_PLANS),
           page_word(p, SAY_COLUMN_PEOPLE), page_word(p, SAY_COLUMN_YEN),
           page_word(p, SAY_COLUMN_ADDED), page_word(p, SAY_COLUMN_REMOVED)}});
  return g;
}

void summary_alternatives(page *p, const outcome *o) {
  const account *const a = o->account;
  const plan *const from = a->from;
  const bool stopped =
      from->status == PLAN_OPTIMAL && !from->alternatives_proved;
  if (from->alternative_count == 0 && !stopped)
    return;
  if (from->alternative_count == 0) {
    page_head(p, SAY_HEAD_ALTERNATIVES);
    page_say(p, SAY_ALTERNATIVES_STOPPED, (sentence_values){{0}});
    return;
  }
  const selection best = selection_of(p->home, a->of, a->from->x);
  page_head(p, SAY_HEAD_ALTERNATIVES);
  grid g = grid_of_alternatives(p);
  for (int k = 0; k < a->from->alternative_count; k++)
    add_alternative(p, &g, a, k, &best);
  page_grid(p, &g);
  if (!a->from->alternatives_proved)
    page_say(p, SAY_ALTERNATIVES_OPEN, (sentence_values){{0}});
}
