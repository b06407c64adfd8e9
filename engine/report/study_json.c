/* score --json: written straight as text, since the lists can be long. Keys are
 * sorted; figures have twelve digits behind the point; unknown ones are null.
 */
#include "study_words.h"

/* one item of an object: its comma, its key */
static void add_key(text *to, const char *key) {
  const char last = to->at[to->length - 1];
  text_add(to, last == '{' ? "\"" : ", \"");
  text_add(to, key);
  text_add(to, "\": ");
}

/* digits by hand: printing a million plans is most of the time else */
static void add_fixed(text *to, figure of) {
  char digits[48], *at = digits + sizeof digits;
  const wide left = of.value < 0 ? -of.value : of.value;
  int64_t low = (int64_t)(left % 1000000000000);
  int64_t high = (int64_t)(left / 1000000000000);
  for (int i = 0; i < STUDY_PLACES; i++, low /= 10)
    *--at = (char)('0' + low % 10);
  *--at = '.';
  do
    *--at = (char)('0' + high % 10);
  while ((high /= 10) > 0);
  if (of.value < 0)
    *--at = '-';
  text_add_bytes(to, at, (size_t)(digits + sizeof digits - at));
}

static void add_figure(text *to, const char *key, figure of) {
  add_key(to, key);
  if (of.known)
    add_fixed(to, of);
  else
    text_add(to, "null");
}

static void add_count(text *to, const char *key, int value) {
  add_key(to, key);
  text_format(to, "%d", value);
}

/* ranks are from 1; 0 is none */
static void add_rank(text *to, const char *key, int value) {
  add_key(to, key);
  if (value > 0)
    text_format(to, "%d", value);
  else
    text_add(to, "null");
}

static void add_escaped(text *to, const char *value) {
  text_add(to, "\"");
  for (const char *at = value; *at; at++) {
    if (*at == '"' || *at == '\\')
      text_format(to, "\\%c", *at);
    else if ((unsigned char)*at < 0x20)
      text_format(to, "\\u%04x", (unsigned)*at);
    else
      text_add_bytes(to, at, 1);
  }
  text_add(to, "\"");
}

static void add_text(text *to, const char *key, const char *value) {
  add_key(to, key);
  add_escaped(to, value);
}

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
                                     [FIT_LOST] = "not_solved"};
  return word[of];
}

static void add_icc(text *to, const study_fit *f) {
  static const char *const form[] = {"icc_1_1", "icc_2_1", "icc_3_1",
                                     "icc_1_k", "icc_2_k", "icc_3_k"};
  for (int k = 0; k < 3; k++) {
    add_figure(to, form[k], f->icc[k]);
    add_figure(to, form[k + 3], f->icc[k + 3]);
  }
}

static void add_fit(text *to, const study_fit *f) {
  text_add(to, "{");
  add_figure(to, "alpha_interval", f->alpha_interval);
  add_figure(to, "alpha_nominal", f->alpha_nominal);
  add_figure(to, "alpha_ordinal", f->alpha_ordinal);
  add_figure(to, "alpha_ratio", f->alpha_ratio);
  add_count(to, "applications", f->applications);
  add_count(to, "components", f->components);
  add_text(to, "criterion", f->criterion);
  add_figure(to, "error_application", f->error_application);
  add_figure(to, "error_residual", f->error_residual);
  add_figure(to, "error_reviewer", f->error_reviewer);
  add_figure(to, "g", f->g);
  add_icc(to, f);
  add_figure(to, "icc_a1", f->icc_a1);
  add_figure(to, "icc_c1", f->icc_c1);
  add_figure(to, "k_harmonic", f->harmonic);
  add_figure(to, "mu", f->mu);
  add_count(to, "n", f->reviews);
  add_figure(to, "phi", f->phi);
  add_figure(to, "reml_criterion", f->criterion_value);
  add_count(to, "reviewers", f->reviewers);
  add_figure(to, "se_mu", f->se_mu);
  add_text(to, "status", status_word(f->status));
  add_figure(to, "var_application", f->var_application);
  add_figure(to, "var_residual", f->var_residual);
  add_figure(to, "var_reviewer", f->var_reviewer);
  text_add(to, "}");
}

static void add_plan(text *to, const study_plan *p) {
  text_add(to, "{");
  add_figure(to, "among_best", p->among_best);
  add_figure(to, "bayes_rank", p->bayes_rank);
  add_figure(to, "calibrated", p->calibrated);
  add_count(to, "component", p->component);
  add_figure(to, "expected_rank", p->expected_rank);
  add_rank(to, "first_rank", p->first_rank);
  add_text(to, "id", p->id);
  add_rank(to, "last_rank", p->last_rank);
  add_figure(to, "mean", p->mean);
  add_rank(to, "rank", p->rank);
  add_rank(to, "raw_rank", p->raw_rank);
  add_count(to, "reviews", p->reviews);
  add_figure(to, "se", p->se);
  text_add(to, "}");
}

static void add_reviewer(text *to, const study_reviewer *r) {
  text_add(to, "{");
  add_figure(to, "consistency", r->consistency);
  add_key(to, "constant");
  text_add(to, r->constant ? "true" : "false");
  add_figure(to, "correlation", r->correlation);
  add_text(to, "id", r->id);
  add_figure(to, "mean", r->mean);
  add_figure(to, "raw_severity", r->raw_severity);
  add_count(to, "reviews", r->reviews);
  add_figure(to, "se", r->se);
  add_figure(to, "severity", r->severity);
  add_figure(to, "z", r->z);
  text_add(to, "}");
}

static void add_note(arena *home, text *to, const study_note *n) {
  text_add(to, "{");
  add_text(to, "code", study_note_word(n->code));
  add_text(to, "text", study_note_text(home, LANGUAGE_EN, n));
  add_key(to, "values");
  text_add(to, "[");
  for (int i = 0; i < 3 && n->at[i]; i++) {
    text_add(to, i > 0 ? ", " : "");
    add_escaped(to, n->at[i]);
  }
  text_add(to, "]}");
}

static void begin_list(text *to, const char *key) {
  text_format(to, "%s\n \"%s\": [", to->at[to->length - 1] == '{' ? "" : ",",
              key);
}

static void begin_item(text *to, int index) {
  text_add(to, index > 0 ? ",\n  " : "\n  ");
}

static void end_list(text *to) { text_add(to, "\n ]"); }

char *report_study_json(arena *home, const study *s) {
  text to = text_empty(home);
  text_add(&to, "{");
  begin_list(&to, "applications");
  for (int i = 0; i < s->plan_count; i++) {
    begin_item(&to, i);
    add_plan(&to, &s->plans[i]);
  }
  end_list(&to);
  text_add(&to, ",\n ");
  text_format(&to, "\"best\": %d,\n \"better\": \"%s\"", s->best,
              s->of->low_is_better ? "low" : "high");
  begin_list(&to, "fits");
  for (int i = 0; i < s->fit_count; i++) {
    begin_item(&to, i);
    add_fit(&to, &s->fits[i]);
  }
  end_list(&to);
  text_add(&to, ",\n ");
  text_format(&to, "\"halo\": %s",
              s->halo.known ? study_figure(home, s->halo, STUDY_PLACES)
                            : "null");
  begin_list(&to, "notes");
  for (int i = 0; i < s->note_count; i++) {
    begin_item(&to, i);
    add_note(home, &to, &s->notes[i]);
  }
  end_list(&to);
  begin_list(&to, "reviewers");
  for (int i = 0; i < s->reviewer_count; i++) {
    begin_item(&to, i);
    add_reviewer(&to, &s->reviewers[i]);
  }
  end_list(&to);
  text_add(&to, "\n}\n");
  return to.at;
}
