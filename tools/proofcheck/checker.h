/* checker - one check under way, and the text it reads, up to a failure */
#ifndef SAITAKU_PROOFCHECK_CHECKER_H
#define SAITAKU_PROOFCHECK_CHECKER_H

#include "check.h"
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>

__extension__ typedef __int128 wide;
#define NUMBER_MOST INT64_C(100000000000000000)

typedef struct entry {
  wide coefficient;
  int column;
} entry;

/* sum of entries <= limit; of an aim, a level's sum or a step, the negatives */
typedef struct row {
  wide limit, value; /* value: an aim's with the set; a step taken: 1 */
  size_t first, end; /* entries */
  size_t moves;      /* of a split: moves there were before; was the box */
  char kind;         /* r h t n s, as in the proof; a blank: no name */
  bool empty, second, stands; /* second: no side is left; stands: to be used */
} row;

typedef struct column {
  int64_t low, high, set; /* the box; the point claimed best */
  int64_t seen, place;    /* when last named; its entry in rows combined then */
  bool decides;
} column;

typedef struct checker {
  FILE *from, *say;
  jmp_buf failed;
  char *text;     /* the line */
  const char *at; /* what is left of it */
  size_t room, entry_count, move_count;
  int64_t line, tick;
  column *columns;
  row *rows; /* the program's, aims, sets ruled out, then the path's splits */
  entry *entries;
  struct move { /* a column's bounds before they were narrowed */
    int64_t low, high;
    int column;
  } * moves;
  struct level {
    int first, end; /* aims */
    char name[56];  /* how it begins */
  } * levels;
  int column_count, level_count, program_rows, set_row, fixed_rows, row_count;
  int held, settled, verdict; /* the next aim, "g"; where "only" begins */
  wide more; /* than the set's next aim, which no set has; 1 if proved */
  bool claims, empty, shown, ended; /* a set; the box is empty; nothing more */
} checker;

void need(checker *c, bool holds, int verdict, const char *text, int64_t with);
void *grown(void *at, size_t count, size_t size); /* room for one more */
bool line_next(checker *c);                       /* false: none is left */
bool word_is(checker *c, const char *word);       /* then it is read */
int64_t number_read(checker *c, char before, int64_t low, int64_t high);
int column_read(checker *c, char before, bool decides); /* unnamed this tick */
row *row_open(checker *c, char kind, wide limit);
void entry_add(checker *c, int of, wide coefficient); /* to the last row */
void terms_read(checker *c, int sign);
void program_read(checker *c); /* up to "proof" */

#endif
