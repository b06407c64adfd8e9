#include "diagnosis.h"
#include <math.h>

/* mean of the plan's reviews by others; NAN if there are none */
static double others_mean(const graph *g, const double *score, int e) {
  const int a = g->application[e];
  double sum = 0;
  int count = 0;
  for (int f = g->start[a]; f < g->start[a + 1]; f++)
    if (g->reviewer[g->review[f]] != g->reviewer[e]) {
      sum += score[g->review[f]];
      count++;
    }
  return count > 0 ? sum / count : NAN;
}

static void take_spread(const graph *g, const double *score, int v,
                        diagnosis *to) {
  double sum = 0, squares = 0;
  to->constant = to->reviews >= 2;
  for (int e = g->start[v]; e < g->start[v + 1]; e++) {
    sum += score[g->review[e]];
    to->constant =
        to->constant && score[g->review[e]] == score[g->review[g->start[v]]];
  }
  to->mean = to->reviews > 0 ? sum / to->reviews : NAN;
  for (int e = g->start[v]; e < g->start[v + 1]; e++)
    squares +=
        (score[g->review[e]] - to->mean) * (score[g->review[e]] - to->mean);
  to->deviation = to->reviews > 1 ? sqrt(squares / (to->reviews - 1)) : NAN;
}

/* two passes: means first, so that no difference of large sums is taken */
static void compare(const graph *g, const double *score, int v, diagnosis *to) {
  double own = 0, others = 0;
  for (int e = g->start[v]; e < g->start[v + 1]; e++) {
    const double beside = others_mean(g, score, g->review[e]);
    if (isnan(beside))
      continue;
    own += score[g->review[e]];
    others += beside;
    to->shared++;
  }
  to->raw_severity = to->shared > 0 ? (own - others) / to->shared : NAN;
  double own_squares = 0, other_squares = 0, products = 0;
  for (int e = g->start[v]; e < g->start[v + 1]; e++) {
    const double beside = others_mean(g, score, g->review[e]);
    if (isnan(beside))
      continue;
    const double x = score[g->review[e]] - own / to->shared;
    const double y = beside - others / to->shared;
    own_squares += x * x;
    other_squares += y * y;
    products += x * y;
  }
  const bool varies = own_squares > 1e-20 && other_squares > 1e-20;
  to->correlation = to->shared >= 3 && varies
                        ? products / sqrt(own_squares * other_squares)
                        : NAN;
}

static double consistency_of(const mixed_fit *fit, const double *score, int v) {
  const graph *g = fit->g;
  double sum = 0;
  for (int e = g->start[v]; e < g->start[v + 1]; e++) {
    const int review = g->review[e];
    const double off = mixed_residual(fit, score[review], review);
    const double left = 1 - mixed_leverage(fit, review);
    if (!(left > 1e-9))
      return NAN;
    sum += off * off / (fit->variance[RESIDUAL] * left);
  }
  return graph_degree(g, v) > 0 ? sum / graph_degree(g, v) : NAN;
}

static void take_fitted(const mixed_fit *fit, const double *score, int v,
                        diagnosis *to) {
  to->severity = to->severity_error = to->z = to->consistency = NAN;
  if (fit->status != MIXED_FITTED)
    return;
  const double pev = fit->pevsd[v] * fit->pevsd[v];
  const double known = fit->variance[REVIEWER] - pev;
  to->severity = fit->effect[v];
  to->severity_error = fit->pevsd[v];
  to->z = known > 0 ? fit->effect[v] / sqrt(known) : NAN;
  to->consistency = consistency_of(fit, score, v);
}

diagnosis *diagnose(arena *home, const mixed_fit *fit, const double *score) {
  const graph *g = fit->g;
  diagnosis *all = ARENA_ARRAY(home, diagnosis, g->reviewers + 1);
  for (int r = 0; r < g->reviewers; r++) {
    const int v = g->applications + r;
    all[r].reviews = graph_degree(g, v);
    take_spread(g, score, v, &all[r]);
    compare(g, score, v, &all[r]);
    take_fitted(fit, score, v, &all[r]);
  }
  return all;
}
