#include "sample.h"
#include "../../engine/base/random.h"
#include <assert.h>
#include <math.h>

static const uint64_t sample_seed = UINT64_C(20250704);
static const double sample_tolerance = 1e-4;

/* +-1 a lane */
static lanes signs(random_source *by) {
  uint64_t bits = random_bits(by) >> 32;
  lanes to;
  for (int l = 0; l < LANES; l++, bits >>= 1)
    to.at[l] = bits & 1 ? 1 : -1;
  return to;
}

static double deviation_of(const henderson *h, int v) {
  return 1 / sqrt(graph_is_reviewer(h->g, v) ? h->lambda_reviewer
                                             : h->lambda_application);
}

static lanes *true_effects(arena *home, const henderson *h, random_source *by) {
  lanes *u = ARENA_ARRAY(home, lanes, h->g->levels + 1);
  for (int v = 0; v < h->g->levels; v++) {
    const double by_deviation = deviation_of(h, v);
    u[v] = signs(by);
    for (int l = 0; l < LANES; l++)
      u[v].at[l] *= by_deviation;
  }
  return u;
}

static void add(lanes *to, const lanes *a) {
  for (int l = 0; l < LANES; l++)
    to->at[l] += a->at[l];
}

/* Z'y* */
static lanes *side_of(arena *home, const henderson *h, const lanes *u,
                      random_source *by) {
  const graph *g = h->g;
  lanes *side = ARENA_ARRAY(home, lanes, g->levels + 1);
  for (int e = 0; e < g->reviews; e++) {
    const int a = g->application[e], r = g->applications + g->reviewer[e];
    lanes y = signs(by);
    add(&y, &u[a]);
    add(&y, &u[r]);
    add(&side[a], &y);
    add(&side[r], &y);
  }
  return side;
}

static void take_diagonal(const henderson *h, const lanes *wrong, int batches,
                          double *diagonal, lanes *application,
                          lanes *reviewer) {
  const graph *g = h->g;
  for (int v = 0; v < g->levels; v++) {
    if (!henderson_iterates(h, v))
      continue;
    lanes *const total = graph_is_reviewer(g, v) ? reviewer : application;
    const double inverse = h->inverse[v];
    lanes sum = {{0}};
    for (int e = g->start[v]; e < g->start[v + 1]; e++)
      add(&sum, &wrong[g->next[e]]);
    for (int l = 0; l < LANES; l++) {
      const double one = inverse + inverse * inverse * sum.at[l] * sum.at[l];
      diagonal[v] += one / (batches * LANES);
      total->at[l] += one;
    }
  }
}

void sample_diagonal(const henderson *h, int batches, lanes *const *guess,
                     double *diagonal, sample_traces *traces) {
  assert(batches >= 1 && batches <= SAMPLE_BATCHES_MOST);
  traces->samples = batches * LANES;
  for (int b = 0; b < batches; b++) {
    arena *const scratch = arena_open();
    random_source by = random_seeded(sample_seed + (uint64_t)b);
    lanes *const u = true_effects(scratch, h, &by);
    lanes *const side = side_of(scratch, h, u, &by);
    henderson_solve(h, side, LANES, guess[b], sample_tolerance);
    lanes application = {{0}}, reviewer = {{0}};
    for (int v = 0; v < h->g->levels; v++)
      for (int l = 0; l < LANES; l++)
        u[v].at[l] -= side[v].at[l];
    take_diagonal(h, u, batches, diagonal, &application, &reviewer);
    for (int l = 0; l < LANES; l++) {
      traces->application[b * LANES + l] = application.at[l];
      traces->reviewer[b * LANES + l] = reviewer.at[l];
    }
    arena_close(scratch);
  }
}
