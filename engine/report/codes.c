#include "codes.h"

const char *code_status(plan_status status) {
  static const char *const word[] = {[PLAN_OPTIMAL] = "optimal",
                                     [PLAN_FEASIBLE] = "feasible",
                                     [PLAN_UNKNOWN] = "unknown",
                                     [PLAN_INFEASIBLE] = "infeasible"};
  return word[status];
}

const char *code_reason(reason_code reason) {
  static const char *const word[] = {[REASON_SELECTED] = "selected",
                                     [REASON_OVERRIDE_IN] = "override_in",
                                     [REASON_OVERRIDE_OUT] = "override_out",
                                     [REASON_NOT_ADMITTED] = "not_admitted",
                                     [REASON_BELOW_THRESHOLD] =
                                         "below_threshold",
                                     [REASON_NO_SCORE] = "no_score",
                                     [REASON_DISPLACED] = "displaced",
                                     [REASON_TIED] = "tied",
                                     [REASON_NOT_REACHED] = "not_reached"};
  return word[reason];
}

const char *code_gate(gate of) {
  static const char *const word[GATE_COUNT] = {
      [GATE_DELEGATION] = "delegation",
      [GATE_STRAND_COURSE] = "strand_course",
      [GATE_DAYS] = "days",
      [GATE_PEOPLE] = "people",
      [GATE_ALL_PEOPLE_IN] = "all_people_in",
      [GATE_FIRST_VISIT] = "first_visit",
      [GATE_AGE] = "age",
      [GATE_ROLE] = "role",
      [GATE_FIELD] = "field",
      [GATE_REVIEWS] = "reviews",
      [GATE_HOST_EXCESS] = "host_excess",
      [GATE_COST_HEAD] = "cost_head",
      [GATE_ADMIN_PERCENT] = "admin_percent",
      [GATE_THRESHOLD_CRITERION] = "threshold_criterion",
      [GATE_THRESHOLD] = "threshold",
      [GATE_GROUPS_APART] = "groups_apart",
      [GATE_NOT_CALIBRATED] = "not_calibrated",
      [GATE_ENVELOPE] = "envelope",
      [GATE_ENVELOPE_SHORT] = "envelope_short"};
  return word[of];
}

const char *code_verdict(verdict of) {
  static const char *const word[] = {[VERDICT_OK] = "ok",
                                     [VERDICT_CORRECTABLE] = "correctable",
                                     [VERDICT_FAIL] = "fail"};
  return word[of];
}

const char *code_drop(drop_reason why) {
  static const char *const word[] = {
      [DROP_CONFLICT] = "conflict", [DROP_INCOMPLETE] = "incomplete"};
  return word[why];
}

const char *code_measure(measure of) {
  static const char *const word[] = {[MEASURE_AWARDS] = "awards",
                                     [MEASURE_PEOPLE] = "people",
                                     [MEASURE_YEN] = "yen",
                                     [MEASURE_COUNTRIES] = "countries"};
  return word[of];
}

const char *code_strength(strength of) {
  static const char *const word[] = {[STRENGTH_MUST] = "must",
                                     [STRENGTH_AIM] = "aim",
                                     [STRENGTH_PRICED] = "priced"};
  return word[of];
}

const char *code_kind(const rule *of) {
  return of->at_most ? "at_most" : "at_least";
}

const char *code_dimension(dimension by) {
  static const char *const word[] = {
      [DIMENSION_NONE] = "",         [DIMENSION_HOST] = "host",
      [DIMENSION_SENDER] = "sender", [DIMENSION_COUNTRY] = "country",
      [DIMENSION_FIELD] = "field",   [DIMENSION_COURSE] = "course",
      [DIMENSION_STRAND] = "strand", [DIMENSION_HOST_TYPE] = "host_type"};
  return word[by];
}

const char *code_mode(priority_mode mode) {
  static const char *const word[] = {[PRIORITY_BONUS] = "bonus",
                                     [PRIORITY_COMPARABLE_MERIT] =
                                         "comparable_merit",
                                     [PRIORITY_INVITE] = "invite",
                                     [PRIORITY_RESERVED] = "reserved"};
  return word[mode];
}

const char *code_objective(objective_kind kind) {
  static const char *const word[] = {[OBJECTIVE_AIM] = "aim",
                                     [OBJECTIVE_WORTH] = "worth",
                                     [OBJECTIVE_TIE] = "tie",
                                     [OBJECTIVE_WALK] = "walk"};
  return word[kind];
}

const char *code_presence(presence among) {
  static const char *const word[] = {[PRESENCE_UNKNOWN] = "unknown",
                                     [PRESENCE_ALL] = "all",
                                     [PRESENCE_SOME] = "some",
                                     [PRESENCE_NONE] = "none"};
  return word[among];
}
