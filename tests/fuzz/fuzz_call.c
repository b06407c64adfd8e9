/* Any files as a whole call (desk.h says how they are told apart), decided
 * within a few nodes, explained and reported in both languages. */
#include "../../engine/report/report.h"
#include "desk.h"
#include "target.h"
#include <assert.h>

static outcome *read_call(arena *home, error *err) {
  complaints list = {0};
  outcome *const o = ARENA_NEW(home, outcome);
  const policy *const rules = policy_read(home, desk_folder(), err);
  o->inputs =
      rules ? read_dossier(home, rules, desk_folder(), &list, err) : NULL;
  const pool *const p = o->inputs ? admit(home, rules, o->inputs, err) : NULL;
  o->merits = p ? score(home, p, err) : NULL;
  return o->merits ? o : NULL;
}

static void report(arena *home, outcome *o, error *err) {
  for (int in = LANGUAGE_EN; in <= LANGUAGE_JA; in++) {
    o->in = (language)in;
    assert(report_decision_json(home, o, err));
    assert(*report_adoption_csv(home, o) && *report_findings_csv(home, o));
    assert(*report_summary(home, o, "out"));
  }
}

static void decide(arena *home, outcome *o, error *err) {
  const solve_options how = {.nodes = 20, .alternatives = 1};
  const worths *const w = weigh(home, o->merits, err);
  const program *const g = w ? formulate(home, w, err) : NULL;
  const plan *const found = g ? solve(home, g, &how, err) : NULL;
  o->account = found ? explain(home, g, found, err) : NULL;
  if (o->account)
    report(home, o, err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  arena *const home = arena_open();
  error err = {.kind = ERROR_NONE};
  desk_lay((bytes){(const char *)data, size}, NULL);
  outcome *const o = read_call(home, &err);
  if (o)
    decide(home, o, &err);
  assert(err.kind == ERROR_NONE || err.kind == ERROR_INPUT);
  desk_clear();
  arena_close(home);
  return 0;
}
