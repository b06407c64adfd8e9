/* compare - runs the engine on a folder and sets its answers beside the
 * oracle's: awards, merits, worths, then the sets. */
#ifndef SAITAKU_ORACLE_COMPARE_H
#define SAITAKU_ORACLE_COMPARE_H

#include "../../engine/base/text.h"
#include "../../engine/solve/solve.h"
#include "reckon.h"

typedef struct engine_run {
  const policy *rules;
  const dossier *inputs;
  const pool *pool;
  const merits *merits;
  const worths *worths;
  const program *program;
  const plan *plan;
  ratio within; /* what was asked of the sets near the best */
} engine_run;

bool engine_solve(arena *home, const char *folder, engine_run *to, error *err);

/* Each adds a line to *said for every difference. The second needs plans that
 * do not differ: it reads sets through them. */
void compare_plans(const engine_run *run, const field *f, text *said);
void compare_sets(const engine_run *run, const reckoning *all,
                  const answer_expected *e, text *said);
void compare_presence(const engine_run *run, const reckoning *all,
                      const answer_expected *e, text *said);

int compare_plan_of(const call *c, const char *id); /* -1: there is none */

#endif
