/* panel - the panels that reviewers.csv names. */
#ifndef SAITAKU_SCORE_PANEL_H
#define SAITAKU_SCORE_PANEL_H

#include "../admit/pool.h"

/* by id; of_reviewer: which of them each reviewer of the pool is of, -1: none
 * stated */
names panels_of_pool(arena *home, const pool *from, int *of_reviewer);

#endif
