#include "replay_work.h"
#include <assert.h>

static const objective *level_of(const replay *p, int k) {
  return &p->g->objectives[k];
}

static wide value_of(const replay *p, int k) {
  const objective *const o = level_of(p, k);
  return program_activity(o->entries, o->count, p->listed->each[0]);
}

/* at least `least` of level k's sum */
static view at_least(const replay *p, int k, wide least) {
  const objective *const o = level_of(p, k);
  return (view){o->entries, o->count, -1, -least, {'h', k, 0}};
}

/* at least one column of a step */
static view step_taken(const replay *p, int k, int s) {
  const step at = level_of(p, k)->steps[s];
  return (view){p->taken[k] + at.first, at.count, -1, -1, {'t', k, s}};
}

static const row *other_row(replay *p, int number) {
  const int64_t *const x = p->listed->each[number];
  row *const to = ARENA_NEW(p->home, row);
  entry *const e = ARENA_ARRAY(p->home, entry, p->g->column_count);
  to->limit = -1;
  to->entries = e;
  for (int j = 0; j < p->g->column_count; j++) {
    if (p->g->columns[j].kind != COLUMN_AWARD)
      continue;
    e[to->count++] = (entry){j, x[j] ? 1 : -1};
    to->limit += x[j] != 0;
  }
  return to;
}

static view other(replay *p, int number) {
  if (!p->others[number])
    p->others[number] = other_row(p, number);
  const row *const r = p->others[number];
  return (view){r->entries, r->count, 1, r->limit, {'n', 0, number}};
}

/* of a sum: a column's side is its bound */
static view side_row(const replay *p, int number) {
  assert(number < p->side_count && p->sides[number].count > 1);
  const side *const s = &p->sides[number];
  return (view){s->entries,
                s->count,
                s->is_upper ? -1 : 1,
                s->is_upper ? -(wide)s->last - 1 : s->last,
                {'s', 0, number}};
}

static view goal_row(const replay *p) {
  const log_line *const c = &p->command;
  switch (c->kind) {
  case LOG_LEVEL:
    return at_least(p, c->level, value_of(p, c->level) + 1);
  case LOG_BOUND:
    return at_least(p, c->level, (wide)c->last + 1);
  case LOG_ONLY:
    return at_least(p, c->level, value_of(p, c->level));
  case LOG_REFUSE:
    return step_taken(p, c->level, c->step);
  default:
    break;
  }
  assert(false);
  return (view){0};
}

static view goal(const replay *p) {
  view v = goal_row(p);
  v.of = (named_row){.kind = 'g'};
  return v;
}

view replay_row(replay *p, named_row of) {
  const program *const g = p->g;
  switch (of.kind) {
  case 'r':
    return (view){g->rows[of.number].entries, g->rows[of.number].count, 1,
                  g->rows[of.number].limit, of};
  case 'h':
    return at_least(p, of.level, value_of(p, of.level));
  case 't':
    return step_taken(p, of.level, of.number);
  case 'n':
    return other(p, of.number);
  case 's':
    return side_row(p, of.number);
  default:
    break;
  }
  assert(of.kind == 'g');
  return goal(p);
}

/* The least sum wanted goes up to the next that the box can have: its fixed
 * part + a multiple of the greatest common divisor of the free coefficients. */
static wide rounded_up(const replay *p, view v, wide least) {
  wide base = 0, common = 0;
  for (int i = 0; i < v.count; i++) {
    const entry e = v.entries[i];
    const int64_t low = p->within.low[e.column];
    base += (wide)e.coefficient * low;
    if (low < p->within.high[e.column])
      common = exact_gcd(common, e.coefficient);
  }
  if (common <= 1)
    return least;
  return base + exact_ceil(least - base, common) * common;
}

static bool is_level(const replay *p, named_row of) {
  return of.kind == 'h' || (of.kind == 'g' && p->command.kind != LOG_REFUSE);
}

view replay_rounded(replay *p, named_row of) {
  view v = replay_row(p, of);
  if (is_level(p, of))
    v.limit = -rounded_up(p, v, -v.limit);
  return v;
}

bool replay_is_fixed_step(const replay *p, int k, int s) {
  return level_of(p, k)->steps[s].count == 1;
}

static bool takes(const replay *p, int k, int s) {
  const objective *const o = level_of(p, k);
  for (int i = 0; i < o->steps[s].count; i++)
    if (p->listed->each[0][o->walk_columns[o->steps[s].first + i]] > 0)
      return true;
  return false;
}

static void each_level(replay *p, bool (*narrow)(replay *, view), bool *moved) {
  for (int k = 0; k < p->g->objective_count; k++) {
    if (p->held[k])
      *moved |= narrow(p, replay_row(p, (named_row){'h', k, 0}));
    for (int s = 0; s < p->walked[k]; s++)
      if (takes(p, k, s) && !replay_is_fixed_step(p, k, s))
        *moved |= narrow(p, step_taken(p, k, s));
  }
}

static void each_of_command(replay *p, bool (*narrow)(replay *, view),
                            bool *moved) {
  const log_line *const c = &p->command;
  if (c->kind == LOG_LEVEL || c->kind == LOG_BOUND ||
      (c->kind == LOG_ONLY && level_of(p, c->level)->kind != OBJECTIVE_WALK) ||
      (c->kind == LOG_REFUSE && !replay_is_fixed_step(p, c->level, c->step)))
    *moved |= narrow(p, goal(p));
  for (int i = 0; c->kind == LOG_ONLY && i < p->listed->count; i++)
    *moved |= narrow(p, other(p, i));
}

static void each_side(replay *p, bool (*narrow)(replay *, view), bool *moved) {
  for (int i = 0; i < p->side_count; i++)
    if (p->sides[i].count > 1)
      *moved |= narrow(p, side_row(p, i));
}

void replay_each_row(replay *p, bool (*narrow)(replay *, view), bool *moved) {
  for (int i = 0; i < p->g->row_count && !p->empty; i++)
    *moved |= narrow(p, replay_row(p, (named_row){'r', 0, i}));
  each_level(p, narrow, moved);
  each_of_command(p, narrow, moved);
  each_side(p, narrow, moved);
}
