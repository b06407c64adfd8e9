#include "core_work.h"
#include <math.h>

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

/* ---- columns: the first of a pack stands for all of it */

static bool is_first(const core *k, int j) {
  return k->pack_of[j] >= 0 && k->packs[k->pack_of[j]].first == j;
}

/* what the relaxation's column may be within the node's box */
static void bounds_of(const core *k, int j, int64_t *low, int64_t *high) {
  *low = k->within.low[j];
  *high = k->within.high[j];
  if (!is_first(k, j))
    return;
  const pack *const p = &k->packs[k->pack_of[j]];
  for (int i = 0; i < p->count; i++)
    if (p->columns[i] != j) {
      *low += k->within.low[p->columns[i]];
      *high += k->within.high[p->columns[i]];
    }
  *high = *high < 1 ? *high : 1;
  *low = *low < 1 ? *low : 1;
}

static void enter_column(core *k, int j) {
  int64_t low, high;
  bounds_of(k, j, &low, &high);
  if (low == k->in_lp.low[j] && high == k->in_lp.high[j])
    return;
  lp_set_bounds(k->relaxation, j, (double)low, (double)high);
  k->in_lp.low[j] = low;
  k->in_lp.high[j] = high;
}

void core_turn(const core *k, double *gain) {
  for (int q = 0; q < k->pack_count; q++) {
    const pack *const p = &k->packs[q];
    for (int i = 0; i < p->count; i++)
      if (p->columns[i] != p->first)
        gain[p->columns[i]] -= gain[p->first];
  }
}

static void open_columns(core *k) {
  const int n = k->column_count;
  for (int j = 0; k->c && j < n; j++)
    k->dense[j] = (double)k->c[j];
  core_turn(k, k->dense);
  for (int j = 0; j < n; j++) {
    int64_t *const low = &k->in_lp.low[j], *const high = &k->in_lp.high[j];
    bounds_of(k, j, low, high);
    lp_set_column(k->relaxation, j, k->dense[j], (double)*low, (double)*high,
                  k->column_scale[j]);
    k->dense[j] = 0;
  }
}

/* ---- rows: of the model, then one a tally, then one a pack for its first */

static int row_of_tally(const core *k, int g) { return k->row_count + g; }

static int row_of_pack(const core *k, int p) {
  return k->row_count + k->tally_count + p;
}

static int put(core *k, int j, double a, int count) {
  if (!k->is_listed[j])
    k->lp_columns[count++] = j;
  k->is_listed[j] = true;
  k->dense[j] += a;
  return count;
}

/* a column's share of a row: a first is its pack's less the others of it */
static int put_turned(core *k, int j, double a, int count) {
  count = put(k, j, a, count);
  if (!is_first(k, j))
    return count;
  const pack *const p = &k->packs[k->pack_of[j]];
  for (int i = 0; i < p->count; i++)
    if (p->columns[i] != j)
      count = put(k, p->columns[i], -a, count);
  return count;
}

static void add_lp_row(core *k, const row *r, double scale) {
  int count = 0, kept = 0;
  for (int e = 0; e < r->count; e++)
    count = put_turned(k, r->entries[e].column,
                       (double)r->entries[e].coefficient, count);
  for (int e = 0; e < count; e++) {
    const int j = k->lp_columns[e];
    if (k->dense[j] != 0) {
      k->lp_columns[kept] = j;
      k->lp_values[kept++] = k->dense[j];
    }
    k->dense[j] = 0;
    k->is_listed[j] = false;
  }
  lp_add_row(k->relaxation, kept, k->lp_columns, k->lp_values, (double)r->limit,
             scale);
}

static void cut_in(core *k, int i) {
  k->lp_row[i] = lp_row_count(k->relaxation);
  add_lp_row(k, &k->rows[i], k->row_scale[i]);
}

/* the row that holds a tally or a first; -1 for other columns */
static int limit_row(const core *k, int j) {
  if (j >= k->column_count)
    return row_of_tally(k, j - k->column_count);
  return is_first(k, j) ? row_of_pack(k, k->pack_of[j]) : -1;
}

static void add_limits(core *k, int j) {
  const entry own = {j, 1};
  const row alone = {.entries = &own, .count = 1};
  const int g = j - k->column_count, i = limit_row(k, j);
  k->lp_row[i] = lp_row_count(k->relaxation);
  add_lp_row(k, g < 0 ? &alone : &k->rows[k->row_count + 2 * g], 1);
}

static void enter_limits(core *k, int j) {
  lp_set_limits(k->relaxation, k->lp_row[limit_row(k, j)],
                (double)k->within.low[j], (double)k->within.high[j]);
}

static bool breaks_limits(const core *k, int j) {
  return k->x[j] > (double)k->within.high[j] + 1e-7 ||
         k->x[j] < (double)k->within.low[j] - 1e-7;
}

/* a tally or a first that the relaxed optimum takes past its limits */
static bool cut_in_if_broken(core *k, int j) {
  if (k->lp_row[limit_row(k, j)] >= 0 || !breaks_limits(k, j))
    return false;
  add_limits(k, j);
  enter_limits(k, j);
  return true;
}

static bool is_broken(const core *k, int i) {
  const row *const r = &k->rows[i];
  double sum = 0;
  for (int e = 0; e < r->count; e++)
    sum += (double)r->entries[e].coefficient * k->x[r->entries[e].column];
  return (sum - (double)r->limit) * k->row_scale[i] > 1e-7;
}

/* Adds the rows that the relaxed optimum breaks; how many. Firsts go past their
 * bounds mostly because prices are still missing: they wait. */
static int cut_in_broken(core *k) {
  int count = 0;
  for (int g = 0; g < k->tally_count; g++)
    count += cut_in_if_broken(k, k->column_count + g);
  for (int i = 0; i < k->row_count; i++)
    if (k->lp_row[i] < 0 && is_broken(k, i)) {
      cut_in(k, i);
      count++;
    }
  if (count > 0)
    return count;
  for (int p = 0; p < k->pack_count; p++)
    count += cut_in_if_broken(k, k->packs[p].first);
  return count;
}

/* ---- opening and solving */

void core_relax(arena *home, core *k) {
  const int n = k->column_count;
  const int m = k->row_count + k->tally_count + k->pack_count;
  k->in_lp =
      (box){ARENA_ARRAY(home, int64_t, n), ARENA_ARRAY(home, int64_t, n)};
  k->u = ARENA_ARRAY(home, double, m);
  k->x = ARENA_ARRAY(home, double, n + k->tally_count);
  k->multipliers = ARENA_ARRAY(home, int64_t, m + k->tally_count);
  k->reduced = ARENA_ARRAY(home, wide, n);
  k->lp_row = ARENA_ARRAY(home, int, m);
  k->row_scale = ARENA_ARRAY(home, double, k->row_count);
  k->column_scale = ARENA_ARRAY(home, double, n);
  k->lp_columns = ARENA_ARRAY(home, int, n > m ? n : m);
  k->lp_values = ARENA_ARRAY(home, double, n);
  k->dense = ARENA_ARRAY(home, double, n);
  k->is_listed = ARENA_ARRAY(home, bool, n);
  for (int i = 0; i < m; i++)
    k->lp_row[i] = -1;
  if (n == 0 || k->row_count == 0)
    return;
  set_scales(k);
  k->relaxation = lp_open(home, n, m);
  open_columns(k);
  for (int i = 0; k->near && i < k->row_count; i++)
    if (k->row_of[i] < k->near->row_count && k->near->is_needed[k->row_of[i]])
      cut_in(k, i);
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
  for (int p = 0; p < k->pack_count; p++) {
    const pack *const at = &k->packs[p];
    for (int i = 0; i < at->count; i++)
      if (at->columns[i] != at->first)
        k->x[at->first] -= k->x[at->columns[i]];
  }
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

/* Rows that branching once needed make every step dearer. */
static void drop_idle(core *k) {
  enum { SPARE = 30 };
  if (lp_row_count(k->relaxation) <= k->rows_most)
    return;
  lp_drop_idle(k->relaxation, k->lp_columns);
  for (int i = 0; i < k->row_count + k->tally_count + k->pack_count; i++)
    if (k->lp_row[i] >= 0)
      k->lp_row[i] = k->lp_columns[k->lp_row[i]];
  k->rows_most = lp_row_count(k->relaxation) * 3 / 2 + SPARE;
}

void core_enter(core *k) {
  drop_idle(k);
  for (int j = 0; j < k->column_count; j++)
    enter_column(k, j);
  for (int g = 0; g < k->tally_count; g++)
    if (k->lp_row[row_of_tally(k, g)] >= 0)
      enter_limits(k, k->column_count + g);
  for (int p = 0; p < k->pack_count; p++)
    if (k->lp_row[row_of_pack(k, p)] >= 0)
      enter_limits(k, k->packs[p].first);
}

/* a column's or tally's bounds, with those of the first of its pack */
static void enter_one(core *k, int j) {
  const int i = limit_row(k, j);
  if (i >= 0 && k->lp_row[i] < 0)
    add_limits(k, j);
  if (i >= 0)
    enter_limits(k, j);
  if (j >= k->column_count)
    return;
  enter_column(k, j);
  if (k->pack_of[j] >= 0)
    enter_column(k, k->packs[k->pack_of[j]].first);
}

double core_probe(core *k, int j, int64_t low, int64_t high,
                  const wide *target) {
  const int64_t before = lp_iterations(k->relaxation);
  const change back = {j, k->within.low[j], k->within.high[j]};
  k->within.low[j] = low;
  k->within.high[j] = high;
  enter_one(k, j);
  const double bound = lp_probe(k->relaxation, core_cutoff(k, target));
  k->probed += lp_iterations(k->relaxation) - before;
  k->within.low[j] = back.low;
  k->within.high[j] = back.high;
  enter_one(k, j);
  return bound;
}
