/* The screen of `score`. */
#include "page.h"
#include "study_words.h"

enum { LISTED_MOST = 200 };

static const char *word_of(const page *p, study_word code) {
  return study_word_of(p->in, code);
}

static void head(page *p, study_word code) {
  text_format(&p->to, "%s%s\n", p->to.length > 0 ? "\n" : "", word_of(p, code));
}

static const char *count(const page *p, int value) {
  return value > 0 ? arena_format(p->home, "%d", value) : "";
}

static const char *name_of(const page *p, const study_fit *f) {
  return text_same(f->criterion, "*") ? word_of(p, WORD_ALL) : f->criterion;
}

static void list_fits(page *p, const study *s) {
  head(p, WORD_FITS);
  grid g = grid_new(p->home, "lrrrrrrr");
  grid_add(&g, (grid_cells){
                   {word_of(p, WORD_CRITERION), word_of(p, WORD_REVIEWS),
                    word_of(p, WORD_PLANS), word_of(p, WORD_REVIEWERS),
                    word_of(p, WORD_MU), word_of(p, WORD_VAR_PLAN),
                    word_of(p, WORD_VAR_REVIEWER), word_of(p, WORD_VAR_REST)}});
  for (int i = 0; i < s->fit_count; i++) {
    const study_fit *f = &s->fits[i];
    grid_add(&g,
             (grid_cells){{name_of(p, f), count(p, f->reviews),
                           count(p, f->applications), count(p, f->reviewers),
                           study_figure(p->home, f->mu, 4),
                           study_figure(p->home, f->var_application, 4),
                           study_figure(p->home, f->var_reviewer, 4),
                           study_figure(p->home, f->var_residual, 4)}});
  }
  page_grid(p, &g);
}

static void list_agreement(page *p, const study *s) {
  head(p, WORD_AGREEMENT);
  grid g = grid_new(p->home, "lrrrrrrr");
  grid_add(&g, (grid_cells){{word_of(p, WORD_CRITERION),
                             word_of(p, WORD_ICC_A1), word_of(p, WORD_ICC_C1),
                             word_of(p, WORD_HARMONIC), word_of(p, WORD_G),
                             word_of(p, WORD_PHI), word_of(p, WORD_ALPHA),
                             word_of(p, WORD_ALPHA_ORDINAL)}});
  for (int i = 0; i < s->fit_count; i++) {
    const study_fit *f = &s->fits[i];
    grid_add(&g,
             (grid_cells){{name_of(p, f), study_figure(p->home, f->icc_a1, 3),
                           study_figure(p->home, f->icc_c1, 3),
                           study_figure(p->home, f->harmonic, 2),
                           study_figure(p->home, f->g, 3),
                           study_figure(p->home, f->phi, 3),
                           study_figure(p->home, f->alpha_interval, 3),
                           study_figure(p->home, f->alpha_ordinal, 3)}});
  }
  page_grid(p, &g);
}

static void list_notes(page *p, const study *s) {
  head(p, WORD_NOTES);
  for (int i = 0; i < s->note_count; i++)
    page_line(p, study_note_text(p->home, p->in, &s->notes[i]));
}

static void end_list(page *p, int listed, int all) {
  if (listed < all)
    page_line(p, arena_format(p->home, "... %d/%d (--json)", listed, all));
}

/* where the plans were not fitted, raw figures alone */
static void list_plans(page *p, const study *s) {
  head(p, WORD_PLAN_LIST);
  grid g = grid_new(p->home, "lrrrrrrr");
  grid_add(&g,
           (grid_cells){{word_of(p, WORD_PLAN), word_of(p, WORD_REVIEWS),
                         word_of(p, WORD_RAW), word_of(p, WORD_RAW_RANK),
                         word_of(p, WORD_CALIBRATED), word_of(p, WORD_SE),
                         word_of(p, WORD_RANK), word_of(p, WORD_EXPECTED)}});
  int listed = 0;
  for (; listed < s->plan_count && listed < LISTED_MOST; listed++) {
    const study_plan *a = &s->plans[listed];
    grid_add(
        &g, (grid_cells){
                {a->id, count(p, a->reviews), study_figure(p->home, a->mean, 3),
                 count(p, a->raw_rank), study_figure(p->home, a->calibrated, 3),
                 study_figure(p->home, a->se, 3), count(p, a->rank),
                 study_figure(p->home, a->expected_rank, 1)}});
  }
  page_grid(p, &g);
  end_list(p, listed, s->plan_count);
}

static void list_reviewers(page *p, const study *s) {
  head(p, WORD_REVIEWER_LIST);
  grid g = grid_new(p->home, "lrrrrrr");
  grid_add(&g,
           (grid_cells){{word_of(p, WORD_REVIEWER), word_of(p, WORD_REVIEWS),
                         word_of(p, WORD_RAW), word_of(p, WORD_SEVERITY),
                         word_of(p, WORD_SE), word_of(p, WORD_CONSISTENCY),
                         word_of(p, WORD_CORRELATION)}});
  int listed = 0;
  for (; listed < s->reviewer_count && listed < LISTED_MOST; listed++) {
    const study_reviewer *r = &s->reviewers[listed];
    grid_add(&g, (grid_cells){{r->id, count(p, r->reviews),
                               study_figure(p->home, r->mean, 3),
                               study_figure(p->home, r->severity, 3),
                               study_figure(p->home, r->se, 3),
                               study_figure(p->home, r->consistency, 2),
                               study_figure(p->home, r->correlation, 2)}});
  }
  page_grid(p, &g);
  end_list(p, listed, s->reviewer_count);
}

char *report_study(arena *home, language in, const study *s) {
  page p = page_new(home, in);
  list_notes(&p, s);
  list_fits(&p, s);
  list_agreement(&p, s);
  list_plans(&p, s);
  list_reviewers(&p, s);
  return p.to.at;
}
