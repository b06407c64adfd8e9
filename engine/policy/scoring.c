/* How reviews become scores: scale, criteria, method, thresholds, unit. */
#include "../base/text.h"
#include "section.h"

/* ---- the scale */

static bool read_better(value v, void *to) {
  static const char *const words[] = {"high", "low", NULL};
  const int choice = value_choice(v, words);
  *(bool *)to = choice == 1;
  return choice >= 0;
}

/* A grade that also reads as a number, or as a conflict of interest, would
 * leave it open what a cell of scores.csv says. */
static bool is_clear(const char *id) {
  int64_t number;
  return !number_decimal(id, DECIMAL_PLACES, &number) && !text_same(id, "COI");
}

static bool read_grade(value v, void *to) {
  grade *const g = to;
  if (!is_clear(g->id))
    return value_fail(v, "a grade may be neither a number nor COI");
  return read_number(v, &g->score);
}

static bool read_grades(value v, void *to) {
  scoring *const s = to;
  s->grades = value_map(v, sizeof *s->grades, read_grade, &s->grade_count);
  return s->grades;
}

static bool grades_fit(value v, const scoring *s) {
  for (int i = 0; i < s->grade_count; i++) {
    const grade *g = &s->grades[i];
    if (g->score < s->low || g->score > s->high)
      return value_refuse(value_key(value_key(v, "grades"), g->id),
                          "a score within the scale");
  }
  return true;
}

static bool read_scale(value v, void *to) {
  static const field rows[] = {
      {"low", read_number, offsetof(scoring, low), REQUIRED},
      {"high", read_number, offsetof(scoring, high), REQUIRED},
      {"better", read_better, offsetof(scoring, low_is_better), OPTIONAL},
      {"grades", read_grades, 0, OPTIONAL},
      {0}};
  scoring *const s = to;
  if (!value_fields(v, rows, s))
    return false;
  if (s->low >= s->high)
    return value_refuse(value_key(v, "low"), "less than high");
  return grades_fit(v, s);
}

/* ---- criteria */

static bool read_weight(value v, void *to) {
  static const decimal_range positive = {
      DECIMAL_PLACES, 1, 1000000 * (int64_t)DECIMAL_ONE,
      "more than 0, at most 1000000, with at most six decimals"};
  return value_decimal(v, &positive, to);
}

static bool read_criterion(value v, void *to) {
  static const field rows[] = {
      {"id", read_name, offsetof(criterion, id), REQUIRED},
      {"weight", read_weight, offsetof(criterion, weight), OPTIONAL},
      {"at_least", read_number, offsetof(criterion, at_least), OPTIONAL},
      {0}};
  criterion *const c = to;
  c->weight = DECIMAL_ONE;
  c->at_least = POLICY_NONE;
  return value_fields(v, rows, c);
}

/* ids differ; weights are stated by every criterion or by none, since a weight
 * left out among others would most likely be a slip */
static bool criteria_agree(value v, const scoring *s) {
  text_table *const ids =
      text_table_new(v.in->home, (size_t)s->criterion_count);
  const bool weighted = value_has(value_item(v, 0), "weight");
  for (int i = 0; i < s->criterion_count; i++) {
    const value item = value_item(v, i);
    if (text_table_add(ids, s->criteria[i].id, i) != i)
      return value_fail(value_key(item, "id"), "\"%s\" stands twice",
                        s->criteria[i].id);
    if (value_has(item, "weight") != weighted)
      return value_fail(value_key(item, "weight"),
                        "stated by some criteria only, allowed all or none");
  }
  return true;
}

static bool read_criteria(value v, void *to) {
  scoring *const s = to;
  s->criteria = value_structs(v, sizeof *s->criteria, read_criterion,
                              &s->criterion_count);
  if (!s->criteria)
    return false;
  if (!s->criterion_count)
    return value_fail(v, "the list is empty");
  return criteria_agree(v, s);
}

/* ---- method and unit */

static bool read_method(value v, void *to) {
  static const char *const words[] = {"mean",        "median",  "trimmed_mean",
                                      "t_score",     "trimmed", "tscore",
                                      "mixed_model", NULL};
  static const method methods[] = {
      METHOD_MEAN,         METHOD_MEDIAN,  METHOD_TRIMMED_MEAN, METHOD_T_SCORE,
      METHOD_TRIMMED_MEAN, METHOD_T_SCORE, METHOD_MIXED_MODEL};
  const int choice = value_choice(v, words);
  if (choice >= 0)
    *(method *)to = methods[choice];
  return choice >= 0;
}

static bool read_unidentified(value v, void *to) {
  static const char *const words[] = {"stop",         "raw",       "assume",
                                      "equal_groups", "envelopes", NULL};
  const int choice = value_choice(v, words);
  if (choice >= 0)
    *(unidentified *)to = (unidentified)choice;
  return choice >= 0;
}

static bool read_envelopes_by(value v, void *to) {
  static const char *const words[] = {"yen", "plans", NULL};
  const int choice = value_choice(v, words);
  if (choice >= 0)
    *(envelopes_by *)to = (envelopes_by)choice;
  return choice >= 0;
}

static bool read_trim(value v, void *to) {
  static const decimal_range below_half = {
      DECIMAL_PLACES, 0, DECIMAL_ONE / 2 - 1,
      "0 or more, less than 0.5, with at most six decimals"};
  return value_decimal(v, &below_half, to);
}

static bool read_unit(value v, void *to) {
  static const decimal_range range = {DECIMAL_PLACES, 1, DECIMAL_ONE,
                                      "a power of ten, 0.000001..1"};
  scoring *const s = to;
  if (!value_decimal(v, &range, &s->unit))
    return false;
  decimal power = DECIMAL_ONE;
  for (s->unit_places = 0; power > s->unit; s->unit_places++)
    power /= 10;
  return power == s->unit || value_refuse(v, range.allowed);
}

bool read_scoring_section(value v, void *to) {
  static const field rows[] = {
      {"scale", read_scale, 0, REQUIRED},
      {"criteria", read_criteria, 0, REQUIRED},
      {"method", read_method, offsetof(scoring, method), OPTIONAL},
      {"unidentified", read_unidentified, offsetof(scoring, unidentified),
       OPTIONAL},
      {"envelopes_by", read_envelopes_by, offsetof(scoring, envelopes_by),
       OPTIONAL},
      {"panel_effects", read_flag, offsetof(scoring, panel_effects), OPTIONAL},
      {"trim", read_trim, offsetof(scoring, trim), OPTIONAL},
      {"at_least", read_number, offsetof(scoring, at_least), OPTIONAL},
      {"unit", read_unit, 0, OPTIONAL},
      {0}};
  scoring *const s = &((policy *)to)->scoring;
  s->trim = DECIMAL_ONE / 5;
  s->at_least = POLICY_NONE;
  s->unit = DECIMAL_ONE / 1000;
  s->unit_places = 3;
  if (!value_fields(v, rows, s))
    return false;
  if (value_has(v, "envelopes_by") && s->unidentified != UNIDENTIFIED_ENVELOPES)
    return value_fail(value_key(v, "envelopes_by"),
                      "only for unidentified \"envelopes\"");
  if (value_has(v, "panel_effects") && s->method != METHOD_MIXED_MODEL)
    return value_fail(value_key(v, "panel_effects"),
                      "only for method \"mixed_model\"");
  return true;
}
