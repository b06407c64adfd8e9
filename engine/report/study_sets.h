/* study_sets - the sets that would be adopted with raw and with calibrated
 * scores, all else in the policy being equal.
 * Made by   tools, which run the stages once for each way of scoring
 * Used by   report_study, report_study_json */
#ifndef SAITAKU_REPORT_STUDY_SETS_H
#define SAITAKU_REPORT_STUDY_SETS_H

#include "../explain/account.h"

/* the policy's own method if it does not calibrate, else the mean; then what
 * calibrates */
enum { SET_RAW, SET_CALIBRATED, SET_T_SCORE, STUDY_SETS };

typedef enum sets_status {
  SETS_MADE,
  SETS_NOT_CALIBRATED, /* no model can be fitted: nothing to compare */
  SETS_TOO_MANY        /* more plans than sets are looked for */
} sets_status;

typedef struct study_set {
  method by;
  const merits *merits;
  const account *account;
} study_set;

typedef struct study_sets {
  sets_status status;
  study_set item[STUDY_SETS]; /* valid if made */
} study_sets;

#endif
