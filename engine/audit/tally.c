#include "tally.h"
#include "tally_rules.h"
#include <stdlib.h>

int given_adopted(const entry *e) { return e->given; }
int given_by_rank(const entry *e) { return e->by_rank; }

int tally_bits(const country_set *set) {
  int count = 0;
  for (int w = 0; w < COUNTRY_MAX / 64; w++)
    for (uint64_t left = set->bits[w]; left; left &= left - 1)
      count++;
  return count;
}

/* countries of the group with a person in the set; group -1: all */
static country_set countries_in(const roll *r, given_in *given, int of) {
  country_set all = {{0}};
  for (int i = 0; i < r->count; i++) {
    const entry *const e = &r->entries[i];
    if (given(e) < 0)
      continue;
    for (int k = 0; k < e->party_count; k++)
      if (e->grants[given(e)].party_people[k] > 0 &&
          (of < 0 || bit_of(e->parties[k].groups, of)))
        country_set_add(&all, e->parties[k].country);
  }
  return all;
}

static void add_countries(tally *t, const entry *e, const grant *g) {
  for (int k = 0; k < e->party_count; k++) {
    tally_country *const to = &t->countries[e->parties[k].country];
    to->people += g->party_people[k];
    to->yen += g->party_yen[k];
    /* parties of one country stand together: the first with a person counts */
    bool counted = g->party_people[k] == 0;
    for (int b = k - 1;
         !counted && b >= 0 && e->parties[b].country == e->parties[k].country;
         b--)
      counted = g->party_people[b] > 0;
    to->awards += !counted;
  }
}

static void add_totals(const roll *r, given_in *given, tally *t) {
  for (int i = 0; i < r->count; i++) {
    const entry *const e = &r->entries[i];
    if (given(e) < 0)
      continue;
    const grant *const g = &e->grants[given(e)];
    t->awards++;
    t->people += g->people;
    t->yen += g->yen;
    t->values += g->value;
    add_countries(t, e, g);
  }
  t->present = countries_in(r, given, -1);
  for (int k = 0; k < r->rules->priority.count; k++) {
    const priority_item *const it = &r->rules->priority.items[k];
    const country_set in = countries_in(r, given, it->group);
    if (it->once_per_country)
      t->once += (wide)it->points * tally_bits(&in);
  }
}

static int64_t group_yen(const entry *e, const grant *g, int of) {
  int64_t yen = 0;
  for (int k = 0; k < e->party_count; k++)
    if (bit_of(e->parties[k].groups, of))
      yen += g->party_yen[k];
  return yen;
}

static tally_reserve reserve_of(const roll *r, given_in *given, const tally *t,
                                int item) {
  const priority_item *const it = &r->rules->priority.items[item];
  tally_reserve one = {.item = item, .yen = it->yen};
  int64_t wanted = 0;
  for (int i = 0; i < r->count; i++) {
    const entry *const e = &r->entries[i];
    if (e->competes)
      wanted += group_yen(e, &e->grants[0], it->group);
    if (given(e) >= 0)
      one.group_yen += group_yen(e, &e->grants[given(e)], it->group);
  }
  if (it->release && wanted < it->yen)
    one.released = it->yen - wanted;
  one.others_yen = t->yen - one.group_yen;
  one.others_limit = t->base_yen - (it->yen - one.released);
  return one;
}

/* ---- the value of the set */

static wide power_of_ten(int exponent) {
  wide power = 1;
  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* How fine must points be counted, so that every price is whole? */
static int places_needed(const roll *r, const tally *t) {
  int places = r->rules->scoring.unit_places;
  for (int k = 0; k < r->rules->rule_count; k++) {
    const rule *const of = &r->rules->rules[k];
    if (of->strength != STRENGTH_PRICED)
      continue;
    const wide finest = (wide)DECIMAL_ONE * t->rules[k].scale;
    while (of->points_per_unit * power_of_ten(places) % finest != 0)
      places++;
  }
  return places;
}

static wide value_of(const roll *r, const tally *t) {
  const wide point = power_of_ten(t->places);
  wide worth = (t->values + t->once) *
               power_of_ten(t->places - r->rules->scoring.unit_places);
  for (int k = 0; k < r->rules->rule_count; k++) {
    const rule *const of = &r->rules->rules[k];
    const ratio missed = t->rules[k].shortfall;
    if (of->strength == STRENGTH_PRICED)
      worth -=
          missed.num * of->points_per_unit * point / (missed.den * DECIMAL_ONE);
  }
  return worth;
}

tally tally_of(const roll *r, given_in *given) {
  const policy *const p = r->rules;
  tally t = {.base_yen = p->budget_yen - p->hold_back_yen};
  t.countries = ARENA_ARRAY(r->home, tally_country, country_count());
  add_totals(r, given, &t);
  t.rules = ARENA_ARRAY(r->home, tally_rule, p->rule_count + 1);
  for (int k = 0; k < p->rule_count; k++)
    t.rules[k] = tally_rule_of(r, &t, given, &p->rules[k]);
  t.reserves = ARENA_ARRAY(r->home, tally_reserve, p->priority.count + 1);
  for (int k = 0; k < p->priority.count; k++)
    if (p->priority.items[k].mode == PRIORITY_RESERVED)
      t.reserves[t.reserve_count++] = reserve_of(r, given, &t, k);
  tally_envelopes(r, given, &t);
  t.places = places_needed(r, &t);
  t.worth = value_of(r, &t);
  return t;
}

/* ---- ties */

static int by_day(const void *a, const void *b) {
  const int32_t left = *(const int32_t *)a, right = *(const int32_t *)b;
  return (left > right) - (left < right);
}

/* R + 1 - r over the dense ranks of the days on which those that compete came:
 * one more than there are later days */
static wide earliness(const roll *r, given_in *given) {
  int32_t *const day = ARENA_ARRAY(r->home, int32_t, r->count + 1);
  int count = 0, days = 0;
  wide sum = 0;
  for (int i = 0; i < r->count; i++)
    if (r->entries[i].competes)
      day[count++] = r->entries[i].row->received_on;
  if (count > 1)
    qsort(day, (size_t)count, sizeof *day, by_day);
  for (int i = 0; i < count; i++)
    if (days == 0 || day[days - 1] != day[i])
      day[days++] = day[i];
  for (int i = 0; i < r->count; i++) {
    const entry *const e = &r->entries[i];
    if (given(e) < 0)
      continue;
    int low = 0, high = days; /* how many days are not later */
    while (low < high) {
      const int middle = low + (high - low) / 2;
      if (day[middle] <= e->row->received_on)
        low = middle + 1;
      else
        high = middle;
    }
    sum += 1 + days - low;
  }
  return sum;
}

wide tally_tie(const roll *r, const tally *t, given_in *given, const tie *key) {
  country_set in = {{0}};
  switch (key->kind) {
  case TIE_MORE_PEOPLE:
    return t->people;
  case TIE_FEWER_YEN:
    return -(wide)t->yen;
  case TIE_EARLIER_RECEIVED:
    return earliness(r, given);
  case TIE_MORE_COUNTRIES:
    in = countries_in(r, given, key->group);
    return tally_bits(&in);
  case TIE_LOT:
    break;
  }
  return 0;
}
