/* Rules over the adopted set: at least, at most, of whom, of what. */
#include "../base/text.h"
#include "section.h"
#include <string.h>

/* ---- words */

static bool read_kind(value v, void *to) {
  static const char *const words[] = {"at_least", "at_most", NULL};
  const int choice = value_choice(v, words);
  *(bool *)to = choice == 1;
  return choice >= 0;
}

static bool read_dimension(value v, void *to) {
  static const char *const words[] = {"host",   "sender", "country",   "field",
                                      "course", "strand", "host_type", NULL};
  const int choice = value_choice(v, words);
  if (choice >= 0)
    *(dimension *)to = (dimension)(choice + DIMENSION_HOST);
  return choice >= 0;
}

static bool read_measure(value v, void *to) {
  static const char *const words[] = {"awards", "people", "yen", "countries",
                                      NULL};
  const int choice = value_choice(v, words);
  if (choice >= 0)
    *(measure *)to = (measure)choice;
  return choice >= 0;
}

static bool read_base(value v, void *to) {
  static const char *const words[] = {"budget", "adopted", NULL};
  const int choice = value_choice(v, words);
  if (choice >= 0)
    *(share_base *)to = (share_base)choice;
  return choice >= 0;
}

static bool read_strength(value v, void *to) {
  static const char *const words[] = {"must", "aim", "priced", NULL};
  const int choice = value_choice(v, words);
  if (choice >= 0)
    *(strength *)to = (strength)choice;
  return choice >= 0;
}

/* ---- numbers */

static bool read_limit(value v, void *to) {
  return value_integer(v, 0, POLICY_YEN_MAX, to);
}

static bool read_share(value v, void *to) {
  static const decimal_range share = {4, 0, SHARE_ONE,
                                      "0..1 with at most four decimals"};
  ((rule *)to)->is_share = true;
  return value_decimal(v, &share, &((rule *)to)->share);
}

static bool read_rank(value v, void *to) {
  return value_integer(v, 1, 1000000, to);
}

static bool read_price(value v, void *to) {
  static const decimal_range positive = {
      DECIMAL_PLACES, 1, 1000000 * (int64_t)DECIMAL_ONE,
      "more than 0, at most 1000000, with at most six decimals"};
  return value_decimal(v, &positive, to);
}

/* ---- id: the word by which rows of the program name their owner */

static bool is_taken(const char *id) {
  return text_same(id, "budget") || !strncmp(id, "reserved:", 9) ||
         !strncmp(id, "override:", 9) || !strncmp(id, "envelope:", 9);
}

static bool read_id(value v, void *to) {
  if (!read_name(v, to))
    return false;
  return !is_taken(*(const char **)to) ||
         value_refuse(
             v,
             "any id but budget, reserved:..., override:... and envelope:...");
}

/* ---- of */

static bool read_of_country(value v, void *to) {
  selector *const s = to;
  s->countries_stated = true;
  return read_country_or_countries(v, &s->countries);
}

static bool read_selector(value v, void *to) {
  static const field rows[] = {
      {"group", read_group_or_groups, offsetof(selector, groups), OPTIONAL},
      {"country", read_of_country, 0, OPTIONAL},
      {"strand", read_strand_or_strands, offsetof(selector, strands), OPTIONAL},
      {"course", read_course_or_courses, offsetof(selector, courses), OPTIONAL},
      {"field", read_name_or_names, offsetof(selector, fields), OPTIONAL},
      {"host_type", read_name_or_names, offsetof(selector, host_types),
       OPTIONAL},
      {"host", read_name_or_names, offsetof(selector, hosts), OPTIONAL},
      {0}};
  return value_fields(v, rows, to);
}

/* ---- how the keys of a rule go together */

static bool limit_agrees(value v, const rule *r) {
  const value total = value_key(v, "of_total");
  if (value_has(v, "limit") == r->is_share)
    return value_fail(v, "states %s, allowed exactly one",
                      r->is_share ? "both limit and share"
                                  : "neither limit nor share");
  if (!total.json == r->is_share)
    return value_fail(total, r->is_share
                                 ? "missing; a share is of \"budget\" or of "
                                   "\"adopted\""
                                 : "only beside a share");
  if (r->is_share && r->base == BASE_BUDGET && r->measure != MEASURE_YEN)
    return value_refuse(total, "\"adopted\", unless the measure is yen");
  return true;
}

/* `key` belongs to one strength, which cannot do without it */
static bool strength_agrees(value v, const rule *r, const char *key,
                            strength owner) {
  const char *const word = owner == STRENGTH_AIM ? "aim" : "priced";
  const value member = value_key(v, key);
  if (member.json && r->strength != owner)
    return value_fail(member, "only for strength \"%s\"", word);
  return member.json || r->strength != owner ||
         value_fail(member, "missing; strength \"%s\" needs it", word);
}

/* an empty set would always make the shortfall zero */
static bool aim_has_a_goal(value v, const rule *r) {
  return r->strength != STRENGTH_AIM || !r->is_share ||
         r->base != BASE_ADOPTED ||
         value_refuse(value_key(v, "of_total"), "\"budget\" for an aim");
}

static bool read_rule(value v, void *to) {
  static const field rows[] = {
      {"id", read_id, offsetof(rule, id), REQUIRED},
      {"kind", read_kind, offsetof(rule, at_most), REQUIRED},
      {"of", read_selector, offsetof(rule, of), OPTIONAL},
      {"for_each", read_dimension, offsetof(rule, for_each), OPTIONAL},
      {"measure", read_measure, offsetof(rule, measure), REQUIRED},
      {"limit", read_limit, offsetof(rule, limit), OPTIONAL},
      {"share", read_share, 0, OPTIONAL},
      {"of_total", read_base, offsetof(rule, base), OPTIONAL},
      {"strength", read_strength, offsetof(rule, strength), OPTIONAL},
      {"rank", read_rank, offsetof(rule, rank), OPTIONAL},
      {"points_per_unit", read_price, offsetof(rule, points_per_unit),
       OPTIONAL},
      {"text", read_text, offsetof(rule, text), OPTIONAL},
      {"source", read_text, offsetof(rule, source), OPTIONAL},
      {0}};
  rule *const r = to;
  r->text = r->source = "";
  return value_fields(v, rows, r) && limit_agrees(v, r) &&
         strength_agrees(v, r, "rank", STRENGTH_AIM) &&
         strength_agrees(v, r, "points_per_unit", STRENGTH_PRICED) &&
         aim_has_a_goal(v, r);
}

/* ---- how rules go together */

static bool ids_differ(value v, const policy *p) {
  text_table *const ids = text_table_new(v.in->home, (size_t)p->rule_count);
  for (int i = 0; i < p->rule_count; i++)
    if (text_table_add(ids, p->rules[i].id, i) != i)
      return value_fail(value_key(value_item(v, i), "id"),
                        "\"%s\" stands twice", p->rules[i].id);
  return true;
}

static bool ranks_differ(value v, const policy *p) {
  for (int i = 0; i < p->rule_count; i++)
    for (int j = 0; j < i && p->rules[i].rank; j++)
      if (p->rules[i].rank == p->rules[j].rank)
        return value_fail(value_key(value_item(v, i), "rank"),
                          "rules[%d] has rank %lld as well", j,
                          (long long)p->rules[i].rank);
  return true;
}

bool read_rules_section(value v, void *to) {
  policy *const p = to;
  p->rules = value_structs(v, sizeof *p->rules, read_rule, &p->rule_count);
  return p->rules && ids_differ(v, p) && ranks_differ(v, p);
}
