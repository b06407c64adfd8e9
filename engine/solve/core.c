#include "core_work.h"
#include <assert.h>
#include <math.h>
#include <string.h>

/* ---- reduction */

static void take_free_columns(arena *home, core *k, const int64_t *c) {
  const int all = k->of->of->column_count;
  wide common = 0;
  k->column_of = ARENA_ARRAY(home, int, all);
  k->c = c ? ARENA_ARRAY(home, int64_t, all) : NULL;
  for (int j = 0; j < all; j++) {
    const int64_t low = k->outer.low[j];
    if (low == k->outer.high[j]) {
      k->offset += c ? (wide)c[j] * low : 0;
      continue;
    }
    if (c) {
      k->c[k->column_count] = c[j];
      common = exact_gcd(common, c[j]);
    }
    k->column_of[k->column_count++] = j;
  }
  k->step = common > 0 ? common : 1;
}

static box new_box(arena *home, int count) {
  return (box){ARENA_ARRAY(home, int64_t, count),
               ARENA_ARRAY(home, int64_t, count)};
}

void core_reset(core *k) {
  const int n = k->column_count;
  for (int j = 0; j < n; j++) {
    k->within.low[j] = k->outer.low[k->column_of[j]];
    k->within.high[j] = k->outer.high[k->column_of[j]];
  }
  for (int g = 0; g < k->tally_count; g++) {
    k->within.low[n + g] = 0;
    k->within.high[n + g] = k->tallies[g].count;
    k->rows[k->row_count + 2 * g].limit = k->tallies[g].count;
    k->rows[k->row_count + 2 * g + 1].limit = 0;
  }
}

void core_apply(core *k, change to, int split) {
  const int g = to.column - k->column_count;
  if (g >= 0) {
    const bool rises = to.low > k->within.low[to.column];
    assert(rises != (to.high < k->within.high[to.column]));
    k->rows[k->row_count + 2 * g].limit = to.high;
    k->rows[k->row_count + 2 * g + 1].limit = -to.low;
    k->split_of[2 * g + rises] = split;
  }
  k->within.low[to.column] = to.low;
  k->within.high[to.column] = to.high;
}

static void set_boxes(arena *home, core *k) {
  const int all = k->column_count + k->tally_count;
  k->within = new_box(home, all);
  k->split_of = ARENA_ARRAY(home, int, 2 * k->tally_count);
  core_reset(k);
}

/* the free part of a row; false when it can no longer bind */
static bool reduce_row(const core *k, const row *from, const int *core_column,
                       entry *entries, row *to) {
  wide most = 0;
  *to = (row){.owner = from->owner,
              .key = from->key,
              .limit = from->limit,
              .entries = entries};
  for (int i = 0; i < from->count; i++) {
    const entry e = from->entries[i];
    const int64_t low = k->outer.low[e.column], high = k->outer.high[e.column];
    if (low == high) {
      to->limit -= (wide)e.coefficient * low;
      continue;
    }
    most += (wide)e.coefficient * (e.coefficient > 0 ? high : low);
    entries[to->count++] = (entry){core_column[e.column], e.coefficient};
  }
  return most > to->limit;
}

static void take_binding_rows(arena *home, core *k) {
  const model *const m = k->of;
  int *const core_column = ARENA_ARRAY(home, int, m->of->column_count);
  for (int j = 0; j < k->column_count; j++)
    core_column[k->column_of[j]] = j;
  k->rows = ARENA_ARRAY(home, row, m->row_count);
  k->row_of = ARENA_ARRAY(home, int, m->row_count);
  for (int i = 0; i < m->row_count; i++) {
    entry *const entries = ARENA_ARRAY(home, entry, m->rows[i].count);
    if (!reduce_row(k, &m->rows[i], core_column, entries,
                    &k->rows[k->row_count]))
      continue;
    k->row_of[k->row_count++] = i;
  }
}

core *core_of(arena *home, const model *m, box outer, const int64_t *c,
              const vantage *near) {
  core *const k = ARENA_NEW(home, core);
  k->of = m;
  k->near = near;
  k->outer = outer;
  take_free_columns(home, k, c);
  take_binding_rows(home, k);
  core_tally(home, k);
  set_boxes(home, k);
  core_pack(home, k, near);
  core_relax(home, k);
  return k;
}

const vantage *core_vantage(arena *home, const core *k) {
  const int n = k->of->of->column_count, m = k->of->row_count;
  vantage *const to = ARENA_NEW(home, vantage);
  double *const gain = ARENA_ARRAY(home, double, n);
  double *const x = ARENA_ARRAY(home, double, n);
  bool *const is_needed = ARENA_ARRAY(home, bool, m);
  for (int j = 0; j < n; j++)
    x[j] = (double)k->outer.low[j];
  for (int j = 0; j < k->column_count; j++) {
    x[k->column_of[j]] = k->x[j];
    gain[k->column_of[j]] = ldexp((double)k->reduced[j], -k->shift);
  }
  for (int i = 0; k->relaxation && i < k->row_count; i++)
    is_needed[k->row_of[i]] =
        k->lp_row[i] >= 0 && !lp_row_is_idle(k->relaxation, k->lp_row[i]);
  *to = (vantage){n, m, gain, x, is_needed};
  return to;
}

void core_lift(const core *k, const int64_t *values, int64_t *x) {
  memcpy(x, k->outer.low, (size_t)k->of->of->column_count * sizeof *x);
  for (int j = 0; j < k->column_count; j++)
    x[k->column_of[j]] = values[j];
}
