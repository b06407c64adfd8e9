#include "core_work.h"
#include <math.h>
#include <stdlib.h>

typedef struct sieve {
  core *k;
  double *worth; /* of each column, less what its rows charge */
  bool *is_open, *at_high;
} sieve;

typedef struct rated {
  double by;
  int column;
} rated;

static int rated_order(const void *a, const void *b) {
  const rated *const left = a, *const right = b;
  if (left->by != right->by)
    return left->by < right->by ? -1 : 1;
  return (left->column > right->column) - (left->column < right->column);
}

/* to the relaxation's columns: a first stands for its pack */
static void turn_ends(sieve *s) {
  const core *const k = s->k;
  core_turn(k, s->worth);
  for (int p = 0; p < k->pack_count; p++)
    for (int i = 0; i < k->packs[p].count; i++)
      if (s->at_high[k->packs[p].columns[i]])
        s->at_high[k->packs[p].first] = true;
}

static void recall(sieve *s) {
  const core *const k = s->k;
  for (int j = 0; j < k->column_count; j++) {
    s->worth[j] = k->near->gain[k->column_of[j]];
    s->at_high[j] = k->near->x[k->column_of[j]] > 0.5;
  }
  turn_ends(s);
}

static void guess(sieve *s) {
  enum { SWEEPS = 30 };
  const core *const k = s->k;
  core_rate(k, SWEEPS, s->worth);
  for (int j = 0; j < k->column_count; j++)
    s->at_high[j] = s->worth[j] > 0;
  turn_ends(s);
}

/* ---- open columns are free in the relaxation, the others stand */

static void stand(sieve *s, int j) {
  core *const k = s->k;
  const int64_t at = s->at_high[j] ? k->in_lp.high[j] : k->in_lp.low[j];
  lp_set_bounds(k->relaxation, j, (double)at, (double)at);
}

static void open_column(sieve *s, int j) {
  core *const k = s->k;
  s->is_open[j] = true;
  lp_set_bounds(k->relaxation, j, (double)k->in_lp.low[j],
                (double)k->in_lp.high[j]);
  lp_rest(k->relaxation, j, s->at_high[j]);
}

/* opens the `most` of the listed that come first */
static void open_first(sieve *s, rated *list, int count, int most) {
  if (count > 1)
    qsort(list, (size_t)count, sizeof *list, rated_order);
  for (int i = 0; i < count && i < most; i++)
    open_column(s, list[i].column);
}

static void open_nearest(arena *home, sieve *s, int most) {
  const int n = s->k->column_count;
  rated *const list = ARENA_ARRAY(home, rated, n);
  for (int j = 0; j < n; j++) {
    stand(s, j);
    list[j] = (rated){fabs(s->worth[j]), j};
  }
  open_first(s, list, n, most);
}

static void charge(sieve *s) {
  core *const k = s->k;
  lp_multipliers(k->relaxation, k->u);
  for (int j = 0; j < k->column_count; j++)
    s->worth[j] = (double)k->c[j];
  for (int i = 0; i < k->row_count; i++) {
    const row *const r = &k->rows[i];
    const double u = k->lp_row[i] < 0 ? 0 : k->u[k->lp_row[i]];
    for (int e = 0; u != 0 && e < r->count; e++)
      s->worth[r->entries[e].column] -= u * (double)r->entries[e].coefficient;
  }
  core_turn(k, s->worth);
}

/* opens columns that stand at the wrong end; false when none does */
static bool open_wrong(arena *home, sieve *s, int most) {
  const int n = s->k->column_count;
  rated *const list = ARENA_ARRAY(home, rated, n);
  int count = 0;
  charge(s);
  for (int j = 0; j < n; j++) {
    const double gain = s->at_high[j] ? -s->worth[j] : s->worth[j];
    if (!s->is_open[j] && gain > 1e-9 * (1 + fabs((double)s->k->c[j])))
      list[count++] = (rated){-gain, j};
  }
  open_first(s, list, count, most);
  return count > 0;
}

/* opens columns that stand in the way of rows that cannot be kept together;
 * false when it cannot be told which */
static bool open_for_rows(arena *home, sieve *s, int most) {
  core *const k = s->k;
  rated *const list = ARENA_ARRAY(home, rated, k->column_count);
  int count = 0;
  if (!lp_farkas(k->relaxation, k->u))
    return false;
  for (int j = 0; j < k->column_count; j++)
    s->worth[j] = 0;
  for (int i = 0; i < k->row_count; i++)
    for (int e = 0; k->lp_row[i] >= 0 && e < k->rows[i].count; e++)
      s->worth[k->rows[i].entries[e].column] +=
          k->u[k->lp_row[i]] * (double)k->rows[i].entries[e].coefficient;
  core_turn(k, s->worth);
  for (int j = 0; j < k->column_count; j++)
    if (!s->is_open[j] && s->worth[j] != 0)
      list[count++] = (rated){-fabs(s->worth[j]), j};
  open_first(s, list, count, most);
  return count > 0;
}

void core_sift(core *k) {
  enum { WORTH_IT = 2000, OPEN_FIRST = 500, OPEN_MORE = 500, ROUNDS = 200 };
  if (!k->c || k->is_sifted || k->column_count < WORTH_IT)
    return;
  k->is_sifted = true;
  const int n = k->column_count;
  arena *const home = arena_open();
  sieve s = {k, ARENA_ARRAY(home, double, n), ARENA_ARRAY(home, bool, n),
             ARENA_ARRAY(home, bool, n)};
  if (k->near)
    recall(&s);
  else
    guess(&s);
  open_nearest(home, &s, OPEN_FIRST);
  for (int i = 0; i < ROUNDS; i++) {
    const lp_outcome ended = core_solve(k, NULL);
    if (!(ended == LP_OPTIMAL && open_wrong(home, &s, OPEN_MORE)) &&
        !(ended == LP_INFEASIBLE && open_for_rows(home, &s, OPEN_MORE)))
      break;
  }
  for (int j = 0; j < n; j++)
    if (!s.is_open[j])
      open_column(&s, j);
  arena_close(home);
}
