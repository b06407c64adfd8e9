/* refusal - why a plan that competes is not in the best set: what taking it as
 * well would break, or that an equal set holds it. */
#ifndef SAITAKU_EXPLAIN_REFUSAL_H
#define SAITAKU_EXPLAIN_REFUSAL_H

#include "account.h"

typedef struct refusals refusals; /* workspace for one set */

/* of: a program with a plan that has a set */
refusals *refusals_prepare(arena *home, const program *g, const plan *from);

/* Fills reason, broken and broken_count. Each award is tried; the first that
 * breaks nothing decides, else the full one is reported.
 * Cost: the rows of its awards; where it breaks some, those of every adopted
 * plan of the same value, too. */
void refusal_find(refusals *r, int which, verdict_on *to);

#endif
