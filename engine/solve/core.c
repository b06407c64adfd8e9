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

static void set_boxes(arena *home, core *k) {
  const int n = k->column_count;
  k->within =
      (box){ARENA_ARRAY(home, int64_t, n), ARENA_ARRAY(home, int64_t, n)};
  k->in_lp =
      (box){ARENA_ARRAY(home, int64_t, n), ARENA_ARRAY(home, int64_t, n)};
  for (int j = 0; j < n; j++) {
    k->in_lp.low[j] = k->within.low[j] = k->outer.low[k->column_of[j]];
    k->in_lp.high[j] = k->within.high[j] = k->outer.high[k->column_of[j]];
  }
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
  const int n = k->column_count, m = k->row_count;
  k->u = ARENA_ARRAY(home, double, m);
  k->x = ARENA_ARRAY(home, double, n);
  k->multipliers = ARENA_ARRAY(home, int64_t, m);
  k->reduced = ARENA_ARRAY(home, wide, n);
  k->lp_row = ARENA_ARRAY(home, int, m);
  k->row_scale = ARENA_ARRAY(home, double, m);
  k->column_scale = ARENA_ARRAY(home, double, n);
  k->lp_columns = ARENA_ARRAY(home, int, n);
  k->lp_values = ARENA_ARRAY(home, double, n > m ? n : m);
  for (int i = 0; i < m; i++)
    k->lp_row[i] = -1;
  if (n == 0 || m == 0)
    return;
  set_scales(k);
  k->relaxation = lp_open(home, n, m);
  for (int j = 0; j < n; j++)
    lp_set_column(k->relaxation, j, k->c ? (double)k->c[j] : 0,
                  (double)k->within.low[j], (double)k->within.high[j],
                  k->column_scale[j]);
}

static void cut_in(core *k, int i) {
  const row *const r = &k->rows[i];
  for (int e = 0; e < r->count; e++) {
    k->lp_columns[e] = r->entries[e].column;
    k->lp_values[e] = (double)r->entries[e].coefficient;
  }
  k->lp_row[i] = lp_row_count(k->relaxation);
  lp_add_row(k->relaxation, r->count, k->lp_columns, k->lp_values,
             (double)r->limit, k->row_scale[i]);
}

/* adds the rows that the relaxed optimum breaks; how many */
static int cut_in_broken(core *k) {
  int count = 0;
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
  set_boxes(home, k);
  take_binding_rows(home, k);
  open_lp(home, k);
  return k;
}

void core_close(core *of) {
  if (of->relaxation)
    lp_close(of->relaxation);
}

static void update_lp_bounds(core *k) {
  for (int j = 0; j < k->column_count; j++) {
    const int64_t low = k->within.low[j], high = k->within.high[j];
    if (low == k->in_lp.low[j] && high == k->in_lp.high[j])
      continue;
    lp_set_bounds(k->relaxation, j, (double)low, (double)high);
    k->in_lp.low[j] = low;
    k->in_lp.high[j] = high;
  }
}

/* ---- from floats to integers */

enum { MULTIPLIER_BITS = 52 };

/* the largest shift that keeps sign x u x 2^shift below 2^52 */
static int shift_for(const double *u, int count, double sign) {
  double most = 0;
  for (int i = 0; i < count; i++)
    most = fmax(most, sign * u[i]);
  if (!(most > 0) || !isfinite(most))
    return 0;
  const int bits = ilogb(most) + 1;
  if (bits >= MULTIPLIER_BITS)
    return 0;
  return bits < 0 ? MULTIPLIER_BITS : MULTIPLIER_BITS - bits;
}

static int64_t rounded(double u, int shift) {
  const double scaled = ldexp(u, shift);
  if (!(scaled > 0.5))
    return 0;
  const double most = ldexp(1, MULTIPLIER_BITS);
  return scaled >= most ? (INT64_C(1) << MULTIPLIER_BITS) : llrint(scaled);
}

/* u: of the relaxation's rows */
static void round_multipliers(core *k, double sign) {
  k->shift = shift_for(k->u, lp_row_count(k->relaxation), sign);
  for (int i = 0; i < k->row_count; i++)
    k->multipliers[i] =
        k->lp_row[i] < 0 ? 0 : rounded(sign * k->u[k->lp_row[i]], k->shift);
}

static system_of_rows rows_of(const core *k, const int64_t *c) {
  return (system_of_rows){k->rows, k->row_count, k->column_count, c};
}

static void take_bound(core *k, judgement *to) {
  to->bounded =
      k->c && program_bound(rows_of(k, k->c), k->shift, k->multipliers,
                            k->within, k->reduced, &to->scaled);
  if (to->bounded)
    to->bound = k->offset + exact_floor(to->scaled, (wide)1 << k->shift);
}

/* the bound without any row */
static judgement trivial(core *k) {
  judgement to = {.solved = false};
  memset(k->multipliers, 0, (size_t)k->row_count * sizeof *k->multipliers);
  k->shift = 0;
  take_bound(k, &to);
  return to;
}

static bool contradicts(core *k, double sign) {
  wide most;
  round_multipliers(k, sign);
  return program_bound(rows_of(k, NULL), 0, k->multipliers, k->within,
                       k->reduced, &most) &&
         most < 0;
}

static bool proved_empty(core *k) {
  return lp_farkas(k->relaxation, k->u) &&
         (contradicts(k, 1) || contradicts(k, -1));
}

static double cutoff(const core *k, const wide *target) {
  if (!target || !k->c)
    return -HUGE_VAL;
  return (double)(*target - k->offset) - 0.05 * (double)k->step;
}

static bool below(const judgement *j, const wide *target) {
  return target && j->bounded && j->bound < *target;
}

/* no row binds: the best corner of the box */
static judgement corner(core *k, judgement to) {
  k->objective = (double)(to.bounded ? to.bound - k->offset : 0);
  for (int j = 0; j < k->column_count; j++)
    k->x[j] =
        (double)(k->c && k->c[j] > 0 ? k->within.high[j] : k->within.low[j]);
  to.solved = true;
  return to;
}

lp_outcome core_solve(core *k, const wide *target) {
  for (;;) {
    const lp_outcome ended = lp_solve(k->relaxation, cutoff(k, target));
    if (ended != LP_OPTIMAL)
      return ended;
    lp_values(k->relaxation, k->x);
    k->objective = lp_objective(k->relaxation);
    if (cut_in_broken(k) == 0)
      return ended;
  }
}

static judgement judge_relaxed(core *k, const wide *target, judgement weak) {
  judgement to = {.solved = false};
  lp_multipliers(k->relaxation, k->u);
  round_multipliers(k, 1);
  take_bound(k, &to);
  if (weak.bounded && (!to.bounded || weak.bound < to.bound))
    to = trivial(k);
  to.closed = below(&to, target);
  return to;
}

judgement core_judge(core *k, const wide *target) {
  judgement to = trivial(k);
  to.closed = below(&to, target);
  if (to.closed)
    return to;
  if (!k->relaxation)
    return corner(k, to);
  update_lp_bounds(k);
  core_sift(k);
  const lp_outcome ended = core_solve(k, target);
  if (ended == LP_FAILED)
    return to;
  if (ended == LP_INFEASIBLE) {
    to.closed = to.empty = proved_empty(k);
    return to.closed ? to : trivial(k);
  }
  to = judge_relaxed(k, target, to);
  to.solved = ended == LP_OPTIMAL;
  return to;
}

double core_probe(core *k, int j, int64_t low, int64_t high,
                  const wide *target) {
  const int64_t before = lp_iterations(k->relaxation);
  lp_set_bounds(k->relaxation, j, (double)low, (double)high);
  const double bound = lp_probe(k->relaxation, cutoff(k, target));
  k->probed += lp_iterations(k->relaxation) - before;
  lp_set_bounds(k->relaxation, j, (double)k->in_lp.low[j],
                (double)k->in_lp.high[j]);
  return bound;
}

/* what a point of interest may lose on the bound; false when that says nothing
 */
static bool spare_of(const core *k, const judgement *j, int shift, wide target,
                     wide *spare) {
  wide count_from;
  assert(j->bounded && k->c);
  return !__builtin_mul_overflow(target - k->offset, (wide)1 << shift,
                                 &count_from) &&
         !__builtin_sub_overflow(j->scaled, count_from, spare) && *spare >= 0;
}

/* how far a column may move from where its reduced cost likes it */
static bool can_fix(wide reduced, wide range, wide spare, int64_t *moves) {
  const wide size = reduced > 0 ? reduced : -reduced;
  if (range == 0 || size == 0 || spare / size >= range)
    return false;
  *moves = (int64_t)(spare / size);
  return true;
}

int core_count_unfixed(const core *k, const judgement *j, const wide *reduced,
                       int shift, wide target) {
  wide spare;
  int count = 0;
  if (!spare_of(k, j, shift, target, &spare))
    return k->column_count;
  for (int i = 0; i < k->column_count; i++) {
    const int of = k->column_of[i];
    const wide range = (wide)k->outer.high[of] - k->outer.low[of];
    int64_t moves = 0;
    count +=
        range > 0 && (!can_fix(reduced[i], range, spare, &moves) || moves > 0);
  }
  return count;
}

int core_fix(core *k, const judgement *last, wide target, change *changed) {
  wide spare;
  int64_t moves = 0;
  int count = 0;
  if (!spare_of(k, last, k->shift, target, &spare))
    return 0;
  for (int j = 0; j < k->column_count; j++) {
    int64_t *const low = &k->within.low[j], *const high = &k->within.high[j];
    if (!can_fix(k->reduced[j], (wide)*high - *low, spare, &moves))
      continue;
    if (k->reduced[j] > 0)
      *low = *high - moves;
    else
      *high = *low + moves;
    changed[count++] = (change){j, *low, *high};
  }
  return count;
}

static void put_weight(weight *each, int *count, named_row of, int64_t u) {
  for (int i = 0; i < *count; i++)
    if (each[i].of.kind == of.kind && each[i].of.level == of.level &&
        each[i].of.number == of.number) {
      each[i].u += u;
      return;
    }
  each[(*count)++] = (weight){of, u};
}

weights core_weights(arena *home, const core *k, named_row goal) {
  int count = 0;
  for (int i = 0; i < k->row_count; i++)
    count += k->multipliers[i] > 0;
  weight *const each = ARENA_ARRAY(home, weight, count + 1);
  count = 0;
  for (int i = 0; i < k->row_count; i++)
    if (k->multipliers[i] > 0)
      each[count++] = (weight){k->of->names[k->row_of[i]], k->multipliers[i]};
  if (goal.kind)
    put_weight(each, &count, goal, INT64_C(1) << k->shift);
  return (weights){each, count};
}

void core_lift(const core *k, const int64_t *values, int64_t *x) {
  memcpy(x, k->outer.low, (size_t)k->of->of->column_count * sizeof *x);
  for (int j = 0; j < k->column_count; j++)
    x[k->column_of[j]] = values[j];
}
