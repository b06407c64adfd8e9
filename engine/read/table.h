/* table - one file of the call: found, digested, decoded, its header matched
 * by name, its rows handed over one by one. */
#ifndef SAITAKU_READ_TABLE_H
#define SAITAKU_READ_TABLE_H

#include "complain.h"
#include "csv.h"

struct reading;

enum { TABLE_COLUMNS_MAX = 16, TABLE_ROWS_MAX = 20000000 };
#define TABLE_BYTES_MAX ((size_t)INT32_MAX) /* so that line numbers fit int */

typedef enum need {
  NEED_NONE,   /* the column may be absent, its cells empty */
  NEED_COLUMN, /* the column must be there, its cells may be empty */
  NEED_VALUE   /* the column must be there and every cell filled */
} need;

typedef struct table_column {
  const char *name;
  need need;
} table_column;

/* The header row, for complaints of a column that it lacks. */
typedef struct table_head {
  const char *texts; /* "a, b, c" */
  place at;
  unsigned lacks, told; /* bit i: column i; told: it has been complained of */
} table_head;

/* A row that holds more than blanks; its texts are trimmed, and valid until
 * the row's take returns. */
typedef struct row {
  complaint_book *book;
  const char *file;
  const table_column *columns;
  table_head *head;
  const char *const *headers; /* as the file has them; null: as columns */
  const csv_cell *cell[TABLE_COLUMNS_MAX]; /* null: none, or not to be taken */
  int line;
  bool quiet; /* already complained of as a whole: take what can be taken */
  bool lost;  /* to be set by take: the row's place in the call is not known */
  unsigned doubtful; /* bit i: column i's cell has been complained of */
} row;

typedef enum table_rows {                  /* a file without a single row is */
                          ROWS_MAY_LACK,   /* nothing to speak of */
                          ROWS_MAY_FOLLOW, /* noted: they may come later */
                          ROWS_NEEDED      /* refused */
} table_rows;

typedef struct table_form {
  const char *file;
  bool required;
  table_rows rows;
  const table_column *columns; /* the first says what a row is about */
  int column_count;
  int rows_most;
  /* called once before the first row, if there is a header; may be null */
  void (*begin)(struct reading *r, int rows_at_most);
  void (*take)(struct reading *r, row *in);
} table_form;

typedef enum table_state {
  TABLE_ABSENT,
  TABLE_BROKEN, /* not all rows or columns could be read or placed */
  TABLE_WHOLE
} table_state;

/* What is wrong goes to the reading's book; r->err is set only when the
 * machine fails. */
table_state table_read(struct reading *r, const table_form *form);

/* what is wrong with, or worth a note about, the file as a whole */
void table_complain(struct reading *r, const table_form *form,
                    const fault *why);
void table_note(struct reading *r, const table_form *form, const fault *why);

/* ---- what the tables' owners say of a row (row.c) */

/* Complains of a column's cell in this row: once of a cell, so that one fault
 * has one complaint; silent in a quiet row. If the cell is missing because the
 * header lacks the column, that is complained of, once of a file. */
void row_complain(row *in, int which, complaint_code code, const char *allowed);
void row_note(row *in, int which, complaint_code code, const char *allowed);

/* complains that the row's key, the columns listed up to -1, stood on an
 * earlier line already */
void row_complain_twice(row *in, const int *key, int earlier_line);

/* Does the header lack the column? Complains of it if nobody has: file, name
 * and allowed (null: its names) are the caller's. */
bool head_lacks(table_head *head, complaint_book *book, const remark *column,
                int which);

bool row_doubts(const row *in, int which); /* was the cell complained of? */

#endif
