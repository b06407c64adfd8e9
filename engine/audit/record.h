/* record - decision.json as an auditor reads it: figure by figure, as text.
 * Used by   every part of the audit */
#ifndef SAITAKU_AUDIT_RECORD_H
#define SAITAKU_AUDIT_RECORD_H

#include "../base/exact.h"
#include "../base/text.h"
#include "audit.h"
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

#endif
