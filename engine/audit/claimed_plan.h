/* claimed_plan - the plan that a record claims, on the program made anew, so
 * that account, record and tables can be written again and compared.
 * Made by   claimed_plan_of
 * Used by   explain, by way of tools (verify)
 * What is taken from the record and not from the program: status, which
 * objectives were proved and decided, their bounds, the rules that clash, who
 * is in how many good sets as far as nothing known speaks against it. */
#ifndef SAITAKU_AUDIT_CLAIMED_PLAN_H
#define SAITAKU_AUDIT_CLAIMED_PLAN_H

#include "../solve/solve.h"
#include "audit.h"

/* proof: null where there is none. Null when the record names what the program
 * does not have, or a set that the program does not permit */
plan *claimed_plan_of(arena *home, const program *g, bytes record, bytes proof,
                      error *err);

/* every column of the program, as the claim's plans imply them; null when one
 * of them has no column */
int64_t *claimed_columns(arena *home, const program *g,
                         const decision_claim *claim);

#endif
