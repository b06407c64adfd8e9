#include "core_work.h"
#include <stdlib.h>
#include <string.h>

static bool is_countable(const core *k, int j) {
  const int of = k->column_of[j];
  return k->of->of->columns[of].kind != COLUMN_SHORTFALL &&
         k->outer.low[of] == 0 && k->outer.high[of] == 1;
}

/* the columns of a row that it charges, or else those that it credits */
static tally tally_of(arena *home, const core *k, int i, bool charged) {
  const row *const r = &k->rows[i];
  tally to = {.key = 2 * k->row_of[i] + charged};
  int *const columns = ARENA_ARRAY(home, int, r->count);
  for (int e = 0; e < r->count; e++)
    if ((r->entries[e].coefficient > 0) == charged &&
        is_countable(k, r->entries[e].column))
      columns[to.count++] = r->entries[e].column;
  to.columns = columns;
  return to;
}

static tally tally_of_all(arena *home, const core *k) {
  tally to = {.key = 2 * k->of->row_count};
  int *const columns = ARENA_ARRAY(home, int, k->column_count);
  for (int j = 0; j < k->column_count; j++)
    if (k->of->of->columns[k->column_of[j]].kind == COLUMN_AWARD &&
        is_countable(k, j))
      columns[to.count++] = j;
  to.columns = columns;
  return to;
}

static int column_order(const tally *a, const tally *b) {
  if (a->count != b->count)
    return a->count < b->count ? -1 : 1;
  for (int i = 0; i < a->count; i++)
    if (a->columns[i] != b->columns[i])
      return a->columns[i] < b->columns[i] ? -1 : 1;
  return 0;
}

static int tally_order(const void *a, const void *b) {
  const tally *const left = a, *const right = b;
  const int by = column_order(left, right);
  return by ? by : left->key < right->key ? -1 : left->key > right->key;
}

/* each set of columns once, by the first row that has it */
static int drop_repeated(tally *list, int count) {
  int kept = 0;
  if (count > 1)
    qsort(list, (size_t)count, sizeof *list, tally_order);
  for (int i = 0; i < count; i++)
    if (kept == 0 || column_order(&list[kept - 1], &list[i]) != 0)
      list[kept++] = list[i];
  return kept;
}

/* sum <= high, and minus the sum <= - low */
static row limit_row(arena *home, const tally *of, int64_t sign) {
  entry *const entries = ARENA_ARRAY(home, entry, of->count);
  for (int i = 0; i < of->count; i++)
    entries[i] = (entry){of->columns[i], sign};
  return (row){.owner = -1, .key = "", .entries = entries, .count = of->count};
}

void core_tally(arena *home, core *k) {
  enum { FEWEST = 3 }; /* splitting by a pair brought nothing */
  tally *const list = ARENA_ARRAY(home, tally, 2 * k->row_count + 1);
  int count = 0;
  for (int i = 0; i < 2 * k->row_count; i++) {
    list[count] = tally_of(home, k, i / 2, i % 2);
    count += list[count].count >= FEWEST;
  }
  list[count] = tally_of_all(home, k);
  count += list[count].count >= FEWEST;
  k->tallies = list;
  k->tally_count = drop_repeated(list, count);
  row *const all = ARENA_ARRAY(home, row, k->row_count + 2 * k->tally_count);
  memcpy(all, k->rows, (size_t)k->row_count * sizeof *all);
  k->rows = all;
  for (int g = 0; g < k->tally_count; g++) {
    k->rows[k->row_count + 2 * g] = limit_row(home, &list[g], 1);
    k->rows[k->row_count + 2 * g + 1] = limit_row(home, &list[g], -1);
  }
}
