#include "call.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

static dossier *read_tables(arena *home, const policy *rules,
                            const char *folder, language in, error *err) {
  complaints list = {0};
  dossier *const d = read_dossier(home, rules, folder, &list, err);
  /* When the machine fails, what else is complained of may follow from that. */
  if (d || err->kind != ERROR_INPUT)
    return d;
  fputs(report_complaints(home, in, &list), stderr);
  if (list.count > 0) /* the list says it better than its first item again */
    err->text[0] = '\0';
  return NULL;
}

outcome *call_read(arena *home, const char *folder, language in, error *err) {
  outcome *const o = ARENA_NEW(home, outcome);
  const policy *const rules = policy_read(home, folder, err);
  o->in = in;
  o->inputs = rules ? read_tables(home, rules, folder, in, err) : NULL;
  const pool *const p = o->inputs ? admit(home, rules, o->inputs, err) : NULL;
  o->merits = p ? score(home, p, err) : NULL;
  return o->merits ? o : NULL;
}

bool call_print(const char *screen, error *err) {
  if (fputs(screen, stdout) >= 0 && fflush(stdout) == 0 && !ferror(stdout))
    return true;
  return FAIL(err, ERROR_SYSTEM, "stdout", 0, 0, "cannot write: %s",
              strerror(errno));
}
