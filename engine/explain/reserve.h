/* reserve - what became of money reserved for a group.
 * All yen adopted less the group's parts <= base - (yen - released), where
 * released = max(0, yen - the group's parts in all competing plans at full
 * award) if the policy releases what nobody asks for, else 0. */
#ifndef SAITAKU_EXPLAIN_RESERVE_H
#define SAITAKU_EXPLAIN_RESERVE_H

#include "recount.h"

typedef struct reserve_account { /* all in yen */
  int item;                      /* of the policy's priority */
  int64_t reserved, released;
  int64_t group_yen;  /* adopted for the group */
  int64_t others_yen; /* adopted for everybody else */
  int64_t others_limit;
} reserve_account;

/* one reserved item of the policy; s: the adopted set */
reserve_account reserve_recount(const worths *w, const selection *s, int item);

#endif
