/* Groups: of countries, of senders, of plans; every condition must hold. */
#include "section.h"

/* ---- countries: the rows below stand in the order in which these combine */

static bool read_stated_countries(value v, void *to) {
  group *const g = to;
  g->countries_stated = true;
  return read_countries(v, &g->countries);
}

static bool read_territory(value v, void *to) {
  group *const g = to;
  country_set all;
  const char *const code = json_string_value(v.json);
  if (!code || !country_territory(code, &all))
    return value_refuse(v, "a UN M49 code that CLDR knows, such as \"002\"");
  for (int country = 0; country < country_count(); country++)
    if (g->countries_stated && !country_set_has(&g->countries, country))
      country_set_remove(&all, country);
  g->countries = all;
  g->countries_stated = true;
  return true;
}

static bool read_minus(value v, void *to) {
  group *const g = to;
  country_set less = {0};
  if (!g->countries_stated)
    return value_fail(v, "needs countries or territory beside it");
  if (!read_countries(v, &less))
    return false;
  for (int country = 0; country < country_count(); country++)
    if (country_set_has(&less, country))
      country_set_remove(&g->countries, country);
  return true;
}

/* ---- records */

static bool read_record(value v, void *to) {
  static const field rows[] = {
      {"since", read_year, offsetof(record_test, since), REQUIRED},
      /* of history.csv, which may name strands of years gone by */
      {"strands", read_names, offsetof(record_test, strands), OPTIONAL},
      {0}};
  ((record_test *)to)->stated = true;
  return value_fields(v, rows, to);
}

/* ---- groups of groups */

/* grows `reached`, for each group all those it leans on, by one step; false
 * when there is nothing more to add */
static bool reach_on(uint64_t *reached, int count) {
  bool grown = false;
  for (int g = 0; g < count; g++) {
    const uint64_t before = reached[g];
    for (int other = 0; other < count; other++)
      if (before >> other & 1)
        reached[g] |= reached[other];
    grown |= reached[g] != before;
  }
  return grown;
}

static bool refuse_circles(value v, const policy *p) {
  uint64_t reached[POLICY_GROUPS_MAX];
  for (int g = 0; g < p->group_count; g++)
    reached[g] = p->groups[g].any_of | p->groups[g].all_of;
  while (reach_on(reached, p->group_count))
    ;
  for (int g = 0; g < p->group_count; g++)
    if (reached[g] >> g & 1)
      return value_fail(value_key(v, p->groups[g].id),
                        "any_of and all_of lead back to the group itself");
  return true;
}

/* ---- the section */

static bool read_one(value v, group *to) {
  static const field rows[] = {
      {"countries", read_stated_countries, 0, OPTIONAL},
      {"territory", read_territory, 0, OPTIONAL},
      {"minus", read_minus, 0, OPTIONAL},
      {"has_record", read_record, offsetof(group, has_record), OPTIONAL},
      {"no_record", read_record, offsetof(group, no_record), OPTIONAL},
      {"senders_with_record", read_record, offsetof(group, senders_with_record),
       OPTIONAL},
      {"fields", read_names, offsetof(group, fields), OPTIONAL},
      {"host_types", read_names, offsetof(group, host_types), OPTIONAL},
      {"strands", read_strand_names, offsetof(group, strands), OPTIONAL},
      {"courses", read_course_names, offsetof(group, courses), OPTIONAL},
      {"any_of", read_groups, offsetof(group, any_of), OPTIONAL},
      {"all_of", read_groups, offsetof(group, all_of), OPTIONAL},
      {0}};
  return value_fields(v, rows, to) &&
         (json_object_size(v.json) ||
          value_fail(v, "a group must state at least one condition"));
}

bool read_groups_section(value v, void *to) {
  policy *const p = to;
  if (p->group_count > POLICY_GROUPS_MAX)
    return value_fail(v, "seen %d groups, allowed at most %d", p->group_count,
                      (int)POLICY_GROUPS_MAX);
  for (int g = 0; g < p->group_count; g++)
    if (!read_one(value_key(v, p->groups[g].id), &p->groups[g]))
      return false;
  return refuse_circles(v, p);
}
