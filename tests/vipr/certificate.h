/* certificate - what a VIPR 1.0 certificate consists of, for viprcheck. From
 * the format's specification alone (scipopt/vipr, cert_spec_v1_0.md), in
 * rational numbers. It shares nothing with the writer. */
#ifndef SAITAKU_TESTS_VIPR_CERTIFICATE_H
#define SAITAKU_TESTS_VIPR_CERTIFICATE_H

#include <gmp.h>
#include <stdbool.h>
#include <stdio.h>

enum { ACCEPTED, REFUSED, UNREADABLE };

/* says so and ends the program */
_Noreturn void give_up(int status, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void *make_room(void *old, size_t size, size_t count);

/* ---- words (read.c) */
typedef struct words {
  FILE *from;
  char *word;
  size_t length, room;
  long line;
  bool ends_line; /* the byte read last */
} words;

bool read_word(words *w); /* false: there is none */
void skip_line(words *w); /* what is left of it behind the word */
void read_some(words *w); /* there must be one */
void read_this(words *w, const char *wanted);
bool is_word(const words *w, const char *wanted);
long to_integer(const words *w, long low, long high);
long read_integer(words *w, long low, long high);
void to_value(const words *w, mpq_t value);
void read_value(words *w, mpq_t value);

/* ---- rows (row.c) */
typedef struct row {
  int sense; /* 1: at least, 0: equal, -1: at most */
  mpq_t limit;
  int count;
  int *column;   /* ascending */
  mpq_t *value;  /* none is 0 */
  long *assumed; /* ascending */
  long assumed_count;
  long last; /* that may refer to it; -1: any */
  bool is_gone;
} row;

/* a sum in the making: dense */
typedef struct sum {
  int columns;
  mpq_t *value;
  int *touched;
  bool *is_touched;
  int touched_count;
} sum;

sum sum_new(int columns);
void sum_add(sum *to, int column, mpq_srcptr by);
/* as the row's left side; the sum is empty then */
void row_take(row *to, sum *from);
void row_free(row *of);

bool row_is_absurd(const row *of);
bool row_same_left(const row *a, const row *b);
bool row_dominates(const row *a, const row *b);
void row_assume(row *to, const row *also, long without);

/* ---- the whole (viprcheck.c, derivation.c) */
typedef struct certificate {
  words in;
  int columns;
  bool *is_integer;
  bool is_min;
  row objective;
  row *rows; /* stated, then derived */
  long stated, count, room;
  bool wants_none, has_low, has_high; /* the relation to prove */
  mpq_t low, high;
  sum work;
} certificate;

row read_constraint(certificate *c);
void add_row(certificate *c, row added);
void read_derivation(certificate *c);

#endif
