/* score CALL --json: what calibration would change. */
#include "study_sets_json.h"

static const char *const set_word[STUDY_SETS] = {[SET_RAW] = "raw",
                                                 [SET_CALIBRATED] =
                                                     "calibrated",
                                                 [SET_T_SCORE] = "t_score"};

static const char *method_word(method by) {
  static const char *const word[] = {[METHOD_MEAN] = "mean",
                                     [METHOD_MEDIAN] = "median",
                                     [METHOD_TRIMMED_MEAN] = "trimmed_mean",
                                     [METHOD_T_SCORE] = "t_score",
                                     [METHOD_MIXED_MODEL] = "mixed_model"};
  return word[by];
}

static const char *status_word(plan_status of) {
  static const char *const word[] = {[PLAN_OPTIMAL] = "optimal",
                                     [PLAN_FEASIBLE] = "feasible",
                                     [PLAN_UNKNOWN] = "unknown",
                                     [PLAN_INFEASIBLE] = "infeasible"};
  return word[of];
}

static void put_ids(text *to, const study_sets *sets, int set) {
  const pool *const p = sets->item[set].merits->of;
  bool first = true;
  text_add(to, "[");
  for (int i = 0; i < p->count; i++) {
    if (!study_award(sets, set, i))
      continue;
    text_add(to, first ? "" : ", ");
    study_put_escaped(to, p->applications[i].id);
    first = false;
  }
  text_add(to, "]");
}

void study_put_adopted(text *to, const study_sets *sets) {
  static const int by_key[STUDY_SETS] = {SET_CALIBRATED, SET_RAW, SET_T_SCORE};
  if (sets->status != SETS_MADE)
    return;
  for (int i = 0; i < STUDY_SETS; i++) {
    text_format(to, "\n \"adopted_%s\": ", set_word[by_key[i]]);
    put_ids(to, sets, by_key[i]);
    text_add(to, ",");
  }
}

/* "full", a level's name, or null */
static void put_award(text *to, const study_sets *sets, int set, int place) {
  const char *const given = study_award(sets, set, place);
  study_put_key(to, set_word[set]);
  if (given)
    study_put_escaped(to, given);
  else
    text_add(to, "null");
}

static void put_merit(text *to, const char *key, const study_sets *sets,
                      int set, int place) {
  const merit *const m = &sets->item[set].merits->item[place];
  study_put_key(to, key);
  if (m->scored)
    text_format(to, "%lld", (long long)m->merit);
  else
    text_add(to, "null");
}

static void put_change(text *to, const study_sets *sets,
                       const study_change *c) {
  const figure none = {0};
  text_add(to, "{");
  study_put_figure(to, "among_best", c->plan ? c->plan->among_best : none);
  put_award(to, sets, SET_CALIBRATED, c->place);
  study_put_text(to, "id", c->of->id);
  put_merit(to, "merit_calibrated", sets, SET_CALIBRATED, c->place);
  put_merit(to, "merit_raw", sets, SET_RAW, c->place);
  put_merit(to, "merit_t_score", sets, SET_T_SCORE, c->place);
  put_award(to, sets, SET_RAW, c->place);
  study_put_text(to, "reason",
                 study_reason_word(c->plan ? c->plan->reason : STUDY_UNMOVED));
  study_put_figure(to, "se", c->plan ? c->plan->se : none);
  put_award(to, sets, SET_T_SCORE, c->place);
  text_add(to, "}");
}

void study_put_changes(arena *home, text *to, const study *s,
                       const study_sets *sets) {
  if (sets->status != SETS_MADE)
    return;
  const study_changes all = study_changes_of(home, s, sets);
  study_put_list(to, "changes");
  for (int i = 0; i < all.count; i++) {
    study_put_item(to, i);
    put_change(to, sets, &all.item[i]);
  }
  study_put_end(to);
}

static void put_set(text *to, const study_sets *sets, int set) {
  const account *const a = sets->item[set].account;
  text_add(to, "{");
  study_put_count(to, "adopted", (int)a->adopted.awards);
  study_put_count(to, "come_in", study_come_in(sets, set));
  study_put_count(to, "go_out", study_go_out(sets, set));
  study_put_text(to, "method", method_word(sets->item[set].by));
  study_put_count(to, "people", (int)a->adopted.people);
  study_put_text(to, "set", set_word[set]);
  study_put_text(to, "status", status_word(a->from->status));
  study_put_key(to, "yen");
  text_format(to, "%lld}", (long long)a->adopted.yen);
}

void study_put_sets(text *to, const study_sets *sets) {
  static const char *const word[] = {[SETS_MADE] = "made",
                                     [SETS_NOT_CALIBRATED] = "not_calibrated",
                                     [SETS_TOO_MANY] = "too_many_plans"};
  if (sets->status == SETS_MADE) {
    study_put_list(to, "sets");
    for (int k = 0; k < STUDY_SETS; k++) {
      study_put_item(to, k);
      put_set(to, sets, k);
    }
    study_put_end(to);
  }
  text_format(to, ",\n \"sets_status\": \"%s\"", word[sets->status]);
}
