#include "proof.h"
#include "../engine/report/export_columns.h"

const char *proof_of_call(arena *home, const outcome *o, const program *g,
                          const plan *found) {
  const dossier *const d = o->inputs;
  proof_input *const inputs = ARENA_ARRAY(home, proof_input, d->file_count);
  for (int i = 0; i < d->file_count; i++)
    inputs[i] = (proof_input){d->files[i].name, d->files[i].sha256};
  const proof_origin from = {inputs, d->file_count,
                             export_column_names(home, g)};
  return certify(home, g, found, &from);
}
