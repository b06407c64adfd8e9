/* Variances by the method of moments: sums of squares within applications,
 * within reviewers and in all, set equal to their expectations. */
#include "reml.h"
#include <math.h>

/* squares of y about the level's mean, over the levels first .. end - 1 */
static double within(const reml_input *in, int first, int end) {
  const graph *g = in->g;
  double all = 0;
  for (int v = first; v < end; v++) {
    const int degree = graph_degree(g, v);
    double sum = 0, squares = 0;
    for (int e = g->start[v]; e < g->start[v + 1]; e++)
      sum += in->y[g->review[e]];
    for (int e = g->start[v]; e < g->start[v + 1]; e++) {
      const double off = in->y[g->review[e]] - sum / degree;
      squares += off * off;
    }
    all += squares;
  }
  return all;
}

static double squared_degrees(const graph *g, int first, int end) {
  double sum = 0;
  for (int v = first; v < end; v++)
    sum += (double)graph_degree(g, v) * graph_degree(g, v);
  return sum;
}

static int in_use(const graph *g, int first, int end) {
  int count = 0;
  for (int v = first; v < end; v++)
    count += graph_degree(g, v) > 0;
  return count;
}

static double total(const reml_input *in) {
  double sum = 0, squares = 0;
  for (int e = 0; e < in->g->reviews; e++)
    sum += in->y[e];
  for (int e = 0; e < in->g->reviews; e++) {
    const double off = in->y[e] - sum / in->g->reviews;
    squares += off * off;
  }
  return squares;
}

static double per(double sum, double count) {
  return count > 0 ? sum / count : 0;
}

/* sR + s2 and sA + s2 each come from one sum; then the sum over all */
void moments_start(const reml_input *in, double variance[VARIANCES]) {
  const graph *g = in->g;
  const int qa = g->applications, q = g->levels;
  const double n = g->reviews, all = total(in), least = 0.02 * per(all, n - 1);
  const double beside_a = per(within(in, 0, qa), n - in_use(g, 0, qa));
  const double beside_r = per(within(in, qa, q), n - in_use(g, qa, q));
  const double ka = n - per(squared_degrees(g, 0, qa), n);
  const double kr = n - per(squared_degrees(g, qa, q), n);
  /* all = ka sA + kr sR + (n - 1) s2 */
  const double share = n - 1 - ka - kr;
  const double residual =
      share < 0 ? (all - ka * beside_r - kr * beside_a) / share : 0;
  const double s2 = residual > least ? fmin(residual, fmin(beside_a, beside_r))
                                     : 0.5 * fmin(beside_a, beside_r);
  variance[RESIDUAL] = fmax(s2, least);
  variance[APPLICATION] = fmax(beside_r - variance[RESIDUAL], least);
  variance[REVIEWER] = fmax(beside_a - variance[RESIDUAL], least);
}
