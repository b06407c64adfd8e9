/* Money, plans, people, countries and groups. */
#include "../explain/recount.h"
#include "figures.h"
#include "summary.h"
#include <stdlib.h>

enum { COUNTRIES_SHOWN = 15 };

static const char *grouped(const page *p, int64_t value) {
  return number_grouped_text(p->home, value);
}

static void add_sum(const page *p, grid *g, sentence_code code, int64_t yen) {
  grid_add(g, (grid_cells){{page_word(p, code), grouped(p, yen)}});
}

void summary_money(page *p, const outcome *o) {
  const policy *const rules = o->merits->of->rules;
  const account *const a = o->account;
  page_head(p, SAY_HEAD_MONEY);
  grid g = grid_new(p->home, "lr");
  add_sum(p, &g, SAY_MONEY_BUDGET, rules->budget_yen);
  add_sum(p, &g, SAY_MONEY_HOLD_BACK, rules->hold_back_yen);
  add_sum(p, &g, SAY_MONEY_BASE, a->base_yen);
  if (a->from->x) {
    add_sum(p, &g, SAY_MONEY_ADOPTED, a->adopted.yen);
    add_sum(p, &g, SAY_MONEY_LEFT, a->left_yen);
  }
  page_grid(p, &g);
}

/* every application, or every one that competes, at its full award */
static selection in_full(arena *home, const worths *w, bool competing) {
  const pool *const p = w->from->of;
  selection s = {p, ARENA_ARRAY(home, int, p->count)};
  for (int i = 0; i < p->count; i++)
    s.award[i] = !competing || w->item[i].competes ? 0 : -1;
  return s;
}

static void add_selection(const page *p, grid *g, const char *name,
                          const selection *s, subject who) {
  grid_add(g, (grid_cells){{
                  name,
                  grouped(p, recount_measure(s, who, MEASURE_AWARDS)),
                  grouped(p, recount_measure(s, who, MEASURE_PEOPLE)),
                  grouped(p, recount_measure(s, who, MEASURE_YEN)),
                  grouped(p, recount_measure(s, who, MEASURE_COUNTRIES)),
              }});
}

static grid grid_of_sets(const page *p) {
  grid g = grid_new(p->home, "lrrrr");
  grid_add(&g, (grid_cells){{"", page_word(p, SAY_COLUMN_PLANS),
                             page_word(p, SAY_COLUMN_PEOPLE),
                             page_word(p, SAY_COLUMN_YEN),
                             page_word(p, SAY_COLUMN_COUNTRIES)}});
  return g;
}

void summary_plans(page *p, const outcome *o) {
  const account *const a = o->account;
  const subject everybody = {NULL, DIMENSION_NONE, ""};
  const selection applied = in_full(p->home, a->of->from, false);
  const selection competing = in_full(p->home, a->of->from, true);
  page_head(p, SAY_HEAD_PLANS);
  grid g = grid_of_sets(p);
  add_selection(p, &g, page_word(p, SAY_PLANS_APPLIED), &applied, everybody);
  add_selection(p, &g, page_word(p, SAY_PLANS_COMPETING), &competing,
                everybody);
  if (a->from->x) {
    const selection adopted = selection_of(p->home, a->of, a->from->x);
    add_selection(p, &g, page_word(p, SAY_PLANS_ADOPTED), &adopted, everybody);
  }
  page_grid(p, &g);
}

static int by_people(const void *a, const void *b) {
  const country_account *const left = a, *const right = b;
  if (left->people != right->people)
    return left->people > right->people ? -1 : 1;
  return text_order(country_code(left->country), country_code(right->country));
}

static void add_country(const page *p, grid *g, const country_account *c) {
  const char *const name =
      arena_format(p->home, "%s %s", country_code(c->country),
                   country_name(c->country, p->in == LANGUAGE_JA));
  grid_add(g, (grid_cells){{name, grouped(p, c->awards), grouped(p, c->people),
                            grouped(p, c->yen)}});
}

static void add_others(const page *p, grid *g, const country_account *list,
                       int count) {
  int64_t people = 0, yen = 0;
  for (int i = 0; i < count; i++) {
    people += list[i].people;
    yen += list[i].yen;
  }
  const char *const number = arena_format(p->home, "%d", count);
  const char *const name = sentence_fill(p->home, p->in, SAY_COUNTRIES_OTHERS,
                                         (sentence_values){{number}});
  grid_add(g, (grid_cells){{name, "", grouped(p, people), grouped(p, yen)}});
}

void summary_countries(page *p, const outcome *o) {
  const set_account *const a = &o->account->adopted;
  if (a->country_count == 0)
    return;
  country_account *const list =
      ARENA_ARRAY(p->home, country_account, a->country_count);
  for (int i = 0; i < a->country_count; i++)
    list[i] = a->countries[i];
  qsort(list, (size_t)a->country_count, sizeof *list, by_people);
  const int shown =
      a->country_count > COUNTRIES_SHOWN ? COUNTRIES_SHOWN : a->country_count;
  page_head(p, SAY_HEAD_COUNTRIES);
  grid g = grid_new(p->home, "lrrr");
  grid_add(&g, (grid_cells){{"", page_word(p, SAY_COLUMN_PLANS),
                             page_word(p, SAY_COLUMN_PEOPLE),
                             page_word(p, SAY_COLUMN_YEN)}});
  for (int i = 0; i < shown; i++)
    add_country(p, &g, &list[i]);
  if (shown < a->country_count)
    add_others(p, &g, list + shown, a->country_count - shown);
  page_grid(p, &g);
}

void summary_groups(page *p, const outcome *o) {
  const account *const a = o->account;
  const policy *const rules = o->merits->of->rules;
  if (!a->from->x || rules->group_count == 0)
    return;
  const selection adopted = selection_of(p->home, a->of, a->from->x);
  page_head(p, SAY_HEAD_GROUPS);
  grid g = grid_of_sets(p);
  for (int i = 0; i < rules->group_count; i++) {
    const selector of = {.groups = UINT64_C(1) << i};
    add_selection(p, &g, rules->groups[i].id, &adopted,
                  (subject){&of, DIMENSION_NONE, ""});
  }
  page_grid(p, &g);
}
