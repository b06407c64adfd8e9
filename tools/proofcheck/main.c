/* proofcheck PROOF - exit 0 proved, 1 refuted, 2 unreadable or wrong usage */
#include "check.h"
#include <stdbool.h>
#include <string.h>

int main(int count, char **words) {
  const bool asks = count == 2 && strcmp(words[1], "--help") == 0;
  if (count != 2 || asks)
    return fputs("usage: proofcheck PROOF\n"
                 "exit status: 0 proved, 1 refuted, 2 unreadable\n",
                 asks ? stdout : stderr),
           asks ? 0 : 2;
  FILE *const from = fopen(words[1], "rb");
  if (!from)
    return perror(words[1]), 2;
  const int verdict = proof_check(from, stdout);
  fclose(from);
  if (fflush(stdout) == 0 && !ferror(stdout))
    return verdict;
  return perror("proofcheck: standard output"), 2;
}
