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

const pool *call_admit(arena *home, const char *folder, language in,
                       const dossier **inputs, error *err) {
  const policy *const rules = policy_read(home, folder, err);
  *inputs = rules ? read_tables(home, rules, folder, in, err) : NULL;
  return *inputs ? admit(home, rules, *inputs, err) : NULL;
}

outcome *call_read(arena *home, const char *folder, language in, error *err) {
  outcome *const o = ARENA_NEW(home, outcome);
  o->in = in;
  const pool *const p = call_admit(home, folder, in, &o->inputs, err);
  o->merits = p ? score(home, p, err) : NULL;
  return o->merits ? o : NULL;
}

bool call_print(const char *screen, error *err) {
  if (fputs(screen, stdout) >= 0 && fflush(stdout) == 0 && !ferror(stdout))
    return true;
  return FAIL(err, ERROR_SYSTEM, "stdout", 0, 0, "cannot write: %s",
              strerror(errno));
}
