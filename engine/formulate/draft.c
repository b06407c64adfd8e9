#include "draft.h"
#include <assert.h>
#include <stdlib.h>

/* room for one more: the array itself or its longer copy */
static void *roomier(arena *home, void *old, size_t size, int count,
                     int *room) {
  if (count < *room)
    return old;
  *room = *room ? 2 * *room : 64;
  return arena_grow(home, old, size, (size_t)count, (size_t)*room);
}

int draft_owner(draft *d, owner_kind kind, const char *id, int rule_at) {
  program *const g = d->g;
  g->owners = roomier(d->home, g->owners, sizeof *g->owners, g->owner_count,
                      &d->owner_room);
  g->owners[g->owner_count] = (owner){kind, id, rule_at};
  return g->owner_count++;
}

int draft_column(draft *d, column c) {
  program *const g = d->g;
  if (g->column_count == d->column_room) {
    int room = d->column_room;
    d->capped =
        roomier(d->home, d->capped, sizeof *d->capped, g->column_count, &room);
  }
  g->columns = roomier(d->home, g->columns, sizeof *g->columns, g->column_count,
                       &d->column_room);
  g->columns[g->column_count] = c;
  return g->column_count++;
}

plans_of draft_entrants(const draft *d) {
  return (plans_of){d->entrants, d->entrant_count};
}

int draft_award_count(const draft *d, int plan) {
  const int first = d->first_column[plan];
  int count = 0;
  while (first + count < d->award_columns &&
         d->g->columns[first + count].application == plan)
    count++;
  return count;
}

const int64_t *draft_totals(draft *d, measure m) {
  static const subject all = {NULL, DIMENSION_NONE, ""};
  assert(m < MEASURE_COUNTRIES);
  if (d->totals[m])
    return d->totals[m];
  int64_t *const to = ARENA_ARRAY(d->home, int64_t, d->award_columns + 1);
  for (int j = 0; j < d->award_columns; j++) {
    const column *const c = &d->g->columns[j];
    to[j] = measure_award(d->pool, all, m, c->application, c->award);
  }
  return d->totals[m] = to;
}

void terms_add(draft *d, terms *to, int j, wide coefficient) {
  if (coefficient == 0)
    return;
  to->item = roomier(d->home, to->item, sizeof *to->item, to->count, &to->room);
  to->item[to->count++] = (term){j, coefficient};
}

static int term_order(const void *a, const void *b) {
  const term *const left = a, *const right = b;
  return (left->column > right->column) - (left->column < right->column);
}

/* where the ascending run that begins at `from` ends */
static int run_end(const terms *of, int from) {
  int to = from + 1;
  while (to < of->count && of->item[to - 1].column <= of->item[to].column)
    to++;
  return to < of->count ? to : of->count;
}

static void merge_runs(draft *d, terms *sum, int half) {
  terms *const to = &d->spare;
  to->count = 0;
  for (int left = 0, right = half; left < half || right < sum->count;) {
    const bool first =
        right == sum->count ||
        (left < half && sum->item[left].column <= sum->item[right].column);
    to->item =
        roomier(d->home, to->item, sizeof *to->item, to->count, &to->room);
    to->item[to->count++] = sum->item[first ? left++ : right++];
  }
  const terms merged = *to;
  *to = *sum;
  *sum = merged;
}

/* Most sums are put together from one or two that ascend. */
static void sort_terms(draft *d, terms *sum) {
  const int half = run_end(sum, 0);
  if (half == sum->count)
    return;
  if (run_end(sum, half) == sum->count)
    merge_runs(d, sum, half);
  else
    qsort(sum->item, (size_t)sum->count, sizeof *sum->item, term_order);
}

/* the same sum with each column once */
static void merge(draft *d, terms *sum) {
  sort_terms(d, sum);
  int kept = 0;
  for (int i = 0; i < sum->count; i++)
    if (kept > 0 && sum->item[kept - 1].column == sum->item[i].column)
      sum->item[kept - 1].coefficient += sum->item[i].coefficient;
    else
      sum->item[kept++] = sum->item[i];
  sum->count = kept;
}

static bool too_large(wide value) {
  return value > PROGRAM_MAX || value < -PROGRAM_MAX;
}

static bool refuse(draft *d, const char *what) {
  return FAIL(d->err, ERROR_INPUT, "policy.json", 0, 0,
              "%s: its figures pass 10^17 when written in whole numbers; "
              "allowed: coarser shares, points or unit",
              what);
}

bool draft_entries(draft *d, terms *from, const char *what, const entry **to,
                   int *count) {
  merge(d, from);
  entry *const list = ARENA_ARRAY(d->home, entry, from->count);
  *count = 0;
  for (int i = 0; i < from->count; i++) {
    const term t = from->item[i];
    if (too_large(t.coefficient))
      return refuse(d, what);
    if (t.coefficient != 0)
      list[(*count)++] = (entry){t.column, (int64_t)t.coefficient};
  }
  *to = list;
  return true;
}

bool draft_row(draft *d, int whose, const char *key, terms *sum, wide limit) {
  program *const g = d->g;
  const char *const what = g->owners[whose].id;
  row r = {.owner = whose, .key = key, .limit = limit};
  if (too_large(limit))
    return refuse(d, what);
  if (!draft_entries(d, sum, what, &r.entries, &r.count))
    return false;
  g->rows =
      roomier(d->home, g->rows, sizeof *g->rows, g->row_count, &d->row_room);
  g->rows[g->row_count++] = r;
  return true;
}
