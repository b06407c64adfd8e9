/* What admission asks of the people themselves, row by row. */
#include "gate.h"
#include <inttypes.h>
#include <stddef.h>

static const char *party_of(const trial *t, const delegation_row *row) {
  return trial_party(t, row->country, row->sender_id);
}

static outcome heard(const trial *t, bool all_stated) {
  if (t->plan->delegation_count == 0)
    return OUTCOME_FREE;
  return all_stated ? OUTCOME_TESTED : OUTCOME_UNTESTED;
}

/* A course that speaks of first visits itself goes before admission. */
outcome hear_first_visit(const trial *t) {
  const bool by_course = t->course && t->course->visit_stated;
  const bool asked =
      by_course ? t->course->first_visit : t->of->rules->admission.first_visit;
  if (!asked)
    return OUTCOME_FREE;
  const char *under = by_course ? trial_course_path(t) : "admission";
  const delegation_row *row = NULL;
  bool all_stated = true;
  for (int i = 0; (row = trial_delegation(t, i)); i++) {
    all_stated = all_stated && row->first_visit != ANSWER_MISSING;
    if (row->first_visit == ANSWER_NO)
      trial_fail(t, arena_format(t->of->home, "%s: false", party_of(t, row)),
                 under, "first_visit", "true");
  }
  return heard(t, all_stated);
}

outcome hear_age(const trial *t) {
  const int64_t most = t->of->rules->admission.oldest_age;
  if (most == POLICY_NONE)
    return OUTCOME_FREE;
  const delegation_row *row = NULL;
  bool all_stated = true;
  for (int i = 0; (row = trial_delegation(t, i)); i++) {
    all_stated = all_stated && row->oldest_age != DOSSIER_MISSING;
    if (row->oldest_age > most)
      trial_fail(t,
                 arena_format(t->of->home, "%s: %" PRId64, party_of(t, row),
                              row->oldest_age),
                 "admission", "oldest_age", finding_integer(t->of->home, most));
  }
  return heard(t, all_stated);
}

outcome hear_role(const trial *t) {
  const names *roles = &t->of->rules->admission.roles;
  if (roles->count == 0)
    return OUTCOME_FREE;
  const delegation_row *row = NULL;
  bool all_stated = true;
  for (int i = 0; (row = trial_delegation(t, i)); i++) {
    const bool stated = *row->role != '\0';
    all_stated = all_stated && stated;
    if (stated && names_find(roles, row->role) < 0)
      trial_fail(
          t, arena_format(t->of->home, "%s: %s", party_of(t, row), row->role),
          "admission", "roles", finding_names(t->of->home, roles));
  }
  return heard(t, all_stated);
}
