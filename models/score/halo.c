#include "halo.h"
#include "cholesky.h"
#include "reml_point.h"
#include <math.h>

enum { STEPS_MOST = 200, HALVINGS_MOST = 20 };
static const double enough = 1e-10;   /* relative slope */
static const double vanished = 1e-10; /* of the whole variance: counts as 0 */
static const double shrink_most = 0.02, grow_most = 50;

typedef struct side { /* the sum, or the contrasts together */
  reml_input in;
  reml_fit fit;
  reml_point *at;
} side;

typedef struct split {
  side sum, rest;
  int criteria;
  double variance[HALO_PARTS]; /* of scores of sd about 1 */
  double slope[HALO_PARTS], information[HALO_PARTS][HALO_PARTS];
  bool free[HALO_PARTS];
} split;

/* ---- the turned scores */

/* Helmert: contrast 0 is the sum, contrast k sets criterion k against those
 * before it; all of length 1 */
static double turned(double *const *score, int criteria, int contrast, int e) {
  double sum = 0;
  for (int c = 0; c < (contrast == 0 ? criteria : contrast); c++)
    sum += score[c][e];
  if (contrast == 0)
    return sum / sqrt(criteria);
  return (sum - contrast * score[contrast][e]) /
         sqrt(contrast * (contrast + 1.0));
}

/* the graph `copies` times, plans and reviewers of each copy their own */
static const graph *copy_graph(arena *home, const graph *g, int copies) {
  const size_t room = (size_t)g->reviews * (size_t)copies + 1;
  int *plan = ARENA_ARRAY(home, int, room);
  int *reviewer = ARENA_ARRAY(home, int, room);
  for (int k = 0; k < copies; k++)
    for (int e = 0; e < g->reviews; e++) {
      plan[k * g->reviews + e] = k * g->applications + g->application[e];
      reviewer[k * g->reviews + e] = k * g->reviewers + g->reviewer[e];
    }
  return graph_make(home, plan, reviewer, copies * g->reviews,
                    copies * g->applications, copies * g->reviewers);
}

/* every copy has a mean of its own */
static const means *means_of(arena *home, const graph *all, int copies) {
  int *of = ARENA_ARRAY(home, int, all->reviews + 1);
  for (int e = 0; e < all->reviews; e++)
    of[e] = e / (all->reviews / copies);
  return means_make(home, all, of, copies);
}

static const double *turn(arena *home, const graph *g, double *const *score,
                          int criteria, int first, int copies) {
  double *y = ARENA_ARRAY(home, double, (size_t)g->reviews *(size_t)copies + 1);
  for (int k = 0; k < copies; k++)
    for (int e = 0; e < g->reviews; e++)
      y[k * g->reviews + e] = turned(score, criteria, first + k, e);
  return y;
}

static void begin(arena *home, side *to, const graph *g, double *const *score,
                  int criteria, int first, int copies) {
  const graph *all = copy_graph(home, g, copies);
  to->in = (reml_input){.g = all,
                        .y = turn(home, g, score, criteria, first, copies),
                        .means = means_of(home, all, copies),
                        .dense_most = HALO_DENSE_MOST};
  to->fit = (reml_fit){.uses = {true, true, true}};
  to->at = reml_point_new(home, &to->in, &to->fit);
}

/* ---- one visit of both */

static void set_variances(split *s) {
  const double *v = s->variance, c = s->criteria;
  double whole = 0;
  for (int k = 0; k < HALO_PARTS; k++)
    whole += v[k];
  double *const sum = s->sum.fit.variance, *const rest = s->rest.fit.variance;
  rest[APPLICATION] = fmax(v[HALO_PLAN_CRITERION], vanished * whole);
  rest[REVIEWER] = fmax(v[HALO_REVIEWER_CRITERION], vanished * whole);
  rest[RESIDUAL] = v[HALO_RESIDUAL];
  sum[APPLICATION] = c * v[HALO_PLAN] + rest[APPLICATION];
  sum[REVIEWER] = c * v[HALO_REVIEWER] + rest[REVIEWER];
  sum[RESIDUAL] = c * v[HALO_PLAN_REVIEWER] + rest[RESIDUAL];
}

static bool visit(split *s, double *criterion) {
  set_variances(s);
  if (!reml_point_visit(s->sum.at) || !reml_point_visit(s->rest.at))
    return false;
  *criterion = s->sum.fit.criterion + s->rest.fit.criterion;
  return isfinite(*criterion);
}

/* which variance of the crossed models a part belongs to; of the sum alone, or
 * of the contrasts, too */
static const struct {
  int factor;
  bool sum_alone;
} parts[HALO_PARTS] = {
    [HALO_PLAN] = {APPLICATION, true},
    [HALO_PLAN_CRITERION] = {APPLICATION, false},
    [HALO_PLAN_REVIEWER] = {RESIDUAL, true},
    [HALO_REVIEWER] = {REVIEWER, true},
    [HALO_REVIEWER_CRITERION] = {REVIEWER, false},
    [HALO_RESIDUAL] = {RESIDUAL, false},
};

static bool differentiate(split *s) {
  if (!reml_point_differentiate(s->sum.at) ||
      !reml_point_differentiate(s->rest.at))
    return false;
  for (int i = 0; i < HALO_PARTS; i++) {
    const int f = parts[i].factor;
    const double by = parts[i].sum_alone ? s->criteria : 1;
    s->slope[i] = by * s->sum.at->slope[f] +
                  (parts[i].sum_alone ? 0 : s->rest.at->slope[f]);
    for (int j = 0; j < HALO_PARTS; j++) {
      const int h = parts[j].factor;
      const bool both = !parts[i].sum_alone && !parts[j].sum_alone;
      s->information[i][j] = by * (parts[j].sum_alone ? s->criteria : 1) *
                                 s->sum.at->information[f][h] +
                             (both ? s->rest.at->information[f][h] : 0);
    }
  }
  return true;
}

/* ---- Newton's method within variances >= 0 */

static double whole_of(const split *s) {
  double sum = 0;
  for (int k = 0; k < HALO_PARTS; k++)
    sum += s->variance[k];
  return sum;
}

/* a variance that is 0 and would go below is held there */
static bool choose_free(split *s) {
  const double whole = whole_of(s);
  double most = 0;
  for (int k = 0; k < HALO_PARTS; k++) {
    s->free[k] = s->slope[k] < 0 || s->variance[k] > 10 * vanished * whole;
    if (!s->free[k])
      s->variance[k] = 0;
    else
      most = fmax(most,
                  fabs(s->slope[k]) * fmax(s->variance[k], vanished * whole));
  }
  return most > enough * s->rest.in.g->reviews;
}

static bool step_of(const split *s, double *step) {
  double factor[HALO_PARTS * HALO_PARTS], solved[HALO_PARTS];
  int which[HALO_PARTS], n = 0;
  for (int k = 0; k < HALO_PARTS; k++) {
    step[k] = 0;
    if (s->free[k])
      which[n++] = k;
  }
  for (int i = 0; i < n; i++) {
    solved[i] = -s->slope[which[i]];
    for (int j = 0; j < n; j++)
      factor[i * n + j] = s->information[which[i]][which[j]];
  }
  if (!cholesky_factor(factor, n))
    return false;
  cholesky_solve(factor, n, solved, 1);
  for (int i = 0; i < n; i++)
    step[which[i]] = solved[i];
  return true;
}

static bool advance(split *s, double *criterion) {
  double from[HALO_PARTS], step[HALO_PARTS], now = 0, part = 1;
  const double least = vanished * whole_of(s);
  if (!step_of(s, step))
    return false;
  for (int k = 0; k < HALO_PARTS; k++)
    from[k] = s->variance[k];
  for (int i = 0; i < HALVINGS_MOST; i++, part /= 2) {
    for (int k = 0; k < HALO_PARTS; k++)
      if (s->free[k])
        s->variance[k] = fmin(
            fmax(from[k] + part * step[k], fmax(shrink_most * from[k], least)),
            fmax(grow_most * from[k], 0.1 * whole_of(s)));
    if (visit(s, &now) && now <= *criterion + 1e-10 * (1 + fabs(*criterion))) {
      *criterion = now;
      return true;
    }
  }
  return false;
}

static bool search(split *s) {
  double criterion = INFINITY;
  if (!visit(s, &criterion))
    return false;
  for (int i = 0; i < STEPS_MOST; i++) {
    if (!differentiate(s))
      return false;
    if (!choose_free(s))
      return true;
    if (!advance(s, &criterion))
      return false;
  }
  return false;
}

/* ---- */

/* mean squared distance of scores from their criterion's mean */
static double variance_of(const graph *g, double *const *score, int criteria) {
  double squares = 0;
  for (int c = 0; c < criteria; c++) {
    double mean = 0;
    for (int e = 0; e < g->reviews; e++)
      mean += score[c][e] / g->reviews;
    for (int e = 0; e < g->reviews; e++)
      squares += (score[c][e] - mean) * (score[c][e] - mean);
  }
  return squares / criteria / g->reviews;
}

/* of mean 0 and mean square 1 */
static double **standardise(arena *home, const graph *g, double *const *score,
                            int criteria, double square) {
  double **to = ARENA_ARRAY(home, double *, criteria);
  for (int c = 0; c < criteria; c++) {
    double mean = 0;
    to[c] = ARENA_ARRAY(home, double, g->reviews + 1);
    for (int e = 0; e < g->reviews; e++)
      mean += score[c][e] / g->reviews;
    for (int e = 0; e < g->reviews; e++)
      to[c][e] = (score[c][e] - mean) / sqrt(square);
  }
  return to;
}

static bool fits(const graph *g, int criteria) {
  return criteria >= 2 && g->applications >= 3 && g->reviewers >= 3 &&
         g->reviews > g->applications && g->reviews > g->reviewers &&
         g->reviews <= HALO_REVIEWS_MOST / criteria &&
         (g->applications <= HALO_DENSE_MOST ||
          g->reviewers <= HALO_DENSE_MOST);
}

bool halo_split(const graph *g, double *const *score, int criteria,
                double variance[HALO_PARTS]) {
  const double square = variance_of(g, score, criteria);
  if (!fits(g, criteria) || !(square > 0))
    return false;
  arena *const home = arena_open();
  double **y = standardise(home, g, score, criteria, square);
  split s = {.criteria = criteria};
  for (int k = 0; k < HALO_PARTS; k++)
    s.variance[k] = k == HALO_RESIDUAL ? 0.4 : 0.12;
  begin(home, &s.sum, g, y, criteria, 0, 1);
  begin(home, &s.rest, g, y, criteria, 1, criteria - 1);
  const bool found = search(&s);
  for (int k = 0; k < HALO_PARTS; k++)
    variance[k] = s.variance[k] * square;
  arena_close(home);
  return found;
}
