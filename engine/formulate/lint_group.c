/* Groups that are empty, and groups that nothing names. */
#include "lint_work.h"

static const char *path_of(const lint_work *w, int index_of) {
  return arena_format(w->home, "groups.%s", w->rules->groups[index_of].id);
}

static bool has_no_country(const group *g) {
  if (!g->countries_stated)
    return false;
  for (int k = 0; k < country_count(); k++)
    if (country_set_has(&g->countries, k))
      return false;
  return true;
}

/* bits of the groups that somebody of a competing plan is in */
static uint64_t inhabited(const lint_work *w) {
  uint64_t to = 0;
  for (int a = 0; a < w->pool->count; a++) {
    const application *const plan = &w->pool->applications[a];
    for (int d = 0; d < plan->delegation_count; d++)
      if (w->g->from->item[a].competes)
        to |= plan->delegations[d].groups;
  }
  return to;
}

static uint64_t bit(int index_of) {
  return index_of < 0 ? 0 : UINT64_C(1) << index_of;
}

static uint64_t named(const policy *p) {
  uint64_t to = 0;
  for (int i = 0; i < p->rule_count; i++)
    to |= p->rules[i].of.groups;
  for (int i = 0; i < p->priority.count; i++)
    to |= bit(p->priority.items[i].group);
  for (int i = 0; i < p->course_count; i++)
    to |= bit(p->courses[i].all_people_in);
  for (int i = 0; i < p->group_count; i++)
    to |= p->groups[i].any_of | p->groups[i].all_of;
  for (int i = 0; i < p->tie_count; i++)
    to |= bit(p->ties[i].group);
  return to;
}

void lint_groups(lint_work *w) {
  const uint64_t full = inhabited(w), used = named(w->rules);
  for (int i = 0; i < w->rules->group_count; i++) {
    if (has_no_country(&w->rules->groups[i]))
      lint_say(w, REMARK_GROUP_NO_COUNTRY, path_of(w, i), NULL);
    else if (w->award_columns > 0 && !(full & bit(i)))
      lint_say(w, REMARK_GROUP_NOBODY, path_of(w, i), NULL);
    if (!(used & bit(i)))
      lint_say(w, REMARK_GROUP_UNUSED, path_of(w, i), NULL);
  }
}
