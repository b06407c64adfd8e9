/* The screen of `score CALL`: what calibration would change. */
#include "figures.h"
#include "study_screen.h"

enum { CHANGES_MOST = 100 };

static const char *count_of(const page *p, int64_t value) {
  return number_grouped_text(p->home, value);
}

static const char *name_of(const page *p, method by) {
  static const study_word word[] = {[METHOD_MEAN] = WORD_BY_MEAN,
                                    [METHOD_MEDIAN] = WORD_BY_MEDIAN,
                                    [METHOD_TRIMMED_MEAN] = WORD_BY_TRIMMED,
                                    [METHOD_T_SCORE] = WORD_BY_T_SCORE,
                                    [METHOD_MIXED_MODEL] = WORD_BY_MODEL};
  return study_word_of(p->in, word[by]);
}

static study_word proof_of(const plan *found) {
  switch (found->status) {
  case PLAN_OPTIMAL:
    return WORD_PROVED;
  case PLAN_FEASIBLE:
    return WORD_UNPROVED;
  case PLAN_UNKNOWN:
    return WORD_NOT_FOUND;
  case PLAN_INFEASIBLE:
    break;
  }
  return WORD_NO_SET;
}

static void list_sets(page *p, const study_sets *sets) {
  grid g = grid_new(p->home, "lrrrrrl");
  grid_add(&g, (grid_cells){{study_word_of(p->in, WORD_SET),
                             study_word_of(p->in, WORD_PLANS),
                             study_word_of(p->in, WORD_PEOPLE),
                             study_word_of(p->in, WORD_YEN),
                             study_word_of(p->in, WORD_COME_IN),
                             study_word_of(p->in, WORD_GO_OUT),
                             study_word_of(p->in, WORD_PROOF)}});
  for (int k = 0; k < STUDY_SETS; k++) {
    const account *const a = sets->item[k].account;
    grid_add(&g,
             (grid_cells){
                 {name_of(p, sets->item[k].by), count_of(p, a->adopted.awards),
                  count_of(p, a->adopted.people), count_of(p, a->adopted.yen),
                  k == SET_RAW ? "" : count_of(p, study_come_in(sets, k)),
                  k == SET_RAW ? "" : count_of(p, study_go_out(sets, k)),
                  study_word_of(p->in, proof_of(a->from))}});
  }
  page_grid(p, &g);
}

static bool any_unproved(const study_sets *sets) {
  for (int k = 0; k < STUDY_SETS; k++) {
    const plan_status found = sets->item[k].account->from->status;
    if (found == PLAN_FEASIBLE || found == PLAN_UNKNOWN)
      return true;
  }
  return false;
}

static const char *merit_of(const page *p, const study_sets *sets, int set,
                            int place) {
  const merits *const m = sets->item[set].merits;
  return m->item[place].scored
             ? figure_points(p->home, m->of->rules, m->item[place].merit)
             : "";
}

static const char *gain_of(const page *p, const study_sets *sets, int place) {
  const merits *const raw = sets->item[SET_RAW].merits;
  const merits *const other = sets->item[SET_CALIBRATED].merits;
  const int64_t by = other->item[place].merit - raw->item[place].merit;
  const char *const value = figure_points(p->home, raw->of->rules, by);
  return by > 0 ? arena_format(p->home, "+%s", value) : value;
}

static const char *mark_of(const page *p, const study_sets *sets, int set,
                           int place) {
  const char *const given = study_award(sets, set, place);
  if (!given)
    return study_word_of(p->in, WORD_OUT);
  return text_same(given, "full") ? study_word_of(p->in, WORD_IN) : given;
}

static void add_change(page *p, grid *g, const study_sets *sets,
                       const study_change *c) {
  const figure none = {0};
  const study_plan *const a = c->plan;
  grid_add(g, (grid_cells){{c->of->id,
                            a ? arena_format(p->home, "%d", a->reviews) : "",
                            merit_of(p, sets, SET_RAW, c->place),
                            merit_of(p, sets, SET_CALIBRATED, c->place),
                            a ? gain_of(p, sets, c->place) : "",
                            study_figure(p->home, a ? a->se : none, 3),
                            study_figure(p->home, a ? a->among_best : none, 2),
                            mark_of(p, sets, SET_RAW, c->place),
                            mark_of(p, sets, SET_CALIBRATED, c->place),
                            mark_of(p, sets, SET_T_SCORE, c->place),
                            a ? study_reason_of(p->in, a->reason) : ""}});
}

static grid grid_of_changes(const page *p, const study *s,
                            const study_sets *sets) {
  grid g = grid_new(p->home, "lrrrrrrllll");
  grid_add(
      &g,
      (grid_cells){
          {study_word_of(p->in, WORD_PLAN), study_word_of(p->in, WORD_REVIEWS),
           study_word_of(p->in, WORD_RAW),
           study_word_of(p->in, WORD_CALIBRATED),
           study_word_of(p->in, WORD_DIFFERENCE), study_word_of(p->in, WORD_SE),
           arena_format(p->home, "%s%d%s",
                        study_word_of(p->in, WORD_BEST_BEFORE), s->best,
                        study_word_of(p->in, WORD_BEST_BEHIND)),
           name_of(p, sets->item[SET_RAW].by), name_of(p, METHOD_MIXED_MODEL),
           name_of(p, METHOD_T_SCORE), study_word_of(p->in, WORD_REASON)}});
  return g;
}

static void list_changes(page *p, const study *s, const study_sets *sets) {
  const study_changes all = study_changes_of(p->home, s, sets);
  if (all.count == 0) {
    if (sets->item[SET_RAW].account->from->x)
      page_line(p, study_word_of(p->in, WORD_NO_CHANGE));
    return;
  }
  text_add(&p->to, "\n");
  grid g = grid_of_changes(p, s, sets);
  for (int i = 0; i < all.count && i < CHANGES_MOST; i++)
    add_change(p, &g, sets, &all.item[i]);
  page_grid(p, &g);
  study_list_end(p, all.count < CHANGES_MOST ? all.count : CHANGES_MOST,
                 all.count);
  page_line(p, study_word_of(p->in, WORD_CHANGE_NOTE));
}

void study_screen_sets(page *p, const study *s, const study_sets *sets) {
  study_head(p, WORD_CHANGES);
  switch (sets->status) {
  case SETS_NOT_CALIBRATED:
    page_line(p, study_word_of(p->in, WORD_SETS_NOT_CALIBRATED));
    return;
  case SETS_TOO_MANY:
    page_line(p, study_word_of(p->in, WORD_SETS_TOO_MANY));
    return;
  case SETS_MADE:
    break;
  }
  list_sets(p, sets);
  if (any_unproved(sets))
    page_line(p, study_word_of(p->in, WORD_SETS_UNPROVED));
  list_changes(p, s, sets);
}
