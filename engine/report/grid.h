/* grid - a table of text with its columns lined up, full-width characters
 * counted as the two columns they take. */
#ifndef SAITAKU_REPORT_GRID_H
#define SAITAKU_REPORT_GRID_H

#include "../base/text.h"

enum { GRID_COLUMNS_MAX = 12 };

typedef struct grid {
  arena *home;
  const char *align; /* one letter a column: l or r */
  int columns;
  const char **cells; /* row by row */
  int rows, room;     /* in rows */
} grid;

typedef struct grid_cells { /* one row; null: "" */
  const char *at[GRID_COLUMNS_MAX];
} grid_cells;

grid grid_new(arena *home, const char *align);
void grid_add(grid *g, grid_cells row_of);
void grid_write(const grid *g, const char *indent, text *to);

#endif
