/* csv - the rows of a CSV text (RFC 4180, strictly), each cell with its place.
 * Lines end in LF, CRLF or CR; blank ones are skipped but counted. Blanks
 * around a cell are the cell's. The one door to libcsv.
 * Cost: linear in time; memory of the longest row. */
#ifndef SAITAKU_READ_CSV_H
#define SAITAKU_READ_CSV_H

#include "encoding.h"

enum { CSV_CELLS_MAX = 16384 }; /* of a row: the columns a spreadsheet has */

typedef struct csv_cell {
  char *text; /* ends in NUL; the visitor's to change while it is visited */
  place at;
} csv_cell;

typedef struct csv_row {
  csv_cell *cells;
  int count; /* 1 or more */
} csv_row;

typedef void csv_visit(void *context, csv_row *row);

/* Calls visit for every row, in order; a row is valid until visit returns.
 * Refused at a quote out of place, after the rows before it were visited. */
outcome csv_rows(arena *home, const plain_text *text, csv_visit *visit,
                 void *context, fault *why, error *err);

#endif
