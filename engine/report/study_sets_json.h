/* study_sets_json - the members of score CALL --json that compare sets, each
 * with its place among the keys; nothing where there are none. */
#ifndef SAITAKU_REPORT_STUDY_SETS_JSON_H
#define SAITAKU_REPORT_STUDY_SETS_JSON_H

#include "study_change.h"
#include "study_put.h"

/* the first members of all, each with a comma behind it */
void study_put_adopted(text *to, const study_sets *sets);
void study_put_changes(arena *home, text *to, const study *s,
                       const study_sets *sets);
void study_put_sets(text *to, const study_sets *sets);

#endif
