/* proofcheck PROOF - exit 0 proved, 1 refuted, 2 unreadable or wrong usage */
#include "check.h"

int main(int count, char **words) {
  if (count != 2)
    return fputs("usage: proofcheck PROOF\n", stderr), 2;
  FILE *const from = fopen(words[1], "rb");
  const int verdict = from ? proof_check(from, stdout) : 2;
  if (!from || fclose(from) != 0)
    perror(words[1]);
  if (fflush(stdout) == 0 && !ferror(stdout))
    return verdict;
  return perror("proofcheck: standard output"), 2;
}
