/* checker - one check under way, and the text it reads. The first failure is
 * the verdict: nothing is read after it, and what is done does no harm. */
#ifndef SAITAKU_PROOFCHECK_CHECKER_H
#define SAITAKU_PROOFCHECK_CHECKER_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

__extension__ typedef __int128 wide;
#define NUMBER_MOST INT64_C(100000000000000000)

typedef struct entry {
  wide coefficient;
  int column;
} entry;

/* sum of its entries <= limit. An aim, which is a level's sum or a step of a
 * walk, is the row of its negatives. */
typedef struct row {
  wide limit, value;  /* value: an aim's with the set; a step taken: 1 */
  size_t first, end;  /* entries */
  size_t moves;       /* of a split: moves there were before; was the box */
  bool empty, second; /* empty; the second side (a tree's root has no other) */
  bool stands;        /* may be used */
  char kind;          /* r h t n s, as in the proof; a blank: no name */
} row;

typedef struct column {
  int64_t low, high, set; /* the box; the point claimed best */
  int64_t seen;           /* the tick at which it was last named */
  size_t place;           /* its entry in the rows being combined */
  bool decides;
} column;

typedef struct checker {
  FILE *from, *say;
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
  int *level_end; /* behind each level's aims */
  int column_count, level_count, program_rows, set_row, fixed_rows, row_count;
  int held, settled; /* the next aim, in a tree row "g"; where "only" begins */
  int verdict;
  bool claims, empty, shown, ended; /* a set; the box is empty; all is shown */
} checker;

void fail(checker *c, int verdict, const char *format, int64_t with);
void *grown(void *at, size_t count, size_t size); /* room for one more */
bool line_next(checker *c);                       /* false: none is left */
bool word_is(checker *c, const char *word);       /* then it is read */
int64_t number_read(checker *c, char before, int64_t low, int64_t high);
int column_read(checker *c, char before, bool decides);
row *row_open(checker *c, char kind, wide limit);
void entry_add(checker *c, int of, wide coefficient); /* to the last row */
void terms_read(checker *c, int sign);
void program_read(checker *c); /* up to "proof" */

#endif
