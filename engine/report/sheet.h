/* sheet - CSV as spreadsheets open it: UTF-8 with a BOM, CRLF, RFC 4180. */
#ifndef SAITAKU_REPORT_SHEET_H
#define SAITAKU_REPORT_SHEET_H

#include "../base/text.h"

typedef struct sheet {
  text to;
  bool inside; /* has the row a cell already? */
} sheet;

/* header: the columns' names, null-terminated */
sheet sheet_new(arena *home, const char *const *header);
void sheet_cell(sheet *s, const char *cell); /* an id, a code or a number */
/* Free text. One that a spreadsheet would take for a formula (it begins with
 * = + - @, a tab or a return) gets an apostrophe before it.
 * Source: OWASP, CSV Injection. */
void sheet_words(sheet *s, const char *words);
void sheet_end_row(sheet *s);

#endif
