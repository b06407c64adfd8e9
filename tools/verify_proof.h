/* verify_proof - the independent checker's judgement on a proof. */
#ifndef SAITAKU_TOOLS_VERIFY_PROOF_H
#define SAITAKU_TOOLS_VERIFY_PROOF_H

#include "../engine/report/verify.h"

/* What the checker says goes to *to, with a difference when the proof does not
 * hold or cannot be read. False with *err when there is no such file. */
bool proof_judge(arena *home, const char *path, verification *to, error *err);

#endif
