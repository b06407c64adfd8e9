#include "draws.h"
#include "../../engine/base/random.h"
#include <assert.h>
#include <math.h>

static const double tolerance = 1e-8;

/* uniform in (0, 1), never its ends */
static double uniform(random_source *by) {
  return ((double)(random_bits(by) >> 11) + 0.5) * 0x1p-53;
}

/* Box and Muller 1958 */
static double normal(random_source *by) {
  const double radius = sqrt(-2 * log(uniform(by)));
  return radius * cos(2 * acos(-1) * uniform(by));
}

typedef struct made_up { /* all in units of the residual's sd */
  lanes *effect, *side;
  lanes *sum; /* X'y by mean */
} made_up;

static double deviation_of(const mixed_fit *fit, int v) {
  const int factor = graph_is_reviewer(fit->g, v) ? REVIEWER : APPLICATION;
  return sqrt(fit->variance[factor] / fit->variance[RESIDUAL]);
}

static made_up make_up(arena *scratch, const mixed_fit *fit, int used,
                       random_source *by) {
  const graph *g = fit->g;
  made_up m = {ARENA_ARRAY(scratch, lanes, g->levels + 1),
               ARENA_ARRAY(scratch, lanes, g->levels + 1),
               ARENA_ARRAY(scratch, lanes, fit->asked->means->count)};
  for (int l = 0; l < used; l++)
    for (int v = 0; v < g->levels; v++)
      m.effect[v].at[l] = deviation_of(fit, v) * normal(by);
  for (int l = 0; l < used; l++)
    for (int e = 0; e < g->reviews; e++) {
      const int a = g->application[e], r = g->applications + g->reviewer[e];
      const double y = m.effect[a].at[l] + m.effect[r].at[l] + normal(by);
      m.side[a].at[l] += y;
      m.side[r].at[l] += y;
      m.sum[fit->asked->means->of[e]].at[l] += y;
    }
  return m;
}

/* the means that fit the made-up reviews, whose true means are 0 */
static void find_means(const mixed_fit *fit, const made_up *made) {
  const means *m = fit->asked->means;
  for (int v = 0; v < fit->g->levels; v++)
    for (int k = 0; k < means_count(m, v); k++)
      for (int l = 0; l < LANES; l++)
        made->sum[means_list(m, v)[k]].at[l] -=
            reml_pull(fit->asked, fit->inner, v)[k] * made->side[v].at[l];
  spread_apply(fit->inner->spread, made->sum->at, LANES, LANES);
}

/* the fitted mu + effect of a plan, once its own effect is solved */
static double fitted_of(const mixed_fit *fit, const made_up *made, int v,
                        int l) {
  const means *m = fit->asked->means;
  const mixed_parts parts = mixed_parts_of(fit, v);
  double sum = made->side[v].at[l];
  for (int k = 0; k < parts.count; k++)
    sum += parts.part[parts.list[k]] * made->sum[parts.list[k]].at[l];
  for (int k = 0; k < means_count(m, v); k++)
    sum -= reml_pull(fit->asked, fit->inner, v)[k] *
           made->sum[means_list(m, v)[k]].at[l];
  return sum;
}

static void take(const mixed_fit *fit, const made_up *made, int used,
                 double *to) {
  const int n = fit->g->applications;
  const double unit = sqrt(fit->variance[RESIDUAL]);
  for (int v = 0; v < n; v++)
    for (int l = 0; l < used; l++)
      to[(size_t)l * (size_t)n + (size_t)v] =
          fit->calibrated[v] +
          unit * (made->effect[v].at[l] - fitted_of(fit, made, v, l));
}

void draws_make(const mixed_fit *fit, uint64_t seed, int count, double *to) {
  assert(fit->status == MIXED_FITTED && count >= 0);
  arena *const home = arena_open();
  const henderson *h = mixed_equations(home, fit);
  random_source by = random_seeded(seed);
  for (int done = 0; done < count; done += LANES) {
    const int used = count - done < LANES ? count - done : LANES;
    arena *const scratch = arena_open();
    const made_up m = make_up(scratch, fit, used, &by);
    find_means(fit, &m);
    henderson_solve(h, m.side, used, NULL, tolerance);
    take(fit, &m, used, to + (size_t)done * (size_t)fit->g->applications);
    arena_close(scratch);
  }
  arena_close(home);
}
