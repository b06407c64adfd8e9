/* score --json: written straight as text, since the lists can be long. Keys are
 * sorted; figures have twelve digits behind the point; unknown ones are null.
 */
#include "study_sets_json.h"

static const char *status_word(fit_status of) {
  static const char *const word[] = {[FIT_DONE] = "fitted",
                                     [FIT_TOO_FEW] = "too_few",
                                     [FIT_ALL_EQUAL] = "all_equal",
                                     [FIT_ONE_A_PLAN] = "one_review_a_plan",
                                     [FIT_ONE_A_REVIEWER] =
                                         "one_review_a_reviewer",
                                     [FIT_ONE_REVIEWER] = "one_reviewer",
                                     [FIT_EXACT] = "exact",
                                     [FIT_TOO_LARGE] = "too_large",
                                     [FIT_MANY_PANELS] = "too_many_panels",
                                     [FIT_OWN_PANELS] = "panels_are_plans",
                                     [FIT_LOST] = "not_solved"};
  return word[of];
}

static void add_icc(text *to, const study_fit *f) {
  static const char *const form[] = {"icc_1_1", "icc_2_1", "icc_3_1",
                                     "icc_1_k", "icc_2_k", "icc_3_k"};
  for (int k = 0; k < 3; k++) {
    study_put_figure(to, form[k], f->icc[k]);
    study_put_figure(to, form[k + 3], f->icc[k + 3]);
  }
}

static void add_fit(text *to, const study_fit *f) {
  text_add(to, "{");
  study_put_figure(to, "alpha_interval", f->alpha_interval);
  study_put_figure(to, "alpha_nominal", f->alpha_nominal);
  study_put_figure(to, "alpha_ordinal", f->alpha_ordinal);
  study_put_figure(to, "alpha_ratio", f->alpha_ratio);
  study_put_count(to, "applications", f->applications);
  study_put_count(to, "components", f->components);
  study_put_text(to, "criterion", f->criterion);
  study_put_figure(to, "error_application", f->error_application);
  study_put_figure(to, "error_residual", f->error_residual);
  study_put_figure(to, "error_reviewer", f->error_reviewer);
  study_put_figure(to, "g", f->g);
  add_icc(to, f);
  study_put_figure(to, "icc_a1", f->icc_a1);
  study_put_figure(to, "icc_c1", f->icc_c1);
  study_put_figure(to, "k_harmonic", f->harmonic);
  study_put_figure(to, "mu", f->mu);
  study_put_count(to, "n", f->reviews);
  study_put_figure(to, "phi", f->phi);
  study_put_figure(to, "reml_criterion", f->criterion_value);
  study_put_count(to, "reviewers", f->reviewers);
  study_put_figure(to, "se_mu", f->se_mu);
  study_put_text(to, "status", status_word(f->status));
  study_put_figure(to, "var_application", f->var_application);
  study_put_figure(to, "var_residual", f->var_residual);
  study_put_figure(to, "var_reviewer", f->var_reviewer);
  text_add(to, "}");
}

static void add_plan(text *to, const study_plan *p) {
  text_add(to, "{");
  study_put_figure(to, "among_best", p->among_best);
  study_put_figure(to, "bayes_rank", p->bayes_rank);
  study_put_figure(to, "by_pull", p->by_pull);
  study_put_figure(to, "by_severity", p->by_severity);
  study_put_figure(to, "calibrated", p->calibrated);
  study_put_count(to, "component", p->component);
  study_put_figure(to, "expected_rank", p->expected_rank);
  study_put_rank(to, "first_rank", p->first_rank);
  study_put_rank(to, "group_rank", p->group_rank);
  study_put_rank(to, "group_raw_rank", p->group_raw_rank);
  study_put_text(to, "id", p->id);
  study_put_rank(to, "last_rank", p->last_rank);
  study_put_figure(to, "mean", p->mean);
  study_put_rank(to, "rank", p->rank);
  study_put_rank(to, "raw_rank", p->raw_rank);
  study_put_text(to, "reason", study_reason_word(p->reason));
  study_put_count(to, "reviews", p->reviews);
  study_put_figure(to, "se", p->se);
  text_add(to, "}");
}

static void add_reviewer(text *to, const study_reviewer *r) {
  text_add(to, "{");
  study_put_figure(to, "consistency", r->consistency);
  study_put_key(to, "constant");
  text_add(to, r->constant ? "true" : "false");
  study_put_figure(to, "correlation", r->correlation);
  study_put_text(to, "id", r->id);
  study_put_figure(to, "mean", r->mean);
  study_put_figure(to, "raw_severity", r->raw_severity);
  study_put_count(to, "reviews", r->reviews);
  study_put_figure(to, "se", r->se);
  study_put_figure(to, "severity", r->severity);
  study_put_figure(to, "z", r->z);
  text_add(to, "}");
}

static void add_group(text *to, const study_group *g, int number) {
  text_add(to, "{");
  study_put_count(to, "component", number);
  study_put_text(to, "first", g->first);
  study_put_figure(to, "mean", g->mean);
  study_put_count(to, "plans", g->plans);
  study_put_count(to, "reviewers", g->reviewers);
  study_put_count(to, "reviews", g->reviews);
  text_add(to, "}");
}

static void add_groups(text *to, const study *s) {
  study_put_list(to, "components");
  for (int i = 0; i < s->group_count; i++) {
    study_put_item(to, i);
    add_group(to, &s->groups[i], i + 1);
  }
  study_put_end(to);
}

static void add_panel(text *to, const study_panel *p) {
  text_add(to, "{");
  study_put_figure(to, "effect", p->effect);
  study_put_text(to, "id", p->id);
  study_put_count(to, "plans", p->plans);
  study_put_count(to, "reviewers", p->reviewers);
  study_put_count(to, "reviews", p->reviews);
  study_put_figure(to, "se", p->se);
  text_add(to, "}");
}

static void add_panels(text *to, const study *s) {
  if (s->panel_count == 0)
    return;
  study_put_list(to, "panels");
  for (int i = 0; i < s->panel_count; i++) {
    study_put_item(to, i);
    add_panel(to, &s->panels[i]);
  }
  study_put_end(to);
}

static void add_note(arena *home, text *to, const study_note *n) {
  text_add(to, "{");
  study_put_text(to, "code", study_note_word(n->code));
  study_put_text(to, "text", study_note_text(home, LANGUAGE_EN, n));
  study_put_key(to, "values");
  text_add(to, "[");
  for (int i = 0; i < 3 && n->at[i]; i++) {
    text_add(to, i > 0 ? ", " : "");
    study_put_escaped(to, n->at[i]);
  }
  text_add(to, "]}");
}

/* scores given in spite of a conflict: how far from what others predict */
static void add_conflicts(text *to, const study *s) {
  text_add(to, ",\n \"conflicts\": {");
  study_put_count(to, "compared", s->marked_count);
  study_put_count(to, "dropped", s->of->conflicts);
  study_put_figure(to, "effect", s->marked_effect);
  study_put_figure(to, "error", s->marked_error);
  text_add(to, "}");
}

/* variances of one criterion's score; unknown with one criterion alone */
static void add_split(text *to, const study *s) {
  static const struct {
    const char *key;
    int part;
  } parts[] = {{"plan", HALO_PLAN},
               {"plan_criterion", HALO_PLAN_CRITERION},
               {"plan_reviewer", HALO_PLAN_REVIEWER},
               {"residual", HALO_RESIDUAL},
               {"reviewer", HALO_REVIEWER},
               {"reviewer_criterion", HALO_REVIEWER_CRITERION}};
  text_add(to, ",\n \"halo_split\": {");
  for (int i = 0; i < HALO_PARTS; i++)
    study_put_figure(to, parts[i].key, s->part[parts[i].part]);
  text_add(to, "}");
}

/* room for all of it at once: a text that grows leaves its old copies behind */
static text text_roomy(arena *home, const study *s) {
  enum { PLAN_BYTES = 560, REVIEWER_BYTES = 320, OTHER_BYTES = 1 << 16 };
  const size_t room = OTHER_BYTES + (size_t)s->plan_count * PLAN_BYTES +
                      (size_t)s->reviewer_count * REVIEWER_BYTES;
  return (text){home, ARENA_ARRAY(home, char, room), 0, room};
}

char *report_study_json(arena *home, const study *s, const study_sets *sets) {
  text to = text_roomy(home, s);
  text_add(&to, "{");
  if (sets)
    study_put_adopted(&to, sets);
  study_put_list(&to, "applications");
  for (int i = 0; i < s->plan_count; i++) {
    study_put_item(&to, i);
    add_plan(&to, &s->plans[i]);
  }
  study_put_end(&to);
  text_add(&to, ",\n ");
  text_format(&to, "\"best\": %d,\n \"better\": \"%s\"", s->best,
              s->of->low_is_better ? "low" : "high");
  if (sets)
    study_put_changes(home, &to, s, sets);
  add_groups(&to, s);
  add_conflicts(&to, s);
  study_put_list(&to, "fits");
  for (int i = 0; i < s->fit_count; i++) {
    study_put_item(&to, i);
    add_fit(&to, &s->fits[i]);
  }
  study_put_end(&to);
  text_add(&to, ",\n ");
  text_format(&to, "\"halo\": %s",
              s->halo.known ? study_figure(home, s->halo, STUDY_PLACES)
                            : "null");
  add_split(&to, s);
  study_put_list(&to, "notes");
  for (int i = 0; i < s->note_count; i++) {
    study_put_item(&to, i);
    add_note(home, &to, &s->notes[i]);
  }
  study_put_end(&to);
  add_panels(&to, s);
  study_put_list(&to, "reviewers");
  for (int i = 0; i < s->reviewer_count; i++) {
    study_put_item(&to, i);
    add_reviewer(&to, &s->reviewers[i]);
  }
  study_put_end(&to);
  if (sets)
    study_put_sets(&to, sets);
  text_add(&to, "\n}\n");
  return to.at;
}
