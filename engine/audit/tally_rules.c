/* One pass over the plans that compete for the keys, one over the adopted for
 * the values: each plan goes straight to the rows of its own keys. */
#include "tally_rules.h"
#include <stdlib.h>

typedef struct count_of { /* a rule being counted */
  const roll *r;
  const rule *rule_now;
  tally_rule *to;
  text_table *places; /* key -> row */
  bool by_people;     /* are people asked for, or a plan's whole figure? */
} count_of;

static bool plan_selected(const selector *s, const application_row *a) {
  return names_allow(&s->strands, a->strand) &&
         names_allow(&s->courses, a->course) &&
         names_allow(&s->fields, a->field) &&
         names_allow(&s->host_types, a->host_type) &&
         names_allow(&s->hosts, a->host_id);
}

static bool party_selected(const selector *s, const party *p) {
  return (s->groups == 0 || (s->groups & p->groups) != 0) &&
         (!s->countries_stated || country_set_has(&s->countries, p->country));
}

/* "" where the plan or its people have none; p may be null */
static const char *key_of(dimension by, const application_row *a,
                          const party *p) {
  switch (by) {
  case DIMENSION_HOST:
    return a->host_id;
  case DIMENSION_FIELD:
    return a->field;
  case DIMENSION_COURSE:
    return a->course;
  case DIMENSION_STRAND:
    return a->strand;
  case DIMENSION_HOST_TYPE:
    return a->host_type;
  case DIMENSION_SENDER:
    return p ? p->sender : "";
  case DIMENSION_COUNTRY:
    return p ? country_code(p->country) : "";
  case DIMENSION_NONE:
    break;
  }
  return "";
}

/* ---- keys */

static void need_row(count_of *c, const char *key) {
  tally_rule *const to = c->to;
  const bool all = c->rule_now->for_each == DIMENSION_NONE;
  if ((!all && key[0] == '\0') ||
      text_table_add(c->places, key, to->count) < to->count)
    return;
  if (to->count == to->room) {
    const int room = to->room ? 2 * to->room : 8;
    to->rows = arena_grow(c->r->home, to->rows, sizeof *to->rows,
                          (size_t)to->count, (size_t)room);
    to->room = room;
  }
  to->rows[to->count++] = (tally_row){.key = key, .last = -1};
}

static void need_rows_of(count_of *c, const entry *e) {
  const rule *const k = c->rule_now;
  if (!plan_selected(&k->of, e->row))
    return;
  if (!c->by_people)
    need_row(c, key_of(k->for_each, e->row, NULL));
  for (int i = 0; c->by_people && i < e->party_count; i++)
    if (party_selected(&k->of, &e->parties[i]))
      need_row(c, key_of(k->for_each, e->row, &e->parties[i]));
}

static int by_key(const void *a, const void *b) {
  const tally_row *const left = a, *const right = b;
  return text_order(left->key, right->key);
}

static void open_rows(count_of *c) {
  if (c->rule_now->for_each == DIMENSION_NONE)
    need_row(c, "");
  else
    for (int i = 0; i < c->r->count; i++)
      if (c->r->entries[i].competes)
        need_rows_of(c, &c->r->entries[i]);
  if (c->to->count > 1)
    qsort(c->to->rows, (size_t)c->to->count, sizeof *c->to->rows, by_key);
  c->places = text_table_new(c->r->home, (size_t)c->to->count);
  for (int i = 0; i < c->to->count; i++)
    text_table_add(c->places, c->to->rows[i].key, i);
}

/* ---- values */

static tally_row *row_at(const count_of *c, const char *key) {
  const int at = text_table_find(c->places, key);
  return at < 0 ? NULL : &c->to->rows[at];
}

static void add_whole(const count_of *c, const entry *e, const grant *g) {
  tally_row *const to = row_at(c, key_of(c->rule_now->for_each, e->row, NULL));
  if (!to)
    return;
  switch (c->rule_now->measure) {
  case MEASURE_AWARDS:
    to->value++;
    break;
  case MEASURE_PEOPLE:
    to->value += g->people;
    break;
  case MEASURE_YEN:
    to->value += g->yen;
    break;
  case MEASURE_COUNTRIES:
    for (int i = 0; i < e->party_count; i++)
      if (g->party_people[i] > 0)
        country_set_add(&to->countries, e->parties[i].country);
    break;
  }
}

static void add_party(const count_of *c, const entry *e, const grant *g,
                      int i) {
  const party *const p = &e->parties[i];
  const int at = (int)(e - c->r->entries);
  tally_row *const to = row_at(c, key_of(c->rule_now->for_each, e->row, p));
  if (!to)
    return;
  switch (c->rule_now->measure) {
  case MEASURE_AWARDS:
    if (g->party_people[i] > 0 && to->last != at) {
      to->value++;
      to->last = at;
    }
    break;
  case MEASURE_PEOPLE:
    to->value += g->party_people[i];
    break;
  case MEASURE_YEN:
    to->value += g->party_yen[i];
    break;
  case MEASURE_COUNTRIES:
    if (g->party_people[i] > 0)
      country_set_add(&to->countries, p->country);
    break;
  }
}

static void add_entry(const count_of *c, const entry *e, const grant *g) {
  const selector *const s = &c->rule_now->of;
  if (!plan_selected(s, e->row))
    return;
  if (!c->by_people)
    add_whole(c, e, g);
  for (int i = 0; c->by_people && i < e->party_count; i++)
    if (party_selected(s, &e->parties[i]))
      add_party(c, e, g, i);
}

/* ---- limits */

static wide total_of(const tally *t, measure m) {
  switch (m) {
  case MEASURE_AWARDS:
    return t->awards;
  case MEASURE_PEOPLE:
    return t->people;
  case MEASURE_YEN:
    return t->yen;
  case MEASURE_COUNTRIES:
    break;
  }
  return tally_bits(&t->present);
}

static ratio limit_of(const tally *t, const rule *k) {
  if (!k->is_share)
    return (ratio){k->limit, 1};
  const wide of_total =
      k->base == BASE_BUDGET ? t->base_yen : total_of(t, k->measure);
  return exact_ratio(k->share * of_total, SHARE_ONE);
}

static void judge_row(const rule *k, ratio limit, tally_rule *to, int at) {
  tally_row *const one = &to->rows[at];
  if (k->measure == MEASURE_COUNTRIES)
    one->value = tally_bits(&one->countries);
  const wide over = one->value * limit.den - limit.num;
  one->limit = limit;
  one->slack = exact_ratio(k->at_most ? -over : over, limit.den);
  if (one->slack.num < 0) /* all rows have one denominator at most: add it */
    to->shortfall = exact_ratio(to->shortfall.num * one->slack.den -
                                    one->slack.num * to->shortfall.den,
                                to->shortfall.den * one->slack.den);
  if (to->tightest < 0 ||
      exact_compare(one->slack, to->rows[to->tightest].slack) < 0)
    to->tightest = at;
}

tally_rule tally_rule_of(const roll *r, const tally *t, given_in *given,
                         const rule *of) {
  tally_rule to = {.tightest = -1, .shortfall = {0, 1}};
  count_of c = {r, of, &to, text_table_new(r->home, 64),
                of->of.groups != 0 || of->of.countries_stated ||
                    of->for_each == DIMENSION_COUNTRY ||
                    of->for_each == DIMENSION_SENDER};
  open_rows(&c);
  for (int i = 0; i < r->count; i++) {
    const entry *const e = &r->entries[i];
    if (given(e) >= 0)
      add_entry(&c, e, &e->grants[given(e)]);
  }
  const ratio limit = limit_of(t, of);
  for (int i = 0; i < to.count; i++)
    judge_row(of, limit, &to, i);
  to.scale = (int64_t)limit.den;
  if (of->is_share && of->base == BASE_ADOPTED)
    to.scale = SHARE_ONE / (int64_t)exact_gcd(of->share, SHARE_ONE);
  return to;
}
