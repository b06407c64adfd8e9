/* export_statement - a program's level with names and senses, ready to be
 * written in any format. Private to the exports. */
#ifndef SAITAKU_REPORT_EXPORT_STATEMENT_H
#define SAITAKU_REPORT_EXPORT_STATEMENT_H

#include "../base/text.h"
#include "export.h"

typedef enum relation { AT_MOST, AT_LEAST, EXACTLY } relation;

typedef struct stated_row {
  const char *name;
  relation is;
  wide limit;
  const entry *entries; /* at least one */
  int count;
} stated_row;

typedef struct stated_column {
  const char *name;
  column_kind kind;
  int64_t low, high;
} stated_column;

typedef struct statement {
  arena *home;
  const char *goal;  /* the objective's name */
  const entry *gain; /* maximised; at least one */
  int gain_count;
  stated_column *columns;
  int column_count; /* the program's and, where a row or the objective has no
                       term, one called "nothing" that is fixed at 0 */
  stated_row *rows;
  int row_count;
  const char **notes; /* lines of comment, none with a line break */
  int note_count;
} statement;

statement *statement_of(arena *home, const export_order *o);

/* the sum as "3 x_A01 - x_A02", in lines of about 76 bytes */
void statement_sum(const statement *s, const entry *entries, int count,
                   text *to);
/* pieces one behind another in such lines; *width: of the line so far */
void statement_piece(const char *piece, size_t *width, text *to);
/* one line a note behind the mark */
void statement_notes(const statement *s, const char *mark, text *to);

/* one a format */
char *export_lp(const statement *s);
char *export_mps(const statement *s);
char *export_mathprog(const statement *s);

#endif
