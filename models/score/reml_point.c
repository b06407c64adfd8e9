#include "reml_point.h"
#include <assert.h>
#include <math.h>

static const double solve_tolerance = 1e-8;

const double *reml_pull(const reml_input *in, const reml_fit *fit, int v) {
  return fit->pull + (size_t)v * (size_t)in->means->most;
}

static double lambda_of(const reml_fit *fit, int factor) {
  return fit->uses[factor] ? fit->variance[RESIDUAL] / fit->variance[factor]
                           : 1;
}

/* solves, LANES right-hand sides each: Z'y, then Z'X by mean */
static int batches_of(const reml_input *in) {
  return (in->means->most + LANES) / LANES;
}

reml_point *reml_point_new(arena *home, const reml_input *in, reml_fit *fit) {
  const int levels = in->g->levels;
  reml_point *at = ARENA_NEW(home, reml_point);
  *at = (reml_point){.in = in, .fit = fit, .batches = 2};
  fit->inverse = henderson_new(home, in->g, fit->uses[APPLICATION],
                               fit->uses[REVIEWER], in->dense_most);
  fit->effect = ARENA_ARRAY(home, double, levels + 1);
  fit->pull =
      ARENA_ARRAY(home, double, ((size_t)levels + 1) * (size_t)in->means->most);
  fit->diagonal = ARENA_ARRAY(home, double, levels + 1);
  fit->mean = ARENA_ARRAY(home, double, in->means->count);
  fit->spread = spread_new(home, in->means);
  const henderson *h = fit->inverse;
  fit->sampled = h->iterative_from < h->solved_count;
  if (!fit->sampled)
    return at;
  at->main_guess = ARENA_ARRAY(home, lanes *, batches_of(in));
  for (int b = 0; b < batches_of(in); b++)
    at->main_guess[b] = ARENA_ARRAY(home, lanes, h->solved_count);
  at->work_guess = ARENA_ARRAY(home, lanes, h->solved_count);
  for (int b = 0; b < SAMPLE_BATCHES_MOST; b++)
    at->sample_guess[b] = ARENA_ARRAY(home, lanes, h->solved_count);
  return at;
}

/* ---- effects and means */

/* the right-hand sides `from` .. from + LANES - 1: Z'y is the first, Z'X of a
 * component's k-th mean the one k + 1 behind it */
static lanes *main_side(arena *scratch, const reml_input *in, int from) {
  const graph *g = in->g;
  lanes *side = ARENA_ARRAY(scratch, lanes, g->levels + 1);
  for (int v = 0; v < g->levels; v++)
    for (int e = g->start[v]; e < g->start[v + 1]; e++) {
      const int at = in->means->local[g->review[e]] + 1 - from;
      if (at >= 0 && at < LANES)
        side[v].at[at] += 1;
      if (from == 0)
        side[v].at[0] += in->y[g->review[e]];
    }
  return side;
}

/* u of y alone into effect, U into pull */
static void solve_sides(reml_point *at, int batch) {
  const reml_input *in = at->in;
  const int from = batch * LANES, left = in->means->most + 1 - from;
  const int used = left < LANES ? left : LANES;
  arena *const scratch = arena_open();
  lanes *side = main_side(scratch, in, from);
  henderson_solve(at->fit->inverse, side, used,
                  at->main_guess ? at->main_guess[batch] : NULL,
                  solve_tolerance);
  for (int v = 0; v < in->g->levels; v++)
    for (int l = 0; l < used; l++)
      if (from + l == 0)
        at->fit->effect[v] = side[v].at[0];
      else
        at->fit->pull[(size_t)v * (size_t)in->means->most +
                      (size_t)(from + l - 1)] = side[v].at[l];
  arena_close(scratch);
}

static double sum_of_scores(const reml_input *in, int v) {
  const graph *g = in->g;
  double sum = 0;
  for (int e = g->start[v]; e < g->start[v + 1]; e++)
    sum += in->y[g->review[e]];
  return sum;
}

/* X'X and X'y */
static void project_reviews(const reml_input *in, const reml_fit *fit) {
  const means *m = in->means;
  spread_clear(fit->spread);
  for (int k = 0; k < m->count; k++)
    fit->mean[k] = 0;
  for (int e = 0; e < in->g->reviews; e++) {
    spread_add(fit->spread, m->of[e], m->of[e], 1);
    fit->mean[m->of[e]] += in->y[e];
  }
}

/* C and X'y - U'Z'y */
static void project(const reml_input *in, const reml_fit *fit) {
  const means *m = in->means;
  arena *const scratch = arena_open();
  int *reviews = ARENA_ARRAY(scratch, int, m->most + 1);
  project_reviews(in, fit);
  for (int v = 0; v < in->g->levels; v++) {
    const int *list = means_list(m, v), count = means_count(m, v);
    const double *pull = reml_pull(in, fit, v), sum = sum_of_scores(in, v);
    means_reviews(m, v, reviews);
    for (int k = 0; k < count; k++) {
      for (int l = 0; l < count; l++)
        spread_add(fit->spread, list[k], list[l], -pull[k] * reviews[l]);
      fit->mean[list[k]] -= pull[k] * sum;
    }
  }
  arena_close(scratch);
}

static bool find_effects(reml_point *at) {
  const reml_input *in = at->in;
  reml_fit *fit = at->fit;
  for (int b = 0; b < batches_of(in); b++)
    solve_sides(at, b);
  project(in, fit);
  if (!spread_invert(fit->spread, &at->log_determinant))
    return false;
  spread_apply(fit->spread, fit->mean, 1, 1);
  for (int v = 0; v < in->g->levels; v++) {
    const int *list = means_list(in->means, v);
    for (int k = 0; k < means_count(in->means, v); k++)
      fit->effect[v] -= reml_pull(in, fit, v)[k] * fit->mean[list[k]];
  }
  return true;
}

/* ---- -2l */

static double residual_of(const reml_input *in, const reml_fit *fit, int e) {
  const int a = in->g->application[e];
  const int r = in->g->applications + in->g->reviewer[e];
  return in->y[e] - fit->mean[in->means->of[e]] - fit->effect[a] -
         fit->effect[r];
}

static int count_of(const graph *g, int factor) {
  return factor == APPLICATION ? g->applications : g->reviewers;
}

static double criterion_of(const reml_point *at, double fitted) {
  const reml_fit *fit = at->fit;
  const reml_input *in = at->in;
  const double s2 = fit->variance[RESIDUAL];
  double sum = (in->g->reviews - in->means->count) * log(2 * acos(-1) * s2);
  for (int k = APPLICATION; k <= REVIEWER; k++)
    if (fit->uses[k])
      sum -= count_of(in->g, k) * log(lambda_of(fit, k));
  sum += at->log_determinant;
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

/* X'q by mean; that of the residuals is 0 */
static void work_means(const reml_point *at, lanes *sum) {
  const graph *g = at->in->g;
  const reml_fit *fit = at->fit;
  for (int e = 0; e < g->reviews; e++) {
    lanes *const to = &sum[at->in->means->of[e]];
    const int level[] = {g->application[e], g->applications + g->reviewer[e]};
    for (int k = APPLICATION; k <= REVIEWER; k++)
      if (fit->uses[k])
        to->at[k] += fit->effect[level[k]] / fit->variance[k];
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

/* less what the equations fit of q_l; sum: X'q, mean: C^-1 (X'q - U'Z'q) */
static void take_fitted(reml_point *at, const lanes *side, lanes *solved,
                        const lanes *sum, const lanes *mean) {
  const reml_fit *fit = at->fit;
  const reml_input *in = at->in;
  for (int v = 0; v < in->g->levels; v++) {
    const double *pull = reml_pull(in, fit, v);
    const int *list = means_list(in->means, v);
    for (int l = 0; l < VARIANCES; l++) {
      for (int k = 0; k < means_count(in->means, v); k++)
        solved[v].at[l] -= pull[k] * mean[list[k]].at[l];
      for (int k = 0; k < VARIANCES; k++)
        at->information[k][l] -= side[v].at[k] * solved[v].at[l];
    }
  }
  for (int m = 0; m < in->means->count; m++)
    for (int k = 0; k < VARIANCES; k++)
      for (int l = 0; l < VARIANCES; l++)
        at->information[k][l] -= sum[m].at[k] * mean[m].at[l];
}

/* X'q - U'Z'q by mean, of each lane in use */
static lanes *work_project(arena *scratch, const reml_point *at,
                           const lanes *side, const lanes *sum) {
  const means *m = at->in->means;
  lanes *to = ARENA_ARRAY(scratch, lanes, m->count);
  for (int k = 0; k < m->count; k++)
    to[k] = sum[k];
  for (int v = 0; v < at->in->g->levels; v++) {
    const double *pull = reml_pull(at->in, at->fit, v);
    const int *list = means_list(m, v);
    for (int k = 0; k < means_count(m, v); k++)
      for (int l = 0; l < VARIANCES; l++)
        to[list[k]].at[l] -= pull[k] * side[v].at[l];
  }
  return to;
}

static void find_information(reml_point *at) {
  const reml_input *in = at->in;
  arena *const scratch = arena_open();
  const lanes *side = work_side(scratch, at);
  lanes *solved = ARENA_ARRAY(scratch, lanes, in->g->levels + 1);
  lanes *sum = ARENA_ARRAY(scratch, lanes, in->means->count);
  for (int k = 0; k < VARIANCES; k++)
    for (int l = 0; l < VARIANCES; l++)
      at->information[k][l] = 0;
  work_means(at, sum);
  add_products(at, side);
  lanes *mean = work_project(scratch, at, side, sum);
  spread_apply(at->fit->spread, mean->at, LANES, VARIANCES);
  for (int v = 0; v < in->g->levels; v++)
    solved[v] = side[v];
  henderson_solve(at->fit->inverse, solved, VARIANCES, at->work_guess,
                  solve_tolerance);
  take_fitted(at, side, solved, sum, mean);
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
    trace[own] += fit->diagonal[v] + spread_form(fit->spread,
                                                 means_list(at->in->means, v),
                                                 reml_pull(at->in, fit, v),
                                                 means_count(at->in->means, v));
    squares[own] += fit->effect[v] * fit->effect[v];
  }
  squares[RESIDUAL] = at->rest;
  at->freedom[RESIDUAL] = g->reviews - at->in->means->count;
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
