/* lint - what in a policy does nothing, or cannot be, in the call it is used
 * in: told before anything is decided.
 * Made by   lint, from the program and all it stands on
 * Used by   report
 * Lifetime  that of `home`
 * Every remark is proved in exact integers: what is said never to bind holds
 * for every set that takes at most one award of a plan, what is said to be out
 * of reach is out of reach for all of them. Silence proves nothing: two rules
 * are compared with each other, never three.
 * Cost: the program's entries, for each pair of rules. */
#ifndef SAITAKU_FORMULATE_LINT_H
#define SAITAKU_FORMULATE_LINT_H

#include "program.h"

typedef enum remark_code {
  REMARK_NEVER_BINDS,       /* no set reaches the limit */
  REMARK_COUNTS_NOBODY,     /* a rule that counts no competing plan's people */
  REMARK_BEYOND_REACH,      /* a must that no set keeps */
  REMARK_AIM_MISSED,        /* an aim or priced rule that every set misses */
  REMARK_ONLY_EMPTY,        /* a share that the empty set alone keeps */
  REMARK_IMPLIED,           /* kept whenever `other` is */
  REMARK_CONTRADICTS,       /* two musts of which a set keeps one at most */
  REMARK_AIM_CONTRADICTS,   /* missed whenever `other` is kept */
  REMARK_SHARES_CONTRADICT, /* two shares of the adopted that leave nothing */
  REMARK_GROUP_NO_COUNTRY,
  REMARK_GROUP_NOBODY,       /* no person of a competing plan is in it */
  REMARK_GROUP_UNUSED,       /* nothing in the policy names it */
  REMARK_PRIORITY_NOTHING,   /* it gives 0 */
  REMARK_PRIORITY_NOBODY,    /* no competing plan gets it */
  REMARK_PRIORITY_EVERYBODY, /* every competing plan gets the same */
  REMARK_PRIORITY_CUT,       /* the ceiling takes all of it off again */
  REMARK_PRIORITY_SHADOWED,  /* a larger one of the same plan counts instead */
  REMARK_RESERVED_RELEASED,  /* all of it: the group has no competing plan */
  REMARK_RESERVED_UNUSABLE,  /* none of it can be used by anybody */
  REMARK_CRITERION_FLAT,     /* all counted reviews give it the same score */
  REMARK_CRITERION_TWIN,     /* scored as `other` in every counted review */
  REMARK_THRESHOLD_IDLE,     /* at the scale's worse end: refuses nobody */
  REMARK_THRESHOLD_IMPOSSIBLE, /* past the scale's better end */
  REMARK_TIE_NOTHING,          /* a key that has nothing to count */
  REMARK_TIE_ALIKE,            /* a key for which all awards are the same */
  REMARK_TIE_AFTER_RANK,       /* rank order leaves one set before it */
  REMARK_TIE_AFTER_LOT,        /* the lot does, as no plan has levels */
  REMARK_COUNT
} remark_code;

typedef struct remark {
  remark_code code;
  const char *about; /* a rule's id, "budget", "reserved:GROUP", or a key path:
                        "groups.africa", "ties[1]" */
  const char *key;   /* the for_each key it shows at; "" */
  const char *other; /* a rule's id, "budget", a criterion's id; "" */
  bool measured;     /* are the figures in the unit of `measure`? */
  measure measure;
  ratio seen, allowed; /* den 0: none */
} remark;

typedef struct remarks {
  const remark *item; /* budget and rules in the policy's order, then groups,
                         priority, scoring, ties */
  int count;
} remarks;

remarks *lint(arena *home, const program *g);

#endif
