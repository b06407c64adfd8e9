#include "partiality.h"
#include <math.h>

static bool counts(int application, int reviewer, double score) {
  return application >= 0 && reviewer >= 0 && !isnan(score);
}

typedef struct predictions { /* summed over the scores */
  lanes *weight;             /* of levels: how often */
  double *mean;              /* of means, the same */
} predictions;

/* Variance of the error of the sum of the scores' predictions, in units of s2:
 * w'K^-1 w + d'C^-1 d, w by level and d = means - U'w. */
static double error_of_sum(arena *scratch, const mixed_fit *fit,
                           predictions of) {
  const means *m = fit->asked->means;
  const int levels = fit->g->levels;
  lanes *solved = ARENA_ARRAY(scratch, lanes, levels + 1);
  double *turned = ARENA_ARRAY(scratch, double, m->count), sum = 0;
  for (int v = 0; v < levels; v++) {
    solved[v] = of.weight[v];
    for (int k = 0; k < means_count(m, v); k++)
      of.mean[means_list(m, v)[k]] -=
          reml_pull(fit->asked, fit->inner, v)[k] * of.weight[v].at[0];
  }
  henderson_solve(mixed_equations(scratch, fit), solved, 1, NULL, 1e-10);
  for (int v = 0; v < levels; v++)
    sum += of.weight[v].at[0] * solved[v].at[0];
  for (int k = 0; k < m->count; k++)
    turned[k] = of.mean[k];
  spread_apply(fit->inner->spread, turned, 1, 1);
  for (int k = 0; k < m->count; k++)
    sum += of.mean[k] * turned[k];
  return sum;
}

/* Adds a score's prediction: by the mean of its panel where the plan's group
 * knows that panel, else by the plan's mu. Gives the prediction. */
static double predict(const mixed_fit *fit, int a, int r, int panel,
                      predictions to) {
  const int mean = mixed_mean_of_panel(fit, a, panel);
  const mixed_parts parts = mixed_parts_of(fit, a);
  to.weight[a].at[0] += 1;
  to.weight[r].at[0] += 1;
  if (mean >= 0) {
    to.mean[mean] += 1;
    return fit->centre + fit->scale * fit->inner->mean[mean] + fit->effect[a] +
           fit->effect[r];
  }
  for (int k = 0; k < parts.count; k++)
    to.mean[parts.list[k]] += parts.part[parts.list[k]];
  return fit->calibrated[a] + fit->effect[r];
}

partiality partiality_of(const mixed_fit *fit, const marked_scores *of) {
  partiality to = {0, NAN, NAN};
  if (fit->status != MIXED_FITTED)
    return to;
  arena *const scratch = arena_open();
  const graph *g = fit->g;
  const predictions all = {
      ARENA_ARRAY(scratch, lanes, g->levels + 1),
      ARENA_ARRAY(scratch, double, fit->asked->means->count)};
  double sum = 0;
  for (int i = 0; i < of->count; i++) {
    if (!counts(of->application[i], of->reviewer[i], of->score[i]))
      continue;
    const int a = of->application[i], r = g->applications + of->reviewer[i];
    sum +=
        of->score[i] - predict(fit, a, r, of->panel ? of->panel[i] : -1, all);
    to.count++;
  }
  if (to.count > 0) {
    const double s2 = fit->scale * fit->scale * fit->inner->variance[RESIDUAL];
    const double errors = error_of_sum(scratch, fit, all);
    to.effect = sum / to.count;
    to.error = sqrt(s2 * (to.count + errors)) / to.count;
  }
  arena_close(scratch);
  return to;
}
