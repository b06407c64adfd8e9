#include "tree.h"
#include <math.h>

static const double NEARLY_WHOLE = 1e-6;

static bool is_free(const core *k, int j) {
  return k->within.low[j] < k->within.high[j];
}

static bool is_fractional(const core *k, int j) {
  return is_free(k, j) && fabs(k->x[j] - round(k->x[j])) > NEARLY_WHOLE;
}

static bool is_tally(const core *k, int j) { return j >= k->column_count; }

static column_kind kind_of(const core *k, int j) {
  return k->of->of->columns[k->column_of[j]].kind;
}

bool branch_whole(const core *k) {
  for (int j = 0; j < k->column_count; j++)
    if (kind_of(k, j) == COLUMN_AWARD && is_fractional(k, j))
      return false;
  return true;
}

static pseudocost *cost_of(const tree *t, int j) {
  const core *const k = t->k;
  return &t->costs[is_tally(k, j) ? k->of->of->column_count +
                                        k->tallies[j - k->column_count].key
                                  : k->column_of[j]];
}

static double unit_cost(const tree *t, int j, int up) {
  const core *const k = t->k;
  const pseudocost *const p = cost_of(t, j);
  const int like =
      is_tally(k, j) ? k->tallies[j - k->column_count].columns[0] : j;
  if (p->count[up] > 0)
    return p->sum[up] / p->count[up];
  return k->c ? fabs((double)k->c[like]) : 1;
}

/* How much a split with these gains brings forward: the tree that must gain G
 * grows by e^(s G) with 1 = e^(-a s) + e^(-b s); 1 / s is wanted large (Le
 * Bodic and Nemhauser 2017, An abstract model for branching and its application
 * to mixed integer programming). s by halving, in its logarithm. */
static double headway(double a, double b) {
  double low = log(2) / fmax(a, b), high = log(2) / fmin(a, b);
  for (int i = 0; i < 12; i++) {
    const double s = sqrt(low * high);
    if (exp(-a * s) + exp(-b * s) > 1)
      low = s;
    else
      high = s;
  }
  return 1 / sqrt(low * high);
}

/* a gain past what is left to lose closes the child and counts no more */
static double promise(const tree *t, int j, double left) {
  const double f = t->k->x[j] - floor(t->k->x[j]);
  const double a = fmin(f * unit_cost(t, j, 0), left);
  const double b = fmin((1 - f) * unit_cost(t, j, 1), left);
  return headway(fmax(a, 1e-3), fmax(b, 1e-3));
}

static double left_to_lose(const tree *t) {
  wide room;
  const wide *const target = tree_target(t, &room);
  return target ? fmax(t->k->objective - (double)(*target - t->k->offset), 1)
                : HUGE_VAL;
}

static void learn(tree *t, int j, int up, double lost, double distance) {
  pseudocost *const p = cost_of(t, j);
  p->sum[up] += fmax(lost, 0) / distance;
  p->count[up]++;
}

/* Where the relaxed optimum is whole but other sets may be as good: the award
 * whose change costs most, so that the other child closes soonest. */
static int costliest_award(const tree *t) {
  wide most = -1;
  int best = -1;
  for (int j = 0; j < t->k->column_count; j++) {
    const wide d = t->k->reduced[j];
    const wide size = d < 0 ? -d : d;
    if (!is_free(t->k, j) || kind_of(t->k, j) != COLUMN_AWARD || size <= most)
      continue;
    most = size;
    best = j;
  }
  return best;
}

/* Shortfalls are never split: they follow from awards, and their ranges are
 * long. */
static int most_promising(const tree *t) {
  const double left = left_to_lose(t);
  double most = 0;
  int best = -1;
  for (int j = 0; j < t->k->column_count + t->k->tally_count; j++) {
    if (!is_fractional(t->k, j) ||
        (!is_tally(t->k, j) && kind_of(t->k, j) == COLUMN_SHORTFALL))
      continue;
    const double by = promise(t, j, left);
    if (best >= 0 && by <= most)
      continue;
    most = by;
    best = j;
  }
  return best;
}

enum { RELIABLE = 8, RELIABLE_SOON = 2, PROBED_MOST = 8 };

static bool is_reliable(const tree *t, int j) {
  const pseudocost *const p = cost_of(t, j);
  const int enough = t->q->patience > 0 ? RELIABLE_SOON : RELIABLE;
  return p->count[0] >= enough && p->count[1] >= enough;
}

/* what a probe lost; all that is left to lose when it closed the box */
static double loss(const tree *t, double bound) {
  const core *const k = t->k;
  wide room;
  const wide *const target = tree_target(t, &room);
  if (bound > -HUGE_VAL)
    return k->objective - bound;
  return target ? fmax(k->objective - (double)(*target - k->offset), 0)
                : fabs(k->objective);
}

static void probe(tree *t, int j) {
  core *const k = t->k;
  wide room;
  const wide *const target = tree_target(t, &room);
  const int64_t last = branch_split(k, j, true);
  const double down = core_probe(k, j, k->within.low[j], last, target);
  const double up = core_probe(k, j, last + 1, k->within.high[j], target);
  learn(t, j, 0, loss(t, down), k->x[j] - (double)last);
  learn(t, j, 1, loss(t, up), (double)(last + 1) - k->x[j]);
}

/* Probes may take as many iterations as all nodes but the root, and some to
 * begin with: the fewer, the dearer they are. */
static bool may_probe(const core *k) {
  enum { MOST = 5000, SHARED = 2500000 };
  const int64_t share = SHARED / k->column_count;
  const int64_t others =
      lp_iterations(k->relaxation) - k->root_iterations - k->probed;
  return k->probed < others + (share < MOST ? share : MOST);
}

/* Reliability branching (Achterberg, Koch and Martin 2005): the most promising
 * columns are probed until their costs have been seen a few times. */
static int reliable_column(tree *t) {
  int best = most_promising(t);
  for (int n = 0;
       n < PROBED_MOST && best >= 0 && !is_reliable(t, best) && may_probe(t->k);
       n++) {
    probe(t, best);
    best = most_promising(t);
  }
  return best;
}

int branch_column(tree *t, bool solved) {
  const int any = costliest_award(t);
  if (any < 0)
    return -1;
  const int best = solved && t->k->relaxation ? reliable_column(t) : -1;
  return best >= 0 ? best : any;
}

int64_t branch_split(const core *k, int j, bool solved) {
  const int64_t low = k->within.low[j], high = k->within.high[j];
  const double v = solved ? floor(k->x[j] + NEARLY_WHOLE) : (double)low;
  if (v >= (double)(high - 1))
    return high - 1;
  return v <= (double)low ? low : (int64_t)v;
}

/* A child that closes has lost at least what was left to lose. */
void branch_learn(tree *t, const judgement *of) {
  const descent *const d = &t->came_by;
  if (d->column < 0 || d->distance < NEARLY_WHOLE)
    return;
  wide room;
  const wide *const target = tree_target(t, &room);
  if (of->closed && target)
    learn(t, d->column, d->up, d->objective - (double)(*target - t->k->offset),
          d->distance);
  else if (of->solved)
    learn(t, d->column, d->up, d->objective - t->k->objective, d->distance);
}
