#include "climb.h"
#include "../formulate/by_column.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct climber {
  const model *m;
  const program *g;
  const int64_t *c;
  cells rows;
  covers coverages;
  int *shortfall_of; /* of each row; -1: none */
  int64_t *x;
  int *taken_members; /* of each coverage column */
  wide *activity;
  wide *before; /* of touched rows, at the start of the move */
  bool *is_touched;
  int *touched;
  int touched_count;
  int *awards; /* award columns by c descending, then index */
  int award_count;
  int *added;               /* scratch: awards taken by one refill */
  int64_t *potential;       /* of each column: c and all its coverages' c */
  int64_t most_covered;     /* the largest potential beyond c */
  bool *is_plain;           /* of each row: over awards alone */
  int64_t effort;           /* cells looked at since improving began */
  const solve_options *how; /* null: nobody to ask */
  int64_t unasked;          /* cells looked at since it asked whether to stop */
  bool stopped;
  int64_t *dropped; /* scratch, of each row: the share of the award to drop */
  wide value;
};

/* the row that defines a shortfall is shared with the program, by reference */
static bool defines(const climber *k, int i, int j) {
  return k->m->rows[i].entries == k->g->rows[k->g->columns[j].row].entries;
}

static void take_shortfalls(arena *home, climber *k) {
  k->shortfall_of = ARENA_ARRAY(home, int, k->m->row_count);
  for (int i = 0; i < k->m->row_count; i++)
    k->shortfall_of[i] = -1;
  for (int j = 0; j < k->g->column_count; j++) {
    if (k->g->columns[j].kind != COLUMN_SHORTFALL)
      continue;
    for (int e = k->rows.first[j]; e < k->rows.first[j + 1]; e++)
      if (defines(k, k->rows.item[e].row, j))
        k->shortfall_of[k->rows.item[e].row] = j;
  }
}

typedef struct rated {
  int64_t c;
  int column;
} rated;

static int rated_order(const void *a, const void *b) {
  const rated *const left = a, *const right = b;
  if (left->c != right->c)
    return left->c < right->c ? 1 : -1;
  return (left->column > right->column) - (left->column < right->column);
}

static void take_awards(arena *home, climber *k) {
  rated *const list = ARENA_ARRAY(home, rated, k->g->column_count);
  for (int j = 0; j < k->g->column_count; j++)
    if (k->g->columns[j].kind == COLUMN_AWARD &&
        k->m->within.low[j] < k->m->within.high[j])
      list[k->award_count++] = (rated){k->c ? k->c[j] : 0, j};
  if (k->award_count > 1)
    qsort(list, (size_t)k->award_count, sizeof *list, rated_order);
  k->awards = ARENA_ARRAY(home, int, k->award_count);
  k->added = ARENA_ARRAY(home, int, k->award_count);
  for (int i = 0; i < k->award_count; i++)
    k->awards[i] = list[i].column;
}

static void take_potentials(arena *home, climber *k) {
  k->potential = ARENA_ARRAY(home, int64_t, k->g->column_count);
  for (int j = 0; k->c && j < k->g->column_count; j++) {
    int64_t covered = 0;
    for (int e = k->coverages.first[j]; e < k->coverages.first[j + 1]; e++)
      covered +=
          k->c[k->coverages.item[e]] > 0 ? k->c[k->coverages.item[e]] : 0;
    k->potential[j] = k->c[j] + covered;
    if (covered > k->most_covered)
      k->most_covered = covered;
  }
}

static void take_plain_rows(arena *home, climber *k) {
  k->is_plain = ARENA_ARRAY(home, bool, k->m->row_count);
  for (int i = 0; i < k->m->row_count; i++) {
    const row *const r = &k->m->rows[i];
    k->is_plain[i] = true;
    for (int e = 0; e < r->count; e++)
      if (k->g->columns[r->entries[e].column].kind != COLUMN_AWARD)
        k->is_plain[i] = false;
  }
}

climber *climber_new(arena *home, const model *m, const int64_t *c) {
  climber *const k = ARENA_NEW(home, climber);
  k->m = m;
  k->g = m->of;
  k->c = c;
  k->rows = cells_of(home, m->rows, m->row_count, k->g->column_count);
  k->coverages = covers_of(home, k->g);
  take_shortfalls(home, k);
  take_awards(home, k);
  take_potentials(home, k);
  take_plain_rows(home, k);
  k->dropped = ARENA_ARRAY(home, int64_t, m->row_count);
  k->x = ARENA_ARRAY(home, int64_t, k->g->column_count);
  k->taken_members = ARENA_ARRAY(home, int, k->g->column_count);
  k->activity = ARENA_ARRAY(home, wide, m->row_count);
  k->before = ARENA_ARRAY(home, wide, m->row_count);
  k->is_touched = ARENA_ARRAY(home, bool, m->row_count);
  k->touched = ARENA_ARRAY(home, int, m->row_count);
  return k;
}

/* ---- effort */

enum { ASK_EVERY = 100000 }; /* cells: about a thousandth of a second */

void climber_heed(climber *k, const solve_options *how) { k->how = how; }

static void spend(climber *k, int count) {
  k->effort += count;
  k->unasked += count;
}

static bool goes_on(climber *k) {
  if (k->unasked >= ASK_EVERY && k->how && k->how->stop) {
    k->unasked = 0;
    k->stopped = k->stopped || k->how->stop(k->how->context);
  }
  return !k->stopped;
}

/* ---- moves */

static void shift_column(climber *k, int j, int64_t by) {
  spend(k, k->rows.first[j + 1] - k->rows.first[j]);
  k->x[j] += by;
  k->value += k->c ? (wide)k->c[j] * by : 0;
  for (int e = k->rows.first[j]; e < k->rows.first[j + 1]; e++) {
    const int i = k->rows.item[e].row;
    if (!k->is_touched[i]) {
      k->is_touched[i] = true;
      k->before[i] = k->activity[i];
      k->touched[k->touched_count++] = i;
    }
    k->activity[i] += (wide)k->rows.item[e].coefficient * by;
  }
}

static void shift_award(climber *k, int j, int64_t by) {
  shift_column(k, j, by);
  for (int e = k->coverages.first[j]; e < k->coverages.first[j + 1]; e++) {
    const int cover = k->coverages.item[e];
    k->taken_members[cover] += (int)by;
    const int64_t covered = k->taken_members[cover] > 0;
    if (covered != k->x[cover])
      shift_column(k, cover, covered - k->x[cover]);
  }
}

/* shortfalls of the touched rows; the rows they stand in become touched */
static void settle_shortfalls(climber *k) {
  for (int n = 0; n < k->touched_count; n++) {
    const int i = k->touched[n], j = k->shortfall_of[i];
    if (j < 0)
      continue;
    const wide over = k->activity[i] + k->x[j] - k->m->rows[i].limit;
    const int64_t needed = over > 0 ? exact_narrow(over) : 0;
    if (needed != k->x[j])
      shift_column(k, j, needed - k->x[j]);
  }
}

/* has any touched row been broken, or broken further? */
static bool harmless(const climber *k) {
  for (int n = 0; n < k->touched_count; n++) {
    const int i = k->touched[n];
    if (k->activity[i] > k->m->rows[i].limit && k->activity[i] > k->before[i])
      return false;
  }
  return true;
}

static void forget_touched(climber *k) {
  for (int n = 0; n < k->touched_count; n++)
    k->is_touched[k->touched[n]] = false;
  k->touched_count = 0;
}

/* drops `out` and takes `in` (either may be -1); true when no row minds */
static bool move(climber *k, int out, int in) {
  if (out >= 0)
    shift_award(k, out, -1);
  if (in >= 0)
    shift_award(k, in, 1);
  settle_shortfalls(k);
  const bool fine = harmless(k);
  forget_touched(k);
  return fine;
}

/* the move, kept only if harmless and, where asked, a gain */
static bool try_move(climber *k, int out, int in, bool must_gain) {
  const wide value = k->value;
  if (move(k, out, in) && (!must_gain || k->value > value))
    return true;
  move(k, in, out);
  assert(k->value == value);
  return false;
}

/* ---- climbing */

enum { EFFORT_MOST = 5000000 }; /* cells: some hundredths of a second */

void climber_start(climber *k, const int64_t *x) {
  memcpy(k->x, x, (size_t)k->g->column_count * sizeof *x);
  program_complete(k->g, k->x);
  k->value = 0;
  for (int j = 0; j < k->g->column_count; j++) {
    const column *const at = &k->g->columns[j];
    k->value += k->c ? (wide)k->c[j] * k->x[j] : 0;
    k->taken_members[j] = 0;
    for (int m = 0; m < at->member_count; m++)
      k->taken_members[j] += k->x[at->members[m]] > 0;
  }
  for (int i = 0; i < k->m->row_count; i++)
    k->activity[i] =
        program_activity(k->m->rows[i].entries, k->m->rows[i].count, k->x);
}

typedef struct wished {
  double wish;
  int column;
} wished;

static int wish_order(const void *a, const void *b) {
  const wished *const left = a, *const right = b;
  if (left->wish != right->wish)
    return left->wish < right->wish ? 1 : -1;
  return (left->column > right->column) - (left->column < right->column);
}

/* would the exchange surely break a row? A glance before the move is made. */
static bool hopeless(climber *k, int in) {
  for (int e = k->rows.first[in]; e < k->rows.first[in + 1]; e++) {
    spend(k, 1);
    const cell at = k->rows.item[e];
    const wide now = k->activity[at.row];
    const wide then = now + at.coefficient - k->dropped[at.row];
    if (k->is_plain[at.row] && then > k->m->rows[at.row].limit && then > now)
      return true;
  }
  return false;
}

/* does it bring a row nearer that is not kept yet? */
static bool helps(const climber *k, int in) {
  for (int e = k->rows.first[in]; e < k->rows.first[in + 1]; e++) {
    const cell at = k->rows.item[e];
    if (at.coefficient < 0 && k->activity[at.row] > k->m->rows[at.row].limit)
      return true;
  }
  return false;
}

void climber_fill(climber *k, const double *wish) {
  arena *const scratch = arena_open();
  wished *const list = ARENA_ARRAY(scratch, wished, k->award_count);
  for (int i = 0; i < k->award_count; i++)
    list[i] = (wished){wish[k->awards[i]], k->awards[i]};
  if (k->award_count > 1)
    qsort(list, (size_t)k->award_count, sizeof *list, wish_order);
  for (int pass = 0; pass < 2; pass++)
    for (int i = 0; i < k->award_count && goes_on(k); i++) {
      const int in = list[i].column;
      if (k->x[in] == 0 && (pass > 0 || helps(k, in)) && !hopeless(k, in))
        try_move(k, -1, in, false);
    }
  arena_close(scratch);
}

static void set_dropped(climber *k, int out, int64_t by) {
  for (int e = k->rows.first[out]; e < k->rows.first[out + 1]; e++)
    k->dropped[k->rows.item[e].row] = by * k->rows.item[e].coefficient;
}

static int better_fit(climber *k, int out) {
  const int64_t c = k->c[out];
  for (int i = 0; i < k->award_count; i++) {
    const int in = k->awards[i];
    if (k->c[in] + k->most_covered <= c)
      return -1;
    if (k->x[in] == 0 && k->potential[in] > c && !hopeless(k, in) &&
        try_move(k, out, in, true))
      return in;
  }
  return -1;
}

/* one award for a better one */
static bool exchange(climber *k, int out) {
  set_dropped(k, out, 1);
  const int in = better_fit(k, out);
  set_dropped(k, out, 0);
  return in >= 0;
}

/* drops one award and takes whatever fits in its place */
static bool refill(climber *k, int out) {
  const wide value = k->value;
  int count = 0;
  if (!try_move(k, out, -1, false))
    return false;
  for (int i = 0; i < k->award_count; i++) {
    const int in = k->awards[i];
    if (in != out && k->x[in] == 0 && !hopeless(k, in) &&
        try_move(k, -1, in, true))
      k->added[count++] = in;
  }
  if (k->value > value)
    return true;
  while (count-- > 0)
    move(k, k->added[count], -1);
  move(k, -1, out);
  return false;
}

static bool climb_once(climber *k) {
  bool gained = false;
  for (int i = 0; i < k->award_count && k->effort < EFFORT_MOST && goes_on(k);
       i++) {
    const int at = k->awards[i];
    if (k->x[at] == 0)
      gained = try_move(k, -1, at, true) || gained;
    else
      gained = exchange(k, at) || refill(k, at) || gained;
  }
  return gained;
}

void climber_improve(climber *k) {
  k->effort = 0;
  while (k->effort < EFFORT_MOST && goes_on(k) && climb_once(k))
    ;
}

const int64_t *climber_at(const climber *k) { return k->x; }
