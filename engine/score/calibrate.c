/* Merit by the mixed model, and what happens where the reviews do not say
 * enough: scoring.unidentified. */
#include "../../models/score/mixed.h"
#include "method.h"
#include "panel.h"

/* plans with a review, numbered without gaps */
typedef struct panel {
  int *number, *plan; /* of an application; and back */
  const graph *g;
  double *points; /* by review, higher is better */
  int *panel;     /* by review; null: no panel effects */
} panel;

static int *panels_by_review(arena *home, const pool *of) {
  int *of_reviewer = ARENA_ARRAY(home, int, of->reviewer_count + 1);
  int *to = ARENA_ARRAY(home, int, of->review_count + 1);
  panels_of_pool(home, of, of_reviewer);
  for (int e = 0; e < of->review_count; e++)
    to[e] = of_reviewer[of->reviews[e].reviewer];
  return to;
}

static panel panel_of(arena *home, const pool *of, const marks *m) {
  panel p = {.number = ARENA_ARRAY(home, int, of->count + 1),
             .plan = ARENA_ARRAY(home, int, of->count + 1),
             .points = ARENA_ARRAY(home, double, of->review_count + 1)};
  int *about = ARENA_ARRAY(home, int, of->review_count + 1);
  int *reviewer = ARENA_ARRAY(home, int, of->review_count + 1), plans = 0;
  for (int a = 0; a < of->count; a++)
    if (m->start[a + 1] > m->start[a]) {
      p.plan[plans] = a;
      p.number[a] = plans++;
    }
  for (int e = 0; e < of->review_count; e++) {
    about[e] = p.number[of->reviews[e].application];
    reviewer[e] = of->reviews[e].reviewer;
    p.points[e] = (double)m->better[e] / (double)m->per_point;
  }
  p.g = graph_make(home, about, reviewer, of->review_count, plans,
                   of->reviewer_count);
  if (of->rules->scoring.panel_effects)
    p.panel = panels_by_review(home, of);
  return p;
}

static const char *status_word(mixed_status of) {
  static const char *const word[] = {[MIXED_FITTED] = "fitted",
                                     [MIXED_TOO_FEW] = "too_few",
                                     [MIXED_ALL_EQUAL] = "all_equal",
                                     [MIXED_ONE_A_PLAN] = "one_review_a_plan",
                                     [MIXED_ONE_A_REVIEWER] =
                                         "one_review_a_reviewer",
                                     [MIXED_ONE_REVIEWER] = "one_reviewer",
                                     [MIXED_EXACT] = "exact",
                                     [MIXED_TOO_LARGE] = "too_large",
                                     [MIXED_MANY_PANELS] = "too_many_panels",
                                     [MIXED_OWN_PANELS] = "panels_are_plans",
                                     [MIXED_LOST] = "not_solved"};
  return word[of];
}

static void take_means(const panel *p, double *points) {
  const graph *g = p->g;
  for (int a = 0; a < g->applications; a++) {
    double sum = 0;
    for (int e = g->start[a]; e < g->start[a + 1]; e++)
      sum += p->points[g->review[e]];
    points[p->plan[a]] = sum / graph_degree(g, a);
  }
}

static void tell(finding_list *to, gate which, const char *seen,
                 const char *done, const char *says) {
  finding_add(
      to, (finding){-1, which, VERDICT_OK, seen, done,
                    finding_cite(to->home, "scoring", "unidentified", says)});
}

static bool refuse(error *err, const mixed_fit *fit, int groups) {
  static const char hint[] =
      "scoring.unidentified may say what else to do: raw, assume, "
      "equal_groups, envelopes";
  if (fit->status != MIXED_FITTED)
    return FAIL(err, ERROR_INPUT, "scores.csv", 0, 0,
                "scoring.method mixed_model cannot calibrate these scores "
                "(%s); %s",
                status_word(fit->status), hint);
  return FAIL(err, ERROR_INPUT, "scores.csv", 0, 0,
              "scoring.method mixed_model cannot compare all plans: %d groups "
              "of plans share no reviewer; %s",
              groups, hint);
}

static const char *word_of(unidentified what) {
  static const char *const words[] = {[UNIDENTIFIED_STOP] = "stop",
                                      [UNIDENTIFIED_RAW] = "raw",
                                      [UNIDENTIFIED_ASSUME] = "assume",
                                      [UNIDENTIFIED_EQUAL_GROUPS] =
                                          "equal_groups",
                                      [UNIDENTIFIED_ENVELOPES] = "envelopes"};
  return words[what];
}

/* the fit whose scores are taken: a mean for each group, where groups count as
 * equal */
static const mixed_fit *fit_panel(arena *home, const panel *p,
                                  unidentified then) {
  const mixed_input in = {.g = p->g,
                          .score = p->points,
                          .panel = p->panel,
                          .separate_means = then == UNIDENTIFIED_EQUAL_GROUPS ||
                                            then == UNIDENTIFIED_ENVELOPES};
  return mixed_solve(home, &in);
}

/* with one mean, mu + effect is the calibrated score itself */
static void take_calibrated(const panel *p, const mixed_fit *fit,
                            double *points) {
  for (int a = 0; a < p->g->applications; a++)
    points[p->plan[a]] = fit->mu + fit->effect[a];
}

bool calibrate_mixed(arena *home, const pool *of, const marks *m,
                     double *points, finding_list *findings, error *err) {
  const unidentified then = of->rules->scoring.unidentified;
  const panel p = panel_of(home, of, m);
  const mixed_fit *const fit = fit_panel(home, &p, then);
  const int groups = graph_linked_components(p.g);
  const bool fitted = fit->status == MIXED_FITTED;
  const bool known = fit->status == MIXED_ALL_EQUAL || (fitted && groups == 1);
  if (!known && then == UNIDENTIFIED_STOP && of->review_count > 0)
    return refuse(err, fit, groups);
  take_means(&p, points);
  const bool takes = fitted && (known || then != UNIDENTIFIED_RAW);
  if (takes)
    take_calibrated(&p, fit, points);
  const char *done = takes ? "mixed_model" : "mean";
  if (!fitted)
    tell(findings, GATE_NOT_CALIBRATED, status_word(fit->status), done,
         word_of(then));
  if (fitted ? !known : then == UNIDENTIFIED_ENVELOPES && groups > 1)
    tell(findings, GATE_GROUPS_APART, finding_integer(home, groups), done,
         word_of(then));
  return true;
}
