#include "compare_proof.h"
#include "../../engine/certify/proof.h"
#include "../../engine/report/export_columns.h"
#include "../../tools/proofcheck/check.h"
#include <string.h>

void compare_proof(arena *home, const program *g, const plan *found,
                   text *said) {
  static const char unsaid[] = "the checker said nothing";
  const proof_origin from = {NULL, 0, export_column_names(home, g)};
  const char *const proof = certify(home, g, found, &from);
  char words[4096] = {0};
  memcpy(words, unsaid, sizeof unsaid);
  FILE *const in = fmemopen((void *)(uintptr_t)proof, strlen(proof), "r");
  FILE *const out = fmemopen(words, sizeof words - 1, "w");
  const int result = in && out ? proof_check(in, out) : -1;
  if (in)
    fclose(in);
  if (out)
    fclose(out);
  if (result != 0)
    text_format(said, "the proof: %d, %s\n", result, words);
}
