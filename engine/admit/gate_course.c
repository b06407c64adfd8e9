/* What a strand and a course ask of a plan. */
#include "gate.h"
#include <assert.h>
#include <stdlib.h>

typedef struct limit {
  int64_t value; /* POLICY_NONE: none */
  const char *under;
} limit;

outcome hear_delegation(const trial *t) {
  if (t->plan->delegation_count == 0)
    trial_find(t, VERDICT_FAIL, "0", "1", "delegations.csv");
  return OUTCOME_TESTED;
}

outcome hear_strand_course(const trial *t) {
  const policy *p = t->of->rules;
  if (p->strand_count == 0)
    return OUTCOME_FREE;
  const int index = policy_strand(p, t->plan->strand);
  assert(index >= 0);
  const strand *s = &p->strands[index];
  const bool none_asked = s->courses.count == 0 && *t->plan->course == '\0';
  if (none_asked || names_find(&s->courses, t->plan->course) >= 0)
    return OUTCOME_TESTED;
  trial_fail(t, t->plan->course, arena_format(t->of->home, "strands.%s", s->id),
             "courses", finding_names(t->of->home, &s->courses));
  return OUTCOME_TESTED;
}

/* Of the base and the cases that apply the largest limit counts; where there
 * is no base there is no limit to lift. */
static limit days_limit(const trial *t) {
  const course *c = t->course;
  const int64_t km = t->of->row[t->place]->domestic_km;
  limit most = {c->days, trial_course_path(t)};
  if (most.value == POLICY_NONE || km == DOSSIER_MISSING)
    return most;
  for (int i = 0; i < c->days_if_count; i++)
    if (km >= c->days_if[i].km_at_least && c->days_if[i].days > most.value)
      most = (limit){
          c->days_if[i].days,
          arena_format(t->of->home, "courses.%s.days_if[%d]", c->id, i)};
  return most;
}

outcome hear_days(const trial *t) {
  if (!t->course)
    return OUTCOME_FREE;
  const limit most = days_limit(t);
  if (most.value == POLICY_NONE)
    return OUTCOME_FREE;
  const int64_t days = t->of->row[t->place]->days;
  if (days == DOSSIER_MISSING)
    return OUTCOME_UNTESTED;
  if (days > most.value)
    trial_fail(t, finding_integer(t->of->home, days), most.under, "days",
               finding_integer(t->of->home, most.value));
  return OUTCOME_TESTED;
}

static int by_size(const void *a, const void *b) {
  const int p = *(const int *)a, q = *(const int *)b;
  return (p > q) - (p < q);
}

static int sender_count(const trial *t) {
  const int count = t->plan->delegation_count;
  int *sender = ARENA_ARRAY(t->of->home, int, count + 1), named = 0;
  for (int i = 0; i < count; i++)
    if (t->plan->delegations[i].sender >= 0)
      sender[named++] = t->plan->delegations[i].sender;
  if (named > 1)
    qsort(sender, (size_t)named, sizeof *sender, by_size);
  int distinct = 0;
  for (int i = 0; i < named; i++)
    distinct += i == 0 || sender[i] != sender[i - 1];
  return distinct;
}

static limit people_limit(const trial *t) {
  const course *c = t->course;
  limit most = {c->people, trial_course_path(t)};
  if (most.value == POLICY_NONE || c->people_if_count == 0)
    return most;
  const int senders = sender_count(t);
  for (int i = 0; i < c->people_if_count; i++)
    if (senders >= c->people_if[i].senders_at_least &&
        c->people_if[i].people > most.value)
      most = (limit){
          c->people_if[i].people,
          arena_format(t->of->home, "courses.%s.people_if[%d]", c->id, i)};
  return most;
}

/* Leaders are inside the count. */
outcome hear_people(const trial *t) {
  if (!t->course)
    return OUTCOME_FREE;
  const limit most = people_limit(t);
  if (most.value == POLICY_NONE)
    return OUTCOME_FREE;
  const int64_t people = t->plan->awards[0].people;
  if (people > most.value)
    trial_fail(t, finding_integer(t->of->home, people), most.under, "people",
               finding_integer(t->of->home, most.value));
  return OUTCOME_TESTED;
}

outcome hear_all_people_in(const trial *t) {
  if (!t->course || t->course->all_people_in < 0)
    return OUTCOME_FREE;
  const pool *p = t->of->to;
  const int must = t->course->all_people_in;
  for (int i = 0; i < t->plan->delegation_count; i++) {
    const delegation *who = &t->plan->delegations[i];
    if (who->groups >> must & 1)
      continue;
    const char *sender = who->sender < 0 ? "" : p->senders.item[who->sender];
    trial_fail(t, trial_party(t, who->country, sender), trial_course_path(t),
               "all_people_in", p->rules->groups[must].id);
  }
  return OUTCOME_TESTED;
}
