/* From marks to merit, in fractions; T-scores alone need a root. */
#include "../../engine/base/exact.h"
#include "appraise.h"
#include <math.h>

bool review_counts(const call *c, int plan, int reviewer) {
  const proposal *const p = &c->plans[plan];
  bool whole = !p->conflict[reviewer];
  for (int k = 0; k < c->scale.criterion_count; k++)
    whole = whole && p->marks[reviewer][k] >= 0;
  return whole;
}

static int64_t weights(const scale *s) {
  int64_t sum = 0;
  for (int k = 0; k < s->criterion_count; k++)
    sum += s->weight[k];
  return sum;
}

/* times weights() */
static wide weighted(const call *c, int plan, int reviewer) {
  wide sum = 0;
  for (int k = 0; k < c->scale.criterion_count; k++)
    sum += (wide)c->scale.weight[k] * c->plans[plan].marks[reviewer][k];
  return sum;
}

static void sort(wide *value, int count) {
  for (int i = 1; i < count; i++)
    for (int k = i; k > 0 && value[k - 1] > value[k]; k--) {
      const wide held = value[k];
      value[k] = value[k - 1];
      value[k - 1] = held;
    }
}

/* the middle of sorted values, as the method sees it */
static ratio join(const scale *s, wide *value, int count) {
  int cut = 0;
  sort(value, count);
  if (s->way == WAY_MEDIAN)
    cut = (count - 1) / 2; /* leaves one or two */
  if (s->way == WAY_TRIMMED)
    cut = (int)((s->trim ? s->trim : POINT / 5) * count / POINT);
  wide sum = 0;
  for (int k = cut; k < count - cut; k++)
    sum += value[k];
  return (ratio){sum, count - 2 * cut};
}

static bool reaches(const scale *s, ratio value, wide by, int64_t least) {
  const wide left = value.num, right = (wide)least * value.den * by;
  return least == 0 || (s->low_is_better ? left <= right : left >= right);
}

static bool passes_criterion(const call *c, int plan, int criterion) {
  wide value[REVIEWERS_MOST];
  int count = 0;
  for (int r = 0; r < c->reviewer_count; r++)
    if (review_counts(c, plan, r))
      value[count++] = c->plans[plan].marks[r][criterion];
  return reaches(&c->scale, join(&c->scale, value, count), 1,
                 c->scale.least[criterion]);
}

/* ---- T-scores: 3 + 0.6 (score - mean) / sd among the reviewer's own */

static long double t_score(const call *c, int plan, int reviewer) {
  wide sum = 0, squares = 0;
  int64_t count = 0;
  for (int i = 0; i < c->plan_count; i++) {
    if (!review_counts(c, i, reviewer))
      continue;
    sum += weighted(c, i, reviewer);
    count++;
  }
  for (int i = 0; i < c->plan_count; i++) {
    if (!review_counts(c, i, reviewer))
      continue;
    const wide off = count * weighted(c, i, reviewer) - sum;
    squares += off * off;
  }
  if (squares == 0)
    return 3;
  const wide own = count * weighted(c, plan, reviewer) - sum;
  const long double sd = sqrtl((long double)squares / (long double)(count - 1));
  const long double above = (long double)own / sd;
  return 3 + 0.6L * (c->scale.low_is_better ? -above : above);
}

static int64_t round_t(field *f, long double units) {
  const long double off = fabsl(units - floorl(units) - 0.5L);
  if (off > 1e-12L && off < 1e-6L)
    f->unsure = true;
  return (int64_t)floorl(units + 0.5L + 1e-9L);
}

static int64_t t_merit(field *f, int plan) {
  long double sum = 0;
  int count = 0;
  for (int r = 0; r < f->of->reviewer_count; r++)
    if (review_counts(f->of, plan, r)) {
      sum += t_score(f->of, plan, r);
      count++;
    }
  return round_t(f, sum / count * (long double)POINT /
                        (long double)f->of->scale.unit);
}

static void score_plan(field *f, int plan) {
  const call *const c = f->of;
  standing *const s = &f->plans[plan];
  wide value[REVIEWERS_MOST];
  for (int r = 0; r < c->reviewer_count; r++)
    if (review_counts(c, plan, r))
      value[s->reviews++] = weighted(c, plan, r);
  s->scored = s->passes = s->reviews > 0;
  if (!s->scored)
    return;
  const wide by = weights(&c->scale);
  ratio raw = join(&c->scale, value, s->reviews);
  s->passes = reaches(&c->scale, raw, by, c->scale.least_of_all);
  for (int k = 0; k < c->scale.criterion_count; k++)
    s->passes = s->passes && passes_criterion(c, plan, k);
  raw.den *= by;
  if (c->scale.low_is_better)
    raw.num = (c->scale.low + c->scale.high) * raw.den - raw.num;
  s->merit = c->scale.way == WAY_T_SCORE
                 ? t_merit(f, plan)
                 : (int64_t)exact_half_up(raw.num, raw.den * c->scale.unit);
}

void appraise_scores(field *f) {
  for (int i = 0; i < f->of->plan_count; i++)
    score_plan(f, i);
  for (int i = 0; i < f->of->plan_count; i++) {
    if (!f->plans[i].scored)
      continue;
    f->plans[i].rank = 1;
    for (int k = 0; k < f->of->plan_count; k++)
      if (f->plans[k].scored && f->plans[k].merit > f->plans[i].merit)
        f->plans[i].rank++;
  }
}
