#include "mixed_work.h"
#include <assert.h>
#include <math.h>

/* ---- what the reviews allow */

static bool any_twice(const graph *g, int first, int end) {
  for (int v = first; v < end; v++)
    if (graph_degree(g, v) >= 2)
      return true;
  return false;
}

static int reviewed(const graph *g, int first, int end) {
  int count = 0;
  for (int v = first; v < end; v++)
    count += graph_degree(g, v) > 0;
  return count;
}

static bool all_equal(const graph *g, const double *score) {
  for (int e = 1; e < g->reviews; e++)
    if (score[e] != score[0])
      return false;
  return true;
}

typedef struct tally { /* of a component */
  int applications, reviewers, reviews;
} tally;

/* Past dense_most the traces are sampled, which is off by several per cent
 * where reviewers have one or two reviews each. */
static bool fits_no_gear(const graph *g, int dense_most) {
  arena *const scratch = arena_open();
  tally *of = ARENA_ARRAY(scratch, tally, g->components + 1);
  for (int v = 0; v < g->levels; v++) {
    tally *t = &of[g->component[v]];
    t->applications += !graph_is_reviewer(g, v);
    t->reviewers += graph_is_reviewer(g, v);
    t->reviews += graph_is_reviewer(g, v) ? graph_degree(g, v) : 0;
  }
  bool none = false;
  for (int c = 0; c < g->components; c++)
    none = none ||
           (of[c].applications > dense_most && of[c].reviewers > dense_most &&
            (of[c].reviews < 3.0 * of[c].reviewers ||
             of[c].reviews < 2.0 * of[c].applications));
  arena_close(scratch);
  return none;
}

static mixed_status judge(const mixed_input *in, int dense_most) {
  const graph *g = in->g;
  const int qa = g->applications;
  if (g->reviews < 3 || reviewed(g, 0, qa) < 2)
    return MIXED_TOO_FEW;
  if (all_equal(g, in->score))
    return MIXED_ALL_EQUAL;
  if (reviewed(g, qa, g->levels) < 2)
    return MIXED_ONE_REVIEWER;
  if (!any_twice(g, 0, qa))
    return MIXED_ONE_A_PLAN;
  if (!any_twice(g, qa, g->levels))
    return MIXED_ONE_A_REVIEWER;
  return fits_no_gear(g, dense_most) ? MIXED_TOO_LARGE : MIXED_FITTED;
}

/* ---- the best of four */

/* reviewers: may they differ, or do the means hold them? */
static const reml_fit *best_of(arena *home, const reml_input *in,
                               bool reviewers) {
  const reml_fit *best = reml_find(home, in, true, reviewers);
  if (best->status == REML_NO_RESIDUAL ||
      (best->sampled && best->status == REML_FOUND))
    return best;
  const double crossed = best->criterion;
  const bool lost = best->status != REML_FOUND;
  double least = lost ? INFINITY : crossed;
  for (int set = 0; set < (reviewers ? 3 : 1); set++) {
    const reml_fit *one = reml_find(home, in, set == 1, set == 2);
    if (one->status == REML_FOUND && one->criterion < least) {
      best = one;
      least = one->criterion;
    }
  }
  return best;
}

/* ---- back to the scores' own scale */

typedef struct standard { /* score = centre + scale * y */
  double centre, scale;
  double *y;
} standard;

static standard standardise(arena *home, const mixed_input *in) {
  const int n = in->g->reviews;
  double sum = 0, squares = 0;
  for (int e = 0; e < n; e++)
    sum += in->score[e];
  standard s = {sum / n, 1, ARENA_ARRAY(home, double, n + 1)};
  for (int e = 0; e < n; e++)
    squares += (in->score[e] - s.centre) * (in->score[e] - s.centre);
  s.scale = sqrt(squares / (n - 1));
  for (int e = 0; e < n; e++)
    s.y[e] = (in->score[e] - s.centre) / s.scale;
  return s;
}

static void take_errors(mixed_fit *fit, int v) {
  const reml_fit *f = fit->inner;
  const means *m = fit->asked->means;
  const double s2 = f->variance[RESIDUAL], own = f->diagonal[v];
  const double pulled =
      spread_form(f->spread, means_list(m, v), reml_pull(fit->asked, f, v),
                  means_count(m, v));
  fit->condsd[v] = fit->scale * sqrt(s2 * own);
  fit->pevsd[v] = fit->scale * sqrt(s2 * (own + pulled));
  fit->se_total[v] = fit->scale * sqrt(s2 * (own + mixed_means_error(fit, v)));
}

static double base_of(const mixed_fit *fit, int v) {
  const mixed_parts parts = mixed_parts_of(fit, v);
  double sum = 0;
  for (int k = 0; k < parts.count; k++)
    sum += parts.part[parts.list[k]] * fit->inner->mean[parts.list[k]];
  return sum;
}

static void take_levels(arena *home, mixed_fit *fit) {
  const size_t room = (size_t)fit->g->levels + 1;
  const reml_fit *f = fit->inner;
  fit->effect = ARENA_ARRAY(home, double, room);
  fit->calibrated = ARENA_ARRAY(home, double, room);
  fit->condsd = ARENA_ARRAY(home, double, room);
  fit->pevsd = ARENA_ARRAY(home, double, room);
  fit->se_total = ARENA_ARRAY(home, double, room);
  double all = 0;
  for (int k = 0; k < fit->asked->means->count; k++)
    all += fit->weight[k] * f->mean[k];
  for (int v = 0; v < fit->g->levels; v++) {
    const double base = fit->separate ? base_of(fit, v) : all;
    fit->effect[v] = fit->scale * f->effect[v];
    fit->calibrated[v] = fit->centre + fit->scale * (base + f->effect[v]);
    take_errors(fit, v);
  }
}

static void take_mean(arena *home, mixed_fit *fit) {
  const reml_fit *f = fit->inner;
  const int count = fit->asked->means->count;
  double *turned = ARENA_ARRAY(home, double, count), sum = 0, squares = 0;
  for (int k = 0; k < count; k++)
    turned[k] = fit->weight[k];
  spread_apply(f->spread, turned, 1, 1);
  for (int k = 0; k < count; k++) {
    sum += fit->weight[k] * f->mean[k];
    squares += fit->weight[k] * turned[k];
  }
  fit->turned = turned;
  fit->mu = fit->centre + fit->scale * sum;
  fit->se_mu = fit->scale * sqrt(f->variance[RESIDUAL] * squares);
}

static void take_variances(mixed_fit *fit, int freedom) {
  const reml_fit *f = fit->inner;
  const double square = fit->scale * fit->scale;
  for (int k = 0; k < VARIANCES; k++) {
    fit->variance[k] = square * f->variance[k];
    fit->sampling_error[k] = square * f->sampling_error[k];
  }
  fit->criterion = f->criterion + freedom * log(square);
  fit->slope = f->slope;
  fit->sampled = f->sampled;
}

static mixed_status status_of(const reml_fit *f) {
  switch (f->status) {
  case REML_FOUND:
    return MIXED_FITTED;
  case REML_NO_RESIDUAL:
    return MIXED_EXACT;
  case REML_BOUNDARY:
  case REML_LOST:
    break;
  }
  return MIXED_LOST;
}

/* ---- */

static mixed_status judge_means(const mixed_input *in, const means *m) {
  if (in->g->reviews <= m->count + 1)
    return MIXED_TOO_FEW;
  if (!mixed_has_room(m))
    return MIXED_MANY_PANELS;
  return in->panel && mixed_is_held(m, 0, in->g->applications)
             ? MIXED_OWN_PANELS
             : MIXED_FITTED;
}

/* ---- */

static void fit_scores(arena *home, const mixed_input *in, mixed_fit *fit,
                       int dense_most) {
  const standard s = standardise(home, in);
  reml_input *asked = ARENA_NEW(home, reml_input);
  *asked = (reml_input){.g = in->g,
                        .y = s.y,
                        .means = mixed_means_of(home, in, fit),
                        .dense_most = dense_most};
  fit->asked = asked;
  fit->status = judge_means(in, asked->means);
  if (fit->status != MIXED_FITTED)
    return;
  const bool held =
      in->panel &&
      mixed_is_held(asked->means, in->g->applications, in->g->levels);
  fit->inner = best_of(home, asked, !held);
  fit->status = status_of(fit->inner);
  fit->centre = s.centre;
  fit->scale = s.scale;
  take_variances(fit, in->g->reviews - asked->means->count);
  mixed_take_weights(home, fit);
  take_mean(home, fit);
  take_levels(home, fit);
}

mixed_fit *mixed_solve(arena *home, const mixed_input *in) {
  const int dense_most = in->dense_most ? in->dense_most : MIXED_DENSE_MOST;
  mixed_fit *fit = ARENA_NEW(home, mixed_fit);
  fit->g = in->g;
  fit->separate = in->separate_means;
  fit->status = judge(in, dense_most);
  for (int e = 0; e < in->g->reviews; e++)
    fit->mean += in->score[e] / in->g->reviews;
  if (fit->status == MIXED_FITTED)
    fit_scores(home, in, fit, dense_most);
  return fit;
}
