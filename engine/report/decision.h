/* decision - the parts of decision.json, one function each; what they return
 * is the caller's to put somewhere. */
#ifndef SAITAKU_REPORT_DECISION_H
#define SAITAKU_REPORT_DECISION_H

#include "findings.h"
#include "json_put.h"

json_t *decision_plans(arena *home, const outcome *o);

json_t *decision_rules(arena *home, const outcome *o);
json_t *decision_reserved(arena *home, const outcome *o);
json_t *decision_levels(arena *home, const outcome *o);

/* ids of the plans of a set, by worth descending, then id; x may be null */
json_t *decision_adopted(arena *home, const program *g, const int64_t *x);
json_t *decision_rank_order(arena *home, const outcome *o);
json_t *decision_best_sets(const outcome *o);
json_t *decision_within(arena *home, const outcome *o);
json_t *decision_alternatives(arena *home, const outcome *o);

json_t *decision_findings(arena *home, const outcome *o);
json_t *decision_dropped(const outcome *o);
json_t *decision_overrides(arena *home, const outcome *o);
json_t *decision_inputs(const outcome *o);

#endif
