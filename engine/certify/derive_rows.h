/* derive_rows - the constraints that a derivation weighs, and bounds as they
 * stood earlier. Private to derive. */
#ifndef SAITAKU_CERTIFY_DERIVE_ROWS_H
#define SAITAKU_CERTIFY_DERIVE_ROWS_H

#include "derive.h"

/* a column's bound by the place on the trail where it came; -1: the program's
 * own */
typedef struct bound_at {
  int column;
  bool is_high;
  int place;
} bound_at;

/* as it stood when the trail was `at` long */
bound_at bound_then(const replay *p, int j, bool is_high, int at);
bound_at bound_before(const replay *p, bound_at of);
int64_t bound_value(const replay *p, bound_at of);

/* Sums the rows of a cause up: sum, touched, limit, and their terms. False:
 * something must be derived first. */
bool derive_weigh(deriving *d, const cause *from);

/* what is left of the limit where the sum is least */
wide derive_spare(const deriving *d, int at);
bool derive_add_bounds(deriving *d, int at, wide *slack);

/* the constraint of a bound; -1: it has been put on what is wanted */
int derive_bound(deriving *d, bound_at of);
int derive_side(deriving *d, int number); /* of a sum, assumed */
void derive_wanted(deriving *d);

/* a line from the terms that stand in d: " SENSE LIMIT TERMS" */
void derive_label(deriving *d);
int derive_combined(deriving *d, const char *reason);
int derive_reason(deriving *d, const char *reason); /* one without terms */

#endif
