/* From scores to merit, in fractions. */
#include "roll.h"
#include <assert.h>
#include <stdlib.h>

static int by_size(const void *a, const void *b) {
  const wide left = *(const wide *)a, right = *(const wide *)b;
  return (left > right) - (left < right);
}

/* what the method makes of a plan's values: the mean of those in the middle */
static ratio middle_of(const scoring *how, wide *value, int count) {
  int cut = 0;
  if (count > 1)
    qsort(value, (size_t)count, sizeof *value, by_size);
  if (how->method == METHOD_MEDIAN)
    cut = (count - 1) / 2; /* leaves one or two */
  if (how->method == METHOD_TRIMMED_MEAN)
    cut = (int)((wide)how->trim * count / DECIMAL_ONE);
  wide sum = 0;
  for (int k = cut; k < count - cut; k++)
    sum += value[k];
  return exact_ratio(sum, count - 2 * cut);
}

static bool reaches(const scoring *how, ratio points, decimal least) {
  if (least == POLICY_NONE)
    return true;
  const int order = exact_compare(points, exact_ratio(least, DECIMAL_ONE));
  return how->low_is_better ? order <= 0 : order >= 0;
}

static bool criterion_passes(const roll *r, const entry *e, int which,
                             wide *room) {
  const scoring *const how = &r->rules->scoring;
  int count = 0;
  for (int s = r->sheet_of_entry[e - r->entries]; s >= 0; s = r->sheets[s].next)
    if (sheet_counts(r, &r->sheets[s]))
      room[count++] = r->sheets[s].score[which];
  const ratio value = middle_of(how, room, count);
  return reaches(how, exact_ratio(value.num, value.den * DECIMAL_ONE),
                 how->criteria[which].at_least);
}

static void score_entry(const roll *r, entry *e, wide by, wide *room) {
  const scoring *const how = &r->rules->scoring;
  int count = 0;
  for (int s = r->sheet_of_entry[e - r->entries]; s >= 0; s = r->sheets[s].next)
    if (sheet_counts(r, &r->sheets[s]))
      room[count++] = sheet_weighted(r, &r->sheets[s]);
  assert(count == e->reviews);
  e->raw = (ratio){0, 1};
  e->scored = count > 0;
  if (!e->scored)
    return;
  const ratio value = middle_of(how, room, count);
  e->raw = exact_ratio(value.num, value.den * by);
  e->passes = reaches(how, e->raw, how->at_least);
  for (int k = 0; k < how->criterion_count; k++)
    e->passes = criterion_passes(r, e, k, room) && e->passes;
  wide points = e->raw.num * DECIMAL_ONE;
  if (how->low_is_better)
    points = ((wide)how->low + how->high) * e->raw.den - points;
  e->merit = exact_narrow(exact_half_up(points, e->raw.den * how->unit));
}

/* Half up, where what lies within 10^-9 units of a half counts as that half. */
static int64_t t_merit(wide sum, int count, decimal unit) {
  const wide one = (wide)unit * 1000000000; /* a unit, in 10^-15 points */
  const wide nearly = unit;                 /* 10^-9 of it */
  return exact_narrow(
      exact_floor(sum + count * (one / 2 + nearly), (wide)count * one));
}

static void score_by_t(const roll *r) {
  wide *const t = ARENA_ARRAY(r->home, wide, r->sheet_count + 1);
  roll_t_scores(r, t);
  for (int i = 0; i < r->count; i++) {
    entry *const e = &r->entries[i];
    wide sum = 0;
    for (int s = r->sheet_of_entry[i]; s >= 0; s = r->sheets[s].next)
      if (sheet_counts(r, &r->sheets[s]))
        sum += t[s];
    if (e->scored)
      e->merit = t_merit(sum, e->reviews, r->rules->scoring.unit);
  }
}

void roll_scores(roll *r) {
  const scoring *const how = &r->rules->scoring;
  wide *const room = ARENA_ARRAY(r->home, wide, r->sheet_count + 1);
  wide by = 0; /* weights are millionths, as scores are */
  for (int k = 0; k < how->criterion_count; k++)
    by += how->criteria[k].weight;
  for (int i = 0; i < r->count; i++)
    score_entry(r, &r->entries[i], by * DECIMAL_ONE, room);
  if (how->method == METHOD_T_SCORE)
    score_by_t(r);
}
