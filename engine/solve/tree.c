#include "tree.h"
#include <assert.h>
#include <string.h>

/* ---- the best set so far */

static wide value_of(const tree *t, const int64_t *x) {
  wide sum = 0;
  for (int j = 0; t->q->c && j < t->r->g->column_count; j++)
    sum += (wide)t->q->c[j] * x[j];
  return sum;
}

static bool same_set(const program *g, const int64_t *a, const int64_t *b) {
  for (int j = 0; j < g->column_count; j++)
    if (g->columns[j].kind == COLUMN_AWARD && a[j] != b[j])
      return false;
  return true;
}

static bool is_known(const tree *t, const int64_t *x) {
  for (int k = 0; k < t->best_count; k++)
    if (same_set(t->r->g, t->best[k], x))
      return true;
  return false;
}

static void keep(tree *t, const int64_t *x, wide value) {
  const size_t n = (size_t)t->r->g->column_count;
  if (!t->found || value > t->value) {
    t->best_count = 0;
    t->too_many = false;
    t->improved_at = t->r->nodes;
  }
  t->found = true;
  t->value = value;
  t->too_many = t->too_many || t->best_count == t->q->gather;
  if (t->best_count > 0 && t->too_many)
    return;
  int64_t *const copy = ARENA_ARRAY(t->home, int64_t, n);
  memcpy(copy, x, n * sizeof *copy);
  t->best[t->best_count++] = copy;
}

void tree_offer(tree *t, int64_t *x) {
  program_complete(t->r->g, x);
  const wide value = value_of(t, x);
  const wide least = t->found ? t->value : t->q->least;
  if ((t->found || t->q->limited) && value < least)
    return;
  if (t->found && value == t->value && (t->too_many || is_known(t, x)))
    return;
  if (model_permits(t->q->m, x))
    keep(t, x, value);
}

void tree_offer_leaf(tree *t) {
  core_lift(t->k, t->k->within.low, t->point);
  tree_offer(t, t->point);
}

bool tree_satisfied(const tree *t) {
  if (!t->found)
    return false;
  if (!t->q->c)
    return true;
  return t->q->first && (!t->q->start || t->value > value_of(t, t->q->start));
}

/* The least value above the best that the core can have. The best set may stand
 * outside the core, so its own value need not be one of them. */
static wide next_value(const tree *t) {
  if (!t->k)
    return t->value + 1;
  const wide steps = exact_floor(t->value - t->k->offset, t->k->step);
  return t->k->offset + (steps + 1) * t->k->step;
}

const wide *tree_target(const tree *t, wide *room) {
  const bool equals_too = t->q->gather > 0 && !t->too_many;
  *room = !t->found ? t->q->least : equals_too ? t->value : next_value(t);
  return t->found || t->q->limited ? room : NULL;
}

/* ---- nodes */

static const change *kept(arena *home, const change *old, int old_count,
                          const change *more, int count) {
  change *const all = ARENA_ARRAY(home, change, old_count + count);
  if (old_count > 0)
    memcpy(all, old, (size_t)old_count * sizeof *all);
  if (count > 0)
    memcpy(all + old_count, more, (size_t)count * sizeof *all);
  return all;
}

int tree_add(tree *t, int parent, const change *changes, int count) {
  if (t->node_count == t->node_room) {
    t->node_room = t->node_room ? 2 * t->node_room : 256;
    t->nodes = arena_grow(t->home, t->nodes, sizeof *t->nodes,
                          (size_t)t->node_count, (size_t)t->node_room);
  }
  const node *const above = parent < 0 ? NULL : &t->nodes[parent];
  t->nodes[t->node_count] =
      (node){.parent = parent,
             .bound = above ? above->bound : t->bound,
             .bound_by = above ? above->bound_by : t->bound_by,
             .changes = kept(t->home, NULL, 0, changes, count),
             .change_count = count};
  return t->node_count++;
}

void tree_narrow(tree *t, int at, const change *changes, int count) {
  node *const n = &t->nodes[at];
  if (count == 0)
    return;
  n->changes = kept(t->home, n->changes, n->change_count, changes, count);
  n->change_count += count;
}

static void apply(core *k, const node *n, int split) {
  for (int i = 0; i < n->change_count; i++)
    core_apply(k, n->changes[i], split);
}

static int path_to(tree *t, int at) {
  int depth = 0;
  for (int n = at; n >= 0; n = t->nodes[n].parent) {
    if (depth == t->path_room) {
      t->path_room = t->path_room ? 2 * t->path_room : 64;
      t->path = arena_grow(t->home, t->path, sizeof *t->path, (size_t)depth,
                           (size_t)t->path_room);
    }
    t->path[depth++] = n;
  }
  return depth;
}

void tree_enter(tree *t, int at) {
  const int depth = path_to(t, at);
  core_reset(t->k);
  for (int d = 0; d < depth; d++)
    apply(t->k, &t->nodes[t->path[depth - 1 - d]], d - 1);
}
