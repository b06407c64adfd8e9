#include "ranking.h"
#include <assert.h>
#include <math.h>
#include <stdlib.h>

static double normal_cdf(double z) { return 0.5 * erfc(-z * sqrt(0.5)); }

/* true values of no difference count as a half */
static double is_better(double ahead, double variance) {
  if (variance > 0)
    return normal_cdf(ahead / sqrt(variance));
  return ahead > 0 ? 1 : ahead < 0 ? 0 : 0.5;
}

/* ---- all pairs */

/* variances of w's difference to v, for all applications w */
static void contrasts(const mixed_fit *fit, int v, double *row) {
  henderson_row(fit->inner->inverse, v, row);
  for (int w = 0; w < fit->g->applications; w++)
    row[w] = fmax(mixed_contrast_by(fit, v, w, row[w]), 0);
}

static void by_pairs(const mixed_fit *fit, double sign, double *rank) {
  const int n = fit->g->applications;
  arena *const scratch = arena_open();
  double *row = ARENA_ARRAY(scratch, double, fit->g->levels + 1);
  for (int v = 0; v < n; v++)
    rank[v] = 1;
  for (int v = 0; v < n; v++) {
    contrasts(fit, v, row);
    for (int w = 0; w < v; w++) {
      const double ahead = sign * (fit->calibrated[w] - fit->calibrated[v]);
      const double better = is_better(ahead, row[w]);
      rank[v] += better;
      rank[w] += 1 - better;
    }
  }
  arena_close(scratch);
}

/* ---- very many plans: classes of error, steps of value */

enum { CLASSES = 12, STEPS = 512, CURVE = 256 };

typedef struct crowd {
  double low, step;             /* of the values */
  double error_low, error_step; /* of the errors' sds */
  double count[CLASSES][STEPS], sum[CLASSES][STEPS];
  double curve[CLASSES]
              [CURVE + 1]; /* plans better than a value, by its class */
} crowd;

static int kept(double at, int most) {
  return at < 0 ? 0 : at >= most ? most - 1 : (int)at;
}

static int class_of(const crowd *c, double error) {
  return c->error_step > 0
             ? kept((error - c->error_low) / c->error_step, CLASSES)
             : 0;
}

static void find_ranges(const mixed_fit *fit, double sign, crowd *c) {
  double high = -INFINITY, error_high = -INFINITY;
  c->low = c->error_low = INFINITY;
  for (int v = 0; v < fit->g->applications; v++) {
    c->low = fmin(c->low, sign * fit->calibrated[v]);
    high = fmax(high, sign * fit->calibrated[v]);
    c->error_low = fmin(c->error_low, fit->pevsd[v]);
    error_high = fmax(error_high, fit->pevsd[v]);
  }
  c->step = (high - c->low) / STEPS;
  c->error_step = (error_high - c->error_low) / CLASSES;
}

static void gather(const mixed_fit *fit, double sign, crowd *c) {
  for (int v = 0; v < fit->g->applications; v++) {
    const double value = sign * fit->calibrated[v];
    const int k = class_of(c, fit->pevsd[v]);
    const int s = c->step > 0 ? kept((value - c->low) / c->step, STEPS) : 0;
    c->count[k][s]++;
    c->sum[k][s] += value;
  }
}

static double middle_error(const crowd *c, int k) {
  return c->error_low + (k + 0.5) * c->error_step;
}

static double better_than(const crowd *c, double value, int own) {
  double sum = 0;
  for (int k = 0; k < CLASSES; k++) {
    const double variance = middle_error(c, own) * middle_error(c, own) +
                            middle_error(c, k) * middle_error(c, k);
    for (int s = 0; s < STEPS; s++)
      if (c->count[k][s] > 0)
        sum += c->count[k][s] *
               is_better(c->sum[k][s] / c->count[k][s] - value, variance);
  }
  return sum;
}

static void draw_curves(crowd *c) {
  const double step = c->step * STEPS / CURVE;
  for (int k = 0; k < CLASSES; k++)
    for (int i = 0; i <= CURVE; i++)
      c->curve[k][i] = better_than(c, c->low + i * step, k);
}

/* the cubic through the four points about `at` */
static double read_curve(const double *curve, double at) {
  int i = kept(at, CURVE) - 1;
  i = i < 0 ? 0 : i > CURVE - 3 ? CURVE - 3 : i;
  const double *const y = curve + i;
  const double x = at - i; /* of the points 0, 1, 2, 3 */
  return -y[0] * (x - 1) * (x - 2) * (x - 3) / 6 +
         y[1] * x * (x - 2) * (x - 3) / 2 - y[2] * x * (x - 1) * (x - 3) / 2 +
         y[3] * x * (x - 1) * (x - 2) / 6;
}

static void by_classes(const mixed_fit *fit, double sign, double *rank) {
  arena *const scratch = arena_open();
  crowd *c = ARENA_NEW(scratch, crowd);
  find_ranges(fit, sign, c);
  gather(fit, sign, c);
  draw_curves(c);
  const double step = c->step * STEPS / CURVE;
  for (int v = 0; v < fit->g->applications; v++) {
    const double at =
        step > 0 ? (sign * fit->calibrated[v] - c->low) / step : 0;
    /* less a half: it was compared with itself, too */
    rank[v] = read_curve(c->curve[class_of(c, fit->pevsd[v])], at) + 0.5;
  }
  arena_close(scratch);
}

void ranking_expected(const mixed_fit *fit, bool low_is_better, double *rank) {
  assert(fit->status == MIXED_FITTED);
  const double sign = low_is_better ? -1 : 1;
  if (fit->g->applications <= RANKING_EXACT_MOST && !fit->sampled)
    by_pairs(fit, sign, rank);
  else
    by_classes(fit, sign, rank);
}

/* ---- chances */

enum { NODES = 9 };
static const double node[NODES] = {-4.512745863399783,
                                   -3.205429002856470,
                                   -2.076847978677830,
                                   -1.023255663789133,
                                   0,
                                   1.023255663789133,
                                   2.076847978677830,
                                   3.205429002856470,
                                   4.512745863399783};
static const double node_weight[NODES] = {
    2.234584400774658e-5, 2.789141321231769e-3, 4.991640676521788e-2,
    2.440975028949394e-1, 4.063492063492063e-1, 2.440975028949394e-1,
    4.991640676521788e-2, 2.789141321231769e-3, 2.234584400774658e-5};

/* own errors, as the differences show them: half the mean of a plan's
 * contrasts, less what is the others' share */
static void own_errors(const mixed_fit *fit, double *own) {
  const int n = fit->g->applications;
  arena *const scratch = arena_open();
  double *row = ARENA_ARRAY(scratch, double, fit->g->levels + 1);
  double all = 0;
  for (int v = 0; v < n; v++) {
    contrasts(fit, v, row);
    own[v] = 0;
    for (int w = 0; w < n; w++)
      own[v] += row[w] / (n - 1);
    all += own[v] / n;
  }
  const double others =
      all * n / 2 / (n - 1); /* mean = x + (sum - x)/(n - 1) */
  for (int v = 0; v < n; v++)
    own[v] = n > 2 ? fmax((own[v] - others) * (n - 1) / (n - 2), 0) : all / 2;
  arena_close(scratch);
}

typedef struct place { /* of a plan, at each node of its own error */
  double mean[NODES], deviation[NODES];
} place;

static place place_of(const double *value, const double *own, int n, int v) {
  place to = {{0}, {0}};
  for (int i = 0; i < NODES; i++) {
    const double at = value[v] + sqrt(own[v]) * node[i];
    for (int w = 0; w < n; w++) {
      const double better = w == v ? 0 : is_better(value[w] - at, own[w]);
      to.mean[i] += better;
      to.deviation[i] += better * (1 - better);
    }
    to.deviation[i] = sqrt(to.deviation[i]);
  }
  return to;
}

/* P(rank <= r) */
static double up_to(const place *p, double r) {
  double sum = 0;
  for (int i = 0; i < NODES; i++) {
    const double ahead = r - 0.5 - p->mean[i];
    sum += node_weight[i] * is_better(ahead, p->deviation[i] * p->deviation[i]);
  }
  return sum;
}

static int quantile(const place *p, int n, double chance) {
  int low = 1, high = n;
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (up_to(p, middle) < chance)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void ranking_chances(const mixed_fit *fit, bool low_is_better, int best,
                     chances *to) {
  const int n = fit->g->applications;
  assert(fit->status == MIXED_FITTED && n <= RANKING_EXACT_MOST);
  arena *const scratch = arena_open();
  double *own = ARENA_ARRAY(scratch, double, n + 1);
  double *value = ARENA_ARRAY(scratch, double, n + 1);
  own_errors(fit, own);
  for (int v = 0; v < n; v++)
    value[v] = low_is_better ? -fit->calibrated[v] : fit->calibrated[v];
  for (int v = 0; v < n; v++) {
    const place p = place_of(value, own, n, v);
    to[v] = (chances){best >= n ? 1 : up_to(&p, best), quantile(&p, n, 0.05),
                      quantile(&p, n, 0.95)};
  }
  arena_close(scratch);
}
