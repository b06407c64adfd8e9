#include "compare_record.h"
#include "../../engine/audit/claimed_plan.h"
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

/* the record written again from the set that it claims */
static void write_again(arena *home, const program *g, outcome o, bytes record,
                        differences *found, error *err) {
  const plan *const claimed =
      claimed_plan_of(home, g, record, (bytes){NULL, 0}, err);
  o.account = claimed ? explain(home, g, claimed, err) : NULL;
  const char *const again =
      o.account ? report_decision_json(home, &o, err) : NULL;
  if (!again || !audit_record(home, record, again, found, err))
    audit_add(found, (difference){AUDIT_FILE_MISSING, "again", "", "", ""});
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
  else if (found.count == 0)
    write_again(home, run->program, o, (bytes){record, strlen(record)}, &found,
                &err);
  say(&found, said);
  if (ok && claim.has_set && found.compared < 20)
    text_add(said, "audit: hardly a figure was compared\n");
}
