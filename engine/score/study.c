#include "study.h"
#include "../../models/rank.h"
#include "../../models/score/diagnosis.h"
#include "../../models/score/ranking_bayes.h"
#include "body.h"
#include <math.h>

enum { CHANCES_MOST = 1500, BAYES_MOST = 400 };

/* ---- plans */

/* ranks of values that differ by more than rounding */
static int *ranks_of(arena *home, const double *value, int count,
                     bool low_is_better) {
  static const double fine = 1e9;
  int *rank = ARENA_ARRAY(home, int, count + 1);
  int64_t *whole = ARENA_ARRAY(home, int64_t, count + 1);
  for (int i = 0; i < count; i++)
    whole[i] = (int64_t)floor(value[i] * fine + 0.5) * (low_is_better ? -1 : 1);
  rank_competition(home, whole, count, rank);
  return rank;
}

/* component from 1, in the order of the plans */
static void number_components(arena *scratch, const body *b, study *to) {
  int *number = ARENA_ARRAY(scratch, int, b->g->components + 1), next = 0;
  for (int a = 0; a < b->g->applications; a++) {
    int *const own = &number[b->g->component[a]];
    if (*own == 0)
      *own = ++next;
    to->plans[a].component = *own;
  }
}

static void take_means(arena *scratch, const body *b, study *to) {
  const int n = b->g->applications;
  double *mean = ARENA_ARRAY(scratch, double, n + 1);
  for (int a = 0; a < n; a++)
    mean[a] = body_mean(b, a);
  const int *rank = ranks_of(scratch, mean, n, b->of->low_is_better);
  for (int a = 0; a < n; a++) {
    to->plans[a].id = b->of->applications.item[b->plan[a]];
    to->plans[a].reviews = graph_degree(b->g, a);
    to->plans[a].mean = body_figure(mean[a]);
    to->plans[a].raw_rank = rank[a];
  }
}

static void take_calibrated(arena *scratch, const body *b, study *to) {
  const int n = b->g->applications;
  const int *rank =
      ranks_of(scratch, b->fit->calibrated, n, b->of->low_is_better);
  double *expected = ARENA_ARRAY(scratch, double, n + 1);
  ranking_expected(b->fit, b->of->low_is_better, expected);
  for (int a = 0; a < n; a++) {
    to->plans[a].calibrated = body_figure(b->fit->calibrated[a]);
    to->plans[a].se = body_figure(b->fit->se_total[a]);
    to->plans[a].expected_rank = body_figure(expected[a]);
    to->plans[a].rank = rank[a];
  }
}

static void take_chances(arena *scratch, const body *b, study *to) {
  const int n = b->g->applications;
  chances *all = ARENA_ARRAY(scratch, chances, n + 1);
  ranking_chances(b->fit, b->of->low_is_better, to->best, all);
  for (int a = 0; a < n; a++) {
    to->plans[a].among_best = body_figure(all[a].among_best);
    to->plans[a].first_rank = all[a].first;
    to->plans[a].last_rank = all[a].last;
  }
}

static void take_bayes(arena *scratch, const body *b, study *to) {
  const bayes_input in = {.g = b->g,
                          .score = b->score,
                          .width = b->of->high - b->of->low,
                          .low_is_better = b->of->low_is_better};
  if (!(in.width > 0))
    return;
  const bayes_rank *got = ranking_bayes(scratch, &in);
  for (int a = 0; a < b->g->applications; a++)
    to->plans[a].bayes_rank = body_figure(got->rank[a]);
}

static void take_plans(arena *home, const body *b, study *to) {
  const int n = b->g->applications;
  arena *const scratch = arena_open();
  to->plans = ARENA_ARRAY(home, study_plan, n + 1);
  to->plan_count = n;
  take_means(scratch, b, to);
  number_components(scratch, b, to);
  if (body_is_fitted(b)) {
    take_calibrated(scratch, b, to);
    if (n <= CHANCES_MOST && !b->fit->sampled)
      take_chances(scratch, b, to);
    if (n <= BAYES_MOST)
      take_bayes(scratch, b, to);
  }
  arena_close(scratch);
}

/* ---- reviewers */

static void take_reviewers(arena *home, const body *b, study *to) {
  const int n = b->g->reviewers;
  arena *const scratch = arena_open();
  const diagnosis *all = diagnose(scratch, b->fit, b->score);
  to->reviewers = ARENA_ARRAY(home, study_reviewer, n + 1);
  to->reviewer_count = n;
  for (int r = 0; r < n; r++)
    to->reviewers[r] =
        (study_reviewer){.id = b->of->reviewers.item[b->reviewer[r]],
                         .reviews = all[r].reviews,
                         .constant = all[r].constant,
                         .mean = body_figure(all[r].mean),
                         .severity = body_figure(all[r].severity),
                         .se = body_figure(all[r].severity_error),
                         .z = body_figure(all[r].z),
                         .raw_severity = body_figure(all[r].raw_severity),
                         .consistency = body_figure(all[r].consistency),
                         .correlation = body_figure(all[r].correlation)};
  arena_close(scratch);
}

/* ---- halo: the mean correlation, between two criteria, of what the models
 * leave unexplained in one review */

/* of the body's reviews, by review of the ballot; NAN where there is none */
static double *residuals_of(arena *scratch, const body *b) {
  double *to = ARENA_ARRAY(scratch, double, b->of->count + 1);
  for (int e = 0; e < b->of->count; e++)
    to[e] = NAN;
  for (int e = 0; e < b->g->reviews; e++) {
    const int a = b->g->application[e];
    const int r = b->g->applications + b->g->reviewer[e];
    to[b->review[e]] = b->score[e] - b->fit->calibrated[a] - b->fit->effect[r];
  }
  return to;
}

static double correlation(const double *x, const double *y, int count) {
  double xx = 0, yy = 0, xy = 0;
  for (int e = 0; e < count; e++) {
    if (isnan(x[e]) || isnan(y[e]))
      continue;
    xx += x[e] * x[e];
    yy += y[e] * y[e];
    xy += x[e] * y[e];
  }
  return xx > 0 && yy > 0 ? xy / sqrt(xx * yy) : NAN;
}

static figure halo_of(body *const *each, int count) {
  arena *const scratch = arena_open();
  double **rest = ARENA_ARRAY(scratch, double *, count + 1), sum = 0;
  for (int c = 0; c < count; c++) {
    if (!body_is_fitted(each[c])) {
      arena_close(scratch);
      return (figure){0};
    }
    rest[c] = residuals_of(scratch, each[c]);
  }
  for (int c = 0; c < count; c++)
    for (int d = 0; d < c; d++)
      sum += correlation(rest[c], rest[d], each[c]->of->count);
  arena_close(scratch);
  return body_figure(sum / (count * (count - 1) / 2));
}

/* ---- */

static void fit_each(arena *home, const ballot *of, const study_options *how,
                     study *to) {
  const int criteria = of->criteria.count;
  body **each = ARENA_ARRAY(home, body *, criteria + 1);
  for (int c = 0; c < criteria; c++) {
    each[c] = body_take(home, of, c, how->separate_means);
    to->fits[to->fit_count++] = study_fit_of(each[c], of->criteria.item[c]);
  }
  to->halo = halo_of(each, criteria);
}

study *study_make(arena *home, const ballot *of, const study_options *how) {
  const int criteria = of->criteria.count;
  const bool weighted = how->criterion < 0 && criteria > 1;
  const int one = how->criterion < 0 ? 0 : how->criterion;
  study *to = ARENA_NEW(home, study);
  to->of = of;
  to->fits = ARENA_ARRAY(home, study_fit, criteria + 2);
  const body *b = body_take(home, of, weighted ? -1 : one, how->separate_means);
  to->fits[to->fit_count++] =
      study_fit_of(b, weighted        ? "*"
                      : criteria == 0 ? ""
                                      : of->criteria.item[one]);
  if (weighted)
    fit_each(home, of, how, to);
  to->best = how->best > 0 ? how->best : (b->g->applications + 2) / 3;
  take_plans(home, b, to);
  take_reviewers(home, b, to);
  study_note_all(home, b, to);
  return to;
}
