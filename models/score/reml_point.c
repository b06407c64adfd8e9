#include "reml_point.h"
#include <assert.h>
#include <math.h>

static const double solve_tolerance = 1e-8;

static int group_of(const reml_input *in, int level) {
  return in->group[in->g->component[level]];
}

static double lambda_of(const reml_fit *fit, int factor) {
  return fit->uses[factor] ? fit->variance[RESIDUAL] / fit->variance[factor]
                           : 1;
}

reml_point *reml_point_new(arena *home, const reml_input *in, reml_fit *fit) {
  const int levels = in->g->levels;
  reml_point *at = ARENA_NEW(home, reml_point);
  *at = (reml_point){.in = in, .fit = fit, .batches = 2};
  fit->inverse = henderson_new(home, in->g, fit->uses[APPLICATION],
                               fit->uses[REVIEWER], in->dense_most);
  fit->effect = ARENA_ARRAY(home, double, levels + 1);
  fit->pull = ARENA_ARRAY(home, double, levels + 1);
  fit->diagonal = ARENA_ARRAY(home, double, levels + 1);
  fit->mean = ARENA_ARRAY(home, double, in->groups);
  fit->certainty = ARENA_ARRAY(home, double, in->groups);
  const henderson *h = fit->inverse;
  fit->sampled = h->iterative_from < h->solved_count;
  if (!fit->sampled)
    return at;
  at->main_guess = ARENA_ARRAY(home, lanes, h->solved_count);
  at->work_guess = ARENA_ARRAY(home, lanes, h->solved_count);
  for (int b = 0; b < SAMPLE_BATCHES_MOST; b++)
    at->sample_guess[b] = ARENA_ARRAY(home, lanes, h->solved_count);
  return at;
}

/* ---- effects and means */

/* lane 0: Z'y, lane 1: Z'1 */
static lanes *main_side(arena *scratch, const reml_input *in) {
  const graph *g = in->g;
  lanes *side = ARENA_ARRAY(scratch, lanes, g->levels + 1);
  for (int v = 0; v < g->levels; v++) {
    double sum = 0;
    for (int e = g->start[v]; e < g->start[v + 1]; e++)
      sum += in->y[g->review[e]];
    side[v].at[0] = sum;
    side[v].at[1] = graph_degree(g, v);
  }
  return side;
}

/* C and X'y - U'Z'y by group, into certainty and mean */
static void project(const reml_input *in, const double *sums, reml_fit *fit) {
  const graph *g = in->g;
  for (int k = 0; k < in->groups; k++)
    fit->certainty[k] = fit->mean[k] = 0;
  for (int e = 0; e < g->reviews; e++) {
    fit->certainty[group_of(in, g->application[e])] += 1;
    fit->mean[group_of(in, g->application[e])] += in->y[e];
  }
  for (int v = 0; v < g->levels; v++) {
    fit->certainty[group_of(in, v)] -= fit->pull[v] * graph_degree(g, v);
    fit->mean[group_of(in, v)] -= fit->pull[v] * sums[v];
  }
}

static bool divide_means(const reml_input *in, reml_fit *fit) {
  for (int k = 0; k < in->groups; k++) {
    if (!(fit->certainty[k] > 0))
      return false;
    fit->mean[k] /= fit->certainty[k];
  }
  return true;
}

static bool find_effects(reml_point *at) {
  const reml_input *in = at->in;
  reml_fit *fit = at->fit;
  arena *const scratch = arena_open();
  lanes *side = main_side(scratch, in);
  double *sums = ARENA_ARRAY(scratch, double, in->g->levels + 1);
  for (int v = 0; v < in->g->levels; v++)
    sums[v] = side[v].at[0];
  henderson_solve(fit->inverse, side, 2, at->main_guess, solve_tolerance);
  for (int v = 0; v < in->g->levels; v++)
    fit->pull[v] = side[v].at[1];
  project(in, sums, fit);
  const bool done = divide_means(in, fit);
  for (int v = 0; done && v < in->g->levels; v++)
    fit->effect[v] = side[v].at[0] - fit->pull[v] * fit->mean[group_of(in, v)];
  arena_close(scratch);
  return done;
}

/* ---- -2l */

static double residual_of(const reml_input *in, const reml_fit *fit, int e) {
  const int a = in->g->application[e];
  const int r = in->g->applications + in->g->reviewer[e];
  return in->y[e] - fit->mean[group_of(in, a)] - fit->effect[a] -
         fit->effect[r];
}

static int count_of(const graph *g, int factor) {
  return factor == APPLICATION ? g->applications : g->reviewers;
}

static double criterion_of(const reml_point *at, double fitted) {
  const reml_fit *fit = at->fit;
  const reml_input *in = at->in;
  const double s2 = fit->variance[RESIDUAL];
  double sum = (in->g->reviews - in->groups) * log(2 * acos(-1) * s2);
  for (int k = APPLICATION; k <= REVIEWER; k++)
    if (fit->uses[k])
      sum -= count_of(in->g, k) * log(lambda_of(fit, k));
  for (int k = 0; k < in->groups; k++)
    sum += log(fit->certainty[k]);
  return sum + fit->inverse->log_determinant + fitted / s2;
}

bool reml_point_visit(reml_point *at) {
  reml_fit *fit = at->fit;
  const reml_input *in = at->in;
  if (!henderson_set(fit->inverse, lambda_of(fit, APPLICATION),
                     lambda_of(fit, REVIEWER)) ||
      !find_effects(at))
    return false;
  double fitted = 0;
  at->rest = 0;
  for (int e = 0; e < in->g->reviews; e++) {
    const double off = residual_of(in, fit, e);
    at->rest += off * off;
    fitted += in->y[e] * off;
  }
  fit->criterion = fit->sampled ? NAN : criterion_of(at, fitted);
  return fit->sampled || isfinite(fit->criterion);
}

/* ---- average information */

/* Z'q: lane k for q_k = Z u_k / s_k, the last for r / s2 */
static lanes *work_side(arena *scratch, const reml_point *at) {
  const graph *g = at->in->g;
  const reml_fit *fit = at->fit;
  lanes *side = ARENA_ARRAY(scratch, lanes, g->levels + 1);
  for (int v = 0; v < g->levels; v++) {
    const int own = graph_is_reviewer(g, v) ? REVIEWER : APPLICATION;
    const int other = own == REVIEWER ? APPLICATION : REVIEWER;
    double sum = 0;
    for (int e = g->start[v]; e < g->start[v + 1]; e++)
      sum += fit->effect[g->next[e]];
    if (fit->uses[own])
      side[v].at[own] =
          graph_degree(g, v) * fit->effect[v] / fit->variance[own];
    if (fit->uses[other])
      side[v].at[other] = sum / fit->variance[other];
    if (fit->uses[own])
      side[v].at[RESIDUAL] = fit->effect[v] / fit->variance[own];
  }
  return side;
}

/* X'q by group; that of the residuals is 0 */
static void work_means(const reml_point *at, const lanes *side,
                       lanes *group_sum) {
  const graph *g = at->in->g;
  for (int v = 0; v < g->levels; v++) {
    const int own = graph_is_reviewer(g, v) ? REVIEWER : APPLICATION;
    group_sum[group_of(at->in, v)].at[own] += side[v].at[own];
  }
}

/* q_k'q_l: with the factor's own effects, or r'r / s2^2 */
static void add_products(reml_point *at, const lanes *side) {
  const graph *g = at->in->g;
  const reml_fit *fit = at->fit;
  const double s2 = fit->variance[RESIDUAL];
  for (int v = 0; v < g->levels; v++) {
    const int own = graph_is_reviewer(g, v) ? REVIEWER : APPLICATION;
    for (int l = 0; fit->uses[own] && l < VARIANCES; l++)
      at->information[own][l] +=
          fit->effect[v] / fit->variance[own] * side[v].at[l];
  }
  at->information[RESIDUAL][RESIDUAL] = at->rest / (s2 * s2);
  for (int k = APPLICATION; k <= REVIEWER; k++)
    at->information[RESIDUAL][k] = at->information[k][RESIDUAL];
}

/* less what the equations fit of q_l */
static void take_fitted(reml_point *at, const lanes *side, lanes *solved,
                        const lanes *group_sum, lanes *mean) {
  const reml_fit *fit = at->fit;
  const reml_input *in = at->in;
  for (int k = 0; k < in->groups; k++)
    for (int l = 0; l < VARIANCES; l++)
      mean[k].at[l] /= fit->certainty[k];
  for (int v = 0; v < in->g->levels; v++)
    for (int l = 0; l < VARIANCES; l++) {
      solved[v].at[l] -= fit->pull[v] * mean[group_of(in, v)].at[l];
      for (int k = 0; k < VARIANCES; k++)
        at->information[k][l] -= side[v].at[k] * solved[v].at[l];
    }
  for (int m = 0; m < in->groups; m++)
    for (int k = 0; k < VARIANCES; k++)
      for (int l = 0; l < VARIANCES; l++)
        at->information[k][l] -= group_sum[m].at[k] * mean[m].at[l];
}

static void find_information(reml_point *at) {
  const reml_input *in = at->in;
  arena *const scratch = arena_open();
  const lanes *side = work_side(scratch, at);
  lanes *solved = ARENA_ARRAY(scratch, lanes, in->g->levels + 1);
  lanes *group_sum = ARENA_ARRAY(scratch, lanes, in->groups);
  lanes *mean = ARENA_ARRAY(scratch, lanes, in->groups);
  for (int k = 0; k < VARIANCES; k++)
    for (int l = 0; l < VARIANCES; l++)
      at->information[k][l] = 0;
  work_means(at, side, group_sum);
  add_products(at, side);
  for (int m = 0; m < in->groups; m++)
    mean[m] = group_sum[m];
  for (int v = 0; v < in->g->levels; v++) {
    solved[v] = side[v];
    for (int l = 0; l < VARIANCES; l++)
      mean[group_of(in, v)].at[l] -= at->fit->pull[v] * side[v].at[l];
  }
  henderson_solve(at->fit->inverse, solved, VARIANCES, at->work_guess,
                  solve_tolerance);
  take_fitted(at, side, solved, group_sum, mean);
  for (int k = 0; k < VARIANCES; k++)
    for (int l = 0; l < VARIANCES; l++)
      at->information[k][l] /= at->fit->variance[RESIDUAL];
  arena_close(scratch);
}

/* ---- slope */

static bool find_diagonal(reml_point *at) {
  reml_fit *fit = at->fit;
  const graph *g = at->in->g;
  for (int v = 0; v < g->levels; v++)
    fit->diagonal[v] = 0;
  if (fit->sampled)
    sample_diagonal(fit->inverse, at->batches, at->sample_guess, fit->diagonal,
                    &at->traces);
  if (!henderson_invert(fit->inverse))
    return false;
  for (int v = 0; v < g->levels; v++)
    if (!henderson_iterates(fit->inverse, v))
      fit->diagonal[v] = henderson_entry(fit->inverse, v, v);
  return true;
}

static void find_slope(reml_point *at) {
  const graph *g = at->in->g;
  const reml_fit *fit = at->fit;
  double trace[VARIANCES] = {0}, squares[VARIANCES] = {0};
  for (int v = 0; v < g->levels; v++) {
    const int own = graph_is_reviewer(g, v) ? REVIEWER : APPLICATION;
    trace[own] += fit->diagonal[v] + fit->pull[v] * fit->pull[v] /
                                         fit->certainty[group_of(at->in, v)];
    squares[own] += fit->effect[v] * fit->effect[v];
  }
  squares[RESIDUAL] = at->rest;
  at->freedom[RESIDUAL] = g->reviews - at->in->groups;
  for (int k = APPLICATION; k <= REVIEWER; k++) {
    at->freedom[k] =
        fit->uses[k] ? count_of(g, k) - lambda_of(fit, k) * trace[k] : 0;
    at->freedom[RESIDUAL] -= at->freedom[k];
  }
  for (int k = 0; k < VARIANCES; k++) {
    const double s = fit->variance[k];
    at->slope[k] = fit->uses[k] ? at->freedom[k] / s - squares[k] / (s * s) : 0;
  }
}

bool reml_point_differentiate(reml_point *at) {
  find_information(at);
  if (!find_diagonal(at))
    return false;
  find_slope(at);
  return true;
}
