/* record - decision.json as an auditor reads it: figure by figure, as text.
 * Used by   the parts of audit_decision, audit_inputs, audit_adoption */
#ifndef SAITAKU_AUDIT_RECORD_H
#define SAITAKU_AUDIT_RECORD_H

#include "audit.h"
#include "tally.h"
#include <jansson.h>

/* null with *err (ERROR_INPUT) when it is no JSON object; to be given back by
 * json_decref */
json_t *record_open(bytes file, error *err);

/* a string's own text, an integer's digits, true, false, null; "absent" where
 * there is nothing, "a list" or "an object" */
const char *record_text(arena *home, const json_t *value);

/* one figure of an object beside what was recounted */
void record_figure(differences *to, const json_t *object, difference about);

/* an integer; past int64 its digits */
const char *record_wide(arena *home, wide value);
/* an integer, or the four decimals that shares can have */
const char *record_ratio(arena *home, ratio value);
/* units as points: "0.250" */
const char *record_points(const roll *r, wide units);

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
