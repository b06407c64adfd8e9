/* replay - a proof's box and rows as they stand at one command, and what
 * weighted rows show about it. Private to certify. All in integers. */
#ifndef SAITAKU_CERTIFY_REPLAY_H
#define SAITAKU_CERTIFY_REPLAY_H

#include "../solve/solve.h"

typedef struct replay replay;

/* the plan's own set first, then the others it lists; none when infeasible */
typedef struct sets {
  const int64_t **each;
  int count;
} sets;
sets sets_of(arena *home, const program *g, const plan *found);

replay *replay_begin(arena *home, const program *g, const sets *listed);

/* ---- commands. What a command stands on beside the box (steps held, a goal)
 * is set up by enter and taken back by leave; a level then stays held. */
void replay_enter(replay *p, const log_line *command);
void replay_leave(replay *p);
void replay_walk(replay *p, int k); /* the whole walk is held */

/* ---- boxes */
bool replay_empty(const replay *p);
bool replay_propagate(replay *p); /* did it narrow anything? */
bool replay_fix(replay *p, weights by);
bool replay_closes(replay *p, weights by); /* do they show the box empty? */
/* would `shorter` narrow at least as much as `by`? */
bool replay_fixes_as_well(replay *p, weights by, weights shorter);
/* One side of a split, which narrows a column, or stands as the row sN and is
 * looked at once. replay_back undoes the last one and all narrowing after it.
 */
void replay_split(replay *p, const log_line *at, bool upper);
void replay_back(replay *p);

#endif
