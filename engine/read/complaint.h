/* complaint - what is wrong with a cell or a file, as data: report/ has the
 * sentences. */
#ifndef SAITAKU_READ_COMPLAINT_H
#define SAITAKU_READ_COMPLAINT_H

#include "../base/arena.h"

enum { COMPLAINTS_MAX = 100 }; /* of one file; more are counted */

/* X(code, its word for programs): seen; allowed. Those marked "note" do not
 * keep the file from being read. */
#define COMPLAINT_TABLE(X)                                                     \
  /* the file; a missing one may stand there by another name (seen) */         \
  X(FILE_MISSING, "file_missing")                                              \
  X(FILE_OTHER_NAME, "file_other_name") /* a note if it is not required */     \
  X(FILE_FOLDER, "file_folder")                                                \
  X(FILE_DEVICE, "file_device")                                                \
  X(FILE_TOO_LARGE, "file_too_large") /* its bytes; the most */                \
  X(FILE_FOREIGN, "file_foreign")     /* the format by its name: "XLSX" */     \
  X(FILE_EMPTY, "file_empty")         /* no row at all */                      \
  /* its bytes */                                                              \
  X(BYTE_NUL, "byte_nul")                                                      \
  X(BYTE_BAD, "byte_bad") /* "0xFF"; misfits: "UTF-8 1, CP932 35" */           \
  X(TAKEN_AS_CP932, "taken_as_cp932") /* note */                               \
  /* its rows and cells */                                                     \
  X(SEPARATOR, "separator")           /* ";" or "\t" by its name */            \
  X(QUOTE_OPEN, "quote_open")         /* how the cell begins */                \
  X(QUOTE_INSIDE, "quote_inside")     /* the cell; where it begins: "3:5" */   \
  X(CELLS_MORE, "cells_more")         /* the row's cells; the header's */      \
  X(CELLS_FEWER, "cells_fewer")       /* the same; some are needed */          \
  X(CELLS_LEFT_OUT, "cells_left_out") /* note; the same */                     \
  X(CELLS_TOO_MANY, "cells_too_many") /* the most */                           \
  X(ROWS_TOO_MANY, "rows_too_many")   /* the most */                           \
  X(ROWS_NONE, "rows_none")           /* a note where rows may come later */   \
  X(ROW_OF_TOTALS, "row_of_totals")   /* the word that says so */              \
  X(HEADER_MISSING, "header_missing") /* the first row; columns needed */      \
  X(HEADER_BELOW, "header_below")     /* the first row */                      \
  X(COLUMN_MISSING, "column_missing") /* the headers; its names */             \
  X(COLUMN_TWICE, "column_twice")     /* the header; the cell of the first */  \
  X(COLUMN_UNKNOWN, "column_unknown") /* note */                               \
  /* a cell: what it holds; its form and range */                              \
  X(VALUE_MISSING, "value_missing")                                            \
  X(VALUE_BAD, "value_bad")                                                    \
  X(FORMULA_ERROR, "formula_error")       /* #REF! */                          \
  X(NUMBER_HIDDEN, "number_hidden")       /* ####: the column was narrow */    \
  X(NUMBER_SHORTENED, "number_shortened") /* 1.2E+08 */                        \
  X(NUMBER_AS_TEXT, "number_as_text")     /* '00012 */                         \
  X(NUMBER_AS_DATE, "number_as_date")     /* 3-May */                          \
  X(DATE_AS_NUMBER, "date_as_number")     /* 45842; the day that is */         \
  /* what links the files */                                                   \
  X(KEY_TWICE, "key_twice")         /* the key; the place of the first */      \
  X(ID_UNKNOWN, "id_unknown")       /* the id; the file it should be in */     \
  X(ID_LOST_ZEROS, "id_lost_zeros") /* 12; "00012 (applications.csv:3)" */     \
  X(ID_KEPT_ZEROS, "id_kept_zeros") /* 00012; "12 (applications.csv:3)" */     \
  X(ID_SPELLING, "id_spelling")     /* ａ1; "A1 (applications.csv:3)" */      \
  X(VALUES_DIFFER, "values_differ") /* yen here; yen in costs.csv */

typedef enum complaint_code {
#define COMPLAINT_CODE(code, word) COMPLAINT_##code,
  COMPLAINT_TABLE(COMPLAINT_CODE)
#undef COMPLAINT_CODE
      COMPLAINT_CODES
} complaint_code;

typedef struct complaint {
  complaint_code code;
  const char *file;
  int line, column; /* 1-based, bytes; 0: the whole file */
  const char *cell; /* as a spreadsheet names it: "B3"; "" if none */
  const char *name; /* the column's name; "" if none */
  const char *seen, *allowed;
  const char *header; /* the column's name as the file has it; "" if none */
} complaint;

typedef struct complaints {
  complaint *item;
  int count, room;
  int unlisted; /* those past COMPLAINTS_MAX of a file */
} complaints;

/* the code's word: "value_bad" */
const char *complaint_word(complaint_code code);

#endif
