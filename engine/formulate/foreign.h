/* foreign - a 0/1 program from outside, as plain data, and what it is as a
 * `program`: every coefficient an integer, exactly.
 * Made by   solve/glpk_file, from an LP or MPS file
 * Used by   formulate_foreign, report; read-only
 * Lifetime  that of `home` */
#ifndef SAITAKU_FORMULATE_FOREIGN_H
#define SAITAKU_FORMULATE_FOREIGN_H

#include "program.h"

/* digits / 10^places, in lowest terms: 87.5 is {875, 1} */
typedef struct finite {
  int64_t digits; /* |digits| < 2^53 */
  int places;     /* 0 .. DECIMAL_PLACES */
} finite;

typedef struct foreign_term {
  int column;
  finite value; /* never 0 */
} foreign_term;

/* low <= sum of terms <= high, each side where it is there */
typedef struct foreign_row {
  const char *name;
  bool has_low, has_high;
  finite low, high;
  const foreign_term *terms; /* by column, each column once */
  int count;
} foreign_row;

typedef struct foreign_column {
  const char *name;
  int low, high; /* 0 or 1; low > high: the column can have no value */
} foreign_column;

typedef struct foreign {
  const char *path;
  const char *objective; /* its name */
  bool is_min;
  finite constant;
  const foreign_term *terms;
  int term_count;
  foreign_column *columns;
  int column_count;
  foreign_row *rows;
  int row_count;
} foreign;

/* Columns as they come, all of them awards; of each row its sides, at most
 * before at least (an empty column's row comes last); one objective, maximised.
 * Every row and the objective is multiplied by the least power of ten that
 * makes it whole, and divided by nothing. ERROR_INPUT naming the row whose
 * numbers pass PROGRAM_MAX then. */
program *formulate_foreign(arena *home, const foreign *from, error *err);

/* a value of the program's objective in the model's own scale and sense */
ratio foreign_value(const foreign *from, const program *g, wide sum);

/* digits behind the point that any such value can have */
int foreign_places(const foreign *from, const program *g);

#endif
