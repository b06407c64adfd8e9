#include "proof.h"
#include "../engine/certify/vipr.h"
#include "../engine/report/export_columns.h"

static proof_origin origin_of(arena *home, const outcome *o, const program *g) {
  const dossier *const d = o->inputs;
  proof_input *const inputs = ARENA_ARRAY(home, proof_input, d->file_count);
  for (int i = 0; i < d->file_count; i++)
    inputs[i] = (proof_input){d->files[i].name, d->files[i].sha256};
  return (proof_origin){inputs, d->file_count, export_column_names(home, g)};
}

const char *proof_of_call(arena *home, const outcome *o, const program *g,
                          const plan *found) {
  const proof_origin from = origin_of(home, o, g);
  return certify(home, g, found, &from);
}

const char *vipr_of_call(arena *home, const outcome *o, const program *g,
                         const plan *found) {
  const proof_origin from = origin_of(home, o, g);
  return vipr_certificate(home, g, found, &from);
}
