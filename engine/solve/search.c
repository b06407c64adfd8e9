#include "tree.h"
#include <assert.h>
#include <math.h>
#include <string.h>

bool run_goes_on(run *r) {
  const solve_options *const how = r->how;
  if (r->stopped)
    return false;
  r->stopped = (how->nodes > 0 && r->nodes >= how->nodes) ||
               (how->stop && how->stop(how->context));
  r->nodes += !r->stopped;
  return !r->stopped;
}

/* what no set still to be looked for exceeds, the node in hand among them */
static wide open_bound(const tree *t, int at) {
  wide most = t->nodes[at].bound;
  if (t->open.count > 0 && t->open.item[0].bound > most)
    most = t->open.item[0].bound;
  for (int i = 0; i < t->near_count; i++)
    if (t->nodes[t->near[i]].bound > most)
      most = t->nodes[t->near[i]].bound;
  return most;
}

static void show_progress(const tree *t, int at) {
  const run *const r = t->r;
  if (!r->how->progress || r->nodes % 256 != 0)
    return;
  const solve_progress now = {r->doing, r->nodes, t->found, t->value,
                              open_bound(t, at)};
  r->how->progress(r->how->context, &now);
}

/* ---- one node */

static void offer_relaxed(tree *t) {
  for (int j = 0; j < t->k->column_count; j++)
    t->values[j] = llround(t->k->x[j]);
  core_lift(t->k, t->values, t->point);
  tree_offer(t, t->point);
}

static void fix_by_reduced_costs(tree *t, int at, const judgement *j) {
  wide room;
  const wide *const target = tree_target(t, &room);
  if (!target || !j->bounded)
    return;
  const int count = core_fix(t->k, j, *target, t->changed);
  if (count > 0)
    t->nodes[at].fixed_by = tree_reason(t, j);
  tree_narrow(t, at, t->changed, count);
}

/* Judges a node; the column to branch on, or -1 when the node is done with. */
static int look(tree *t, int at, bool *solved) {
  wide room;
  const judgement j = core_judge(t->k, tree_target(t, &room));
  const weights by = tree_reason(t, &j);
  *solved = j.solved;
  branch_learn(t, &j);
  if (j.closed) {
    t->nodes[at].closed_by = by;
    return -1;
  }
  if (j.bounded && j.bound < t->nodes[at].bound) {
    t->nodes[at].bound = j.bound;
    t->nodes[at].bound_by = by;
  }
  if (j.solved && branch_whole(t->k))
    offer_relaxed(t);
  const wide *const target = tree_target(t, &room);
  if (tree_satisfied(t) || (target && t->nodes[at].bound < *target))
    return -1;
  if (j.solved && !t->q->first && t->q->patience == 0)
    tree_dig(t);
  fix_by_reduced_costs(t, at, &j);
  const int on = branch_column(t, j.solved);
  t->nodes[at].decided = on < 0;
  if (on < 0)
    tree_offer_leaf(t);
  return on;
}

/* The best bound goes first, so that the bound of all falls; a search for any
 * set goes on where it is, because a set turns up there or nowhere near. */
static void put_off(tree *t, int at) {
  const wide rank = t->q->first ? 0 : t->nodes[at].bound;
  heap_push(t->home, &t->open, (heap_item){rank, at});
}

/* the farther children of the dives since the best bound was last taken */
static void put_near(tree *t, int at) {
  if (t->near_count == t->near_room) {
    t->near_room = t->near_room ? 2 * t->near_room : 64;
    t->near = arena_grow(t->home, t->near, sizeof *t->near,
                         (size_t)t->near_count, (size_t)t->near_room);
  }
  t->near[t->near_count++] = at;
}

static void put_near_off(tree *t) {
  while (t->near_count > 0)
    put_off(t, t->near[--t->near_count]);
}

/* Mostly the youngest, whose relaxation is nearly solved; now and then the one
 * of the best bound. */
static int next_node(tree *t) {
  enum { NEAR_MOST = 10 };
  if (t->near_count == 0 || t->near_taken == NEAR_MOST) {
    put_near_off(t);
    t->near_taken = 0;
    return heap_pop(&t->open).node;
  }
  t->near_taken++;
  return t->near[--t->near_count];
}

static bool is_open(const tree *t) {
  return t->open.count > 0 || t->near_count > 0;
}

/* two children; the farther one waits, the nearer one is returned */
static int descend(tree *t, int at, int by, bool solved) {
  core *const k = t->k;
  const int64_t last = branch_split(k, by, solved);
  const change down = {by, k->within.low[by], last};
  const change up = {by, last + 1, k->within.high[by]};
  const double v = solved ? k->x[by] : (double)last;
  const bool go_up = v - (double)last >= 0.5;
  t->came_by = (descent){solved && k->relaxation ? by : -1, go_up,
                         go_up ? (double)(last + 1) - v : v - (double)last,
                         k->objective};
  const int farther = tree_add(t, at, go_up ? &down : &up, 1);
  put_near(t, farther);
  const int nearer = tree_add(t, at, go_up ? &up : &down, 1);
  node *const n = &t->nodes[at];
  n->split = by;
  n->last = last;
  n->up = go_up ? nearer : farther;
  n->down = go_up ? farther : nearer;
  return nearer;
}

static void dive(tree *t, int at) {
  t->came_by.column = -1;
  for (;;) {
    bool solved;
    if (!run_goes_on(t->r)) {
      put_off(t, at);
      return;
    }
    show_progress(t, at);
    tree_enter(t, at);
    const int by = look(t, at, &solved);
    if (by < 0)
      return;
    at = descend(t, at, by, solved);
    if (root_outgrown(t)) {
      put_off(t, at);
      return;
    }
  }
}

static bool is_tired(const tree *t) {
  return t->q->patience > 0 && t->r->nodes - t->improved_at > t->q->patience;
}

static void work_off(tree *t) {
  while (is_open(t) && !t->r->stopped && !tree_satisfied(t) &&
         !root_outgrown(t) && !is_tired(t)) {
    wide room;
    const int next = next_node(t);
    const wide *const target = tree_target(t, &room);
    if (!target || t->nodes[next].bound >= *target)
      dive(t, next);
  }
}

static void begin(tree *t) {
  const size_t n = (size_t)t->r->g->column_count;
  if (t->q->memory)
    t->hint = memory_recall(t->q->memory, t->q->m);
  t->stood = t->hint.near;
  t->best = ARENA_ARRAY(t->home, int64_t *, t->q->gather + 1);
  t->point = ARENA_ARRAY(t->home, int64_t, n);
  if (!t->q->start)
    return;
  memcpy(t->point, t->q->start, n * sizeof *t->point);
  tree_offer(t, t->point);
  assert(t->found);
}

static const int64_t *lasting(const tree *t, const int64_t *x) {
  const size_t n = (size_t)t->r->g->column_count;
  int64_t *const copy = ARENA_ARRAY(t->r->home, int64_t, n);
  memcpy(copy, x, n * sizeof *copy);
  return copy;
}

/* what this search leaves to that of a neighbour */
static void remember(const tree *t) {
  const suggestion left = {.x = t->found ? t->best[0] : NULL,
                           .near = t->stood_first,
                           .costs = t->costs};
  if (t->q->memory && t->costs)
    memory_keep(t->q->memory, t->q->m, left);
}

static void conclude(tree *t, outcome *to) {
  put_near_off(t);
  wide bound = t->bound;
  to->proved = t->open.count == 0 && !t->r->stopped && !tree_satisfied(t);
  const int top = t->open.count > 0 ? t->open.item[0].node : -1;
  if (top >= 0 && !t->q->first && t->nodes[top].bound < bound)
    bound = t->nodes[top].bound;
  if (to->proved || (t->found && bound < t->value))
    bound = t->value;
  to->bound = bound;
  to->bounded = to->proved ? t->found : bound < UNBOUNDED;
  if (to->proved && t->r->log)
    to->tree = tree_log(t);
  else if (t->found && to->bounded && t->r->log && !t->q->first)
    to->tree = tree_log_bound(t, bound);
  if (!t->found)
    return;
  to->x = lasting(t, t->best[0]);
  to->value = t->value;
  if (!to->proved || t->q->gather == 0 || t->too_many)
    return;
  to->best = ARENA_ARRAY(t->r->home, const int64_t *, t->best_count);
  for (int k = 0; k < t->best_count; k++)
    to->best[k] = lasting(t, t->best[k]);
  to->best_count = t->best_count;
}

static void narrow_box(run *r, model *m) {
  arena *const home = r->scratch;
  const bool kept = model_propagate(m, m->within);
  run_log(r, (log_line){.kind = LOG_PROPAGATE}, NULL);
  if (!kept || !m->guide)
    return;
  core *const k = core_of(home, m, m->within, m->guide, NULL);
  change *const changed = ARENA_ARRAY(home, change, k->column_count);
  const judgement j = core_judge(k, &m->guide_value);
  const int count = j.bounded ? core_fix(k, &j, m->guide_value, changed) : 0;
  if (count > 0)
    run_log(r,
            (log_line){.kind = LOG_FIX,
                       .by = log_keep(r->home, core_weights(r->scratch, k,
                                                            m->guide_name))},
            NULL);
  for (int i = 0; i < count; i++) {
    m->within.low[k->column_of[changed[i].column]] = changed[i].low;
    m->within.high[k->column_of[changed[i].column]] = changed[i].high;
  }
  core_close(k);
}

void search_narrow(run *r, model *m) {
  assert(!r->scratch);
  r->scratch = arena_open();
  if (run_goes_on(r))
    narrow_box(r, m);
  arena_close(r->scratch);
  r->scratch = NULL;
}

outcome search_any(run *r, const model *m) {
  const quest q = {.m = m,
                   .c = m->guide,
                   .goal = m->guide_name,
                   .limited = m->guide != NULL,
                   .least = m->guide_value,
                   .first = true};
  return search(r, &q);
}

outcome search(run *r, const quest *q) {
  outcome to = {.x = NULL};
  assert(!r->scratch);
  r->scratch = arena_open();
  tree t = {.r = r,
            .q = q,
            .home = r->scratch,
            .bound = UNBOUNDED,
            .improved_at = r->nodes};
  begin(&t);
  while (run_goes_on(r) && root_settle(&t, &to)) {
    put_off(&t, tree_add(&t, -1, NULL, 0));
    work_off(&t);
    if (!is_open(&t) || r->stopped || is_tired(&t) || !root_outgrown(&t))
      break;
    /* once more, with a smaller core */
    t.node_count = t.open.count = t.near_count = 0;
  }
  if (t.k)
    core_close(t.k);
  remember(&t);
  conclude(&t, &to);
  arena_close(r->scratch);
  r->scratch = NULL;
  return to;
}
