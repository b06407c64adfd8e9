/* dice - how the inventors throw: all from one seeded source. */
#ifndef SAITAKU_ORACLE_DICE_H
#define SAITAKU_ORACLE_DICE_H

#include "../../engine/base/random.h"
#include "call.h"

static inline int throw_between(random_source *r, int low, int high) {
  return (int)random_between(r, low, high);
}

static inline bool throw_percent(random_source *r, int percent) {
  return random_between(r, 1, 100) <= percent;
}

/* a set of 1..most of the first `words` words */
unsigned throw_set(random_source *r, int words, int most);

/* the inventors of the parts, in the order they are called */
void invent_plans(random_source *r, call *to);
void invent_scoring(random_source *r, call *to);
void invent_circles(random_source *r, call *to);
void invent_gates(random_source *r, call *to);
void invent_favours(random_source *r, call *to);
void invent_clauses(random_source *r, call *to);
void invent_purses(random_source *r, call *to);

#endif
