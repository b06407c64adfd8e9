#include "ranking_bayes.h"
#include <assert.h>
#include <math.h>

enum { COARSE = 20, NODES = 13 };
static const double most = 2;          /* both sds lie in (0, 2) */
static const double reviewer_sd = 0.5; /* of nu */
static const double points = 5;        /* width of the model's scale */
static const double deep = 11;         /* log density below the top: nothing */

typedef struct model {
  const graph *g;
  double *row, *own; /* room for add_ranks */
  double *y;         /* on the model's scale, about m0 */
  double *sums;      /* Z'y by level */
  double squares;
  henderson *h;
  lanes *effect;
  double low_plan, high_plan, low_rest, high_rest; /* the box */
  double top;                                      /* largest log density */
} model;

static double mean_of_means(const graph *g, const double *score) {
  double all = 0;
  int count = 0;
  for (int a = 0; a < g->applications; a++) {
    double sum = 0;
    for (int e = g->start[a]; e < g->start[a + 1]; e++)
      sum += score[g->review[e]];
    if (graph_degree(g, a) > 0) {
      all += sum / graph_degree(g, a);
      count++;
    }
  }
  return all / count;
}

static model model_of(arena *scratch, const bayes_input *in) {
  const graph *g = in->g;
  model m = {.g = g,
             .row = ARENA_ARRAY(scratch, double, g->levels + 1),
             .own = ARENA_ARRAY(scratch, double, g->levels + 1),
             .y = ARENA_ARRAY(scratch, double, g->reviews + 1),
             .sums = ARENA_ARRAY(scratch, double, g->levels + 1),
             .h = henderson_new(scratch, g, true, true, g->levels),
             .effect = ARENA_ARRAY(scratch, lanes, g->levels + 1),
             .top = -INFINITY};
  const double centre = mean_of_means(g, in->score);
  for (int e = 0; e < g->reviews; e++) {
    m.y[e] = (in->score[e] - centre) * points / in->width;
    m.squares += m.y[e] * m.y[e];
    m.sums[g->application[e]] += m.y[e];
    m.sums[g->applications + g->reviewer[e]] += m.y[e];
  }
  return m;
}

/* log density of (tau, s); leaves the effects and the factor behind */
static double density(const model *m, double plan, double rest) {
  const double s2 = rest * rest;
  const double lambda_plan = s2 / (plan * plan);
  const double lambda_reviewer = s2 / (reviewer_sd * reviewer_sd);
  if (!henderson_set(m->h, lambda_plan, lambda_reviewer))
    return -INFINITY;
  for (int v = 0; v < m->g->levels; v++)
    m->effect[v].at[0] = m->sums[v];
  henderson_solve(m->h, m->effect, 1, NULL, 0);
  double fitted = 0;
  for (int v = 0; v < m->g->levels; v++)
    fitted += m->effect[v].at[0] * m->sums[v];
  const double twice = m->g->reviews * log(s2) -
                       m->g->applications * log(lambda_plan) -
                       m->g->reviewers * log(lambda_reviewer) +
                       m->h->log_determinant + (m->squares - fitted) / s2;
  return log(rest) - twice / 2;
}

/* the smallest box of grid cells that holds all that is not negligible */
static void find_box(model *m) {
  double at[COARSE][COARSE];
  const double cell = most / COARSE;
  for (int i = 0; i < COARSE; i++)
    for (int j = 0; j < COARSE; j++) {
      at[i][j] = density(m, (i + 0.5) * cell, (j + 0.5) * cell);
      m->top = fmax(m->top, at[i][j]);
    }
  m->low_plan = m->low_rest = most;
  for (int i = 0; i < COARSE; i++)
    for (int j = 0; j < COARSE; j++) {
      if (at[i][j] < m->top - deep)
        continue;
      m->low_plan = fmin(m->low_plan, fmax(i - 0.5, 0) * cell);
      m->high_plan = fmax(m->high_plan, fmin(i + 1.5, COARSE) * cell);
      m->low_rest = fmin(m->low_rest, fmax(j - 0.5, 0) * cell);
      m->high_rest = fmax(m->high_rest, fmin(j + 1.5, COARSE) * cell);
    }
}

typedef struct sums { /* weighted, over the nodes */
  double weight, plan, rest;
  double *rank, *theta, *square;
} sums;

static double is_better(double ahead, double variance) {
  return 0.5 * erfc(-ahead / sqrt(2 * variance));
}

static void add_ranks(const model *m, double sign, double s2, double weight,
                      sums *to) {
  const int n = m->g->applications;
  double *const row = m->row, *const own = m->own;
  for (int v = 0; v < n; v++)
    own[v] = henderson_entry(m->h, v, v);
  for (int v = 0; v < n; v++) {
    henderson_row(m->h, v, row);
    const double theta = m->effect[v].at[0];
    to->theta[v] += weight * theta;
    to->square[v] += weight * (theta * theta + s2 * own[v]);
    for (int w = 0; w < v; w++) {
      const double ahead = sign * (m->effect[w].at[0] - theta);
      const double better =
          is_better(ahead, s2 * (own[v] + own[w] - 2 * row[w]));
      to->rank[v] += weight * better;
      to->rank[w] += weight * (1 - better);
    }
  }
}

static void add_node(const model *m, double sign, double plan, double rest,
                     double area, sums *to) {
  const double log_density = density(m, plan, rest);
  const double weight = area * exp(log_density - m->top);
  if (log_density < m->top - deep || !henderson_invert(m->h))
    return;
  to->weight += weight;
  to->plan += weight * plan;
  to->rest += weight * rest;
  add_ranks(m, sign, rest * rest, weight, to);
}

typedef struct gauss { /* and Legendre, on -1..1 */
  double node[NODES], weight[NODES];
} gauss;

/* P_n and its derivative at x */
static double legendre(double x, double *slope) {
  double before = 1, now = x;
  for (int k = 2; k <= NODES; k++) {
    const double next = ((2 * k - 1) * x * now - (k - 1) * before) / k;
    before = now;
    now = next;
  }
  *slope = NODES * (x * now - before) / (x * x - 1);
  return now;
}

/* the zeros of P_n, by Newton's method */
static gauss gauss_legendre(void) {
  gauss to;
  for (int i = 0; i < NODES; i++) {
    double x = cos(acos(-1) * (i + 0.75) / (NODES + 0.5)), slope = 1;
    for (int step = 0; step < 10; step++)
      x -= legendre(x, &slope) / slope;
    legendre(x, &slope);
    to.node[i] = x;
    to.weight[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return to;
}

static void integrate(const model *m, double sign, sums *to) {
  const gauss at = gauss_legendre();
  const double half_plan = (m->high_plan - m->low_plan) / 2;
  const double half_rest = (m->high_rest - m->low_rest) / 2;
  for (int i = 0; i < NODES; i++)
    for (int j = 0; j < NODES; j++)
      add_node(m, sign, m->low_plan + half_plan * (1 + at.node[i]),
               m->low_rest + half_rest * (1 + at.node[j]),
               at.weight[i] * at.weight[j], to);
}

bayes_rank *ranking_bayes(arena *home, const bayes_input *in) {
  const int n = in->g->applications;
  assert(in->width > 0 && n >= 1 && n <= RANKING_EXACT_MOST);
  arena *const scratch = arena_open();
  bayes_rank *to = ARENA_NEW(home, bayes_rank);
  *to = (bayes_rank){.rank = ARENA_ARRAY(home, double, n),
                     .theta = ARENA_ARRAY(home, double, n),
                     .deviation = ARENA_ARRAY(home, double, n)};
  sums all = {.rank = to->rank, .theta = to->theta, .square = to->deviation};
  model m = model_of(scratch, in);
  find_box(&m);
  integrate(&m, in->low_is_better ? -1 : 1, &all);
  const double back = in->width / points;
  for (int v = 0; v < n; v++) {
    const double theta = to->theta[v] / all.weight;
    const double square = to->deviation[v] / all.weight;
    to->rank[v] = 1 + to->rank[v] / all.weight;
    to->theta[v] = back * theta;
    to->deviation[v] = back * sqrt(fmax(square - theta * theta, 0));
  }
  to->plan_deviation = back * all.plan / all.weight;
  to->residual_deviation = back * all.rest / all.weight;
  arena_close(scratch);
  return to;
}
