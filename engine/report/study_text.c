/* The screen of `score`. */
#include "study_screen.h"

enum { LISTED_MOST = 200, GROUPS_MOST = 20 };

static const char *word_of(const page *p, study_word code) {
  return study_word_of(p->in, code);
}

void study_head(page *p, study_word code) {
  text_format(&p->to, "%s%s\n", p->to.length > 0 ? "\n" : "", word_of(p, code));
}

static const char *count(const page *p, int value) {
  return value > 0 ? arena_format(p->home, "%d", value) : "";
}

static const char *name_of(const page *p, const study_fit *f) {
  if (*f->criterion == '\0')
    return word_of(p, WORD_SET);
  return text_same(f->criterion, "*") ? word_of(p, WORD_ALL) : f->criterion;
}

static void list_fits(page *p, const study *s) {
  study_head(p, WORD_FITS);
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
  study_head(p, WORD_AGREEMENT);
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
  study_head(p, WORD_NOTES);
  for (int i = 0; i < s->note_count; i++)
    page_line(p, study_note_text(p->home, p->in, &s->notes[i]));
}

void study_list_end(page *p, int listed, int all) {
  if (listed < all)
    page_line(p, arena_format(p->home, "... %d/%d (--json)", listed, all));
}

static void list_groups(page *p, const study *s) {
  if (s->group_count < 2)
    return;
  study_head(p, WORD_GROUP_LIST);
  grid g = grid_new(p->home, "rrrrrl");
  grid_add(&g,
           (grid_cells){{word_of(p, WORD_GROUP), word_of(p, WORD_PLANS),
                         word_of(p, WORD_REVIEWERS), word_of(p, WORD_REVIEWS),
                         word_of(p, WORD_RAW), word_of(p, WORD_FIRST_PLAN)}});
  int listed = 0;
  for (; listed < s->group_count && listed < GROUPS_MOST; listed++) {
    const study_group *of = &s->groups[listed];
    grid_add(&g, (grid_cells){{count(p, listed + 1), count(p, of->plans),
                               count(p, of->reviewers), count(p, of->reviews),
                               study_figure(p->home, of->mean, 3), of->first}});
  }
  page_grid(p, &g);
  study_list_end(p, listed, s->group_count);
}

static void list_panels(page *p, const study *s) {
  if (s->panel_count == 0)
    return;
  study_head(p, WORD_PANEL_LIST);
  grid g = grid_new(p->home, "lrrrrr");
  grid_add(&g,
           (grid_cells){{word_of(p, WORD_PANEL), word_of(p, WORD_PLANS),
                         word_of(p, WORD_REVIEWERS), word_of(p, WORD_REVIEWS),
                         word_of(p, WORD_SEVERITY), word_of(p, WORD_SE)}});
  int listed = 0;
  for (; listed < s->panel_count && listed < LISTED_MOST; listed++) {
    const study_panel *of = &s->panels[listed];
    grid_add(&g, (grid_cells){{*of->id ? of->id : word_of(p, WORD_NO_PANEL),
                               count(p, of->plans), count(p, of->reviewers),
                               count(p, of->reviews),
                               study_figure(p->home, of->effect, 3),
                               study_figure(p->home, of->se, 3)}});
  }
  page_grid(p, &g);
  study_list_end(p, listed, s->panel_count);
}

static bool any_moves(const study *s) {
  for (int i = 0; i < s->plan_count; i++)
    if (s->plans[i].reason != STUDY_UNMOVED)
      return true;
  return false;
}

static const char *const plan_columns[] = {"lrrrrrrrl", "lrrrrrrrrrl"};

/* with several groups, what group a plan is in and its rank there stand behind
 * its rank; where the plans were not fitted, raw ranks stand there */
static void add_plan(const page *p, grid *g, const study *s,
                     const study_plan *a) {
  const char *const within =
      count(p, a->group_rank ? a->group_rank : a->group_raw_rank);
  const char *const expected = study_figure(p->home, a->expected_rank, 1);
  const char *const why = study_reason_of(p->in, a->reason);
  grid_cells cells = {
      {a->id, count(p, a->reviews), study_figure(p->home, a->mean, 3),
       count(p, a->raw_rank), study_figure(p->home, a->calibrated, 3),
       study_figure(p->home, a->se, 3), count(p, a->rank), expected, why}};
  if (s->group_count > 1) {
    cells.at[8] = count(p, a->component);
    cells.at[9] = within;
    cells.at[10] = why;
  }
  grid_add(g, cells);
}

static grid grid_of_plans(const page *p, const study *s) {
  const bool apart = s->group_count > 1;
  const char *const why = any_moves(s) ? word_of(p, WORD_REASON) : "";
  grid g = grid_new(p->home, plan_columns[apart]);
  grid_cells head = {{word_of(p, WORD_PLAN), word_of(p, WORD_REVIEWS),
                      word_of(p, WORD_RAW), word_of(p, WORD_RAW_RANK),
                      word_of(p, WORD_CALIBRATED), word_of(p, WORD_SE),
                      word_of(p, WORD_RANK), word_of(p, WORD_EXPECTED), why}};
  if (apart) {
    head.at[8] = word_of(p, WORD_GROUP);
    head.at[9] = word_of(p, WORD_GROUP_RANK);
    head.at[10] = why;
  }
  grid_add(&g, head);
  return g;
}

/* by group, then by id */
static void list_plans(page *p, const study *s) {
  study_head(p, WORD_PLAN_LIST);
  grid g = grid_of_plans(p, s);
  int listed = 0;
  for (int k = 1; k <= s->group_count && listed < LISTED_MOST; k++)
    for (int i = 0; i < s->plan_count && listed < LISTED_MOST; i++)
      if (s->plans[i].component == k) {
        add_plan(p, &g, s, &s->plans[i]);
        listed++;
      }
  page_grid(p, &g);
  study_list_end(p, listed, s->plan_count);
}

static void list_reviewers(page *p, const study *s) {
  study_head(p, WORD_REVIEWER_LIST);
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
  study_list_end(p, listed, s->reviewer_count);
}

char *report_study(arena *home, language in, const study *s,
                   const study_sets *sets) {
  page p = page_new(home, in);
  list_notes(&p, s);
  list_fits(&p, s);
  list_agreement(&p, s);
  if (sets)
    study_screen_sets(&p, s, sets);
  list_groups(&p, s);
  list_plans(&p, s);
  list_panels(&p, s);
  list_reviewers(&p, s);
  return p.to.at;
}
