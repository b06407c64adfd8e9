#include "tree.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct regret { /* how surely a column stands where it stands */
  wide size;
  int column; /* of the core */
} regret;

static int regret_order(const void *a, const void *b) {
  const regret *const left = a, *const right = b;
  if (left->size != right->size)
    return left->size < right->size ? -1 : 1;
  return (left->column > right->column) - (left->column < right->column);
}

static bool is_award(const core *k, int j) {
  return k->of->of->columns[k->column_of[j]].kind == COLUMN_AWARD;
}

static bool is_in_parts(const core *k, int j) {
  return fabs(k->x[j] - round(k->x[j])) > 1e-6;
}

/* the core's awards, the least sure first: those in parts, then by what leaving
 * their place would cost; their number */
static int order_awards(const tree *t, regret *list) {
  const core *const k = t->k;
  int count = 0;
  for (int j = 0; j < k->column_count; j++)
    if (is_award(k, j))
      list[count++] = (regret){is_in_parts(k, j) ? -1 : t->root_regret[j], j};
  if (count > 1)
    qsort(list, (size_t)count, sizeof *list, regret_order);
  return count;
}

enum { SMALLEST = 30, LARGE = 480 }; /* awards left free */

/* The model with all but the first `size` awards where the relaxation would
 * rather have them. In a large one too few of those many sets are permitted:
 * there it is where the best set has them. */
static model *small_model(const tree *t, const regret *list, int count,
                          int size) {
  model *const m = model_copy(t->home, t->q->m);
  const core *const k = t->k;
  const size_t n = (size_t)m->of->column_count;
  memcpy(m->within.low, k->outer.low, n * sizeof *m->within.low);
  memcpy(m->within.high, k->outer.high, n * sizeof *m->within.high);
  for (int i = size; i < count; i++) {
    const int j = k->column_of[list[i].column];
    const bool taken = t->found && size >= LARGE
                           ? t->best[0][j] > m->within.low[j]
                           : k->x[list[i].column] > 0.5;
    m->within.low[j] = m->within.high[j] =
        taken ? m->within.high[j] : m->within.low[j];
  }
  return m;
}

/* a search of its own, of a few nodes, for better sets */
static void search_small(tree *t, const model *m, int64_t nodes) {
  enum { PATIENCE = 200 };
  run *const r = t->r;
  solve_options few = *r->how;
  const bool last = few.nodes > 0 && few.nodes <= r->nodes + nodes;
  few.nodes = last ? few.nodes : r->nodes + nodes;
  run own = {.home = t->home,
             .g = r->g,
             .how = &few,
             .nodes = r->nodes,
             .doing = r->doing};
  wide room;
  const wide *const target = tree_target(t, &room);
  const quest q = {.m = m,
                   .c = t->q->c,
                   .limited = target != NULL,
                   .least = target ? *target : 0,
                   .patience = PATIENCE};
  const outcome found = search(&own, &q);
  t->dug += own.nodes - r->nodes;
  r->nodes = own.nodes;
  if (found.x) {
    memcpy(t->point, found.x, (size_t)r->g->column_count * sizeof *t->point);
    tree_offer(t, t->point);
  }
}

/* how many columns the best set leaves free */
static int count_open(const tree *t) {
  wide room;
  const wide *const target = tree_target(t, &room);
  return target ? core_count_unfixed(t->k, &t->root, t->root_regret,
                                     t->root_shift, *target)
                : t->k->column_count;
}

static void dig_by_regret(tree *t, int smallest) {
  enum { LARGEST = 1000, NODES = 1000, PART = 10 };
  const core *const k = t->k;
  regret *const list = ARENA_ARRAY(t->home, regret, k->column_count);
  const int count = order_awards(t, list);
  const int largest = count / PART > LARGEST ? count / PART : LARGEST;
  for (int size = smallest;
       size < largest && size < count && size < count_open(t); size *= 2)
    search_small(t, small_model(t, list, count, size), NODES);
}

/* the model with the awards on which the relaxed optimum and the best set agree
 * fixed there; how many awards are left free */
static model *disputed_model(const tree *t, int *left) {
  model *const m = model_copy(t->home, t->q->m);
  const core *const k = t->k;
  const size_t n = (size_t)m->of->column_count;
  *left = 0;
  memcpy(m->within.low, t->outer.low, n * sizeof *m->within.low);
  memcpy(m->within.high, t->outer.high, n * sizeof *m->within.high);
  for (int i = 0; i < k->column_count; i++) {
    const int j = k->column_of[i];
    const int64_t best = t->best[0][j];
    const bool agree = fabs(k->x[i] - (double)best) < 1e-6;
    if (!is_award(k, i) || best < m->within.low[j] || best > m->within.high[j])
      continue;
    if (agree)
      m->within.low[j] = m->within.high[j] = best;
    *left += !agree;
  }
  return m;
}

/* The dearer a node is, the sooner. */
static bool is_due(tree *t) {
  enum { LEAST = 10, MOST = 200, SHARED = 100000 };
  const int share = SHARED / (t->k->column_count + 1);
  const int every = share > MOST ? MOST : share < LEAST ? LEAST : share;
  const int64_t own = t->r->nodes - t->begun_at - t->dug;
  if (!t->found || own < t->dig_at)
    return false;
  t->dig_at = own + every + own / 2;
  return true;
}

static void dig_disputed(tree *t) {
  enum { NODES = 300, LEFT_LEAST = 10 };
  int left;
  const model *const m = disputed_model(t, &left);
  if (left >= LEFT_LEAST && 2 * left < t->k->column_count)
    search_small(t, m, NODES);
}

static void climb_again(tree *t) {
  if (!t->found || t->improved_at <= t->climbed_at)
    return;
  root_climb(t, true);
  t->climbed_at = t->r->nodes;
}

void root_dig(tree *t) {
  enum { AGAIN_MOST = 10 };
  dig_by_regret(t, SMALLEST);
  for (int n = 0; n < AGAIN_MOST && t->found && !t->r->stopped; n++) {
    const wide value = t->value;
    climb_again(t);
    dig_disputed(t);
    if (t->value == value)
      dig_by_regret(t, LARGE);
    if (t->value == value)
      return;
  }
}

void tree_dig(tree *t) {
  climb_again(t);
  if (is_due(t) && t->q->c)
    dig_disputed(t);
}
