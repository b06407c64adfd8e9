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

static int64_t bits(const country_set *set) {
  int64_t count = 0;
  for (int c = 0; c < country_count(); c++)
    count += country_set_has(set, c);
  return count;
}

static country_set countries_of(const selection *s, subject who) {
  country_set all = {{0}};
  for (int i = 0; i < s->of->count; i++) {
    if (s->award[i] < 0)
      continue;
    const country_set one = measure_countries(s->of, who, i, s->award[i]);
    for (int w = 0; w < COUNTRY_MAX / 64; w++)
      all.bits[w] |= one.bits[w];
  }
  return all;
}

int64_t recount_measure(const selection *s, subject who, measure m) {
  if (m == MEASURE_COUNTRIES) {
    const country_set all = countries_of(s, who);
    return bits(&all);
  }
  int64_t sum = 0;
  for (int i = 0; i < s->of->count; i++)
    if (s->award[i] >= 0)
      sum += measure_award(s->of, who, m, i, s->award[i]);
  return sum;
}

static ratio limit_of(const selection *s, const rule *r) {
  if (!r->is_share)
    return (ratio){r->limit, 1};
  const subject everybody = {NULL, DIMENSION_NONE, ""};
  const int64_t base = r->base == BASE_BUDGET
                           ? policy_base_yen(s->of->rules)
                           : recount_measure(s, everybody, r->measure);
  return exact_ratio((wide)r->share * base, SHARE_ONE);
}

rule_row recount_row(const selection *s, const rule *r, const char *key) {
  const subject who = {&r->of, r->for_each, key};
  const int64_t value = recount_measure(s, who, r->measure);
  const ratio limit = limit_of(s, r);
  const wide above = value * limit.den - limit.num;
  return (rule_row){key, value, limit,
                    exact_ratio(r->at_most ? -above : above, limit.den)};
}

static ratio sum(ratio a, ratio b) {
  return exact_ratio(a.num * b.den + b.num * a.den, a.den * b.den);
}

rule_account recount_rule(arena *home, const selection *s, int which,
                          names keys) {
  rule_account a = {.rule = which,
                    .rows = ARENA_ARRAY(home, rule_row, keys.count),
                    .count = keys.count,
                    .tightest = -1,
                    .shortfall = {0, 1}};
  for (int k = 0; k < keys.count; k++) {
    const rule_row counted =
        recount_row(s, &s->of->rules->rules[which], keys.item[k]);
    a.rows[k] = counted;
    if (counted.slack.num < 0)
      a.shortfall =
          sum(a.shortfall, (ratio){-counted.slack.num, counted.slack.den});
    if (a.tightest < 0 ||
        exact_compare(counted.slack, a.rows[a.tightest].slack) < 0)
      a.tightest = k;
  }
  return a;
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
