/* Who may compete, and what may be paid: strands, courses, admission, cost. */
#include "section.h"

/* ---- courses */

static bool read_days_rule(value v, void *to) {
  static const field rows[] = {
      {"domestic_km_at_least", read_count, offsetof(days_rule, km_at_least),
       REQUIRED},
      {"days", read_count, offsetof(days_rule, days), REQUIRED},
      {0}};
  return value_fields(v, rows, to);
}

static bool read_days_if(value v, void *to) {
  course *const c = to;
  c->days_if =
      value_structs(v, sizeof *c->days_if, read_days_rule, &c->days_if_count);
  return c->days_if;
}

static bool read_people_rule(value v, void *to) {
  static const field rows[] = {
      {"senders_at_least", read_count, offsetof(people_rule, senders_at_least),
       REQUIRED},
      {"people", read_count, offsetof(people_rule, people), REQUIRED},
      {0}};
  return value_fields(v, rows, to);
}

static bool read_people_if(value v, void *to) {
  course *const c = to;
  c->people_if = value_structs(v, sizeof *c->people_if, read_people_rule,
                               &c->people_if_count);
  return c->people_if;
}

static bool read_visit(value v, void *to) {
  course *const c = to;
  c->visit_stated = true;
  return read_flag(v, &c->first_visit);
}

/* a wider limit for some needs a limit for the others */
static bool has_base(value v, const char *limit, const char *exception) {
  return value_has(v, limit) || !value_has(v, exception) ||
         value_fail(value_key(v, exception), "needs %s beside it", limit);
}

static bool read_course(value v, course *to) {
  static const field rows[] = {
      {"days", read_count, offsetof(course, days), OPTIONAL},
      {"days_if", read_days_if, 0, OPTIONAL},
      {"people", read_count, offsetof(course, people), OPTIONAL},
      {"people_if", read_people_if, 0, OPTIONAL},
      {"all_people_in", read_group, offsetof(course, all_people_in), OPTIONAL},
      {"first_visit", read_visit, 0, OPTIONAL},
      {0}};
  to->days = to->people = POLICY_NONE;
  to->all_people_in = -1;
  return value_fields(v, rows, to) && has_base(v, "days", "days_if") &&
         has_base(v, "people", "people_if");
}

bool read_courses_section(value v, void *to) {
  policy *const p = to;
  for (int i = 0; i < p->course_count; i++)
    if (!read_course(value_key(v, p->courses[i].id), &p->courses[i]))
      return false;
  return true;
}

/* ---- strands */

/* an empty list says what leaving it out says: the strand has no courses */
static bool read_strand_courses(value v, void *to) {
  if (!value_list(v, false) || !value_count(v))
    return json_is_array(v.json);
  if (!v.in->policy->course_count)
    return value_fail(v, "names courses, but the policy states none");
  return read_course_names(v, to);
}

bool read_strands_section(value v, void *to) {
  static const field rows[] = {
      {"courses", read_strand_courses, offsetof(strand, courses), OPTIONAL},
      {0}};
  policy *const p = to;
  for (int i = 0; i < p->strand_count; i++)
    if (!value_fields(value_key(v, p->strands[i].id), rows, &p->strands[i]))
      return false;
  return true;
}

/* ---- admission */

static bool read_on_excess(value v, void *to) {
  static const char *const words[] = {"latest_fail", "all_fail", NULL};
  const int choice = value_choice(v, words);
  *(excess *)to = choice == 1 ? EXCESS_ALL_FAIL : EXCESS_LATEST_FAIL;
  return choice >= 0;
}

bool read_admission_section(value v, void *to) {
  static const field rows[] = {
      {"oldest_age", read_count, offsetof(admission, oldest_age), OPTIONAL},
      {"first_visit", read_flag, offsetof(admission, first_visit), OPTIONAL},
      {"roles", read_names, offsetof(admission, roles), OPTIONAL},
      {"fields", read_names, offsetof(admission, fields), OPTIONAL},
      {"reviews_at_least", read_count, offsetof(admission, reviews_at_least),
       OPTIONAL},
      {"applications_per_host_at_most", read_count,
       offsetof(admission, applications_per_host_at_most), OPTIONAL},
      {"on_excess", read_on_excess, offsetof(admission, on_excess), OPTIONAL},
      {0}};
  return value_fields(v, rows, &((policy *)to)->admission);
}

/* ---- cost */

static bool read_percent(value v, void *to) {
  static const decimal_range percent = {DECIMAL_PLACES, 0,
                                        100 * (int64_t)DECIMAL_ONE,
                                        "0..100 with at most six decimals"};
  return value_decimal(v, &percent, to);
}

static bool read_host_heads(value v, void *to) {
  return read_names(v, &((host_heads *)to)->heads);
}

static bool read_by_host_type(value v, void *to) {
  cost *const c = to;
  c->by_host_type = value_map(v, sizeof *c->by_host_type, read_host_heads,
                              &c->by_host_type_count);
  return c->by_host_type;
}

bool read_cost_section(value v, void *to) {
  static const field rows[] = {
      {"heads", read_names, offsetof(cost, heads), OPTIONAL},
      {"admin_percent", read_percent, offsetof(cost, admin_percent), OPTIONAL},
      {"by_host_type", read_by_host_type, 0, OPTIONAL},
      {0}};
  return value_fields(v, rows, &((policy *)to)->cost);
}
