#include "study.h"
#include "../../models/rank.h"
#include "../../models/score/agreement.h"
#include "../../models/score/diagnosis.h"
#include "../../models/score/partiality.h"
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

/* of the reviewers of plan a; they are known only with an error, too, and
 * shrunken as the model shrinks them */
static double mean_severity(const body *b, int a) {
  const graph *g = b->g;
  const double mu = b->fit->calibrated[a] - b->fit->effect[a];
  double sum = 0;
  for (int e = g->start[a]; e < g->start[a + 1]; e++) {
    sum += b->fit->effect[g->next[e]];
    if (b->panel) /* a harsh panel is severity, too */
      sum += mixed_mean(b->fit, g->review[e]) - mu;
  }
  return sum / graph_degree(g, a);
}

static double lambda_of(const mixed_fit *fit) {
  return fit->variance[RESIDUAL] / fit->variance[APPLICATION];
}

static const double slight = 0.1; /* of a standard error: no reason */

typedef struct usual { /* of the plans */
  double reviews, severity;
} usual;

/* Were every plan pulled to the mean alike (by w of the usual number of
 * reviews), and its reviewers as severe as is usual, no rank would move. */
static study_reason reason_of(const body *b, int a, const study_plan *p,
                              usual of) {
  const double up = b->of->low_is_better ? -1 : 1;
  const double way = p->rank < p->raw_rank ? up : -up;
  if (p->rank == p->raw_rank)
    return STUDY_UNMOVED;
  if (!(b->fit->variance[APPLICATION] > 0))
    return STUDY_UNTOLD;
  const double mu = b->fit->calibrated[a] - b->fit->effect[a];
  const double severity = mean_severity(b, a), lambda = lambda_of(b->fit);
  const double w = p->reviews / (p->reviews + lambda);
  const double typical = of.reviews / (of.reviews + lambda);
  const double own = -way * typical * (severity - of.severity);
  const double pull = way * (w - typical) * (body_mean(b, a) - severity - mu);
  if (fmax(own, pull) < slight * b->fit->se_total[a])
    return STUDY_OTHERS;
  if (own >= pull)
    return p->rank < p->raw_rank ? STUDY_HARSH : STUDY_LENIENT;
  return w < typical ? STUDY_FEW : STUDY_MANY;
}

static usual usual_of(const body *b) {
  usual of = {generalise(b->g, b->fit->variance).k, 0};
  for (int a = 0; a < b->g->applications; a++)
    of.severity += mean_severity(b, a) / b->g->applications;
  return of;
}

/* calibrated = mu + w (mean - severity - mu), w = reviews / (reviews + lambda):
 * the mean less severity, and what the pull to mu does to that */
static void take_reasons(const body *b, study *to) {
  const usual of = usual_of(b);
  for (int a = 0; a < b->g->applications; a++) {
    study_plan *const p = &to->plans[a];
    const double severity = mean_severity(b, a);
    const double moved = b->fit->calibrated[a] - body_mean(b, a);
    p->by_severity = body_figure(-severity);
    p->by_pull = body_figure(moved + severity);
    p->reason = reason_of(b, a, p, of);
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
  if (body_is_fitted(b)) {
    take_calibrated(scratch, b, to);
    take_reasons(b, to);
    if (n <= CHANCES_MOST && !b->fit->sampled)
      take_chances(scratch, b, to);
    if (n <= BAYES_MOST)
      take_bayes(scratch, b, to);
  }
  study_group_all(home, b, to);
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

/* ---- scores in spite of a conflict */

/* number here of each id of the ballot; -1: without a review here */
static int *numbers_of(arena *scratch, const int *back, int count, int ids) {
  int *number = ARENA_ARRAY(scratch, int, ids + 1);
  for (int i = 0; i < ids; i++)
    number[i] = -1;
  for (int i = 0; i < count; i++)
    number[back[i]] = i;
  return number;
}

static void take_marked(const body *b, int which, study *to) {
  const marked *of = &b->of->marked;
  arena *const scratch = arena_open();
  const int *plan = numbers_of(scratch, b->plan, b->g->applications,
                               b->of->applications.count);
  const int *reviewer =
      numbers_of(scratch, b->reviewer, b->g->reviewers, b->of->reviewers.count);
  int *about = ARENA_ARRAY(scratch, int, of->count + 1);
  int *by = ARENA_ARRAY(scratch, int, of->count + 1);
  double *score = ARENA_ARRAY(scratch, double, of->count + 1);
  for (int i = 0; i < of->count; i++) {
    about[i] = plan[of->application[i]];
    by[i] = reviewer[of->reviewer[i]];
    score[i] = body_weigh(b->of, of->score, which, i);
  }
  const partiality got = partiality_of(
      b->fit, &(marked_scores){of->count, about, by, of->panel, score});
  to->marked_count = got.count;
  to->marked_effect = body_figure(got.effect);
  to->marked_error = body_figure(got.error);
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
    to[b->review[e]] = mixed_residual(b->fit, b->score[e], e);
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

/* of the reviews that have every criterion: those of the weighted body */
static void take_split(const body *b, study *to) {
  const ballot *of = b->of;
  const int criteria = of->criteria.count;
  double variance[HALO_PARTS];
  arena *const scratch = arena_open();
  double **score = ARENA_ARRAY(scratch, double *, criteria);
  for (int c = 0; c < criteria; c++) {
    score[c] = ARENA_ARRAY(scratch, double, b->g->reviews + 1);
    for (int e = 0; e < b->g->reviews; e++)
      score[c][e] = of->score[c][b->review[e]];
  }
  to->split = body_is_fitted(b) && halo_split(b->g, score, criteria, variance);
  for (int k = 0; to->split && k < HALO_PARTS; k++)
    to->part[k] = body_figure(variance[k]);
  arena_close(scratch);
}

/* ---- */

static void fit_each(arena *home, const ballot *of, const study_options *how,
                     study *to) {
  const int criteria = of->criteria.count;
  body **each = ARENA_ARRAY(home, body *, criteria + 1);
  for (int c = 0; c < criteria; c++) {
    each[c] = body_take(home, of, c, how->means);
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
  const body *b = body_take(home, of, weighted ? -1 : one, how->means);
  to->fits[to->fit_count++] =
      study_fit_of(b, weighted        ? "*"
                      : criteria == 0 ? ""
                                      : of->criteria.item[one]);
  if (weighted) {
    fit_each(home, of, how, to);
    take_split(b, to);
  }
  to->best = how->best > 0 ? how->best : (b->g->applications + 2) / 3;
  take_plans(home, b, to);
  take_reviewers(home, b, to);
  study_panel_all(home, b, to);
  take_marked(b, weighted ? -1 : one, to);
  study_note_all(home, b, to);
  return to;
}
