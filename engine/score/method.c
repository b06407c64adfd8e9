#include "method.h"
#include "../../models/t_score.h"
#include <assert.h>

/* reviews by reviewer; those of one by application, as in the pool */
typedef struct desk {
  const int *start, *review;
} desk;

static desk desk_of(arena *home, const pool *of) {
  int *start = ARENA_ARRAY(home, int, of->reviewer_count + 2);
  int *at = ARENA_ARRAY(home, int, of->review_count + 1);
  for (int i = 0; i < of->review_count; i++)
    start[of->reviews[i].reviewer + 2]++;
  for (int r = 0; r < of->reviewer_count; r++)
    start[r + 2] += start[r + 1];
  for (int i = 0; i < of->review_count; i++)
    at[start[of->reviews[i].reviewer + 1]++] = i;
  assert(start[of->reviewer_count] == of->review_count);
  return (desk){start, at};
}

static const double *t_scores(arena *home, const pool *of, const marks *m) {
  const desk by = desk_of(home, of);
  double *all = ARENA_ARRAY(home, double, of->review_count + 1);
  double *t = ARENA_ARRAY(home, double, of->review_count + 1);
  wide *mark = ARENA_ARRAY(home, wide, of->review_count + 1);
  for (int r = 0; r < of->reviewer_count; r++) {
    const int *mine = by.review + by.start[r];
    const int count = by.start[r + 1] - by.start[r];
    for (int i = 0; i < count; i++)
      mark[i] = m->better[mine[i]];
    if (count > 0)
      t_score(mark, count, t);
    for (int i = 0; i < count; i++)
      all[mine[i]] = t[i];
  }
  return all;
}

static bool mean_t_score(arena *home, const pool *of, const marks *m,
                         double *points, finding_list *findings, error *err) {
  (void)findings;
  (void)err;
  const double *t = t_scores(home, of, m);
  for (int a = 0; a < of->count; a++) {
    const int first = m->start[a], count = m->start[a + 1] - first;
    double sum = 0;
    for (int i = 0; i < count; i++)
      sum += t[first + i];
    if (count > 0)
      points[a] = sum / count;
  }
  return true;
}

static const method_row methods[] = {
    {METHOD_MEAN, "mean", average_mean, NULL},
    {METHOD_MEDIAN, "median", average_median, NULL},
    {METHOD_TRIMMED_MEAN, "trimmed_mean", average_trimmed_mean, NULL},
    {METHOD_T_SCORE, "t_score", average_mean, mean_t_score},
    {METHOD_MIXED_MODEL, "mixed_model", average_mean, calibrate_mixed},
};

const method_row *method_find(method wanted) {
  assert((size_t)wanted < sizeof methods / sizeof *methods);
  assert(methods[wanted].method == wanted);
  return &methods[wanted];
}
