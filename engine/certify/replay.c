#include "replay_work.h"
#include <assert.h>
#include <string.h>

/* ---- the box */

static void remember(replay *p, undo what) {
  if (p->trail_count == p->trail_room) {
    p->trail_room = p->trail_room ? 2 * p->trail_room : 256;
    p->trail = arena_grow(p->home, p->trail, sizeof *p->trail,
                          (size_t)p->trail_count, (size_t)p->trail_room);
  }
  p->trail[p->trail_count++] = what;
}

void replay_bound(replay *p, int j, int64_t low, int64_t high) {
  int64_t *const l = &p->within.low[j], *const h = &p->within.high[j];
  const int here = p->trail_count;
  remember(p, (undo){.column = j,
                     .low = *l,
                     .high = *h,
                     .empty = p->empty,
                     .low_by = p->low_by[j],
                     .high_by = p->high_by[j],
                     .of = p->now,
                     .new_low = low > *l ? low : *l,
                     .new_high = high < *h ? high : *h,
                     .serial = p->serial++});
  p->low_by[j] = low > *l ? here : p->low_by[j];
  p->high_by[j] = high < *h ? here : p->high_by[j];
  *l = low > *l ? low : *l;
  *h = high < *h ? high : *h;
  if (p->empty || *l <= *h)
    return;
  p->empty = true;
  p->crossed = j;
}

static void begin_side(replay *p) {
  p->now = (cause){.kind = CAUSE_GIVEN};
  remember(p, (undo){.column = -1, .empty = p->empty, .serial = p->serial++});
}

static void close_box(replay *p) {
  p->empty = true;
  p->emptied = p->now;
  p->crossed = -1;
}

void replay_back(replay *p) {
  for (;;) {
    const undo was = p->trail[--p->trail_count];
    p->empty = was.empty;
    if (was.column < 0)
      break;
    p->within.low[was.column] = was.low;
    p->within.high[was.column] = was.high;
    p->low_by[was.column] = was.low_by;
    p->high_by[was.column] = was.high_by;
  }
  if (p->side_count > 0 && p->sides[p->side_count - 1].place >= p->trail_count)
    p->side_count--;
}

bool replay_empty(const replay *p) { return p->empty; }

/* ---- rows, weighted and summed */

static void add_product(wide *sum, wide a, wide b) {
  wide product;
  const bool beyond = __builtin_mul_overflow(a, b, &product) ||
                      __builtin_add_overflow(*sum, product, sum);
  assert(!beyond);
  (void)beyond;
}

static void touch(replay *p, int j) {
  if (p->is_touched[j])
    return;
  p->is_touched[j] = true;
  p->sum[j] = 0;
  p->touched[p->touched_count++] = j;
}

static void add_row(replay *p, view v, int64_t u) {
  add_product(&p->limit, v.limit, u);
  for (int i = 0; i < v.count; i++) {
    touch(p, v.entries[i].column);
    add_product(&p->sum[v.entries[i].column],
                (wide)v.sign * v.entries[i].coefficient, u);
  }
}

/* what is left of the limit when every column stands where the sum is least */
static wide spare(const replay *p) {
  wide left = p->limit;
  for (int i = 0; i < p->touched_count; i++) {
    const int j = p->touched[i];
    const wide d = p->sum[j];
    add_product(&left, -d, d > 0 ? p->within.low[j] : p->within.high[j]);
  }
  return left;
}

static wide weighed(replay *p, weights by) {
  for (int i = 0; i < p->touched_count; i++)
    p->is_touched[p->touched[i]] = false;
  p->touched_count = 0;
  p->limit = 0;
  for (int i = 0; i < by.count; i++)
    add_row(p, replay_rounded(p, by.each[i].of), by.each[i].u);
  return spare(p);
}

bool replay_closes(replay *p, weights by) { return weighed(p, by) < 0; }

/* how far a column may move from where the sum is least */
static bool narrowed(const replay *p, int j, wide d, wide left, int64_t *low,
                     int64_t *high) {
  const wide size = d > 0 ? d : -d;
  *low = p->within.low[j];
  *high = p->within.high[j];
  const wide range = (wide)*high - *low;
  if (size == 0 || range <= 0 || left / size >= range)
    return false;
  if (d > 0)
    *high = *low + (int64_t)(left / size);
  else
    *low = *high - (int64_t)(left / size);
  return true;
}

static bool narrow_all(replay *p, wide left) {
  bool moved = false;
  for (int i = 0; i < p->touched_count; i++) {
    const int j = p->touched[i];
    int64_t low, high;
    if (!narrowed(p, j, p->sum[j], left, &low, &high))
      continue;
    replay_bound(p, j, low, high);
    moved = true;
  }
  return moved;
}

static bool close_or_narrow(replay *p, wide left) {
  if (left >= 0)
    return narrow_all(p, left);
  close_box(p);
  return true;
}

bool replay_fix(replay *p, weights by) {
  p->now = (cause){.kind = CAUSE_WEIGHTS, .by = by, .at = p->trail_count};
  return close_or_narrow(p, weighed(p, by));
}

bool replay_fixes_as_well(replay *p, weights by, weights shorter) {
  const size_t n = (size_t)p->g->column_count;
  const wide left = weighed(p, shorter);
  memcpy(p->fixed.low, p->within.low, n * sizeof *p->within.low);
  memcpy(p->fixed.high, p->within.high, n * sizeof *p->within.high);
  for (int i = 0; left >= 0 && i < p->touched_count; i++)
    narrowed(p, p->touched[i], p->sum[p->touched[i]], left,
             &p->fixed.low[p->touched[i]], &p->fixed.high[p->touched[i]]);
  const wide full = weighed(p, by);
  if (full < 0 || left < 0)
    return left < 0;
  for (int i = 0; i < p->touched_count; i++) {
    const int j = p->touched[i];
    int64_t low, high;
    narrowed(p, j, p->sum[j], full, &low, &high);
    if (p->fixed.low[j] < low || p->fixed.high[j] > high)
      return false;
  }
  return true;
}

/* ---- each row alone */

static wide least_activity(const replay *p, view v) {
  wide least = 0;
  for (int i = 0; i < v.count; i++) {
    const entry e = v.entries[i];
    const int64_t a = v.sign * e.coefficient;
    least +=
        (wide)a * (a > 0 ? p->within.low[e.column] : p->within.high[e.column]);
  }
  return least;
}

static bool narrow_by_row(replay *p, view v) {
  if (p->empty)
    return false;
  bool moved = false;
  const wide left = v.limit - least_activity(p, v);
  p->now = (cause){.kind = CAUSE_ROW, .row = v.of, .at = p->trail_count};
  if (left < 0) {
    close_box(p);
    return false;
  }
  for (int i = 0; i < v.count; i++) {
    const entry e = v.entries[i];
    int64_t low, high;
    if (!narrowed(p, e.column, (wide)v.sign * e.coefficient, left, &low, &high))
      continue;
    replay_bound(p, e.column, low, high);
    moved = true;
  }
  return moved;
}

bool replay_propagate(replay *p) {
  bool any = p->empty, moved = !p->empty;
  while (moved && !p->empty) {
    moved = false;
    replay_each_row(p, narrow_by_row, &moved);
    any = any || moved || p->empty;
  }
  return any;
}

/* ---- splits */

static side *new_side(replay *p, int columns) {
  if (p->side_count == p->side_room) {
    p->side_room = p->side_room ? 2 * p->side_room : 64;
    p->sides = arena_grow(p->home, p->sides, sizeof *p->sides,
                          (size_t)p->side_count, (size_t)p->side_room);
  }
  side *const to = &p->sides[p->side_count++];
  if (to->room < columns) {
    to->entries = ARENA_ARRAY(p->home, entry, columns);
    to->room = columns;
  }
  return to;
}

static void narrow_by_split(replay *p, const log_line *at, bool upper) {
  const named_row last = {.kind = 's', .number = p->side_count - 1};
  if (at->column_count > 1)
    narrow_by_row(p, replay_row(p, last));
  else
    replay_bound(p, at->columns[0], upper ? at->last + 1 : INT64_MIN,
                 upper ? INT64_MAX : at->last);
}

void replay_split(replay *p, const log_line *at, bool upper) {
  begin_side(p);
  side *const to = new_side(p, at->column_count);
  to->count = at->column_count;
  to->is_upper = upper;
  to->last = at->last;
  to->place = p->trail_count - (at->column_count > 1);
  for (int i = 0; i < at->column_count; i++)
    to->entries[i] = (entry){at->columns[i], 1};
  narrow_by_split(p, at, upper);
}

/* ---- commands */

static bool takes(const replay *p, const objective *o, int s) {
  for (int i = 0; i < o->steps[s].count; i++)
    if (p->listed->each[0][o->walk_columns[o->steps[s].first + i]] > 0)
      return true;
  return false;
}

static void take_step(replay *p, int k, int s) {
  const objective *const o = &p->g->objectives[k];
  if (replay_is_fixed_step(p, k, s))
    replay_bound(p, o->walk_columns[o->steps[s].first], 1, INT64_MAX);
}

static void hold_step(replay *p, int k, int s) {
  const objective *const o = &p->g->objectives[k];
  if (takes(p, o, s)) {
    take_step(p, k, s);
    return;
  }
  for (int i = 0; i < o->steps[s].count; i++)
    replay_bound(p, o->walk_columns[o->steps[s].first + i], INT64_MIN, 0);
}

/* steps before the `end`th, as the set has them */
static void hold_steps(replay *p, int k, int end) {
  p->now = (cause){.kind = CAUSE_GIVEN};
  while (p->walked[k] < end)
    hold_step(p, k, p->walked[k]++);
}

void replay_enter(replay *p, const log_line *command) {
  if (command->kind == LOG_REFUSE)
    hold_steps(p, command->level, command->step);
  p->command = *command;
  begin_side(p);
  if (command->kind == LOG_REFUSE)
    take_step(p, command->level, command->step);
}

void replay_leave(replay *p) {
  replay_back(p);
  if (p->command.kind == LOG_LEVEL)
    p->held[p->command.level] = true;
  if (p->command.kind == LOG_REFUSE)
    hold_steps(p, p->command.level, p->command.step + 1);
  p->command = (log_line){.kind = LOG_NONE};
}

void replay_walk(replay *p, int k) {
  hold_steps(p, k, p->g->objectives[k].step_count);
}

static bool same_awards(const program *g, const int64_t *a, const int64_t *b) {
  for (int j = 0; j < g->column_count; j++)
    if (g->columns[j].kind == COLUMN_AWARD && a[j] != b[j])
      return false;
  return true;
}

sets sets_of(arena *home, const program *g, const plan *found) {
  sets to = {ARENA_ARRAY(home, const int64_t *, found->best_count + 1), 0};
  if (found->x)
    to.each[to.count++] = found->x;
  for (int i = 0; i < found->best_count; i++)
    if (!same_awards(g, found->x, found->best[i]))
      to.each[to.count++] = found->best[i];
  return to;
}

static const entry *taken_columns(arena *home, const program *g,
                                  const objective *o) {
  entry *const to = ARENA_ARRAY(home, entry, g->column_count);
  for (int s = 0; s < o->step_count; s++)
    for (int i = 0; i < o->steps[s].count; i++) {
      const int at = o->steps[s].first + i;
      to[at] = (entry){o->walk_columns[at], 1};
    }
  return to;
}

static box new_box(arena *home, int columns) {
  return (box){ARENA_ARRAY(home, int64_t, columns),
               ARENA_ARRAY(home, int64_t, columns)};
}

replay *replay_begin(arena *home, const program *g, const sets *listed) {
  replay *const p = ARENA_NEW(home, replay);
  const int n = g->column_count, levels = g->objective_count;
  *p = (replay){.home = home,
                .g = g,
                .listed = listed,
                .command = {.kind = LOG_NONE},
                .within = new_box(home, n),
                .low_by = ARENA_ARRAY(home, int, n),
                .high_by = ARENA_ARRAY(home, int, n),
                .held = ARENA_ARRAY(home, bool, levels),
                .walked = ARENA_ARRAY(home, int, levels),
                .others = ARENA_ARRAY(home, const row *, listed->count + 1),
                .taken = ARENA_ARRAY(home, const entry *, levels),
                .sum = ARENA_ARRAY(home, wide, n),
                .touched = ARENA_ARRAY(home, int, n),
                .is_touched = ARENA_ARRAY(home, bool, n),
                .fixed = new_box(home, n)};
  for (int k = 0; k < levels; k++)
    if (g->objectives[k].kind == OBJECTIVE_WALK)
      p->taken[k] = taken_columns(home, g, &g->objectives[k]);
  for (int j = 0; j < n; j++) {
    p->low_by[j] = p->high_by[j] = -1;
    p->within.low[j] = g->columns[j].low;
    p->within.high[j] = g->columns[j].high;
  }
  return p;
}
