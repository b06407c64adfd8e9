/* study_change - the plans whose award hangs on how they are scored. */
#ifndef SAITAKU_REPORT_STUDY_CHANGE_H
#define SAITAKU_REPORT_STUDY_CHANGE_H

#include "../score/study.h"
#include "study_sets.h"

typedef struct study_change {
  int place; /* of the application in the pool */
  const application *of;
  const study_plan *plan; /* null: without a review */
} study_change;

typedef struct study_changes {
  study_change *item; /* by id */
  int count;
} study_changes;

/* of sets that are made: the plans that some two of them do not award alike */
study_changes study_changes_of(arena *home, const study *s,
                               const study_sets *sets);

/* the award's level in the set: "full", a level's name; null: not adopted */
const char *study_award(const study_sets *sets, int set, int place);
/* plans that the set adopts and the raw one does not, or the other way round */
int study_come_in(const study_sets *sets, int set);
int study_go_out(const study_sets *sets, int set);

#endif
