/* Two rules against each other. Rows of limits and of shares of the budget are
 * sums of parts >= 0, so that a <= t b, award by award, carries a limit over
 * from one to the other; shares of the adopted are compared by their words. */
#include "../base/text.h"
#include "lint_work.h"

/* ---- the same words */

static bool same_names(const names *a, const names *b) {
  if (a->count != b->count)
    return false;
  for (int i = 0; i < a->count; i++)
    if (names_find(b, a->item[i]) < 0)
      return false;
  return true;
}

static bool same_countries(const selector *a, const selector *b) {
  if (a->countries_stated != b->countries_stated)
    return false;
  for (int k = 0; a->countries_stated && k < country_count(); k++)
    if (country_set_has(&a->countries, k) != country_set_has(&b->countries, k))
      return false;
  return true;
}

bool lint_same_subject(const rule *a, const rule *b) {
  return a->measure == b->measure && a->for_each == b->for_each &&
         a->of.groups == b->of.groups && same_countries(&a->of, &b->of) &&
         same_names(&a->of.strands, &b->of.strands) &&
         same_names(&a->of.courses, &b->of.courses) &&
         same_names(&a->of.fields, &b->of.fields) &&
         same_names(&a->of.host_types, &b->of.host_types) &&
         same_names(&a->of.hosts, &b->of.hosts);
}

/* ---- rows */

static int64_t coefficient_at(const row *r, int j) {
  int low = 0, high = r->count;
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (r->entries[middle].column < j)
      low = middle + 1;
    else
      high = middle;
  }
  return low < r->count && r->entries[low].column == j
             ? r->entries[low].coefficient
             : 0;
}

static wide size_of(int64_t coefficient) {
  return coefficient < 0 ? -(wide)coefficient : coefficient;
}

/* The least t with a <= t b, award by award; false when b lacks something of a.
 */
static bool cover(const program *g, const row *a, const row *b, ratio *t) {
  *t = (ratio){0, 1};
  for (int i = 0; i < a->count; i++) {
    const int j = a->entries[i].column;
    if (g->columns[j].kind == COLUMN_SHORTFALL)
      continue;
    const wide there = size_of(coefficient_at(b, j));
    if (there == 0)
      return false;
    const ratio here = exact_ratio(size_of(a->entries[i].coefficient), there);
    if (exact_compare(here, *t) > 0)
      *t = here;
  }
  return true;
}

/* t x - y; t of coefficients, x and y limits: at most 10^34 */
static wide times_less(ratio t, wide x, wide y) {
  return t.num * x - y * t.den;
}

static bool row_implies(const program *g, const row *by, const row *of,
                        bool at_most) {
  ratio t;
  if (at_most) /* of <= t by <= t limit */
    return cover(g, of, by, &t) && times_less(t, by->limit, of->limit) <= 0;
  /* by <= t of, hence of >= limit / t unless t is 0; limits stand negated */
  return cover(g, by, of, &t) && (t.num > 0 || of->limit >= 0) &&
         times_less(t, -of->limit, -by->limit) <= 0;
}

/* ---- which rows can say something of each other */

static bool may_compare(const ruled *a, const row *at, const ruled *b,
                        const row *bt) {
  return a->of->for_each == DIMENSION_NONE ||
         b->of->for_each == DIMENSION_NONE ||
         (a->of->for_each == b->of->for_each && text_same(at->key, bt->key));
}

/* Rules for each of two different things are not compared: that would take all
 * pairs of rows and hardly ever tell anything. */
static bool are_comparable(const ruled *a, const ruled *b) {
  return !lint_of_adopted(a->of) && !lint_of_adopted(b->of) &&
         (a->of->for_each == DIMENSION_NONE ||
          b->of->for_each == DIMENSION_NONE ||
          a->of->for_each == b->of->for_each);
}

static bool some_row_implies(const ruled *by, const ruled *of, const row *at,
                             const program *g) {
  for (int i = 0; i < by->rows.count; i++)
    if (may_compare(of, at, by, &by->rows.at[i]) &&
        row_implies(g, &by->rows.at[i], at, of->of->at_most))
      return true;
  return false;
}

bool lint_implies(const ruled *by, const ruled *of, const program *g) {
  if (by->of->at_most != of->of->at_most)
    return false;
  if (lint_of_adopted(by->of) && lint_of_adopted(of->of))
    return lint_same_subject(by->of, of->of) &&
           (of->of->at_most ? by->of->share <= of->of->share
                            : by->of->share >= of->of->share);
  if (!are_comparable(by, of))
    return false;
  for (int i = 0; i < of->rows.count; i++)
    if (!some_row_implies(by, of, &of->rows.at[i], g))
      return false;
  return of->rows.count > 0;
}

static bool rows_conflict(const program *g, const row *low, const row *high,
                          ratio *t) {
  return cover(g, low, high, t) && t->num > 0 &&
         times_less(*t, high->limit, -low->limit) < 0;
}

bool lint_conflict(const ruled *at_least, const ruled *at_most,
                   const program *g, conflict *to) {
  if (!are_comparable(at_least, at_most))
    return false;
  for (int i = 0; i < at_least->rows.count; i++)
    for (int k = 0; k < at_most->rows.count; k++) {
      const row *const low = &at_least->rows.at[i];
      const row *const high = &at_most->rows.at[k];
      ratio t;
      if (!may_compare(at_least, low, at_most, high) ||
          !rows_conflict(g, low, high, &t))
        continue;
      const wide asked = -low->limit, most = t.num * high->limit;
      *to = (conflict){
          .key = *low->key ? low->key : high->key,
          .asked = exact_ratio(asked, at_least->scale),
          .possible = {exact_floor(most, t.den * at_least->scale), 1},
          .limit = exact_ratio(high->limit, at_most->scale),
          .forced = {exact_ceil(asked * t.den, t.num * at_most->scale), 1}};
      return true;
    }
  return false;
}
