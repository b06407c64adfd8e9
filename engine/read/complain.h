/* complain - keeps what is wrong, and what is worth a note, while the folder
 * is read: at most COMPLAINTS_MAX of a file are listed, the rest counted. */
#ifndef SAITAKU_READ_COMPLAIN_H
#define SAITAKU_READ_COMPLAIN_H

#include "../base/error.h"
#include "complaint.h"
#include "place.h"

enum { COMPLAIN_FILES_MAX = 16 };

typedef struct complaint_book {
  arena *home;
  complaints *errors;
  complaints notes;
  const char *file[COMPLAIN_FILES_MAX]; /* in the order of reading */
  int error_tally[COMPLAIN_FILES_MAX], note_tally[COMPLAIN_FILES_MAX];
  int file_count;
} complaint_book;

/* file is kept, the other texts are copied; null: none */
typedef struct remark {
  complaint_code code;
  const char *file, *name, *seen, *allowed, *header;
  place at;
} remark;

void complain(complaint_book *book, const remark *what);
void complain_note(complaint_book *book, const remark *what);

/* Counts complaints that are past those listed. */
void complain_more(complaint_book *book, int count);

/* Names a file before anything is said of it. */
void complain_open(complaint_book *book, const char *file);

/* by file in the order of reading, then by place */
void complain_sort(complaint_book *book);

/* the complaint as an error, in English */
void complain_error(const complaint *what, error *err);

/* "B3"; "" where there is no cell */
const char *complain_cell(arena *home, place at);

#endif
