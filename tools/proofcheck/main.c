/* proofcheck PROOF - exit 0 proved, 1 not, 2 unreadable or wrong usage */
#include "check.h"
#include <string.h>

int main(int count, char **words) {
  const char *const path = count == 2 ? words[1] : "-";
  const int help = strcmp(path, "--help") == 0 || strcmp(path, "-h") == 0;
  FILE *const from = *path == '-' ? NULL : fopen(path, "rb");
  const int verdict = from ? proof_check(from, stdout) : help ? 0 : 2;
  if (*path == '-')
    fputs("usage: proofcheck PROOF\n"
          "exit: 0 proved, 1 refuted or incomplete, 2 unreadable\n",
          help ? stdout : stderr);
  else if (!from || fclose(from) != 0)
    perror(path);
  if (fflush(stdout) == 0 && !ferror(stdout))
    return verdict;
  return perror("proofcheck: standard output"), 2;
}
