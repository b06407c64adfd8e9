#include "climb.h"
#include "decide.h"
#include <assert.h>
#include <string.h>

typedef struct pace { /* one step of a walk */
  const int *columns;
  int count;
  int level, number; /* the walk's, and in it */
} pace;

static bool takes(pace p, const int64_t *x) {
  for (int i = 0; i < p.count; i++)
    if (x[p.columns[i]] > 0)
      return true;
  return false;
}

static bool can_take(const model *m, pace p) {
  for (int i = 0; i < p.count; i++)
    if (m->within.high[p.columns[i]] > 0)
      return true;
  return false;
}

static void hold_taken(run *r, model *m, pace p, named_row name) {
  entry *const e = ARENA_ARRAY(r->home, entry, p.count);
  for (int i = 0; i < p.count; i++)
    e[i] = (entry){p.columns[i], 1};
  if (p.count == 1)
    m->within.low[p.columns[0]] = 1;
  else
    model_hold(r->home, m, e, p.count, 1, name);
}

static void hold_refused(model *m, pace p) {
  for (int i = 0; i < p.count; i++)
    m->within.high[p.columns[i]] = 0;
}

/* what is held so far, the step, and whatever else fits: no search needed */
static bool fits_easily(const model *m, pace p, int64_t *x) {
  const int n = m->of->column_count;
  arena *const scratch = arena_open();
  int64_t *const tried = ARENA_ARRAY(scratch, int64_t, n);
  double *const wish = ARENA_ARRAY(scratch, double, n);
  for (int j = 0; j < n; j++) {
    tried[j] = m->within.low[j];
    wish[j] = (double)x[j];
  }
  tried[p.columns[0]] = 1;
  climber *const on = climber_new(scratch, m, NULL);
  climber_start(on, tried);
  climber_fill(on, wish);
  const bool fits = model_permits(m, climber_at(on));
  if (fits)
    memcpy(x, climber_at(on), (size_t)n * sizeof *x);
  arena_close(scratch);
  return fits;
}

/* Any set that takes the step. While nothing is held that tells good from bad,
 * the one nearest to x is looked for: it is the easiest to find. */
static outcome search_step(run *r, const model *m, pace p, const int64_t *x) {
  model *const with = model_copy(r->home, m);
  hold_taken(r, with, p, (named_row){.kind = 'g'});
  if (m->worth_held)
    return search_any(r, with);
  int64_t *const nearness = ARENA_ARRAY(r->home, int64_t, m->of->column_count);
  for (int j = 0; j < m->of->column_count; j++)
    if (m->of->columns[j].kind == COLUMN_AWARD)
      nearness[j] = x[j] > 0 ? 1 : -1;
  const quest q = {.m = with, .c = nearness, .first = true};
  return search(r, &q);
}

/* Is there a permitted set that takes the step? If so x becomes one. */
static bool reach(run *r, const model *m, pace p, int64_t *x) {
  if (!m->worth_held && p.count == 1 && fits_easily(m, p, x))
    return true;
  const outcome found = search_step(r, m, p, x);
  if (!found.x && found.proved)
    run_log(r, (log_line){LOG_REFUSE, .level = p.level, .step = p.number},
            &found);
  if (!found.x)
    return false;
  memcpy(x, found.x, (size_t)m->of->column_count * sizeof *x);
  return true;
}

bool walk(run *r, model *m, const objective *o, int k, int64_t *x) {
  for (int s = 0; s < o->step_count; s++) {
    const pace p = {o->walk_columns + o->steps[s].first, o->steps[s].count, k,
                    s};
    const bool taken = takes(p, x) || (can_take(m, p) && reach(r, m, p, x));
    if (r->stopped && !taken)
      return false;
    if (taken) {
      hold_taken(r, m, p, (named_row){.kind = 't', .level = k, .number = s});
      continue;
    }
    const bool was_open = can_take(m, p);
    hold_refused(m, p);
    if (was_open)
      search_narrow(r, m); /* what refuses one step mostly refuses more */
  }
  assert(model_permits(m, x));
  run_log(r, (log_line){.kind = LOG_WALK, .level = k}, NULL);
  return true;
}
