/* vipr_statement - all sections of a VIPR certificate before the derivations.
 * Private to vipr. */
#ifndef SAITAKU_CERTIFY_VIPR_STATEMENT_H
#define SAITAKU_CERTIFY_VIPR_STATEMENT_H

#include "statement.h"

typedef struct vipr_claim {
  const program *g;
  int level;        /* what is maximised */
  const int64_t *x; /* the set, null when there is none */
  bool is_shown;    /* that nothing is better, or that nothing is permitted */
} vipr_claim;

wide vipr_value(const vipr_claim *of); /* of the set; 0 without one */

/* the number of constraints stated */
int vipr_state(text *to, const vipr_claim *claim, const proof_origin *origin);

#endif
