/* rows - the rows of a table, from the text of its file: the header found, what
 * is no row of the table named, each other row handed to the table's owner. */
#ifndef SAITAKU_READ_ROWS_H
#define SAITAKU_READ_ROWS_H

#include "reading.h"

/* False if not all rows could be read or placed; the rows met are counted.
 * home: of the file's bytes. */
bool rows_read(reading *r, const table_form *form, arena *home,
               const plain_text *body, int64_t *rows);

#endif
