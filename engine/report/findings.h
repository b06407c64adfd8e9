/* findings - those of admission, of the scores and of the split of the budget
 * as one list. */
#ifndef SAITAKU_REPORT_FINDINGS_H
#define SAITAKU_REPORT_FINDINGS_H

#include "report.h"

typedef struct findings {
  const finding **item; /* by application (-1 first), then as tested */
  int count;
} findings;

/* o->account may be null: then nothing is known of the budget's split */
findings findings_of(arena *home, const outcome *o);

/* how many applications are ok, correctable, failed (by verdict); a threshold
 * missed is a failure as well */
const int *findings_counts(arena *home, const merits *from);

/* ids of the owners that cannot hold together, or leave only the empty set */
names findings_blamed(arena *home, const account *a);
/* what leaves only the empty set: those, or the budget where no rule is needed
 */
names findings_no_room(arena *home, const account *a);

#endif
