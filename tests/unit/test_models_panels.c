/* Fixed effects of panels beside the random ones of plans and reviewers. */
#include "../../engine/base/random.h"
#include "../../models/score/draws.h"
#include "../../models/score/partiality.h"
#include <check.h>
#include <math.h>

static bool near(double a, double b, double relative) {
  return fabs(a - b) <= relative * fmax(fabs(b), 1e-9);
}

/* ---- made here; the figures below are of lme4 1.1-31:
 *   lmer(score ~ 0 + panel + (1|plan) + (1|reviewer)), bobyqa to 1e-12;
 * its criterion, fixef, vcov, ranef and condVar. Those of mu and of se_total
 * come from the same model in dense algebra (R 4.2), REML by Newton's method
 * with average information to 1e-14. */
enum { PLANS = 10, REVIEWERS = 8, PANELS = 3, REVIEWS = 32 };
static const struct {
  int plan, reviewer, panel;
  double score;
} table[REVIEWS] = {
    {0, 0, 0, 7.0}, {0, 3, 1, 3.5}, {0, 4, 1, 3.0}, {0, 6, 2, 4.5},
    {1, 0, 0, 6.0}, {1, 1, 0, 6.0}, {1, 2, 0, 5.0}, {1, 5, 1, 3.0},
    {2, 3, 1, 3.5}, {2, 5, 1, 4.0}, {2, 6, 2, 4.0}, {2, 7, 2, 3.5},
    {3, 0, 0, 5.5}, {3, 7, 2, 2.0}, {4, 1, 0, 6.0}, {4, 4, 1, 3.0},
    {4, 5, 1, 4.5}, {4, 6, 2, 4.5}, {5, 0, 0, 5.5}, {5, 4, 1, 2.5},
    {6, 0, 0, 6.0}, {6, 3, 1, 3.5}, {6, 4, 1, 3.0}, {6, 5, 1, 4.0},
    {7, 3, 1, 2.5}, {7, 7, 2, 3.0}, {8, 1, 0, 4.5}, {8, 3, 1, 0.5},
    {8, 4, 1, 0.5}, {8, 6, 2, 1.5}, {9, 4, 1, 2.5}, {9, 5, 1, 3.5}};
static const double by_lme4[VARIANCES] = {0.641390052098, 0.216228583423,
                                          0.121252701660};
static const double criterion_by_lme4 = 61.9904743978815;
static const double mean_by_lme4[PANELS] = {5.69342340144, 2.83984732427,
                                            3.20390202221};
static const double mean_error_by_lme4[PANELS] = {
    0.403497157255, 0.381145611533, 0.441274844442};
static const double plan_by_lme4[PLANS] = {
    0.831791568492, -0.112572097644, 0.597594697982, -0.585312234563,
    0.666611898410, -0.142119378341, 0.501319353494, -0.044956681384,
    -1.79367210022, 0.0813149737756};
static const double reviewer_by_lme4[REVIEWERS] = {
    0.186984418206,  0.185174453888, -0.372158872095, -0.142303071171,
    -0.409149181283, 0.551452252453, 0.303033998913,  -0.303033998913};
static const double mu = 3.706493052329, se_mu = 0.313039624601;
static const double se_total[PLANS] = {
    0.249036238103, 0.258549079303, 0.250835996934, 0.315897814681,
    0.249726654329, 0.307710371707, 0.247794759219, 0.315666929938,
    0.249403413542, 0.305188526807};

typedef struct sheet {
  arena *home;
  const graph *g;
  double *score;
  int *panel;
} sheet;

static sheet sheet_new(int plans, int reviewers, int reviews, const int *plan,
                       const int *reviewer) {
  arena *home = arena_open();
  int *about = ARENA_ARRAY(home, int, reviews);
  int *by = ARENA_ARRAY(home, int, reviews);
  for (int e = 0; e < reviews; e++) {
    about[e] = plan[e];
    by[e] = reviewer[e];
  }
  return (sheet){home, graph_make(home, about, by, reviews, plans, reviewers),
                 ARENA_ARRAY(home, double, reviews),
                 ARENA_ARRAY(home, int, reviews)};
}

static sheet sheet_of_table(void) {
  int plan[REVIEWS], reviewer[REVIEWS];
  for (int e = 0; e < REVIEWS; e++) {
    plan[e] = table[e].plan;
    reviewer[e] = table[e].reviewer;
  }
  sheet s = sheet_new(PLANS, REVIEWERS, REVIEWS, plan, reviewer);
  for (int e = 0; e < REVIEWS; e++) {
    s.score[e] = table[e].score;
    s.panel[e] = table[e].panel;
  }
  return s;
}

static const mixed_fit *fit_of(const sheet *s) {
  return mixed_solve(
      s->home, &(mixed_input){.g = s->g, .score = s->score, .panel = s->panel});
}

START_TEST(agrees_with_lme4) {
  const sheet s = sheet_of_table();
  const mixed_fit *fit = fit_of(&s);
  int wrong = fit->status != MIXED_FITTED || fit->slope > 1e-9;
  for (int k = 0; k < VARIANCES; k++)
    wrong += !near(fit->variance[k], by_lme4[k], 1e-6);
  wrong += !near(fit->criterion, criterion_by_lme4, 1e-10);
  for (int e = 0; e < REVIEWS; e++)
    wrong += !near(mixed_mean(fit, e), mean_by_lme4[table[e].panel], 1e-7);
  for (int a = 0; a < PLANS; a++)
    wrong += fabs(fit->effect[a] - plan_by_lme4[a]) > 1e-6;
  for (int r = 0; r < REVIEWERS; r++)
    wrong += fabs(fit->effect[PLANS + r] - reviewer_by_lme4[r]) > 1e-6;
  arena_close(s.home);
  ck_assert_int_eq(wrong, 0);
}
END_TEST

/* the covariance of the means, by way of the error of one alone */
static double error_of_mean(const mixed_fit *fit, int mean) {
  const double one = 1;
  return fit->scale * sqrt(fit->inner->variance[RESIDUAL] *
                           spread_form(fit->inner->spread, &mean, &one, 1));
}

START_TEST(knows_the_errors_of_the_means) {
  const sheet s = sheet_of_table();
  const mixed_fit *fit = fit_of(&s);
  int wrong = !near(fit->mu, mu, 1e-9) + !near(fit->se_mu, se_mu, 1e-9);
  for (int k = 0; k < PANELS; k++)
    wrong += !near(error_of_mean(fit, k), mean_error_by_lme4[k], 1e-6);
  for (int a = 0; a < PLANS; a++)
    wrong += !near(fit->calibrated[a], mu + fit->effect[a], 1e-9) +
             !near(fit->se_total[a], se_total[a], 1e-9);
  arena_close(s.home);
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(takes_off_what_a_panel_adds) {
  sheet s = sheet_of_table();
  const mixed_fit *fit = fit_of(&s);
  for (int e = 0; e < REVIEWS; e++)
    s.score[e] += s.panel[e] == 1 ? 40 : 0;
  const mixed_fit *moved = fit_of(&s);
  int wrong = 0;
  for (int a = 0; a < PLANS; a++)
    wrong += fabs(moved->effect[a] - fit->effect[a]) > 1e-8 ||
             !near(moved->se_total[a], fit->se_total[a], 1e-8);
  wrong += fabs(mixed_contrast(moved, 0, 5) - mixed_contrast(fit, 0, 5)) > 1e-8;
  arena_close(s.home);
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(one_panel_is_none) {
  sheet s = sheet_of_table();
  for (int e = 0; e < REVIEWS; e++)
    s.panel[e] = 7;
  const mixed_fit *one = fit_of(&s);
  s.panel = NULL;
  const mixed_fit *none = fit_of(&s);
  int wrong = one->criterion != none->criterion || one->mu != none->mu;
  for (int v = 0; v < s.g->levels; v++)
    wrong += one->calibrated[v] != none->calibrated[v] ||
             one->se_total[v] != none->se_total[v];
  arena_close(s.home);
  ck_assert_int_eq(wrong, 0);
}
END_TEST

/* ---- what the panels may hold */

START_TEST(leaves_reviewers_out_where_each_is_a_panel) {
  sheet s = sheet_of_table();
  for (int e = 0; e < REVIEWS; e++)
    s.panel[e] = table[e].reviewer;
  const mixed_fit *fit = fit_of(&s);
  const bool good = fit->status == MIXED_FITTED &&
                    fit->variance[REVIEWER] == 0 &&
                    fit->variance[APPLICATION] > 0.1;
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

START_TEST(fits_nothing_where_every_plan_is_a_panel) {
  sheet s = sheet_of_table();
  for (int e = 0; e < REVIEWS; e++)
    s.panel[e] = table[e].plan;
  const mixed_status all = fit_of(&s)->status;
  s.panel[0] = 1; /* plan 1 is no longer alone in its panel */
  const mixed_status some = fit_of(&s)->status;
  arena_close(s.home);
  ck_assert(all == MIXED_OWN_PANELS && some == MIXED_FITTED);
}
END_TEST

/* ---- larger ones, made up */

/* a plan's reviewers stand together, so that panels overlap now and then;
 * plans of odd number, read by odd reviewers, are a component of their own */
static sheet made_up(uint64_t seed, int plans, int reviewers, int each,
                     int panels, int components) {
  random_source by = random_seeded(seed);
  arena *scratch = arena_open();
  const int n = plans * each, part = reviewers / components;
  int *plan = ARENA_ARRAY(scratch, int, n);
  int *reviewer = ARENA_ARRAY(scratch, int, n);
  double *noise = ARENA_ARRAY(scratch, double, n + plans + reviewers);
  for (int i = 0; i < n + plans + reviewers; i++)
    noise[i] = (double)random_between(&by, -1000, 1000) / 600;
  for (int e = 0; e < n; e++) {
    const int a = plan[e] = e / each;
    const int k = e % each, at = (a / components * 7 + k * (k + 4)) % part;
    reviewer[e] = at * components + a % components;
  }
  sheet s = sheet_new(plans, reviewers, n, plan, reviewer);
  for (int e = 0; e < n; e++) {
    s.panel[e] = reviewer[e] / components * panels / part;
    s.score[e] = noise[e] + noise[n + plan[e]] +
                 noise[n + plans + reviewer[e]] + 2 * s.panel[e];
  }
  arena_close(scratch);
  return s;
}

/* the same model, a mean for each panel of each component, in other words:
 * panels numbered apart */
START_TEST(separate_means_go_by_panel_in_each_component) {
  sheet s = made_up(3, 60, 24, 4, 3, 2);
  const mixed_fit *both =
      mixed_solve(s.home, &(mixed_input){.g = s.g,
                                         .score = s.score,
                                         .panel = s.panel,
                                         .separate_means = true});
  for (int e = 0; e < s.g->reviews; e++)
    s.panel[e] += 3 * s.g->component[s.g->application[e]];
  const mixed_fit *apart = fit_of(&s);
  int wrong = both->status != MIXED_FITTED || both->asked->means->count != 6 ||
              both->criterion != apart->criterion;
  for (int v = 0; v < s.g->levels; v++)
    wrong += both->effect[v] != apart->effect[v];
  for (int a = 0; a < 60; a++) /* by the mu of its own component */
    wrong += !near(both->calibrated[a] - both->effect[a],
                   both->calibrated[a % 2] - both->effect[a % 2], 1e-12);
  wrong += fabs(both->calibrated[0] - both->effect[0] - both->calibrated[1] +
                both->effect[1]) < 1e-6;
  arena_close(s.home);
  ck_assert_int_eq(wrong, 0);
}
END_TEST

/* the iterative gear takes several right-hand sides a solve: ten panels do not
 * fit into one */
START_TEST(the_iterative_gear_agrees_with_the_exact_one) {
  const sheet s = made_up(5, 1200, 240, 6, 10, 1);
  const mixed_input in = {.g = s.g, .score = s.score, .panel = s.panel};
  mixed_input few = in;
  few.dense_most = 50;
  const mixed_fit *exact = mixed_solve(s.home, &in);
  const mixed_fit *sampled = mixed_solve(s.home, &few);
  double off = 0, error = 0;
  for (int a = 0; a < 1200; a++) {
    off = fmax(off, fabs(sampled->calibrated[a] - exact->calibrated[a]));
    error = fmax(error, fabs(sampled->se_total[a] / exact->se_total[a] - 1));
  }
  bool good = sampled->sampled && !exact->sampled && off < 0.01 && error < 0.08;
  for (int k = 0; k < VARIANCES; k++)
    good = good && near(sampled->variance[k], exact->variance[k], 0.02);
  for (int e = 0; e < s.g->reviews; e++)
    good = good && fabs(mixed_mean(sampled, e) - mixed_mean(exact, e)) < 0.01;
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

START_TEST(draws_have_the_errors_of_the_fit) {
  enum { DRAWS = 6000 };
  const sheet s = sheet_of_table();
  const mixed_fit *fit = fit_of(&s);
  double *to = ARENA_ARRAY(s.home, double, DRAWS *PLANS), apart = 0;
  int wrong = 0;
  draws_make(fit, 11, DRAWS, to);
  for (int a = 0; a < PLANS; a++) {
    double sum = 0, squares = 0;
    for (int d = 0; d < DRAWS; d++) {
      const double off = to[d * PLANS + a] - fit->calibrated[a];
      sum += off / DRAWS;
      squares += off * off / DRAWS;
    }
    wrong += fabs(sum) > 0.02 || !near(sqrt(squares), fit->se_total[a], 0.04);
  }
  for (int d = 0; d < DRAWS; d++) {
    const double off = to[d * PLANS] - to[d * PLANS + 3] - fit->calibrated[0] +
                       fit->calibrated[3];
    apart += off * off / DRAWS;
  }
  wrong += !near(apart, mixed_contrast(fit, 0, 3), 0.08);
  arena_close(s.home);
  ck_assert_int_eq(wrong, 0);
}
END_TEST

/* marked scores of a panel are set against that panel's mean: one that lies
 * just on its prediction shows no effect */
START_TEST(sets_marked_scores_against_their_panel) {
  const sheet s = sheet_of_table();
  const mixed_fit *fit = fit_of(&s);
  const int plan[] = {9, 9}, reviewer[] = {0, 0}, panel[] = {0, 5};
  const double own = mixed_mean(fit, 0) + fit->effect[9] + fit->effect[PLANS];
  const double any = fit->calibrated[9] + fit->effect[PLANS];
  const partiality known =
      partiality_of(fit, &(marked_scores){1, plan, reviewer, panel, &own});
  const partiality unknown =
      partiality_of(fit, &(marked_scores){1, plan, reviewer, panel + 1, &any});
  const bool good = fabs(known.effect) < 1e-12 &&
                    fabs(unknown.effect) < 1e-12 && known.error > 0 &&
                    known.error != unknown.error;
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

int main(void) {
  Suite *suite = suite_create("panels");
  TCase *cases = tcase_create("panels");
  tcase_set_timeout(cases, 60);
  tcase_add_test(cases, agrees_with_lme4);
  tcase_add_test(cases, knows_the_errors_of_the_means);
  tcase_add_test(cases, takes_off_what_a_panel_adds);
  tcase_add_test(cases, one_panel_is_none);
  tcase_add_test(cases, leaves_reviewers_out_where_each_is_a_panel);
  tcase_add_test(cases, fits_nothing_where_every_plan_is_a_panel);
  tcase_add_test(cases, separate_means_go_by_panel_in_each_component);
  tcase_add_test(cases, the_iterative_gear_agrees_with_the_exact_one);
  tcase_add_test(cases, draws_have_the_errors_of_the_fit);
  tcase_add_test(cases, sets_marked_scores_against_their_panel);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}
