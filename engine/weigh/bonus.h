/* bonus - what the priority items give a plan, in units, before the ceiling. */
#ifndef SAITAKU_WEIGH_BONUS_H
#define SAITAKU_WEIGH_BONUS_H

#include "worths.h"

/* Fills items, bonus (combined, under the ceiling) and within. */
void bonus_count(arena *home, const policy *rules, const application *plan,
                 worth *to);

#endif
