/* presence - which applications are in all, some or none of the sets that hold
 * the aims and are worth enough. Private to solve.
 * What is listed is read off. Else two searches an application at most, "one
 * set with it", "one set without it": every set found answers for all its
 * applications, and what the first relaxation's reduced costs fix needs none.
 */
#ifndef SAITAKU_SOLVE_PRESENCE_H
#define SAITAKU_SOLVE_PRESENCE_H

#include "decide.h"

/* Fills to->best_sets, and to->near_sets when asked for. to: all else stands.
 */
void presence_find(run *r, const decision *d, plan *to);

#endif
