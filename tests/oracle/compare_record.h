/* compare_record - the engine's decision.json beside engine/audit's recount of
 * it: two reckonings of the same files. */
#ifndef SAITAKU_ORACLE_COMPARE_RECORD_H
#define SAITAKU_ORACLE_COMPARE_RECORD_H

#include "../../engine/base/text.h"
#include "../../engine/solve/solve.h"

typedef struct recorded_run {
  const dossier *inputs;
  const program *program;
  const plan *plan;
} recorded_run;

/* adds a line for every difference */
void compare_record(arena *home, const recorded_run *run, text *said);

#endif
