/* header - which column of the file is which of the table's. */
#ifndef SAITAKU_READ_HEADER_H
#define SAITAKU_READ_HEADER_H

#include "table.h"

typedef struct header {
  int column_of[TABLE_COLUMNS_MAX];    /* cell index; -1: not there */
  const char *text[TABLE_COLUMNS_MAX]; /* as the file has it; null: as ours */
  int width;                           /* cells of the row */
  int known;                           /* of them, the table's columns */
} header;

/* The row as a header, saying nothing; texts are copied to home. */
header header_match(arena *home, const table_form *form, const csv_row *from);
bool header_suffices(const header *h, const table_form *form);

/* Says what is wrong with it; true: nothing but unknown columns. */
bool header_check(const header *h, arena *home, complaint_book *book,
                  const table_form *form, const csv_row *from);

const char *header_texts(arena *home, const csv_row *from); /* "a, b, c" */
const char *header_needed(arena *home, const table_form *form);

#endif
