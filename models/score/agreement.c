#include "agreement.h"
#include <assert.h>
#include <math.h>
#include <stdlib.h>

/* ---- the scores that can be paired, by application */

typedef struct paired {
  int units, count;
  const int *start;     /* of unit u */
  double *value;        /* as the metric sees them */
  const double *sorted; /* ascending */
} paired;

static int by_size(const void *a, const void *b) {
  const double p = *(const double *)a, q = *(const double *)b;
  return p < q ? -1 : p > q;
}

static paired pair_up(arena *scratch, const graph *g, const double *score,
                      bool sorts) {
  int *start = ARENA_ARRAY(scratch, int, g->applications + 1);
  double *value = ARENA_ARRAY(scratch, double, g->reviews + 1);
  double *sorted = ARENA_ARRAY(scratch, double, g->reviews + 1);
  paired p = {0, 0, start, value, sorted};
  for (int a = 0; a < g->applications; a++) {
    if (graph_degree(g, a) < 2)
      continue;
    for (int e = g->start[a]; e < g->start[a + 1]; e++) {
      sorted[p.count] = score[g->review[e]];
      value[p.count++] = score[g->review[e]];
    }
    start[++p.units] = p.count;
  }
  if (sorts)
    qsort(sorted, (size_t)p.count, sizeof *sorted, by_size);
  return p;
}

/* how many sorted values are smaller */
static int below(const paired *p, double value) {
  int low = 0, high = p->count;
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (p->sorted[middle] < value)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static int run_from(const paired *p, int first) {
  int end = first;
  while (end < p->count && p->sorted[end] <= p->sorted[first])
    end++;
  return end;
}

/* The ordinal metric is the interval metric of the scores' middle ranks. */
static void rank_values(paired *p, double *room) {
  for (int first = 0, end; first < p->count; first = end) {
    end = run_from(p, first);
    for (int i = first; i < end; i++)
      room[i] = (first + end) / 2.0;
  }
  for (int i = 0; i < p->count; i++)
    p->value[i] = room[below(p, p->value[i])];
}

/* ---- disagreement within units and over all, both per score */

typedef struct disagreement {
  double observed, expected;
} disagreement;

static double squares_about_mean(const double *value, int count) {
  double sum = 0, squares = 0;
  for (int i = 0; i < count; i++)
    sum += value[i];
  for (int i = 0; i < count; i++)
    squares += (value[i] - sum / count) * (value[i] - sum / count);
  return squares;
}

static disagreement of_squares(const paired *p) {
  const double n = p->count;
  disagreement d = {0, 2 * squares_about_mean(p->value, p->count) / (n - 1)};
  for (int u = 0; u < p->units; u++) {
    const int m = p->start[u + 1] - p->start[u];
    d.observed +=
        2.0 * m / (m - 1) * squares_about_mean(p->value + p->start[u], m) / n;
  }
  return d;
}

typedef double difference(double c, double k);

static double differs(double c, double k) { return c < k || c > k ? 1 : 0; }

static double relative(double c, double k) {
  const double off = (c - k) / (c + k);
  return off * off;
}

static double observed_pairs(const paired *p, difference *of) {
  double sum = 0;
  for (int u = 0; u < p->units; u++) {
    const int m = p->start[u + 1] - p->start[u];
    const double *value = p->value + p->start[u];
    double pairs = 0;
    for (int i = 0; i < m; i++)
      for (int j = 0; j < i; j++)
        pairs += 2 * of(value[i], value[j]);
    sum += pairs / (m - 1);
  }
  return sum / p->count;
}

static double expected_pairs(const paired *p, difference *of) {
  const double n = p->count;
  double sum = 0;
  for (int i = 0, i_end; i < p->count; i = i_end) {
    i_end = run_from(p, i);
    for (int j = 0, j_end; j < i; j = j_end) {
      j_end = run_from(p, j);
      sum += 2.0 * (i_end - i) * (j_end - j) * of(p->sorted[i], p->sorted[j]);
    }
  }
  return sum / (n * (n - 1));
}

static double expected_nominal(const paired *p) {
  const double n = p->count;
  double same = 0;
  for (int i = 0, end; i < p->count; i = end) {
    end = run_from(p, i);
    same += (double)(end - i) * (end - i);
  }
  return (n * n - same) / (n * (n - 1));
}

static bool ratio_works(const paired *p) {
  int different = 0;
  for (int i = 0; i < p->count && different <= ALPHA_RATIO_SCORES_MOST;
       i = run_from(p, i))
    different++;
  return p->count > 0 && p->sorted[0] > 0 &&
         different <= ALPHA_RATIO_SCORES_MOST;
}

static disagreement disagree(arena *scratch, paired *p, alpha_metric metric) {
  switch (metric) {
  case ALPHA_NOMINAL:
    return (disagreement){observed_pairs(p, differs), expected_nominal(p)};
  case ALPHA_RATIO:
    return ratio_works(p) ? (disagreement){observed_pairs(p, relative),
                                           expected_pairs(p, relative)}
                          : (disagreement){0, 0};
  case ALPHA_ORDINAL:
    rank_values(p, ARENA_ARRAY(scratch, double, p->count + 1));
    break;
  case ALPHA_INTERVAL:
  case ALPHA_METRICS:
    break;
  }
  return of_squares(p);
}

double alpha_of(const graph *g, const double *score, alpha_metric metric) {
  assert(metric < ALPHA_METRICS);
  arena *const scratch = arena_open();
  paired p = pair_up(scratch, g, score, metric != ALPHA_INTERVAL);
  const disagreement d =
      p.count > 1 ? disagree(scratch, &p, metric) : (disagreement){0, 0};
  arena_close(scratch);
  return d.expected > 0 ? 1 - d.observed / d.expected : NAN;
}

/* ---- intraclass correlation */

static bool is_whole_table(const graph *g) {
  if (g->applications < 2 || g->reviewers < 2 ||
      (long long)g->applications * g->reviewers != g->reviews)
    return false;
  arena *const scratch = arena_open();
  int *seen = ARENA_ARRAY(scratch, int, g->levels);
  bool whole = true;
  for (int a = 0; a < g->applications && whole; a++)
    for (int e = g->start[a]; e < g->start[a + 1]; e++) {
      whole = whole && seen[g->next[e]] == a;
      seen[g->next[e]] = a + 1;
    }
  arena_close(scratch);
  return whole;
}

/* squares of the levels' means about the mean of all, times their reviews */
static double squares_between(const graph *g, const double *score, int first,
                              int end, double mean) {
  double squares = 0;
  for (int v = first; v < end; v++) {
    const int degree = graph_degree(g, v);
    double sum = 0;
    for (int e = g->start[v]; e < g->start[v + 1]; e++)
      sum += score[g->review[e]];
    squares += degree * (sum / degree - mean) * (sum / degree - mean);
  }
  return squares;
}

icc icc_of(const graph *g, const double *score) {
  icc to = {.defined = is_whole_table(g)};
  if (!to.defined)
    return to;
  const double n = g->applications, k = g->reviewers;
  double mean = 0;
  for (int e = 0; e < g->reviews; e++)
    mean += score[e] / g->reviews;
  const double all = squares_about_mean(score, g->reviews);
  const double rows = squares_between(g, score, 0, g->applications, mean);
  const double columns =
      squares_between(g, score, g->applications, g->levels, mean);
  const double between = rows / (n - 1), judges = columns / (k - 1);
  const double within = (all - rows) / (n * (k - 1));
  const double error = (all - rows - columns) / ((n - 1) * (k - 1));
  const double spread = k * (judges - error) / n;
  to.defined = all > 0 && between > 0;
  to.single[0] = (between - within) / (between + (k - 1) * within);
  to.single[1] = (between - error) / (between + (k - 1) * error + spread);
  to.single[2] = (between - error) / (between + (k - 1) * error);
  to.average[0] = (between - within) / between;
  to.average[1] = (between - error) / (between + spread / k);
  to.average[2] = (between - error) / between;
  return to;
}

/* ---- generalisability */

static double share(double of, double others) {
  return of + others > 0 ? of / (of + others) : 0;
}

static double relative_of(const double variance[VARIANCES], double k) {
  return share(variance[APPLICATION], variance[RESIDUAL] / k);
}

static double absolute_of(const double variance[VARIANCES], double k) {
  return share(variance[APPLICATION],
               (variance[REVIEWER] + variance[RESIDUAL]) / k);
}

generalisability generalise(const graph *g, const double variance[VARIANCES]) {
  double inverse = 0;
  int reviewed = 0;
  for (int a = 0; a < g->applications; a++)
    if (graph_degree(g, a) > 0) {
      inverse += 1.0 / graph_degree(g, a);
      reviewed++;
    }
  const double k = reviewed > 0 ? reviewed / inverse : 1;
  return (generalisability){absolute_of(variance, 1), relative_of(variance, 1),
                            k, relative_of(variance, k),
                            absolute_of(variance, k)};
}
