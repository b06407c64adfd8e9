#include "marks.h"
#include <assert.h>

static wide magnitude(wide a) { return a < 0 ? -a : a; }

static wide common_weight(const scoring *how) {
  wide common = 0;
  for (int c = 0; c < how->criterion_count; c++) {
    assert(how->criteria[c].weight > 0);
    common = exact_gcd(common, how->criteria[c].weight);
  }
  return common;
}

static wide weight_sum(const scoring *how, wide common) {
  wide sum = 0;
  for (int c = 0; c < how->criterion_count; c++)
    sum += how->criteria[c].weight / common;
  return sum;
}

static bool stays_exact(const scoring *how, wide weights, int reviews,
                        error *err) {
  const wide low = magnitude(how->low), high = magnitude(how->high);
  const wide most = (low > high ? low : high) + DECIMAL_ONE;
  wide room = 1;
  for (int i = 0; i < 30; i++)
    room *= 10;
  if (weights <= room / most / (reviews + (wide)1))
    return true;
  return FAIL(err, ERROR_INPUT, "policy.json", 0, 0,
              "scoring.criteria: weights and scale are too fine together for "
              "%d reviews; weight x score x reviews stays below 10^30",
              reviews);
}

static wide mark_of(const scoring *how, wide common, const review *r) {
  wide sum = 0;
  for (int c = 0; c < how->criterion_count; c++)
    sum += how->criteria[c].weight / common * r->score[c];
  return sum;
}

static const int *starts_of(arena *home, const pool *of) {
  int *start = ARENA_ARRAY(home, int, of->count + 1);
  for (int i = 0; i < of->review_count; i++) {
    assert(i == 0 ||
           of->reviews[i - 1].application <= of->reviews[i].application);
    start[of->reviews[i].application + 1]++;
  }
  for (int a = 0; a < of->count; a++)
    start[a + 1] += start[a];
  return start;
}

marks *marks_weigh(arena *home, const pool *of, error *err) {
  const scoring *how = &of->rules->scoring;
  const wide common = common_weight(how), weights = weight_sum(how, common);
  if (!stays_exact(how, weights, of->review_count, err))
    return NULL;
  const wide mirror = ((wide)how->low + how->high) * weights;
  wide *mark = ARENA_ARRAY(home, wide, of->review_count + 1);
  wide *better = ARENA_ARRAY(home, wide, of->review_count + 1);
  for (int i = 0; i < of->review_count; i++) {
    mark[i] = mark_of(how, common, &of->reviews[i]);
    better[i] = how->low_is_better ? mirror - mark[i] : mark[i];
  }
  marks *m = ARENA_NEW(home, marks);
  *m = (marks){mark, better, weights * DECIMAL_ONE, starts_of(home, of)};
  return m;
}
