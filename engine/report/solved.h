/* solved - what `solve` made of a program from a file, for people and for
 * programs. Values are exact decimals in the file's own scale and sense. */
#ifndef SAITAKU_REPORT_SOLVED_H
#define SAITAKU_REPORT_SOLVED_H

#include "../formulate/foreign.h"
#include "../solve/glpk_intopt.h"

typedef struct solved {
  const foreign *model;
  const program *of;
  const plan *found;
  int64_t thousandths;  /* of a second, that the search took */
  const claim *claimed; /* when GLPK has searched, else null */
} solved;

/* the screen: English, as the file's names are whatever they are */
char *report_solved(arena *home, const solved *s);

/* Canonical JSON: bound, columns (names at 1), nodes, objective, seconds,
 * status, and glpk (breaks, says) when GLPK has searched. Numbers are exact
 * decimals, whole ones without a point; null where there is none. Null with
 * *err when memory ran out. */
char *report_solved_json(arena *home, const solved *s, error *err);

/* shared by both: null where there is none */
const char *solved_status(const solved *s);
const char *solved_objective(arena *home, const solved *s);
const char *solved_bound(arena *home, const solved *s);
const char *solved_seconds(arena *home, const solved *s);

#endif
