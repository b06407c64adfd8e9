#include "gate.h"
#include <assert.h>
#include <stddef.h>

/* The thresholds, last of the gates, are tested on scores, in score/. */
static const struct gate_row {
  gate gate;
  const char *cites; /* key path, for what could not be tested */
  gate_hearing *hear;
} gates[] = {
    {GATE_DELEGATION, "delegations.csv", hear_delegation},
    {GATE_STRAND_COURSE, "strands", hear_strand_course},
    {GATE_DAYS, "courses.days", hear_days},
    {GATE_PEOPLE, "courses.people", hear_people},
    {GATE_ALL_PEOPLE_IN, "courses.all_people_in", hear_all_people_in},
    {GATE_FIRST_VISIT, "admission.first_visit", hear_first_visit},
    {GATE_AGE, "admission.oldest_age", hear_age},
    {GATE_ROLE, "admission.roles", hear_role},
    {GATE_FIELD, "admission.fields", hear_field},
    {GATE_REVIEWS, "admission.reviews_at_least", hear_reviews},
    {GATE_HOST_EXCESS, "admission.applications_per_host_at_most",
     hear_host_excess},
    {GATE_COST_HEAD, "cost.by_host_type", hear_cost_heads},
    {GATE_ADMIN_PERCENT, "cost.admin_percent", hear_admin_percent},
};
enum { GATE_ROWS = sizeof gates / sizeof *gates };
static_assert(GATE_ROWS == (int)GATE_THRESHOLD_CRITERION,
              "a row for every gate");

void trial_find(const trial *t, verdict how, const char *seen,
                const char *allowed, const char *cites) {
  finding_add(&t->of->findings,
              (finding){t->place, t->gate, how, seen, allowed, cites});
}

void trial_fail(const trial *t, const char *seen, const char *under,
                const char *key, const char *words) {
  trial_find(t, VERDICT_FAIL, seen, words,
             finding_cite(t->of->home, under, key, words));
}

const char *trial_course_path(const trial *t) {
  assert(t->course);
  return arena_format(t->of->home, "courses.%s", t->course->id);
}

const delegation_row *trial_delegation(const trial *t, int n) {
  const rows_of *rows = &t->of->delegations;
  const int at = rows->start[t->place] + n;
  return at < rows->start[t->place + 1]
             ? &t->of->from->delegations[rows->row[at]]
             : NULL;
}

const char *trial_party(const trial *t, int country, const char *sender) {
  const char *slash = *sender ? "/" : "";
  return arena_format(t->of->home, "%s%s%s", country_code(country), slash,
                      sender);
}

static trial trial_of(draft *d, int place, gate gate_now) {
  const application *plan = &d->to->applications[place];
  const int course_index = policy_course(d->rules, plan->course);
  const course *c = course_index < 0 ? NULL : &d->rules->courses[course_index];
  return (trial){d, place, plan, c, gate_now};
}

static void note_untested(draft *d, const struct gate_row *row, int untested,
                          int of) {
  const char *seen = arena_format(d->home, "%d of %d", untested, of);
  finding_add(&d->findings,
              (finding){-1, row->gate, VERDICT_OK, seen, "", row->cites});
}

static void run_gate(draft *d, const struct gate_row *row) {
  int untested = 0, asked = 0;
  for (int a = 0; a < d->to->count; a++) {
    const trial t = trial_of(d, a, row->gate);
    const outcome how = row->hear(&t);
    asked += how != OUTCOME_FREE;
    untested += how == OUTCOME_UNTESTED;
  }
  if (untested > 0)
    note_untested(d, row, untested, asked);
}

static void hand_down(draft *d) {
  for (int i = 0; i < d->findings.count; i++) {
    const finding *f = &d->findings.item[i];
    if (f->application < 0)
      continue;
    application *plan = &d->to->applications[f->application];
    if (f->verdict > plan->verdict)
      plan->verdict = f->verdict;
  }
}

void gate_test(draft *d) {
  for (int i = 0; i < GATE_ROWS; i++) {
    assert((int)gates[i].gate == i);
    run_gate(d, &gates[i]);
  }
  finding_sort(&d->findings);
  hand_down(d);
  d->to->findings = d->findings.item;
  d->to->finding_count = d->findings.count;
}
