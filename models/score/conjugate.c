/* Conjugate gradients for M, all lanes together, preconditioned by its
 * diagonal. About ten steps on random graphs of reviews. */
#include "henderson.h"
#include <assert.h>
#include <math.h>

enum { STEPS_MOST = 1000 };

typedef struct iteration { /* by place, from h->iterative_from on */
  const henderson *h;
  const double *precondition;
  lanes *x, *rest, *way, *image;
} iteration;

static void add_scaled(lanes *to, const lanes *from, double by) {
  for (int l = 0; l < LANES; l++)
    to->at[l] += by * from->at[l];
}

/* to = M from: one pass over the reviews, from the eliminated side */
static void apply(const henderson *h, const lanes *from, lanes *to) {
  const graph *g = h->g;
  for (int p = h->iterative_from; p < h->solved_count; p++)
    for (int l = 0; l < LANES; l++)
      to[p].at[l] = from[p].at[l] / h->inverse[h->solved[p]];
  for (int v = 0; v < g->levels; v++) {
    if (h->place[v] >= 0 || !henderson_iterates(h, v))
      continue;
    lanes sum = {{0}};
    for (int e = g->start[v]; e < g->start[v + 1]; e++)
      add_scaled(&sum, &from[h->far[e]], h->inverse[v]);
    for (int e = g->start[v]; e < g->start[v + 1]; e++)
      add_scaled(&to[h->far[e]], &sum, -1);
  }
}

static const double *diagonal_of(arena *home, const henderson *h) {
  const graph *g = h->g;
  double *to = ARENA_ARRAY(home, double, h->solved_count + 1);
  for (int p = h->iterative_from; p < h->solved_count; p++) {
    const int v = h->solved[p];
    double sum = 1 / h->inverse[v];
    for (int e = g->start[v]; e < g->start[v + 1]; e++)
      sum -= h->inverse[g->next[e]];
    assert(sum > 0);
    to[p] = 1 / sum;
  }
  return to;
}

static lanes weighed(const iteration *it, const lanes *a, const lanes *b,
                     bool preconditioned) {
  lanes sum = {{0}};
  for (int p = it->h->iterative_from; p < it->h->solved_count; p++) {
    const double by = preconditioned ? it->precondition[p] : 1;
    for (int l = 0; l < LANES; l++)
      sum.at[l] += by * a[p].at[l] * b[p].at[l];
  }
  return sum;
}

static bool is_small(const lanes *rest, const lanes *least, int used) {
  for (int l = 0; l < used; l++)
    if (rest->at[l] > least->at[l])
      return false;
  return true;
}

static lanes quotient(const lanes *a, const lanes *b) {
  lanes to;
  for (int l = 0; l < LANES; l++)
    to.at[l] = b->at[l] > 0 ? a->at[l] / b->at[l] : 0;
  return to;
}

static void step_on(const iteration *it, const lanes *length) {
  for (int p = it->h->iterative_from; p < it->h->solved_count; p++)
    for (int l = 0; l < LANES; l++) {
      it->x[p].at[l] += length->at[l] * it->way[p].at[l];
      it->rest[p].at[l] -= length->at[l] * it->image[p].at[l];
    }
}

static void turn(const iteration *it, const lanes *keep) {
  for (int p = it->h->iterative_from; p < it->h->solved_count; p++)
    for (int l = 0; l < LANES; l++)
      it->way[p].at[l] = it->precondition[p] * it->rest[p].at[l] +
                         keep->at[l] * it->way[p].at[l];
}

static void iterate(const iteration *it, const lanes *least, int used) {
  static const lanes nothing;
  lanes rest = weighed(it, it->rest, it->rest, true);
  turn(it, &nothing);
  for (int i = 0; i < STEPS_MOST && !is_small(&rest, least, used); i++) {
    apply(it->h, it->way, it->image);
    const lanes bend = weighed(it, it->way, it->image, false);
    const lanes length = quotient(&rest, &bend);
    step_on(it, &length);
    const lanes left = weighed(it, it->rest, it->rest, true);
    const lanes keep = quotient(&left, &rest);
    turn(it, &keep);
    rest = left;
  }
}

void conjugate_solve(const henderson *h, const lanes *side, lanes *x, int used,
                     double tolerance) {
  arena *const scratch = arena_open();
  const iteration it = {
      .h = h,
      .precondition = diagonal_of(scratch, h),
      .x = x,
      .rest = ARENA_ARRAY(scratch, lanes, h->solved_count + 1),
      .way = ARENA_ARRAY(scratch, lanes, h->solved_count + 1),
      .image = ARENA_ARRAY(scratch, lanes, h->solved_count + 1)};
  apply(h, x, it.image);
  for (int p = h->iterative_from; p < h->solved_count; p++) {
    it.rest[p] = side[p];
    add_scaled(&it.rest[p], &it.image[p], -1);
  }
  lanes least = weighed(&it, side, side, true);
  for (int l = 0; l < LANES; l++)
    least.at[l] *= tolerance * tolerance;
  iterate(&it, &least, used);
  arena_close(scratch);
}
