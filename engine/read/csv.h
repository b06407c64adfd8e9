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
  size_t offset; /* of its first byte in the text, a quote included */
} csv_cell;

typedef struct csv_row {
  csv_cell *cells;
  int count; /* 1 or more */
} csv_row;

typedef struct csv_visitor {
  void *context;
  void (*row)(void *context, csv_row *row); /* valid until it returns */
  void (*fault)(void *context, const fault *what);
} csv_visitor;

/* Visits every row and fault, in order. A row with a quote out of place or too
 * many cells is no row but a fault, QUOTE_INSIDE, QUOTE_OPEN or CELLS_TOO_MANY;
 * reading goes on behind its line. False only where the machine fails. */
bool csv_rows(arena *home, const plain_text *text, const csv_visitor *to,
              error *err);

#endif
