/* by_column - rows and coverages turned over: what stands in each column.
 * Cost: the entries; as much memory again. */
#ifndef SAITAKU_FORMULATE_BY_COLUMN_H
#define SAITAKU_FORMULATE_BY_COLUMN_H

#include "program.h"

typedef struct cell { /* a row's share of a column */
  int row;
  int64_t coefficient;
} cell;

/* those of column j: item[first[j]] .. item[first[j + 1] - 1], rows ascending
 */
typedef struct cells {
  int *first;
  cell *item;
} cells;

/* the coverages that column j is a member of, in the same way */
typedef struct covers {
  int *first;
  int *item;
} covers;

cells cells_of(arena *home, const row *rows, int row_count, int column_count);
covers covers_of(arena *home, const program *g);

#endif
