/* One row a rule and for_each key. With part the counted figure, total the
 * adopted one and a share p/q in lowest terms:
 *   limit    at_least  -part <= -limit            at_most  part <= limit
 *   of base  the same with p/q x base, multiplied out by q where a shortfall
 *            must be told exactly, else rounded to the whole unit it means
 *   adopted  at_least  p total - q part <= 0      at_most  q part - p total <=
 * 0 Aims and priced rules have - shortfall on the left, in 1/q of the unit. */
#include "draft.h"
#include <assert.h>

typedef struct shape { /* row: part_factor part + total_factor total <= limit */
  wide part_factor, total_factor, limit;
  int64_t scale; /* the row counts 1/scale of the measure's unit */
} shape;

static shape of_adopted(const rule *r) {
  const int64_t gcd = (int64_t)exact_gcd(r->share, SHARE_ONE);
  const int64_t p = r->share / gcd, q = SHARE_ONE / gcd;
  return r->at_most ? (shape){q, -p, 0, q} : (shape){-q, p, 0, q};
}

static shape of_limit(const draft *d, const rule *r) {
  ratio limit = {r->limit, 1};
  if (r->is_share)
    limit = exact_ratio((wide)r->share * policy_base_yen(d->rules), SHARE_ONE);
  if (r->strength == STRENGTH_MUST)
    limit = (ratio){r->at_most ? exact_floor(limit.num, limit.den)
                               : exact_ceil(limit.num, limit.den),
                    1};
  const int64_t q = (int64_t)limit.den;
  return r->at_most ? (shape){q, 0, limit.num, q}
                    : (shape){-q, 0, -limit.num, q};
}

static void add_award_terms(draft *d, subject s, plans_of among, measure m,
                            wide factor, terms *sum) {
  if (factor == 0)
    return;
  for (int i = 0; i < among.count; i++) {
    const int plan = among.applications[i], first = d->first_column[plan];
    for (int j = first; j < first + draft_award_count(d, plan); j++)
      terms_add(d, sum, j,
                factor *
                    measure_award(d->pool, s, m, plan, d->g->columns[j].award));
  }
}

static void add_totals(draft *d, measure m, wide factor, terms *sum) {
  if (factor == 0)
    return;
  const int64_t *const of = draft_totals(d, m);
  for (int j = 0; j < d->award_columns; j++)
    terms_add(d, sum, j, factor * of[j]);
}

static void add_terms(draft *d, subject s, plans_of among, const rule *r,
                      shape form, terms *sum) {
  const subject all = {NULL, DIMENSION_NONE, ""};
  const plans_of every = draft_entrants(d);
  if (r->measure != MEASURE_COUNTRIES) {
    add_award_terms(d, s, among, r->measure, form.part_factor, sum);
    add_totals(d, r->measure, form.total_factor, sum);
    return;
  }
  const bool exact = r->at_most || form.total_factor != 0;
  draft_countries(d, s, among, form.part_factor, exact, sum);
  if (form.total_factor != 0)
    draft_countries(d, all, every, form.total_factor, exact, sum);
}

/* the furthest the row could be passed */
static wide largest_excess(const draft *d, const terms *sum, wide limit) {
  wide most = -limit;
  for (int i = 0; i < sum->count; i++)
    if (sum->item[i].coefficient > 0)
      most +=
          sum->item[i].coefficient * d->g->columns[sum->item[i].column].high;
  return most > 0 ? most : 0;
}

static bool soft_row(draft *d, int whose, const char *key, terms *sum,
                     wide limit) {
  const wide most = largest_excess(d, sum, limit);
  if (most > PROGRAM_MAX)
    return FAIL(d->err, ERROR_INPUT, "policy.json", 0, 0,
                "%s: its shortfall may pass 10^17 when written in whole "
                "numbers; allowed: coarser shares",
                d->g->owners[whose].id);
  const int shortfall = draft_column(d, (column){.kind = COLUMN_SHORTFALL,
                                                 .high = (int64_t)most,
                                                 .application = -1,
                                                 .award = -1,
                                                 .row = d->g->row_count});
  terms_add(d, sum, shortfall, -1);
  return draft_row(d, whose, key, sum, limit);
}

/* sum: room that the next row uses again; shares of the adopted have rows as
 * long as there are awards */
static bool rule_row_of(draft *d, int whose, const rule *r, const keyed *of,
                        terms *sum) {
  const subject s = {&r->of, r->for_each, of->key};
  const shape form =
      r->is_share && r->base == BASE_ADOPTED ? of_adopted(r) : of_limit(d, r);
  sum->count = 0;
  add_terms(d, s, (plans_of){of->applications, of->count}, r, form, sum);
  if (r->strength == STRENGTH_MUST)
    return draft_row(d, whose, of->key, sum, form.limit);
  return soft_row(d, whose, of->key, sum, form.limit);
}

bool draft_rule_rows(draft *d) {
  terms sum = {0};
  for (int k = 0; k < d->rules->rule_count; k++) {
    const rule *const r = &d->rules->rules[k];
    const int whose = draft_owner(
        d, r->strength == STRENGTH_MUST ? OWNER_RULE : OWNER_SOFT, r->id, k);
    int count;
    const keyed *const of = measure_by_key(d->home, d->pool, r, d->entrants,
                                           d->entrant_count, &count);
    for (int i = 0; i < count; i++)
      if (!rule_row_of(d, whose, r, &of[i], &sum))
        return false;
  }
  return true;
}

int64_t draft_rule_scale(const draft *d, const rule *r) {
  return r->is_share && r->base == BASE_ADOPTED ? of_adopted(r).scale
                                                : of_limit(d, r).scale;
}
