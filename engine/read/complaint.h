/* complaint - what is wrong with a cell or a file, as data: report/ has the
 * sentences. */
#ifndef SAITAKU_READ_COMPLAINT_H
#define SAITAKU_READ_COMPLAINT_H

#include "../base/arena.h"

enum { COMPLAINTS_MAX = 100 }; /* of one file; more are counted */

typedef enum complaint_code {
  COMPLAINT_FILE_MISSING,
  COMPLAINT_FILE_EMPTY,     /* no header row */
  COMPLAINT_NOT_TEXT,       /* neither UTF-8 nor CP932, or a NUL byte */
  COMPLAINT_NOT_CSV,        /* a quote out of place, a row with other cells */
  COMPLAINT_COLUMN_MISSING, /* seen: the headers; allowed: its names */
  COMPLAINT_COLUMN_TWICE,
  COMPLAINT_COLUMN_UNKNOWN, /* a note: the column is ignored */
  COMPLAINT_VALUE_MISSING,  /* a required cell is empty */
  COMPLAINT_VALUE_BAD,      /* seen: the cell; allowed: its form and range */
  COMPLAINT_KEY_TWICE,      /* allowed: the place of the first */
  COMPLAINT_ID_UNKNOWN,     /* allowed: the file it should be in */
  COMPLAINT_VALUES_DIFFER   /* yen in applications.csv and costs.csv */
} complaint_code;

typedef struct complaint {
  complaint_code code;
  const char *file;
  int line, column; /* 1-based, bytes; 0: the whole file */
  const char *cell; /* as a spreadsheet names it: "B3"; "" if none */
  const char *name; /* the column's name; "" if none */
  const char *seen, *allowed;
} complaint;

typedef struct complaints {
  complaint *item;
  int count, room;
  int unlisted; /* those past COMPLAINTS_MAX of a file */
} complaints;

#endif
