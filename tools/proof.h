/* proof - a call's program and plan as proof text (engine/certify/proof.h), or
 * as a certificate of its worth (engine/certify/vipr.h). */
#ifndef SAITAKU_TOOLS_PROOF_H
#define SAITAKU_TOOLS_PROOF_H

#include "../engine/certify/proof.h"
#include "../engine/report/report.h"

const char *proof_of_call(arena *home, const outcome *o, const program *g,
                          const plan *found);
const char *vipr_of_call(arena *home, const outcome *o, const program *g,
                         const plan *found);

#endif
