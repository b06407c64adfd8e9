/* compare_proof - is the proof of what the engine says one? By the checker that
 * shares no code with the engine. */
#ifndef SAITAKU_ORACLE_COMPARE_PROOF_H
#define SAITAKU_ORACLE_COMPARE_PROOF_H

#include "../../engine/base/text.h"
#include "../../engine/solve/solve.h"

/* adds a line to *said when it is not */
void compare_proof(arena *home, const program *g, const plan *found,
                   text *said);

#endif
