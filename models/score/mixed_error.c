/* What the means estimated beside them do to the errors of effects. */
#include "mixed_work.h"
#include <assert.h>
#include <math.h>

/* ---- parts in mu */

/* what part each mean has in mu: those of a plan as its reviews are of them,
 * and every plan the same */
static void take_parts(arena *home, mixed_fit *fit) {
  const means *m = fit->asked->means;
  const graph *g = fit->g;
  double *all = ARENA_ARRAY(home, double, m->count);
  double *own = ARENA_ARRAY(home, double, m->count);
  arena *const scratch = arena_open();
  int *plans = ARENA_ARRAY(scratch, int, g->components + 1), count = 0;
  for (int a = 0; a < g->applications; a++) {
    plans[g->component[a]] += graph_degree(g, a) > 0;
    count += graph_degree(g, a) > 0;
  }
  for (int e = 0; e < g->reviews; e++) {
    const int a = g->application[e];
    const double part = 1.0 / graph_degree(g, a);
    all[m->of[e]] += part / count;
    own[m->of[e]] += part / plans[g->component[a]];
  }
  arena_close(scratch);
  fit->weight = all;
  fit->own_part = own;
}

static void take_room(arena *home, mixed_fit *fit) {
  const means *m = fit->asked->means;
  fit->room = ARENA_ARRAY(home, double, 2 * m->most + 1);
  fit->room_list = ARENA_ARRAY(home, int, 2 * m->most + m->count);
  for (int k = 0; k < m->count; k++)
    fit->room_list[2 * m->most + k] = k;
}

void mixed_take_weights(arena *home, mixed_fit *fit) {
  take_parts(home, fit);
  take_room(home, fit);
}

/* U of a level, by its component's means */
static const double *pull_of(const mixed_fit *fit, int v) {
  return reml_pull(fit->asked, fit->inner, v);
}

mixed_parts mixed_parts_of(const mixed_fit *fit, int v) {
  const means *m = fit->asked->means;
  if (fit->separate && means_count(m, v) > 0)
    return (mixed_parts){means_list(m, v), fit->own_part, means_count(m, v)};
  return (mixed_parts){fit->room_list + 2 * m->most, fit->weight, m->count};
}

static double form_of(const mixed_fit *fit, const int *list, const double *d,
                      int count) {
  return spread_form(fit->inner->spread, list, d, count);
}

/* (parts - U)' C^-1 (parts - U): how the errors of the means move those of
 * mu + effect */
double mixed_means_error(const mixed_fit *fit, int v) {
  const means *m = fit->asked->means;
  const int *list = means_list(m, v), count = means_count(m, v);
  const mixed_parts parts = mixed_parts_of(fit, v);
  const double *pull = pull_of(fit, v);
  for (int k = 0; k < count; k++)
    fit->room[k] = parts.part[list[k]] - pull[k];
  if (parts.count == count) /* there are no others */
    return form_of(fit, list, fit->room, count);
  double sum = form_of(fit, list, pull, count);
  for (int k = 0; k < m->count; k++)
    sum += fit->weight[k] * fit->turned[k];
  for (int k = 0; k < count; k++)
    sum -= 2 * fit->turned[list[k]] * pull[k];
  return fmax(sum, 0);
}

/* ---- what a fit says of its reviews and panels */

double mixed_mean(const mixed_fit *fit, int review) {
  return fit->centre +
         fit->scale * fit->inner->mean[fit->asked->means->of[review]];
}

double mixed_residual(const mixed_fit *fit, double score, int review) {
  const int a = fit->g->application[review];
  const int r = fit->g->applications + fit->g->reviewer[review];
  return score - mixed_mean(fit, review) - fit->effect[a] - fit->effect[r];
}

int mixed_mean_of_panel(const mixed_fit *fit, int v, int panel) {
  const means *m = fit->asked->means;
  for (int k = 0; fit->panel_of && k < means_count(m, v); k++)
    if (fit->panel_of[means_list(m, v)[k]] == panel)
      return means_list(m, v)[k];
  return -1;
}

double mixed_panel_error(const mixed_fit *fit, int mean) {
  const double one = 1;
  double sum = form_of(fit, &mean, &one, 1) - 2 * fit->turned[mean];
  for (int k = 0; k < fit->asked->means->count; k++)
    sum += fit->weight[k] * fit->turned[k];
  return fit->scale * sqrt(fit->inner->variance[RESIDUAL] * fmax(sum, 0));
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

/* d of levels of two components that share their mu: U_w - U_v, merged by
 * mean, into the room; gives how many means there are */
static int merge_pulls(const mixed_fit *fit, int v, int w) {
  const means *m = fit->asked->means;
  const int *left = means_list(m, v), lefts = means_count(m, v);
  const int *right = means_list(m, w), rights = means_count(m, w);
  int count = 0;
  for (int i = 0, j = 0; i < lefts || j < rights; count++) {
    const int next =
        j == rights || (i < lefts && left[i] <= right[j]) ? left[i] : right[j];
    fit->room_list[count] = next;
    fit->room[count] = 0;
    if (i < lefts && left[i] == next)
      fit->room[count] -= pull_of(fit, v)[i++];
    if (j < rights && right[j] == next)
      fit->room[count] += pull_of(fit, w)[j++];
  }
  return count;
}

/* what the errors of the means add */
static double contrast_of_means(const mixed_fit *fit, int v, int w) {
  const bool apart = fit->g->component[v] != fit->g->component[w];
  if (fit->separate && apart)
    return mixed_means_error(fit, v) + mixed_means_error(fit, w);
  const int count = merge_pulls(fit, v, w);
  return form_of(fit, fit->room_list, fit->room, count);
}

double mixed_contrast_by(const mixed_fit *fit, int v, int w, double entry) {
  const reml_fit *f = fit->inner;
  if (v == w)
    return 0;
  const double own = f->diagonal[v] + f->diagonal[w] - 2 * entry;
  return fit->scale * fit->scale * f->variance[RESIDUAL] *
         (own + contrast_of_means(fit, v, w));
}

double mixed_contrast(const mixed_fit *fit, int v, int w) {
  assert(fit->status == MIXED_FITTED && v < fit->g->levels);
  return mixed_contrast_by(fit, v, w,
                           henderson_entry(fit->inner->inverse, v, w));
}

double mixed_leverage(const mixed_fit *fit, int review) {
  assert(fit->status == MIXED_FITTED);
  const reml_fit *f = fit->inner;
  const means *m = fit->asked->means;
  const int a = fit->g->application[review];
  const int r = fit->g->applications + fit->g->reviewer[review];
  const double cross = henderson_iterates(f->inverse, a)
                           ? 0
                           : 2 * henderson_entry(f->inverse, a, r);
  for (int k = 0; k < means_count(m, a); k++)
    fit->room[k] = (m->local[review] == k ? 1 : 0) - pull_of(fit, a)[k] -
                   pull_of(fit, r)[k];
  return f->diagonal[a] + f->diagonal[r] + cross +
         form_of(fit, means_list(m, a), fit->room, means_count(m, a));
}
