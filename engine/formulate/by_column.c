#include "by_column.h"
#include <string.h>

/* counts, each one place on, become places; a copy to count up from */
static int *places_of(arena *home, int *first, int count) {
  for (int j = 0; j < count; j++)
    first[j + 1] += first[j];
  int *const next = ARENA_ARRAY(home, int, count);
  if (count > 0)
    memcpy(next, first, (size_t)count * sizeof *next);
  return next;
}

cells cells_of(arena *home, const row *rows, int row_count, int column_count) {
  cells to = {.first = ARENA_ARRAY(home, int, column_count + 1)};
  for (int i = 0; i < row_count; i++)
    for (int e = 0; e < rows[i].count; e++)
      to.first[rows[i].entries[e].column + 1]++;
  int *const next = places_of(home, to.first, column_count);
  to.item = ARENA_ARRAY(home, cell, to.first[column_count]);
  for (int i = 0; i < row_count; i++)
    for (int e = 0; e < rows[i].count; e++) {
      const entry at = rows[i].entries[e];
      to.item[next[at.column]++] = (cell){i, at.coefficient};
    }
  return to;
}

covers covers_of(arena *home, const program *g) {
  const int n = g->column_count;
  covers to = {.first = ARENA_ARRAY(home, int, n + 1)};
  for (int j = 0; j < n; j++)
    for (int m = 0; m < g->columns[j].member_count; m++)
      to.first[g->columns[j].members[m] + 1]++;
  int *const next = places_of(home, to.first, n);
  to.item = ARENA_ARRAY(home, int, to.first[n]);
  for (int j = 0; j < n; j++)
    for (int m = 0; m < g->columns[j].member_count; m++)
      to.item[next[g->columns[j].members[m]]++] = j;
  return to;
}
