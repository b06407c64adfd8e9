#include "recount.h"
#include "../base/text.h"
#include <assert.h>

selection selection_of(arena *home, const program *g, const int64_t *x) {
  const pool *const p = g->from->from->of;
  selection s = {p, ARENA_ARRAY(home, int, p->count)};
  for (int i = 0; i < p->count; i++)
    s.award[i] = -1;
  for (int c = 0; c < g->column_count; c++) {
    const column *const col = &g->columns[c];
    if (col->kind != COLUMN_AWARD || x[c] == 0)
      continue;
    assert(x[c] == 1 && s.award[col->application] < 0);
    s.award[col->application] = col->award;
  }
  return s;
}

int64_t recount_bits(const country_set *of) {
  int64_t count = 0;
  for (int c = 0; c < country_count(); c++)
    count += country_set_has(of, c);
  return count;
}

void recount_join(country_set *to, const country_set *more) {
  for (int w = 0; w < COUNTRY_MAX / 64; w++)
    to->bits[w] |= more->bits[w];
}

static country_set countries_of(const selection *s, subject who) {
  country_set all = {{0}};
  for (int i = 0; i < s->of->count; i++) {
    if (s->award[i] < 0)
      continue;
    const country_set one = measure_countries(s->of, who, i, s->award[i]);
    recount_join(&all, &one);
  }
  return all;
}

int64_t recount_measure(const selection *s, subject who, measure m) {
  if (m == MEASURE_COUNTRIES) {
    const country_set all = countries_of(s, who);
    return recount_bits(&all);
  }
  int64_t sum = 0;
  for (int i = 0; i < s->of->count; i++)
    if (s->award[i] >= 0)
      sum += measure_award(s->of, who, m, i, s->award[i]);
  return sum;
}

static void add_country(country_account *all, const application *a,
                        const award *w) {
  for (int d = 0; d < a->delegation_count; d++) {
    const int country = a->delegations[d].country;
    all[country].people += w->delegation_people[d];
    all[country].yen += w->delegation_yen[d];
  }
}

/* a plan counts once in each of its countries */
static void count_awards(country_account *all, const selection *s, int i) {
  const subject everybody = {NULL, DIMENSION_NONE, ""};
  const country_set in = measure_countries(s->of, everybody, i, s->award[i]);
  for (int c = 0; c < country_count(); c++)
    all[c].awards += country_set_has(&in, c);
}

static void keep_present(arena *home, const country_account *all,
                         set_account *to) {
  to->countries = ARENA_ARRAY(home, country_account, country_count());
  for (int c = 0; c < country_count(); c++) {
    if (all[c].people == 0 && all[c].yen == 0)
      continue;
    to->countries[to->country_count] = all[c];
    to->countries[to->country_count++].country = c;
  }
}

/* by code, whatever order the table of countries has */
static void order_by_code(set_account *a) {
  for (int i = 1; i < a->country_count; i++)
    for (int k = i;
         k > 0 && text_order(country_code(a->countries[k].country),
                             country_code(a->countries[k - 1].country)) < 0;
         k--) {
      const country_account moved = a->countries[k];
      a->countries[k] = a->countries[k - 1];
      a->countries[k - 1] = moved;
    }
}

set_account recount_set(arena *home, const program *g, const int64_t *x) {
  set_account to = {0};
  const selection s = selection_of(home, g, x);
  country_account *const all =
      ARENA_ARRAY(home, country_account, country_count());
  for (int i = 0; i < s.of->count; i++) {
    if (s.award[i] < 0)
      continue;
    const application *const a = &s.of->applications[i];
    const award *const w = &a->awards[s.award[i]];
    to.awards++;
    to.people += w->people;
    to.yen += w->yen;
    add_country(all, a, w);
    count_awards(all, &s, i);
  }
  keep_present(home, all, &to);
  order_by_code(&to);
  to.worth = program_activity(g->worth->entries, g->worth->count, x);
  return to;
}

int64_t recount_once(const selection *s) {
  const policy *const rules = s->of->rules;
  int64_t units = 0;
  for (int i = 0; i < rules->priority.count; i++) {
    const int64_t each = worths_once_points(rules, i);
    if (each == 0)
      continue;
    const selector of = {.groups = UINT64_C(1)
                                   << rules->priority.items[i].group};
    const subject who = {&of, DIMENSION_NONE, ""};
    units += each * recount_measure(s, who, MEASURE_COUNTRIES);
  }
  return units;
}
