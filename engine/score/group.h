/* group - plans that a chain of counted reviews links are in one group; how
 * plans of two groups compare no review says. Groups are numbered from 1 by
 * their first plan, as `saitaku score` lists them. Cost: reviews + plans. */
#ifndef SAITAKU_SCORE_GROUP_H
#define SAITAKU_SCORE_GROUP_H

#include "merits.h"

/* sets item[].group; gives how many groups there are */
int group_plans(const pool *of, merit *item);

#endif
