#include "cholesky.h"
#include "reml_point.h"
#include <assert.h>
#include <math.h>

enum { STEPS_MOST = 100, HALVINGS_MOST = 12 };
static const double vanished = 1e-9;     /* of the residual variance */
static const double exact = 1e-11;       /* relative score equations */
static const double exact_enough = 1e-9; /* where rounding stops progress */
static const double sampled_enough = 1e-6;
static const double near_enough = 0.05; /* for the curvature's correction */
static const double shrink_most = 0.02, grow_most = 50;

/* ---- when it is over */

static double relative_slope(const reml_point *at) {
  double most = 0;
  for (int k = 0; k < VARIANCES; k++) {
    const double scale = fmax(fabs(at->freedom[k]), 1e-300);
    if (at->fit->uses[k])
      most = fmax(most, fabs(at->slope[k]) * at->fit->variance[k] / scale);
  }
  return most;
}

static bool has_vanished(const reml_point *at, int k) {
  const double *s = at->fit->variance;
  const double beside =
      k == RESIDUAL ? s[APPLICATION] + s[REVIEWER] : s[RESIDUAL];
  return at->fit->uses[k] && at->slope[k] > 0 && s[k] < vanished * beside;
}

/* is it decided? earlier: the slope of the visit before */
static bool is_over(reml_point *at, double earlier) {
  reml_fit *fit = at->fit;
  fit->slope = relative_slope(at);
  if (has_vanished(at, RESIDUAL))
    fit->status = REML_NO_RESIDUAL;
  else if (has_vanished(at, APPLICATION) || has_vanished(at, REVIEWER))
    fit->status = REML_BOUNDARY;
  else if (fit->slope < (fit->sampled ? sampled_enough : exact))
    fit->status = REML_FOUND;
  else if (fit->slope < exact_enough && fit->slope > earlier / 2)
    fit->status = REML_FOUND;
  else
    return false;
  return true;
}

/* ---- one step of Newton's method */

/* of the variances in use: which, and how many */
static int in_use(const reml_fit *fit, int which[VARIANCES]) {
  int count = 0;
  for (int k = 0; k < VARIANCES; k++)
    if (fit->uses[k])
      which[count++] = k;
  return count;
}

/* information^-1 of the variances in use over `to`; false if not positive */
static bool factor_information(const reml_point *at, const int *which, int n,
                               double *to) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      to[i * n + j] = at->information[which[i]][which[j]];
  return cholesky_factor(to, n);
}

/* sums of squares over their degrees of freedom: always positive */
static void fixed_point(const reml_point *at, double *step) {
  for (int k = 0; k < VARIANCES; k++) {
    const double s = at->fit->variance[k], f = at->freedom[k];
    const double squares = (f / s - at->slope[k]) * s * s;
    step[k] = at->fit->uses[k] && f > 0 ? squares / f - s : 0;
  }
}

/* The average information is not quite the curvature. Near the end, what the
 * last step changed corrects it along that step (symmetric rank one), which
 * turns slow linear convergence into fast. */
static void correct_curvature(const reml_point *at, const int *which, int n,
                              double *curvature) {
  double off[VARIANCES], along = 0;
  for (int i = 0; i < n; i++) {
    const int k = which[i];
    off[i] = at->slope[k] - at->earlier_slope[k];
    for (int j = 0; j < n; j++)
      off[i] -= curvature[i * n + j] * at->moved[which[j]];
    along += off[i] * at->moved[k];
  }
  for (int i = 0; along != 0 && i < n; i++)
    for (int j = 0; j < n; j++)
      curvature[i * n + j] += off[i] * off[j] / along;
}

static bool factor_curvature(const reml_point *at, const int *which, int n,
                             double *to) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      to[i * n + j] = at->information[which[i]][which[j]];
  correct_curvature(at, which, n, to);
  return cholesky_factor(to, n);
}

static void newton(const reml_point *at, double step[VARIANCES]) {
  int which[VARIANCES];
  double factor[VARIANCES * VARIANCES], side[VARIANCES];
  const int n = in_use(at->fit, which);
  const bool near = at->fit->slope < near_enough;
  if (!(near && factor_curvature(at, which, n, factor)) &&
      !factor_information(at, which, n, factor)) {
    fixed_point(at, step);
    return;
  }
  for (int i = 0; i < n; i++)
    side[i] = -at->slope[which[i]];
  cholesky_solve(factor, n, side, 1);
  for (int i = 0; i < n; i++)
    step[which[i]] = side[i];
}

static double kept_within(double from, double to) {
  return fmin(fmax(to, shrink_most * from), grow_most * from);
}

/* goes on from `from` by the step; half of it while -2l rises */
static bool move(reml_point *at, const double *from, const double *step) {
  reml_fit *fit = at->fit;
  const double before = fit->criterion;
  double part = 1;
  for (int i = 0; i < HALVINGS_MOST; i++, part /= 2) {
    for (int k = 0; k < VARIANCES; k++)
      if (fit->uses[k])
        fit->variance[k] = kept_within(from[k], from[k] + part * step[k]);
    if (!reml_point_visit(at))
      continue;
    if (fit->sampled || fit->criterion <= before + 1e-10 * (1 + fabs(before)))
      return true;
  }
  return false;
}

static bool advance(reml_point *at) {
  double from[VARIANCES], step[VARIANCES] = {0};
  for (int k = 0; k < VARIANCES; k++)
    from[k] = at->fit->variance[k];
  newton(at, step);
  const bool moved = move(at, from, step);
  for (int k = 0; k < VARIANCES; k++) {
    at->moved[k] = at->fit->variance[k] - from[k];
    at->earlier_slope[k] = at->slope[k];
  }
  return moved;
}

/* ---- the error of sampled traces */

static double trace_of(const sample_traces *t, int factor, int sample) {
  return factor == APPLICATION ? t->application[sample] : t->reviewer[sample];
}

/* what one sample's traces would have changed in the variances */
static void shift_of(const reml_point *at, const double *factor,
                     const int *which, int n, int sample, double *shift) {
  const reml_fit *fit = at->fit;
  double off[VARIANCES] = {0};
  for (int k = APPLICATION; k <= REVIEWER; k++) {
    double mean = 0;
    for (int s = 0; s < at->traces.samples; s++)
      mean += trace_of(&at->traces, k, s) / at->traces.samples;
    const double lambda = fit->variance[RESIDUAL] / fit->variance[k];
    const double change = lambda * (trace_of(&at->traces, k, sample) - mean);
    off[k] -= change / fit->variance[k];
    off[RESIDUAL] += change / fit->variance[RESIDUAL];
  }
  for (int i = 0; i < n; i++)
    shift[i] = off[which[i]];
  cholesky_solve(factor, n, shift, 1);
}

static void find_sampling_error(const reml_point *at) {
  int which[VARIANCES];
  double factor[VARIANCES * VARIANCES], squares[VARIANCES] = {0};
  const int n = in_use(at->fit, which), samples = at->traces.samples;
  if (!factor_information(at, which, n, factor))
    return;
  for (int s = 0; s < samples; s++) {
    double shift[VARIANCES];
    shift_of(at, factor, which, n, s, shift);
    for (int i = 0; i < n; i++)
      squares[i] += shift[i] * shift[i];
  }
  for (int i = 0; i < n; i++)
    at->fit->sampling_error[which[i]] =
        sqrt(squares[i] / samples / (samples - 1));
}

/* ---- */

static void search(reml_point *at) {
  reml_fit *fit = at->fit;
  double earlier = INFINITY;
  fit->status = REML_LOST;
  if (!reml_point_visit(at))
    return;
  for (; fit->steps < STEPS_MOST; fit->steps++) {
    if (!reml_point_differentiate(at) || is_over(at, earlier))
      return;
    earlier = fit->slope;
    if (!advance(at)) {
      if (earlier < exact_enough)
        fit->status = REML_FOUND;
      return;
    }
  }
}

reml_fit *reml_find(arena *home, const reml_input *in, bool uses_applications,
                    bool uses_reviewers) {
  assert(in->g->reviews > in->means->count);
  reml_fit *fit = ARENA_NEW(home, reml_fit);
  fit->uses[APPLICATION] = uses_applications;
  fit->uses[REVIEWER] = uses_reviewers;
  fit->uses[RESIDUAL] = true;
  moments_start(in, fit->variance);
  for (int k = 0; k < VARIANCES; k++)
    fit->variance[k] = fit->uses[k] ? fit->variance[k] : 0;
  reml_point *at = reml_point_new(home, in, fit);
  search(at);
  if (fit->sampled && fit->status == REML_FOUND)
    find_sampling_error(at);
  return fit;
}
