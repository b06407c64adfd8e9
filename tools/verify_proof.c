#include "verify_proof.h"
#include "proofcheck/check.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UNREADABLE = 2 }; /* as proof_check says it */

static bool refuse(error *err, const char *path) {
  return FAIL(err, ERROR_SYSTEM, path, 0, 0, "cannot read: %s",
              strerror(errno));
}

bool proof_judge(arena *home, const char *path, verification *to, error *err) {
  char *words = NULL;
  size_t length = 0;
  FILE *const from = fopen(path, "rb");
  if (!from)
    return refuse(err, path);
  FILE *const say = open_memstream(&words, &length);
  const int judged = say ? proof_check(from, say) : 0;
  fclose(from);
  const bool ok = say && fclose(say) == 0;
  while (ok && length > 0 && words[length - 1] == '\n')
    length--;
  to->proof_says = ok ? arena_text(home, words, length) : NULL;
  free(words);
  if (!ok)
    return refuse(err, path);
  if (judged == UNREADABLE && !to->call)
    return FAIL(err, ERROR_INPUT, path, 0, 0, "%s", to->proof_says);
  to->state[AUDIT_PART_PROOF] = PART_DONE;
  if (judged != 0)
    audit_add(to->found,
              (difference){AUDIT_PROOF_REFUTED, path, "", to->proof_says, ""});
  return true;
}
