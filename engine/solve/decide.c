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

static named_row held_name(int k) {
  return (named_row){.kind = 'h', .level = k};
}

/* ---- what a proved root tells about every later set */

/* the root's multipliers as the log names them */
static weights root_weights(arena *home, const model *m, int k,
                            const outcome *from) {
  weight *const each = ARENA_ARRAY(home, weight, m->row_count + 1);
  int count = 0;
  for (int i = 0; i < m->row_count; i++)
    if (from->root_multipliers[i] > 0)
      each[count++] = (weight){m->names[i], from->root_multipliers[i]};
  each[count++] = (weight){held_name(k), INT64_C(1) << from->root_shift};
  return (weights){each, count};
}

/* Fixes what cannot move without falling below the optimum just proved. */
static void narrow_for_good(run *r, model *m, const int64_t *c, int k,
                            const outcome *from) {
  const int n = m->of->column_count;
  wide bound, *const reduced = ARENA_ARRAY(r->home, wide, n);
  const system_of_rows rows = {m->rows, m->row_count, n, c};
  if (!from->root_multipliers ||
      !program_bound(rows, from->root_shift, from->root_multipliers, m->within,
                     reduced, &bound))
    return;
  run_log(r,
          (log_line){.kind = LOG_FIX, .by = root_weights(r->home, m, k, from)},
          NULL);
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

static bool is_by_rank(const program *g, const objective *o) {
  return o->kind == OBJECTIVE_WALK && o->steps == g->rank_order->steps;
}

static void take(run *r, const model *m, const objective *o, const int64_t *x,
                 decision *d, level *to) {
  d->x = point_copy(r->home, m->of, x);
  to->reached = true;
  to->value = program_activity(o->entries, o->count, x);
}

static log_line shown(const decision *d, const outcome *found, int k) {
  const log_kind kind = d->infeasible           ? LOG_NONE
                        : found->best_count > 0 ? LOG_ONLY
                                                : LOG_LEVEL;
  return (log_line){.kind = kind, .level = k};
}

/* what a search that was stopped has shown, if the proof can say it */
static void log_bound(run *r, const outcome *found, int k) {
  const bool fits = found->bound >= -PROGRAM_MAX && found->bound <= PROGRAM_MAX;
  if (found->x && found->bounded && fits)
    run_log(r,
            (log_line){
                .kind = LOG_BOUND, .level = k, .last = (int64_t)found->bound},
            found);
}

static bool decide_sum(run *r, model *m, const objective *o, int k,
                       decision *d) {
  level *const to = &d->levels[k];
  enum { LISTED_MOST = 200 };
  const int64_t *const c = dense(r->home, m->of, o->entries, o->count);
  /* for later objectives to choose from */
  const bool gathers = o->kind == OBJECTIVE_WORTH && m->of->objective_count > 1;
  const quest q = {.m = m,
                   .c = c,
                   .goal = {.kind = 'g'},
                   .start = d->x,
                   .memory = o->kind == OBJECTIVE_WORTH ? r->how->memory : NULL,
                   .gather = gathers ? LISTED_MOST : 0};
  const outcome found = search(r, &q);
  d->best = found.best;
  d->best_count = found.best_count;
  to->proved = found.proved && found.x;
  to->bound = found.bound;
  to->bounded = found.bounded;
  d->infeasible = found.proved && !found.x;
  if (found.x)
    take(r, m, o, found.x, d, to);
  if (found.proved)
    run_log(r, shown(d, &found, k), &found);
  else
    log_bound(r, &found, k);
  if (to->proved && found.best_count == 0)
    narrow_for_good(r, m, c, k, &found);
  return to->proved;
}

/* Looks for one more set that does better, again and again: while the worth is
 * held its guide is far stronger than the tie's own relaxation. Where very many
 * sets tie, that would creep: then the tie's own search takes over. */
static bool decide_tie(run *r, model *m, const objective *o, int k,
                       decision *d) {
  enum { STEPS_MOST = 30 };
  level *const to = &d->levels[k];
  take(r, m, o, d->x, d, to);
  for (int n = 0; n < STEPS_MOST; n++) {
    model *const better = model_copy(r->home, m);
    model_hold(r->home, better, o->entries, o->count, to->value + 1,
               (named_row){.kind = 'g'});
    const outcome found = search_any(r, better);
    if (!found.x) {
      if (found.proved)
        run_log(r, (log_line){.kind = LOG_LEVEL, .level = k}, &found);
      to->proved = to->bounded = found.proved;
      to->bound = to->value;
      return to->proved;
    }
    take(r, m, o, found.x, d, to);
  }
  return decide_sum(r, m, o, k, d);
}

static bool decide_and_hold(run *r, model *m, const objective *o, int k,
                            decision *d) {
  const level *const to = &d->levels[k];
  const bool done = o->kind == OBJECTIVE_TIE ? decide_tie(r, m, o, k, d)
                                             : decide_sum(r, m, o, k, d);
  if (!done)
    return false;
  model_hold(r->home, m, o->entries, o->count, to->value, held_name(k));
  if (o->kind == OBJECTIVE_WORTH) {
    m->guide = dense(r->home, m->of, o->entries, o->count);
    m->guide_name = held_name(k);
    m->guide_value = to->value;
    m->worth_held = true;
  }
  return true;
}

static bool any_set(run *r, const model *m, decision *d) {
  const outcome found = search_any(r, m);
  d->infeasible = found.proved && !found.x;
  if (d->infeasible)
    run_log(r, (log_line){.kind = LOG_NONE}, &found);
  if (found.x)
    d->x = point_copy(r->home, m->of, found.x);
  return found.x != NULL;
}

static bool decide_walk(run *r, model *m, const objective *o, int k,
                        decision *d) {
  level *const to = &d->levels[k];
  if (!d->x && !any_set(r, m, d))
    return false;
  if (is_by_rank(m->of, o) && d->rank_order) {
    d->x = point_copy(r->home, m->of, d->rank_order);
    *to = (level){.reached = true, .proved = true};
    return true;
  }
  to->reached = true;
  to->proved = walk(r, m, o, k, d->x);
  return to->proved;
}

/* Is x the only set left? */
static bool is_only(run *r, const model *m, int k, const int64_t *x) {
  model *const others = model_copy(r->home, m);
  model_forbid(r->home, others, x, 0);
  const outcome other = search_any(r, others);
  const bool only = other.proved && !other.x;
  if (only)
    run_log(r, (log_line){.kind = LOG_ONLY, .level = k}, &other);
  return only;
}

/* The walk decides when it is objective k; else its set is shown beside, and
 * nobody asks for its proof. */
static void find_rank_order(run *r, const model *m, int k, decision *d) {
  model *const own = model_copy(r->home, m);
  search_log *const log = r->log;
  r->doing = m->of->rank_order->name;
  if (!d->x && !any_set(r, own, d))
    return;
  int64_t *const x = point_copy(r->home, m->of, d->x);
  if (!is_by_rank(m->of, &m->of->objectives[k]))
    r->log = NULL;
  if (walk(r, own, m->of->rank_order, k, x))
    d->rank_order = x;
  r->log = log;
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

/* ---- among all best sets, where they are listed */

static bool step_taken(const objective *o, int s, const int64_t *x) {
  for (int i = 0; i < o->steps[s].count; i++)
    if (x[o->walk_columns[o->steps[s].first + i]] > 0)
      return true;
  return false;
}

/* keeps the sets that take the step, if any does */
static int filter_step(const objective *o, int s, const int64_t **sets,
                       int count) {
  int kept = 0;
  for (int i = 0; i < count; i++)
    if (step_taken(o, s, sets[i]))
      sets[kept++] = sets[i];
  return kept > 0 ? kept : count;
}

static wide sum_of(const objective *o, const int64_t *x) {
  return program_activity(o->entries, o->count, x);
}

static int filter_sum(const objective *o, const int64_t **sets, int count) {
  wide most = sum_of(o, sets[0]);
  for (int i = 1; i < count; i++)
    if (sum_of(o, sets[i]) > most)
      most = sum_of(o, sets[i]);
  int kept = 0;
  for (int i = 0; i < count; i++)
    if (sum_of(o, sets[i]) == most)
      sets[kept++] = sets[i];
  return kept;
}

/* the objectives behind k, by comparing the listed sets */
static void choose_listed(run *r, const program *g, int k, decision *d) {
  int count = d->best_count, from = k;
  const int64_t **const sets = ARENA_ARRAY(r->home, const int64_t *, count);
  memcpy(sets, d->best, (size_t)count * sizeof *sets);
  while (count > 1) {
    const objective *const o = &g->objectives[++k];
    assert(k < g->objective_count);
    if (o->kind != OBJECTIVE_WALK)
      count = filter_sum(o, sets, count);
    for (int s = 0; o->kind == OBJECTIVE_WALK && s < o->step_count; s++)
      count = filter_step(o, s, sets, count);
  }
  memcpy(d->x, sets[0], (size_t)g->column_count * sizeof *d->x);
  d->decided_by = k;
  settle(g, from + 1, d);
}

/* ---- all objectives */

/* sets beside the proposed one are ranked by worth, whatever the objective */
static const objective *objective_at(const program *g, int k, bool proposal) {
  const objective *const o = &g->objectives[k];
  return !proposal && is_by_rank(g, o) ? g->worth : o;
}

static bool decide_one(run *r, model *m, const objective *o, int k,
                       decision *d) {
  r->doing = o->name;
  if (d->infeasible)
    return false;
  return o->kind == OBJECTIVE_WALK ? decide_walk(r, m, o, k, d)
                                   : decide_and_hold(r, m, o, k, d);
}

/* a walk by rank decides every award */
static void log_walked(run *r, int k) {
  log_line decided = {.kind = LOG_DECIDED};
  const outcome only = {.tree = {&decided, 1, 1}};
  run_log(r, (log_line){.kind = LOG_ONLY, .level = k}, &only);
}

/* Is one set left after objective k? Then the rest has nothing to decide. */
static bool is_settled(run *r, const model *m, const objective *o, int k,
                       decision *d) {
  const program *const g = m->of;
  if (d->best_count > 0) {
    choose_listed(r, g, k, d);
    return true;
  }
  if (o->kind == OBJECTIVE_AIM)
    return false;
  const bool more = k + 1 < g->objective_count;
  if (more && is_by_rank(g, o))
    log_walked(r, k);
  else if (more && !is_only(r, m, k, d->x))
    return false;
  d->decided_by = k;
  settle(g, k + 1, d);
  return true;
}

decision decide(run *r, model *m, bool proposal) {
  const program *const g = m->of;
  decision d = {.unproved = -1, .decided_by = -1};
  bool rank_due = proposal && g->rank_order && !r->how->is_bare;
  d.levels = ARENA_ARRAY(r->home, level, g->objective_count);
  for (int k = 0; k < g->objective_count; k++) {
    const objective *const o = objective_at(g, k, proposal);
    if (rank_due && o->kind != OBJECTIVE_AIM) {
      find_rank_order(r, m, k, &d);
      rank_due = false;
    }
    if (!decide_one(r, m, o, k, &d)) {
      d.unproved = k;
      return d;
    }
    if (is_settled(r, m, o, k, &d))
      return d;
  }
  return d;
}
