/* statement - what a proof speaks of, in the words of proof.h. */
#ifndef SAITAKU_CERTIFY_STATEMENT_H
#define SAITAKU_CERTIFY_STATEMENT_H

#include "../base/text.h"
#include "proof.h"
#include "replay.h"

void statement_add_origin(text *to, const proof_origin *from);
void statement_add(text *to, const program *g, const char *const *called);
void statement_add_sets(text *to, const program *g, const sets *listed);

/* without blanks */
void statement_add_name(text *to, const char *name);
void statement_add_row_name(text *to, const program *g, const row *r);

#endif
