#include "compare_record.h"
#include "../../engine/audit/audit.h"
#include "../../engine/report/report.h"
#include <string.h>

static void say(const differences *all, text *said) {
  for (int i = 0; i < all->count; i++) {
    const difference *const d = &all->item[i];
    text_format(said, "audit: %s \"%s\" %s: recorded %s, recounted %s\n",
                audit_word(d->code), d->subject, d->field, d->recorded,
                d->recounted);
  }
}

void compare_record(arena *home, const recorded_run *run, text *said) {
  error err = {0};
  const merits *const m = run->program->from->from;
  outcome o = {.inputs = run->inputs, .merits = m};
  o.account = explain(home, run->program, run->plan, &err);
  const char *const record = report_decision_json(home, &o, &err);
  const audit_call call = {m->of->rules, run->inputs, NULL};
  decision_claim claim = {0};
  differences found = {.home = home};
  const bool ok =
      record && audit_decision(home, &call, (bytes){record, strlen(record)},
                               &claim, &found, &err);
  if (!ok)
    text_format(said, "audit: %s\n", err.text);
  say(&found, said);
  if (ok && claim.has_set && found.compared < 20)
    text_add(said, "audit: hardly a figure was compared\n");
}
