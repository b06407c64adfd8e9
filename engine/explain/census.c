#include "census.h"
#include "../base/text.h"

static void count_award(const census *c, counted *to, subject who, int app,
                        int given) {
  if (c->of->measure == MEASURE_COUNTRIES) {
    const country_set more = measure_countries(c->from, who, app, given);
    recount_join(&to->countries, &more);
  } else {
    to->value += measure_award(c->from, who, c->of->measure, app, given);
  }
}

static int64_t value_of(const census *c, const counted *of) {
  return c->of->measure == MEASURE_COUNTRIES ? recount_bits(&of->countries)
                                             : of->value;
}

static bool is_of_adopted(const rule *r) {
  return r->is_share && r->base == BASE_ADOPTED;
}

static subject subject_of(const rule *r, const char *key) {
  return (subject){&r->of, r->for_each, key};
}

static const subject everybody = {NULL, DIMENSION_NONE, ""};

static void count_keys(arena *home, census *c, const selection *s,
                       const int *adopted, int count) {
  const keyed *const by =
      measure_by_key(home, s->of, c->of, adopted, count, &c->key_count);
  c->keys = ARENA_ARRAY(home, counted, c->key_count);
  for (int k = 0; k < c->key_count; k++) {
    c->keys[k].key = by[k].key;
    for (int i = 0; i < by[k].count; i++) {
      const int app = by[k].applications[i];
      count_award(c, &c->keys[k], subject_of(c->of, by[k].key), app,
                  s->award[app]);
    }
  }
}

census census_take(arena *home, const selection *s, const rule *r) {
  census c = {.from = s->of, .of = r};
  int *const adopted = ARENA_ARRAY(home, int, s->of->count);
  int count = 0;
  for (int i = 0; i < s->of->count; i++)
    if (s->award[i] >= 0)
      adopted[count++] = i;
  count_keys(home, &c, s, adopted, count);
  for (int i = 0; is_of_adopted(r) && i < count; i++)
    count_award(&c, &c.everybody, everybody, adopted[i], s->award[adopted[i]]);
  return c;
}

static counted find(const census *c, const char *key) {
  int low = 0, high = c->key_count;
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (text_order(c->keys[middle].key, key) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low < c->key_count && text_same(c->keys[low].key, key)
             ? c->keys[low]
             : (counted){.key = key};
}

static ratio limit_of(const census *c, const counted *all) {
  const rule *const r = c->of;
  if (!r->is_share)
    return (ratio){r->limit, 1};
  const int64_t base =
      is_of_adopted(r) ? value_of(c, all) : policy_base_yen(c->from->rules);
  return exact_ratio((wide)r->share * base, SHARE_ONE);
}

static rule_row row_of(const census *c, const char *key, const counted *part,
                       const counted *all) {
  const int64_t value = value_of(c, part);
  const ratio limit = limit_of(c, all);
  const wide above = value * limit.den - limit.num;
  return (rule_row){key, value, limit,
                    exact_ratio(c->of->at_most ? -above : above, limit.den)};
}

static rule_row row_of_key(const census *c, const char *key) {
  const counted part = find(c, key);
  return row_of(c, key, &part, &c->everybody);
}

rule_row census_row_with(const census *c, const char *key, int app, int given) {
  counted part = find(c, key), all = c->everybody;
  count_award(c, &part, subject_of(c->of, key), app, given);
  if (is_of_adopted(c->of))
    count_award(c, &all, everybody, app, given);
  return row_of(c, key, &part, &all);
}

static ratio sum(ratio a, ratio b) {
  return exact_ratio(a.num * b.den + b.num * a.den, a.den * b.den);
}

rule_account census_rule(arena *home, const selection *s, int which,
                         names keys) {
  const census c = census_take(home, s, &s->of->rules->rules[which]);
  rule_account a = {.rule = which,
                    .rows = ARENA_ARRAY(home, rule_row, keys.count),
                    .count = keys.count,
                    .tightest = -1,
                    .shortfall = {0, 1}};
  for (int k = 0; k < keys.count; k++) {
    const rule_row of = row_of_key(&c, keys.item[k]);
    a.rows[k] = of;
    if (of.slack.num < 0)
      a.shortfall = sum(a.shortfall, (ratio){-of.slack.num, of.slack.den});
    if (a.tightest < 0 || exact_compare(of.slack, a.rows[a.tightest].slack) < 0)
      a.tightest = k;
  }
  return a;
}
