#include "tree.h"
#include <math.h>

static const double NEARLY_WHOLE = 1e-6;

static bool is_free(const core *k, int j) {
  return k->within.low[j] < k->within.high[j];
}

static bool is_fractional(const core *k, int j) {
  return is_free(k, j) && fabs(k->x[j] - round(k->x[j])) > NEARLY_WHOLE;
}

bool branch_whole(const core *k) {
  for (int j = 0; j < k->column_count; j++)
    if (is_fractional(k, j))
      return false;
  return true;
}

static double unit_cost(const tree *t, int j, int up) {
  const pseudocost *const p = &t->costs[j];
  if (p->count[up] > 0)
    return p->sum[up] / p->count[up];
  return t->k->c ? fabs((double)t->k->c[j]) : 1;
}

/* the product rule (Achterberg, Koch and Martin 2005, Branching rules
 * revisited)
 */
static double promise(const tree *t, int j) {
  const double f = t->k->x[j] - floor(t->k->x[j]);
  return fmax(f * unit_cost(t, j, 0), 1e-6) *
         fmax((1 - f) * unit_cost(t, j, 1), 1e-6);
}

/* shortfalls come last: they follow from sets and coverages */
static bool is_shortfall(const tree *t, int j) {
  return t->r->g->columns[t->k->column_of[j]].kind == COLUMN_SHORTFALL;
}

static bool better(const tree *t, int j, int than) {
  if (than < 0 || is_shortfall(t, j) != is_shortfall(t, than))
    return than < 0 || is_shortfall(t, than);
  return promise(t, j) > promise(t, than);
}

static bool is_award(const tree *t, int j) {
  return t->r->g->columns[t->k->column_of[j]].kind == COLUMN_AWARD;
}

/* Where the relaxed optimum is whole but other sets may be as good: the award
 * whose change costs most, so that the other child closes soonest. */
static int costliest_award(const tree *t) {
  wide most = -1;
  int best = -1;
  for (int j = 0; j < t->k->column_count; j++) {
    const wide d = t->k->reduced[j];
    const wide size = d < 0 ? -d : d;
    if (!is_free(t->k, j) || !is_award(t, j) || size <= most)
      continue;
    most = size;
    best = j;
  }
  return best;
}

int branch_column(const tree *t, bool solved) {
  int best = -1;
  const int any = costliest_award(t);
  for (int j = 0; any >= 0 && solved && j < t->k->column_count; j++)
    if (is_fractional(t->k, j) && better(t, j, best))
      best = j;
  return best >= 0 ? best : any;
}

int64_t branch_split(const core *k, int j, bool solved) {
  const int64_t low = k->within.low[j], high = k->within.high[j];
  const double v = solved ? floor(k->x[j] + NEARLY_WHOLE) : (double)low;
  if (v >= (double)(high - 1))
    return high - 1;
  return v <= (double)low ? low : (int64_t)v;
}

void branch_learn(tree *t, bool solved) {
  const descent *const d = &t->came_by;
  if (d->column < 0 || !solved || !t->k->relaxation ||
      d->distance < NEARLY_WHOLE)
    return;
  const double lost = d->objective - lp_objective(t->k->relaxation);
  pseudocost *const p = &t->costs[d->column];
  p->sum[d->up] += fmax(lost, 0) / d->distance;
  p->count[d->up]++;
}
