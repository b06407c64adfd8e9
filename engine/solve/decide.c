#include "decide.h"
#include <assert.h>
#include <string.h>

int64_t *point_copy(arena *home, const program *g, const int64_t *x) {
  int64_t *const copy = ARENA_ARRAY(home, int64_t, g->column_count);
  memcpy(copy, x, (size_t)g->column_count * sizeof *copy);
  return copy;
}

int64_t *dense(arena *home, const program *g, const entry *e, int count) {
  int64_t *const c = ARENA_ARRAY(home, int64_t, g->column_count);
  for (int i = 0; i < count; i++)
    c[e[i].column] = e[i].coefficient;
  return c;
}

/* ---- what a proved root tells about every later set */

/* Fixes what cannot move without falling below the optimum just proved. */
static void narrow_for_good(run *r, model *m, const int64_t *c,
                            const outcome *from) {
  const int n = m->of->column_count;
  wide bound, *const reduced = ARENA_ARRAY(r->home, wide, n);
  const system_of_rows rows = {m->rows, m->row_count, n, c};
  if (!from->root_multipliers ||
      !program_bound(rows, from->root_shift, from->root_multipliers, m->within,
                     reduced, &bound))
    return;
  const wide spare = bound - from->value * ((wide)1 << from->root_shift);
  for (int j = 0; j < n && spare >= 0; j++) {
    const wide size = reduced[j] > 0 ? reduced[j] : -reduced[j];
    const wide range = (wide)m->within.high[j] - m->within.low[j];
    if (size == 0 || spare / size >= range)
      continue;
    if (reduced[j] > 0)
      m->within.low[j] = m->within.high[j] - (int64_t)(spare / size);
    else
      m->within.high[j] = m->within.low[j] + (int64_t)(spare / size);
  }
}

/* ---- one objective */

static bool decide_sum(run *r, model *m, const objective *o, decision *d,
                       level *to) {
  const int64_t *const c = dense(r->home, m->of, o->entries, o->count);
  const quest q = {.m = m, .c = c, .start = d->x};
  const outcome found = search(r, &q);
  to->proved = found.proved && found.x;
  to->bound = found.bound;
  to->bounded = found.bounded;
  d->infeasible = found.proved && !found.x;
  if (!found.x)
    return false;
  d->x = point_copy(r->home, m->of, found.x);
  to->reached = true;
  to->value = found.value;
  if (!to->proved)
    return false;
  narrow_for_good(r, m, c, &found);
  model_hold(r->home, m, o->entries, o->count, found.value);
  return true;
}

static bool any_set(run *r, const model *m, decision *d) {
  const quest q = {.m = m};
  const outcome found = search(r, &q);
  d->infeasible = found.proved && !found.x;
  if (found.x)
    d->x = point_copy(r->home, m->of, found.x);
  return found.x != NULL;
}

static bool decide_walk(run *r, model *m, const objective *o, decision *d,
                        level *to) {
  if (!d->x && !any_set(r, m, d))
    return false;
  if (o->steps == m->of->rank_order->steps && d->rank_order) {
    d->x = point_copy(r->home, m->of, d->rank_order);
    *to = (level){.reached = true, .proved = true};
    return true;
  }
  to->reached = true;
  to->proved = walk(r, m, o, d->x);
  return to->proved;
}

/* Is x the only set left? By looking for one that differs most. */
static bool is_only(run *r, const model *m, const int64_t *x) {
  const program *const g = m->of;
  int64_t *const c = ARENA_ARRAY(r->home, int64_t, g->column_count);
  for (int j = 0; j < g->column_count; j++)
    if (g->columns[j].kind == COLUMN_AWARD)
      c[j] = x[j] > 0 ? -1 : 1;
  const quest q = {.m = m, .c = c, .start = x, .first = true};
  return search(r, &q).proved;
}

static void find_rank_order(run *r, const model *m, decision *d) {
  model *const own = model_copy(r->home, m);
  if (!d->x && !any_set(r, own, d))
    return;
  int64_t *const x = point_copy(r->home, m->of, d->x);
  if (walk(r, own, m->of->rank_order, x))
    d->rank_order = x;
  d->x = point_copy(r->home, m->of, x);
}

/* the one set left: later objectives have nothing to decide */
static void settle(const program *g, int from, decision *d) {
  for (int k = from; k < g->objective_count; k++) {
    const objective *const o = &g->objectives[k];
    const wide value = o->kind == OBJECTIVE_WALK
                           ? 0
                           : program_activity(o->entries, o->count, d->x);
    d->levels[k] = (level){true, true, true, value, value};
  }
}

decision decide(run *r, model *m, bool with_rank) {
  const program *const g = m->of;
  decision d = {.unproved = -1, .decided_by = -1};
  d.levels = ARENA_ARRAY(r->home, level, g->objective_count);
  for (int k = 0; k < g->objective_count; k++) {
    const objective *const o = &g->objectives[k];
    r->doing = o->name;
    const bool after_aims = o->kind != OBJECTIVE_AIM;
    if (with_rank && after_aims && !d.rank_order && !r->stopped)
      find_rank_order(r, m, &d);
    with_rank = with_rank && !after_aims;
    const bool done =
        !d.infeasible &&
        (o->kind == OBJECTIVE_WALK ? decide_walk(r, m, o, &d, &d.levels[k])
                                   : decide_sum(r, m, o, &d, &d.levels[k]));
    if (!done) {
      d.unproved = k;
      return d;
    }
    const bool last = k + 1 == g->objective_count;
    const bool by_rank = o->steps && o->steps == g->rank_order->steps;
    if (after_aims && (last || by_rank || is_only(r, m, d.x))) {
      d.decided_by = k;
      settle(g, k + 1, &d);
      return d;
    }
  }
  return d;
}
