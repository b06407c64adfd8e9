/* selection - the order in which a walk takes plans, and the order of lots. */
#ifndef SAITAKU_WEIGH_SELECTION_H
#define SAITAKU_WEIGH_SELECTION_H

#include "worths.h"

/* Fills selection, selection_count, lot and each selection_order; the items'
 * competes, total and within are made. */
void selection_line_up(arena *home, worths *w);

#endif
