/* Any bytes as a proof: a verdict comes back, with a sentence that says it. */
#include "../../tools/proofcheck/check.h"
#include "target.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char *const opening[] = {"proved: ", "refuted, line ",
                                        "unreadable, line "};
  char *said = NULL;
  size_t length = 0;
  FILE *const from = size > 0 ? fmemopen((void *)data, size, "rb") : tmpfile();
  FILE *const say = open_memstream(&said, &length);
  assert(from && say);
  const int verdict = proof_check(from, say);
  fclose(from);
  fclose(say);
  assert(verdict >= 0 && verdict <= 2);
  static const char incomplete[] = "incomplete, line ";
  assert(strncmp(said, opening[verdict], strlen(opening[verdict])) == 0 ||
         (verdict == 1 && strncmp(said, incomplete, strlen(incomplete)) == 0));
  free(said);
  return 0;
}
