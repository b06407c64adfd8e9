#include "partiality.h"
#include <math.h>

static bool counts(int application, int reviewer, double score) {
  return application >= 0 && reviewer >= 0 && !isnan(score);
}

/* Variance of the error of the sum of the scores' predictions, in units of s2:
 * w'K^-1 w + sum over means of (scores - pull'w)^2 / C, w the scores by level.
 * The mean a score is predicted with is its plan's. */
static double error_of_sum(arena *scratch, const mixed_fit *fit, lanes *weight,
                           double *mean) {
  const reml_fit *f = fit->inner;
  const int levels = fit->g->levels;
  lanes *solved = ARENA_ARRAY(scratch, lanes, levels + 1);
  double sum = 0;
  for (int v = 0; v < levels; v++) {
    solved[v] = weight[v];
    mean[mixed_group(fit, v)] -= f->pull[v] * weight[v].at[0];
  }
  henderson_solve(mixed_equations(scratch, fit), solved, 1, NULL, 1e-10);
  for (int v = 0; v < levels; v++)
    sum += weight[v].at[0] * solved[v].at[0];
  for (int c = 0; c < fit->g->components; c++) {
    const int k = fit->group[c];
    sum += mean[k] * mean[k] / f->certainty[k];
    mean[k] = 0; /* several components may share it */
  }
  return sum;
}

partiality partiality_of(const mixed_fit *fit, const int *application,
                         const int *reviewer, const double *score, int count) {
  partiality to = {0, NAN, NAN};
  if (fit->status != MIXED_FITTED)
    return to;
  arena *const scratch = arena_open();
  const graph *g = fit->g;
  lanes *weight = ARENA_ARRAY(scratch, lanes, g->levels + 1);
  double *mean = ARENA_ARRAY(scratch, double, g->components + 1), sum = 0;
  for (int i = 0; i < count; i++) {
    if (!counts(application[i], reviewer[i], score[i]))
      continue;
    const int a = application[i], r = g->applications + reviewer[i];
    sum += score[i] - fit->calibrated[a] - fit->effect[r];
    weight[a].at[0] += 1;
    weight[r].at[0] += 1;
    mean[mixed_group(fit, a)] += 1;
    to.count++;
  }
  if (to.count > 0) {
    const double s2 = fit->scale * fit->scale * fit->inner->variance[RESIDUAL];
    const double errors = error_of_sum(scratch, fit, weight, mean);
    to.effect = sum / to.count;
    to.error = sqrt(s2 * (to.count + errors)) / to.count;
  }
  arena_close(scratch);
  return to;
}
