/* claimed_presence - what a record says of the best sets and of those near
 * them, put right by every set that is known: those of the record itself and
 * those that its proof lists. What is put right then differs from the record.
 * Made by   claimed_presence, for claimed_plan_of
 * Cost: sets x columns. */
#ifndef SAITAKU_AUDIT_CLAIMED_PRESENCE_H
#define SAITAKU_AUDIT_CLAIMED_PRESENCE_H

#include "../solve/solve.h"
#include "record.h"

/* to: all else stands. proof: null where there is none */
void claimed_presence(arena *home, const program *g, const json_t *root,
                      bytes proof, plan *to);

#endif
