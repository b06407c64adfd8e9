/* gate - one table, one row a gate; a row and a test add a gate.
 * A test hears one application and adds what it finds; what a gate could not be
 * tested on becomes one note of the call. */
#ifndef SAITAKU_ADMIT_GATE_H
#define SAITAKU_ADMIT_GATE_H

#include "draft.h"

typedef enum outcome {
  OUTCOME_FREE,    /* the policy asks nothing of this application */
  OUTCOME_TESTED,  /* findings or none */
  OUTCOME_UNTESTED /* what the gate needs is missing, at least in part */
} outcome;

typedef struct trial {
  draft *of;
  int place; /* of the application in the pool */
  const application *plan;
  const course *course; /* null: none, or not of the policy */
  gate gate;
} trial;

typedef outcome gate_hearing(const trial *t);

/* course: strands, limits and guests by course */
gate_hearing hear_delegation, hear_strand_course, hear_days, hear_people,
    hear_all_people_in;
/* guest: what admission asks of the people */
gate_hearing hear_first_visit, hear_age, hear_role;
/* entry: what admission asks of the application */
gate_hearing hear_field, hear_reviews, hear_host_excess;
/* money */
gate_hearing hear_cost_heads, hear_admin_percent;

void trial_find(const trial *t, verdict how, const char *seen,
                const char *allowed, const char *cites);
/* a failure that cites `under`.`key`: `words` and allows just those words */
void trial_fail(const trial *t, const char *seen, const char *under,
                const char *key, const char *words);
const char *trial_course_path(const trial *t); /* "courses.A" */

/* the rows of delegations.csv that are this plan's; null past the last */
const delegation_row *trial_delegation(const trial *t, int n);
/* "IN" or "IN/SENDER" */
const char *trial_party(const trial *t, int country, const char *sender);

#endif
