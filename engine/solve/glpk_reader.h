/* glpk_reader - a file as GLPK reads it. Private to the glpk_*.c that work on
 * GLPK's own problem. */
#ifndef SAITAKU_SOLVE_GLPK_READER_H
#define SAITAKU_SOLVE_GLPK_READER_H

#include "../base/error.h"
#include <glpk.h>

/* what GLPK said last of a file, apart from warnings */
typedef struct glpk_ear {
  const char *path;
  int line; /* 0: of no line */
  char text[160];
  char begun[512]; /* the line it has not ended yet */
  bool cannot_open, starved;
} glpk_ear;

/* Runs body(context) as glpk_guarded does, for a body that calls glpk_read. */
bool glpk_listening(void (*body)(void *context), void *context, glpk_ear *ear,
                    error *err);

/* By the end of ear->path: .lp (CPLEX LP) or .mps (fixed, else free), with .gz
 * behind it or not. Null with *err: ERROR_USAGE for another name, ERROR_INPUT
 * with GLPK's own words and line, ERROR_SYSTEM when there is no such file or it
 * cannot be opened. The caller deletes it. */
glp_prob *glpk_read(glpk_ear *ear, error *err);

#endif
