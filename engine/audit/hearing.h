/* hearing - a record being heard: what it says beside what was recounted.
 * Used by   audit_decision */
#ifndef SAITAKU_AUDIT_HEARING_H
#define SAITAKU_AUDIT_HEARING_H

#include "record.h"
#include "tally.h"

/* units as points: "0.250" */
const char *hear_points(const roll *r, wide units);

typedef struct hearing { /* a record being heard */
  roll *r;
  const json_t *root;
  const audit_call *call;
  decision_claim *claim;
  differences *to;
  tally adopted, by_rank;
} hearing;

/* the parts; those of plans come first: they tell the set */
void hear_plans_set(hearing *h);
void hear_merits(hearing *h); /* of the mixed model, from the record */
void hear_plans(hearing *h);
void hear_set(hearing *h);
void hear_rules(hearing *h);
void hear_reserved(hearing *h);
void hear_levels(hearing *h);
void hear_rank_order(hearing *h);

#endif
