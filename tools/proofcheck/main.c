/* proofcheck PROOF - exit 0 proved, 1 refuted, 2 unreadable or wrong usage */
#include "check.h"
#include <string.h>

int main(int count, char **words) {
  const char *const usage = "usage: proofcheck PROOF\n"
                            "exit status: 0 proved, 1 refuted, 2 unreadable\n";
  if (count != 2)
    return fputs(usage, stderr), 2;
  if (strcmp(words[1], "--help") == 0)
    return fputs(usage, stdout) < 0 || fflush(stdout) != 0 ? 2 : 0;
  FILE *const from = fopen(words[1], "rb");
  if (!from)
    return perror(words[1]), 2;
  const int verdict = proof_check(from, stdout);
  fclose(from);
  if (fflush(stdout) != 0 || ferror(stdout))
    return perror("proofcheck: standard output"), 2;
  return verdict;
}
