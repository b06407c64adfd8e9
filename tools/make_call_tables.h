/* make_call_tables - the CSV files of a call, written row by row as plans are
 * drawn: memory does not grow with the call. */
#ifndef SAITAKU_TOOLS_MAKE_CALL_TABLES_H
#define SAITAKU_TOOLS_MAKE_CALL_TABLES_H

#include "../engine/base/arena.h"
#include "../engine/base/error.h"
#include "make_call_plan.h"
#include <stdio.h>

typedef enum table {
  TABLE_APPLICATIONS,
  TABLE_DELEGATIONS,
  TABLE_COSTS,
  TABLE_LEVELS,
  TABLE_REVIEWERS,
  TABLE_CONFLICTS,
  TABLE_SCORES,
  TABLE_HISTORY,
  TABLE_OVERRIDES,
  TABLES
} table;

typedef struct tables {
  const world *of;
  arena *home;
  const char *folder;
  FILE *file[TABLES];
} tables;

/* false, with *err filled in and nothing left open, on failure */
bool tables_open(tables *t, const world *of, const char *folder, arena *home,
                 error *err);
/* closes all; false when anything written did not reach its file */
bool tables_close(tables *t, error *err);

void tables_add_plan(const tables *t, const plan *p); /* all but its scores */
void tables_add_reviews(const tables *t, const plan *p);
void tables_add_reviewers(const tables *t);
void tables_add_history(const tables *t);

#endif
