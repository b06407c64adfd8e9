/* random_table - 0/1 programs with decimals, drawn at random, and as LP and MPS
 * files. It shares nothing with what reads them. */
#ifndef SAITAKU_TESTS_RANDOM_TABLE_H
#define SAITAKU_TESTS_RANDOM_TABLE_H

#include "../../engine/base/arena.h"
#include "../../engine/base/random.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 14, ROWS = 6 };
#define MILLION INT64_C(1000000)

typedef enum sense { AT_MOST, AT_LEAST, EXACTLY, BETWEEN } sense;

typedef struct table { /* numbers in millionths */
  int columns, rows;
  bool is_min, is_mps, is_free_form;
  int64_t constant, c[COLUMNS];
  int64_t a[ROWS][COLUMNS], limit[ROWS], upper[ROWS];
  sense of[ROWS];
  int fixed[COLUMNS]; /* 0, 1, or -1: not */
} table;

/* ---- random tables */

/* of 0 to 3 places, now and then of 6, rarely large */
static inline int64_t invented_number(random_source *from, int64_t most) {
  static const int64_t units[] = {1000000, 1000000, 100000, 10000, 1000, 1};
  const int64_t unit = units[random_between(from, 0, 5)];
  const int64_t large = random_between(from, 0, 40) == 0 ? 1000 : 1;
  return random_between(from, -most / 3, most) * unit * large;
}

static inline void invent_row(random_source *from, table *t, int i) {
  int64_t sum = 0;
  for (int j = 0; j < t->columns; j++) {
    t->a[i][j] = random_between(from, 0, 2) ? invented_number(from, 30) : 0;
    sum += t->a[i][j];
  }
  const int kinds = t->is_mps ? 3 : 2;
  t->of[i] = (sense)random_between(from, 0, kinds);
  t->limit[i] = sum / 100 * random_between(from, 10, 70);
  if (t->of[i] == EXACTLY) { /* a sum that some set has */
    t->limit[i] = 0;
    for (int j = 0; j < t->columns; j++)
      t->limit[i] += random_between(from, 0, 1) ? t->a[i][j] : 0;
  }
  t->upper[i] = t->limit[i] + random_between(from, 0, 20) * MILLION / 2;
}

static inline table invented(random_source *from) {
  table t = {.columns = (int)random_between(from, 1, COLUMNS),
             .rows = (int)random_between(from, 1, ROWS),
             .is_mps = random_between(from, 0, 1),
             .is_free_form = random_between(from, 0, 1)};
  t.is_min = t.is_mps || random_between(from, 0, 1);
  t.constant = t.is_mps ? invented_number(from, 50) : 0;
  for (int j = 0; j < t.columns; j++) {
    t.c[j] = random_between(from, 0, 5) ? invented_number(from, 100) : 0;
    t.fixed[j] =
        random_between(from, 0, 7) ? -1 : (int)random_between(from, 0, 1);
  }
  for (int i = 0; i < t.rows; i++)
    invent_row(from, &t, i);
  return t;
}

/* ---- as files */

static inline const char *decimal_of(arena *home, int64_t millionths) {
  char *const to =
      arena_format(home, "%s%lld.%06lld", millionths < 0 ? "-" : "",
                   (long long)llabs(millionths) / 1000000,
                   (long long)(llabs(millionths) % 1000000));
  size_t n = strlen(to);
  while (to[n - 1] == '0')
    to[--n] = '\0';
  if (to[n - 1] == '.')
    to[n - 1] = '\0';
  return to;
}

static inline void write_sum(arena *home, FILE *to, const int64_t *a,
                             int count) {
  for (int j = 0; j < count; j++)
    fprintf(to, " %c %s x%d\n", a[j] < 0 ? '-' : '+',
            decimal_of(home, llabs(a[j])), j);
}

static inline void write_lp(arena *home, FILE *to, const table *t) {
  static const char *const signs[] = {"<=", ">=", "="};
  fprintf(to, "%s\n value:", t->is_min ? "Minimize" : "Maximize");
  write_sum(home, to, t->c, t->columns);
  fputs("Subject To\n", to);
  for (int i = 0; i < t->rows; i++) {
    fprintf(to, " r%d:", i);
    write_sum(home, to, t->a[i], t->columns);
    fprintf(to, " %s %s\n", signs[t->of[i]], decimal_of(home, t->limit[i]));
  }
  fputs("Bounds\n", to);
  for (int j = 0; j < t->columns; j++)
    if (t->fixed[j] >= 0)
      fprintf(to, " x%d = %d\n", j, t->fixed[j]);
    else
      fprintf(to, " x%d <= 1\n", j);
  fputs("Generals\n", to);
  for (int j = 0; j < t->columns; j++)
    fprintf(to, " x%d\n", j);
  fputs("End\n", to);
}

/* one card of two names and a number, in the form's own places */
static inline void write_card(FILE *to, const table *t, const char *set,
                              const char *name, const char *number) {
  if (t->is_free_form)
    fprintf(to, " %s %s %s\n", set, name, number);
  else
    fprintf(to, "    %-8s  %-8s  %12s\n", set, name, number);
}

static inline void write_columns(arena *home, FILE *to, const table *t) {
  fputs("COLUMNS\n    MARKER    'MARKER'                 'INTORG'\n", to);
  for (int j = 0; j < t->columns; j++) {
    const char *const name = arena_format(home, "x%d", j);
    write_card(to, t, name, "value", decimal_of(home, t->c[j]));
    for (int i = 0; i < t->rows; i++)
      if (t->a[i][j] != 0)
        write_card(to, t, name, arena_format(home, "r%d", i),
                   decimal_of(home, t->a[i][j]));
  }
  fputs("    MARKER    'MARKER'                 'INTEND'\n", to);
}

static inline void write_sides(arena *home, FILE *to, const table *t) {
  fputs("RHS\n", to);
  write_card(to, t, "RHS", "value", decimal_of(home, t->constant));
  for (int i = 0; i < t->rows; i++)
    write_card(to, t, "RHS", arena_format(home, "r%d", i),
               decimal_of(home, t->limit[i]));
  fputs("RANGES\n", to);
  for (int i = 0; i < t->rows; i++)
    if (t->of[i] == BETWEEN)
      write_card(to, t, "RNG", arena_format(home, "r%d", i),
                 decimal_of(home, t->upper[i] - t->limit[i]));
}

static inline void write_bounds(arena *home, FILE *to, const table *t) {
  fputs("BOUNDS\n", to);
  for (int j = 0; j < t->columns; j++)
    fprintf(to, " %s BND       %-8s  %12d\n", t->fixed[j] < 0 ? "UP" : "FX",
            arena_format(home, "x%d", j), t->fixed[j] < 0 ? 1 : t->fixed[j]);
}

static inline void write_mps(arena *home, FILE *to, const table *t) {
  static const char kinds[] = {'L', 'G', 'E', 'G'};
  fputs("NAME          TEST\nROWS\n N  value\n", to);
  for (int i = 0; i < t->rows; i++)
    fprintf(to, " %c  r%d\n", kinds[t->of[i]], i);
  write_columns(home, to, t);
  write_sides(home, to, t);
  write_bounds(home, to, t);
  fputs("ENDATA\n", to);
}

static inline void write_table(arena *home, FILE *to, const table *t) {
  if (t->is_mps)
    write_mps(home, to, t);
  else
    write_lp(home, to, t);
}

#endif
