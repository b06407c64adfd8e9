/* audit_proof - is the proof about this program, these inputs and this set?
 * Whether it holds is another question, for proofcheck.
 * Cost: linear in the proof's statement. */
#ifndef SAITAKU_AUDIT_AUDIT_PROOF_H
#define SAITAKU_AUDIT_AUDIT_PROOF_H

#include "../formulate/program.h"
#include "audit.h"

typedef struct stated_program {
  const program *of;
  const char *const *column_names;
  const char *statement; /* as certify writes it for this program */
  const int64_t *x;      /* the record's set; null: none */
} stated_program;

void audit_proof(bytes proof, const audit_files *inputs,
                 const stated_program *now, differences *to);

#endif
