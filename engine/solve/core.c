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
  k->in_lp = new_box(home, all);
  k->split_of = ARENA_ARRAY(home, int, 2 * k->tally_count);
  core_reset(k);
  memcpy(k->in_lp.low, k->within.low, (size_t)all * sizeof *k->in_lp.low);
  memcpy(k->in_lp.high, k->within.high, (size_t)all * sizeof *k->in_lp.high);
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

/* ---- relaxation */

/* Powers of two, so that scaling is exact: rows by their largest coefficient on
 * 0/1 columns, then the other columns by their largest scaled coefficient. */
static double inverse_power(double size) {
  return size > 0 ? ldexp(1, -ilogb(size)) : 1;
}

static bool is_binary(const core *k, int j) {
  return k->within.high[j] - k->within.low[j] == 1;
}

static void set_scales(core *k) {
  for (int i = 0; i < k->row_count; i++) {
    double most = 0;
    for (int e = 0; e < k->rows[i].count; e++)
      if (is_binary(k, k->rows[i].entries[e].column))
        most = fmax(most, fabs((double)k->rows[i].entries[e].coefficient));
    k->row_scale[i] = inverse_power(most);
  }
  for (int i = 0; i < k->row_count; i++)
    for (int e = 0; e < k->rows[i].count; e++) {
      const entry at = k->rows[i].entries[e];
      if (!is_binary(k, at.column))
        k->column_scale[at.column] =
            fmax(k->column_scale[at.column],
                 k->row_scale[i] * fabs((double)at.coefficient));
    }
  for (int j = 0; j < k->column_count; j++)
    k->column_scale[j] =
        is_binary(k, j) ? 1 : inverse_power(k->column_scale[j]);
}

static void open_lp(arena *home, core *k) {
  const int n = k->column_count, m = k->row_count + k->tally_count;
  k->u = ARENA_ARRAY(home, double, m);
  k->x = ARENA_ARRAY(home, double, n + k->tally_count);
  k->multipliers = ARENA_ARRAY(home, int64_t, m + k->tally_count);
  k->reduced = ARENA_ARRAY(home, wide, n);
  k->lp_row = ARENA_ARRAY(home, int, m);
  k->row_scale = ARENA_ARRAY(home, double, m);
  k->column_scale = ARENA_ARRAY(home, double, n);
  k->lp_columns = ARENA_ARRAY(home, int, n);
  k->lp_values = ARENA_ARRAY(home, double, n);
  for (int i = 0; i < m; i++)
    k->lp_row[i] = -1;
  if (n == 0 || k->row_count == 0)
    return;
  set_scales(k);
  k->relaxation = lp_open(home, n, m);
  for (int j = 0; j < n; j++)
    lp_set_column(k->relaxation, j, k->c ? (double)k->c[j] : 0,
                  (double)k->within.low[j], (double)k->within.high[j],
                  k->column_scale[j]);
}

static void add_lp_row(core *k, const row *r, double scale) {
  for (int e = 0; e < r->count; e++) {
    k->lp_columns[e] = r->entries[e].column;
    k->lp_values[e] = (double)r->entries[e].coefficient;
  }
  lp_add_row(k->relaxation, r->count, k->lp_columns, k->lp_values,
             (double)r->limit, scale);
}

static void cut_in(core *k, int i) {
  k->lp_row[i] = lp_row_count(k->relaxation);
  add_lp_row(k, &k->rows[i], k->row_scale[i]);
}

static void set_lp_tally(core *k, int g) {
  const int j = k->column_count + g;
  lp_set_limits(k->relaxation, k->lp_row[k->row_count + g],
                (double)k->within.low[j], (double)k->within.high[j]);
}

static void cut_in_tally(core *k, int g) {
  k->lp_row[k->row_count + g] = lp_row_count(k->relaxation);
  add_lp_row(k, &k->rows[k->row_count + 2 * g], 1);
  set_lp_tally(k, g);
}

static int cut_in_tallies(core *k) {
  const int n = k->column_count;
  int count = 0;
  for (int g = 0; g < k->tally_count; g++) {
    const double v = k->x[n + g];
    if (k->lp_row[k->row_count + g] >= 0 ||
        (v <= (double)k->within.high[n + g] + 1e-7 &&
         v >= (double)k->within.low[n + g] - 1e-7))
      continue;
    cut_in_tally(k, g);
    count++;
  }
  return count;
}

/* adds the rows that the relaxed optimum breaks; how many */
static int cut_in_broken(core *k) {
  int count = cut_in_tallies(k);
  for (int i = 0; i < k->row_count; i++) {
    const row *const r = &k->rows[i];
    double sum = 0;
    if (k->lp_row[i] >= 0)
      continue;
    for (int e = 0; e < r->count; e++)
      sum += (double)r->entries[e].coefficient * k->x[r->entries[e].column];
    if ((sum - (double)r->limit) * k->row_scale[i] <= 1e-7)
      continue;
    cut_in(k, i);
    count++;
  }
  return count;
}

core *core_of(arena *home, const model *m, box outer, const int64_t *c) {
  core *const k = ARENA_NEW(home, core);
  k->of = m;
  k->outer = outer;
  take_free_columns(home, k, c);
  take_binding_rows(home, k);
  core_tally(home, k);
  set_boxes(home, k);
  open_lp(home, k);
  return k;
}

void core_close(core *of) {
  if (of->relaxation)
    lp_close(of->relaxation);
}

double core_cutoff(const core *k, const wide *target) {
  if (!target || !k->c)
    return -HUGE_VAL;
  return (double)(*target - k->offset) - 0.05 * (double)k->step;
}

static void take_values(core *k) {
  lp_values(k->relaxation, k->x);
  for (int g = 0; g < k->tally_count; g++) {
    const tally *const of = &k->tallies[g];
    double sum = 0;
    for (int i = 0; i < of->count; i++)
      sum += k->x[of->columns[i]];
    k->x[k->column_count + g] = sum;
  }
}

lp_outcome core_solve(core *k, const wide *target) {
  for (;;) {
    const lp_outcome ended = lp_solve(k->relaxation, core_cutoff(k, target));
    if (ended != LP_OPTIMAL)
      return ended;
    take_values(k);
    k->objective = lp_objective(k->relaxation);
    if (cut_in_broken(k) == 0)
      return ended;
  }
}

void core_enter(core *k) {
  for (int j = 0; j < k->column_count; j++) {
    const int64_t low = k->within.low[j], high = k->within.high[j];
    if (low == k->in_lp.low[j] && high == k->in_lp.high[j])
      continue;
    lp_set_bounds(k->relaxation, j, (double)low, (double)high);
    k->in_lp.low[j] = low;
    k->in_lp.high[j] = high;
  }
  for (int g = 0; g < k->tally_count; g++)
    if (k->lp_row[k->row_count + g] >= 0)
      set_lp_tally(k, g);
}

static void set_lp_bounds(core *k, int j, int64_t low, int64_t high) {
  const int i = k->row_count + j - k->column_count;
  if (j < k->column_count)
    lp_set_bounds(k->relaxation, j, (double)low, (double)high);
  else
    lp_set_limits(k->relaxation, k->lp_row[i], (double)low, (double)high);
}

double core_probe(core *k, int j, int64_t low, int64_t high,
                  const wide *target) {
  const int64_t before = lp_iterations(k->relaxation);
  const int g = j - k->column_count;
  if (g >= 0 && k->lp_row[k->row_count + g] < 0)
    cut_in_tally(k, g);
  set_lp_bounds(k, j, low, high);
  const double bound = lp_probe(k->relaxation, core_cutoff(k, target));
  k->probed += lp_iterations(k->relaxation) - before;
  set_lp_bounds(k, j, k->within.low[j], k->within.high[j]);
  return bound;
}

void core_lift(const core *k, const int64_t *values, int64_t *x) {
  memcpy(x, k->outer.low, (size_t)k->of->of->column_count * sizeof *x);
  for (int j = 0; j < k->column_count; j++)
    x[k->column_of[j]] = values[j];
}
