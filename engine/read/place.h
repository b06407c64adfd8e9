/* place - where something stands, for the people who must find it again. */
#ifndef SAITAKU_READ_PLACE_H
#define SAITAKU_READ_PLACE_H

#include "complaint.h"

/* line and column are of the file's own bytes, 1-based; a byte order mark has
 * no column. row (1-based, blank lines counted, line breaks inside a cell not)
 * and index (0 is "A") are what a spreadsheet shows; row 0: no cell. */
typedef struct place {
  int line, column, row, index;
} place;

/* Why a text was refused: seen and allowed live as long as the arena that the
 * reader was given; null: nothing to say. */
typedef struct fault {
  complaint_code code;
  place at;
  const char *seen, *allowed;
} fault;

#endif
