#include "decide.h"
#include "glpk_lp.h"
#include "presence.h"
#include <assert.h>

typedef struct job {
  run r;
  plan *to;
} job;

static wide worth_of(const program *g, const int64_t *x) {
  return program_activity(g->worth->entries, g->worth->count, x);
}

static bool bounded_by_level(const run *r, const decision *d, plan *to) {
  const program *const g = r->g;
  for (int k = 0; k < g->objective_count; k++)
    if (g->objectives[k].kind == OBJECTIVE_WORTH && d->levels[k].bounded) {
      to->worth_bound = d->levels[k].bound;
      return true;
    }
  to->worth_bound = to->worth;
  return d->unproved < 0;
}

/* every column where it is worth most */
static wide most_worth(const program *g) {
  wide most = 0;
  for (int i = 0; i < g->worth->count; i++) {
    const entry e = g->worth->entries[i];
    const column *const c = &g->columns[e.column];
    most += (wide)e.coefficient * (e.coefficient > 0 ? c->high : c->low);
  }
  return most;
}

/* What no permitted set exceeds. When the search for the best did not say: the
 * root relaxation's bound, if there is still time for one. */
static void bound_worth(run *r, const decision *d, plan *to) {
  const program *const g = r->g;
  to->worth_bounded = true;
  if (bounded_by_level(r, d, to))
    return;
  const solve_options one_node = {
      .nodes = 1, .stop = r->how->stop, .context = r->how->context};
  run again = {.home = r->home, .g = g, .how = &one_node};
  const int64_t *const c =
      dense(r->home, g, g->worth->entries, g->worth->count);
  const quest q = {.m = model_of(r->home, g), .c = c, .start = d->x};
  const outcome root = search(&again, &q);
  to->worth_bound = root.bounded ? root.bound : most_worth(g);
}

static plan_status status_of(const decision *d) {
  if (d->infeasible)
    return PLAN_INFEASIBLE;
  if (!d->x)
    return PLAN_UNKNOWN;
  return d->unproved < 0 ? PLAN_OPTIMAL : PLAN_FEASIBLE;
}

static void blame(run *r, const model *m, plan *to) {
  int *const owners = ARENA_ARRAY(r->home, int, r->g->owner_count + 2);
  to->clash_count = clash_of(r, m, owners);
  to->clash = owners;
}

/* Do must rules leave the empty set alone? Asked of calls only. */
static void look_past_empty(run *r, plan *to) {
  const program *const g = r->g;
  if (!g->rank_order)
    return;
  model *const m = model_of(r->home, g);
  entry *const all = ARENA_ARRAY(r->home, entry, g->column_count);
  int count = 0;
  for (int j = 0; j < g->column_count; j++) {
    if (g->columns[j].kind != COLUMN_AWARD)
      continue;
    if (to->x[j] > 0)
      return;
    all[count++] = (entry){j, 1};
  }
  if (count == 0)
    return;
  model_hold(r->home, m, all, count, 1, (named_row){.kind = 'g'});
  const outcome found = search_any(r, m);
  to->only_empty = found.proved && !found.x;
  if (to->only_empty)
    blame(r, m, to);
}

static void find_alternatives(run *r, plan *to) {
  const int wanted = r->how->alternatives;
  model *const others = model_of(r->home, r->g);
  to->alternatives = ARENA_ARRAY(r->home, const int64_t *, wanted);
  to->alternative_worth = ARENA_ARRAY(r->home, wide, wanted);
  to->alternatives_proved = true;
  model_forbid(r->home, others, to->x, 0);
  for (int k = 0; k < wanted && to->alternatives_proved; k++) {
    const decision d = decide(r, model_copy(r->home, others), false);
    to->alternatives_proved = d.infeasible || d.unproved < 0;
    if (!d.x || d.unproved >= 0)
      return;
    to->alternatives[to->alternative_count] = d.x;
    to->alternative_worth[to->alternative_count++] = worth_of(r->g, d.x);
    model_forbid(r->home, others, d.x, k + 1);
  }
}

static void run_job(void *context) {
  job *const j = context;
  run *const r = &j->r;
  plan *const to = j->to;
  r->log = r->how->is_bare ? NULL : &to->log;
  const decision d = decide(r, model_of(r->home, r->g), true);
  r->log = NULL;
  to->best = d.best;
  to->best_count = d.best_count;
  to->status = status_of(&d);
  to->x = d.x;
  to->levels = d.levels;
  to->unproved = d.unproved;
  to->decided_by = d.decided_by;
  to->rank_order = d.rank_order;
  if (d.infeasible)
    blame(r, model_of(r->home, r->g), to);
  if (d.x) {
    to->worth = worth_of(r->g, d.x);
    bound_worth(r, &d, to);
  }
  if (to->status == PLAN_OPTIMAL) {
    look_past_empty(r, to);
    find_alternatives(r, to);
  }
  presence_find(r, &d, to);
}

plan *solve(arena *home, const program *g, const solve_options *how,
            error *err) {
  job j = {.r = {.home = home, .g = g, .how = how},
           .to = ARENA_NEW(home, plan)};
  const bool ok = glpk_guarded(run_job, &j, err);
  if (j.r.scratch)
    arena_close(j.r.scratch);
  j.to->nodes = j.r.nodes;
  return ok ? j.to : NULL;
}
