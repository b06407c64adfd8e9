/* checker - one check under way. The first failure is the verdict; what is done
 * after it has no meaning, but does no harm. */
#ifndef SAITAKU_PROOFCHECK_CHECKER_H
#define SAITAKU_PROOFCHECK_CHECKER_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

__extension__ typedef __int128 wide;
#define NUMBER_MOST INT64_C(100000000000000000)

typedef struct entry {
  int64_t coefficient;
  int column;
} entry;

/* sum of its entries <= limit. An aim, which is a level's sum or a step of a
 * walk, is the row of its negatives. */
typedef struct row {
  wide limit, value;   /* value: of the set; a step taken: 1 */
  size_t first, end;   /* entries */
  bool stands, queued; /* may be used; is to be looked at again */
  bool is_sum, is_step;
} row;

typedef struct column {
  int64_t low, high, set; /* the box; the point claimed best */
  int64_t seen;           /* the tick at which it was last named */
  wide sum;               /* coefficient in the rows combined; 0 between */
  bool decides;
} column;

typedef struct move { /* a column's bounds before they were narrowed */
  int64_t low, high;
  int column;
} move;

typedef struct frame { /* a split on the path; the first is the command */
  size_t moves;
  int64_t most; /* x <= most, then x > most */
  int column;   /* -1: a sum, the last of the rows */
  bool second, empty;
} frame;

typedef struct checker {
  FILE *from, *say;
  char *text, *at; /* the line and what is left of it */
  size_t text_room, entry_count, move_count, depth;
  int64_t line, tick, trees, leaves;
  column *columns;
  row *rows; /* the program's, aims, sets ruled out, then sums split */
  entry *entries;
  int *level_row; /* the first of each level's aims, and where they end */
  int column_count, level_count, program_rows, set_row, fixed_rows, row_count;
  size_t *uses; /* column j is in the fixed rows used_by[uses[j]] .. */
  int *used_by, *queue, *touched, queue_count;
  move *moves;
  frame *frames;
  int held, target,
      settled; /* the next aim; the row "g"; what "only" settles */
  int verdict;
  bool claims, empty, shown, ended; /* a set; the box is empty; all is shown */
  void (*finish)(struct checker *); /* when the tree is read */
} checker;

void fail(checker *c, int verdict, const char *format, int64_t with);
void *grown(void *at, size_t count, size_t size); /* room for one more */
bool line_next(checker *c);
void line_done(checker *c);  /* no word may be left */
char *word_next(checker *c); /* null: none is left */
int64_t number_at(checker *c, char **at, char stop, int64_t low, int64_t high);
int64_t number_next(checker *c, int64_t low, int64_t high);
row *row_open(checker *c, wide limit);
void terms_read(checker *c, int sign); /* into the last row */
void program_read(checker *c);         /* up to "proof" */

void sum_add(checker *c, wide *to, wide a, wide b); /* to += a b */
wide row_least(checker *c, const row *of);          /* over the box */
void row_stand(checker *c, int which, wide limit);
void box_set(checker *c, int which, int64_t low, int64_t high);
void box_narrow(checker *c, int which, int64_t low, int64_t high);
void box_propagate(checker *c);
void weights_read(checker *c, bool narrow); /* "fix"; else: is it empty? */

#endif
