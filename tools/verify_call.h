/* verify_call - everything that propose wrote, checked against the call. */
#ifndef SAITAKU_TOOLS_VERIFY_CALL_H
#define SAITAKU_TOOLS_VERIFY_CALL_H

#include "../engine/report/report.h"
#include "../engine/report/verify.h"

typedef struct verify_places {
  const char *call, *out; /* null: only a proof is there */
  const char *proof;
} verify_places;

/* False with *err when the call or its record cannot be read as it is. */
bool verify_call(arena *home, const verify_places *where, language in,
                 verification *to, error *err);

/* the proof alone, by the checker of tools/proofcheck */
bool verify_proof(arena *home, const verify_places *where, verification *to,
                  error *err);

#endif
