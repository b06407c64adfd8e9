/* climb - finds and improves sets by small moves, all in integers: an award
 * taken, dropped, or exchanged for another. Coverages and shortfalls follow.
 * It gives incumbents only; what it finds is tested like any other set.
 * Cost: a move looks at the rows of the awards it changes. */
#ifndef SAITAKU_SOLVE_CLIMB_H
#define SAITAKU_SOLVE_CLIMB_H

#include "model.h"
#include "solve.h"

typedef struct climber climber;

/* c dense over the program, null for none */
climber *climber_new(arena *home, const model *m, const int64_t *c);

/* From now on it asks now and then whether to stop, and then stays where it is;
 * a move is made whole or not at all. */
void climber_heed(climber *on, const solve_options *how);

/* starts at the awards of x, permitted or not */
void climber_start(climber *on, const int64_t *x);

/* takes awards, most wished for first, as long as no row is broken further */
void climber_fill(climber *on, const double *wish);

/* Exchanges and refills while that gains; needs a permitted set to start from.
 */
void climber_improve(climber *on);

/* the set it stands on, complete */
const int64_t *climber_at(const climber *on);

#endif
