#include "mixed.h"
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

static const reml_fit *best_of(arena *home, const reml_input *in) {
  const reml_fit *best = reml_find(home, in, true, true);
  if (best->status == REML_NO_RESIDUAL ||
      (best->sampled && best->status == REML_FOUND))
    return best;
  const double crossed = best->criterion;
  const bool lost = best->status != REML_FOUND;
  double least = lost ? INFINITY : crossed;
  for (int set = 0; set < 3; set++) {
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

int mixed_group(const mixed_fit *fit, int v) {
  return fit->group[fit->g->component[v]];
}

static void take_errors(mixed_fit *fit, int v) {
  const reml_fit *f = fit->inner;
  const double s2 = f->variance[RESIDUAL], pull = f->pull[v];
  const double certainty = f->certainty[mixed_group(fit, v)];
  const double own = f->diagonal[v];
  fit->condsd[v] = fit->scale * sqrt(s2 * own);
  fit->pevsd[v] = fit->scale * sqrt(s2 * (own + pull * pull / certainty));
  fit->se_total[v] =
      fit->scale * sqrt(s2 * (own + (1 - pull) * (1 - pull) / certainty));
}

static void take_levels(arena *home, mixed_fit *fit, double centre) {
  const size_t room = (size_t)fit->g->levels + 1;
  const reml_fit *f = fit->inner;
  fit->effect = ARENA_ARRAY(home, double, room);
  fit->calibrated = ARENA_ARRAY(home, double, room);
  fit->condsd = ARENA_ARRAY(home, double, room);
  fit->pevsd = ARENA_ARRAY(home, double, room);
  fit->se_total = ARENA_ARRAY(home, double, room);
  for (int v = 0; v < fit->g->levels; v++) {
    fit->effect[v] = fit->scale * f->effect[v];
    fit->calibrated[v] =
        centre + fit->scale * (f->mean[mixed_group(fit, v)] + f->effect[v]);
    take_errors(fit, v);
  }
}

static void take_mean(mixed_fit *fit, const reml_input *in, double centre) {
  const reml_fit *f = fit->inner;
  double sum = 0, squares = 0;
  arena *const scratch = arena_open();
  double *plans = ARENA_ARRAY(scratch, double, in->groups);
  for (int v = 0; v < in->g->applications; v++)
    plans[mixed_group(fit, v)] += 1.0 / in->g->applications;
  for (int k = 0; k < in->groups; k++) {
    sum += plans[k] * f->mean[k];
    squares += plans[k] * plans[k] / f->certainty[k];
  }
  arena_close(scratch);
  fit->mu = centre + fit->scale * sum;
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

static int *groups_of(arena *home, const mixed_input *in) {
  int *group = ARENA_ARRAY(home, int, in->g->components + 1);
  int linked = 0;
  if (!in->separate_means)
    return group;
  for (int v = 0; v < in->g->applications; v++) {
    const int c = in->g->component[v];
    if (graph_degree(in->g, v) > 0 && group[c] == 0)
      group[c] = ++linked;
  }
  for (int c = 0; c < in->g->components; c++)
    group[c] = group[c] > 0 ? group[c] - 1 : 0;
  return group;
}

static void fit_scores(arena *home, const mixed_input *in, mixed_fit *fit,
                       int dense_most) {
  const standard s = standardise(home, in);
  const reml_input inner = {
      .g = in->g,
      .y = s.y,
      .group = fit->group,
      .groups = in->separate_means ? graph_linked_components(in->g) : 1,
      .dense_most = dense_most};
  if (in->g->reviews <= inner.groups + 1) {
    fit->status = MIXED_TOO_FEW;
    return;
  }
  fit->inner = best_of(home, &inner);
  fit->status = status_of(fit->inner);
  fit->scale = s.scale;
  take_variances(fit, in->g->reviews - inner.groups);
  take_mean(fit, &inner, s.centre);
  take_levels(home, fit, s.centre);
}

mixed_fit *mixed_solve(arena *home, const mixed_input *in) {
  const int dense_most = in->dense_most ? in->dense_most : MIXED_DENSE_MOST;
  mixed_fit *fit = ARENA_NEW(home, mixed_fit);
  fit->g = in->g;
  fit->status = judge(in, dense_most);
  for (int e = 0; e < in->g->reviews; e++)
    fit->mean += in->score[e] / in->g->reviews;
  fit->group = groups_of(home, in);
  if (fit->status == MIXED_FITTED)
    fit_scores(home, in, fit, dense_most);
  return fit;
}

/* ---- contrasts */

henderson *mixed_equations(arena *home, const mixed_fit *fit) {
  const reml_fit *f = fit->inner;
  henderson *h = henderson_new(home, fit->g, f->uses[APPLICATION],
                               f->uses[REVIEWER], MIXED_DENSE_MOST);
  const double s2 = f->variance[RESIDUAL];
  const bool done =
      henderson_set(h, f->uses[APPLICATION] ? s2 / f->variance[APPLICATION] : 1,
                    f->uses[REVIEWER] ? s2 / f->variance[REVIEWER] : 1);
  assert(done); /* it was done before, with these variances */
  return done ? h : NULL;
}

double mixed_contrast_by(const mixed_fit *fit, int v, int w, double entry) {
  const reml_fit *f = fit->inner;
  const int gv = mixed_group(fit, v), gw = mixed_group(fit, w);
  if (v == w)
    return 0;
  const double own = f->diagonal[v] + f->diagonal[w] - 2 * entry;
  const double pull = gv == gw ? (f->pull[v] - f->pull[w]) : 0;
  const double apart_v = 1 - f->pull[v], apart_w = 1 - f->pull[w];
  const double means = gv == gw ? pull * pull / f->certainty[gv]
                                : apart_v * apart_v / f->certainty[gv] +
                                      apart_w * apart_w / f->certainty[gw];
  return fit->scale * fit->scale * f->variance[RESIDUAL] * (own + means);
}

double mixed_contrast(const mixed_fit *fit, int v, int w) {
  assert(fit->status == MIXED_FITTED && v < fit->g->levels);
  return mixed_contrast_by(fit, v, w,
                           henderson_entry(fit->inner->inverse, v, w));
}

double mixed_leverage(const mixed_fit *fit, int review) {
  assert(fit->status == MIXED_FITTED);
  const reml_fit *f = fit->inner;
  const int a = fit->g->application[review];
  const int r = fit->g->applications + fit->g->reviewer[review];
  const double rest = 1 - f->pull[a] - f->pull[r];
  const double cross = henderson_iterates(f->inverse, a)
                           ? 0
                           : 2 * henderson_entry(f->inverse, a, r);
  return f->diagonal[a] + f->diagonal[r] + cross +
         rest * rest / f->certainty[mixed_group(fit, a)];
}
