/* The score models against published tables, typed in here, and - where the
 * folder SAITAKU_SCORE_DATA (default ../shared/data/scores) is there - against
 * exact references: ref/CRITERION.exact.json and .exact.blup.csv. */
#include "../../engine/base/file.h"
#include "../../engine/base/random.h"
#include "../../engine/base/text.h"
#include "../../models/score/agreement.h"
#include "../../models/score/bridge.h"
#include "../../models/score/diagnosis.h"
#include "../../models/score/draws.h"
#include "../../models/score/ranking_bayes.h"
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS_MOST = 100000 };

typedef struct sheet { /* reviews as a model takes them */
  arena *home;
  int *application, *reviewer, reviews, applications, reviewers;
  double *score;
  text_table *application_ids, *reviewer_ids;
  const char **application_id;
} sheet;

static sheet sheet_new(void) {
  arena *home = arena_open();
  return (sheet){.home = home,
                 .application = ARENA_ARRAY(home, int, ROWS_MOST),
                 .reviewer = ARENA_ARRAY(home, int, ROWS_MOST),
                 .score = ARENA_ARRAY(home, double, ROWS_MOST),
                 .application_ids = text_table_new(home, 64),
                 .reviewer_ids = text_table_new(home, 64),
                 .application_id = ARENA_ARRAY(home, const char *, ROWS_MOST)};
}

static void sheet_add(sheet *s, const char *reviewer, const char *application,
                      double score) {
  const char *a = arena_text(s->home, application, strlen(application));
  const char *r = arena_text(s->home, reviewer, strlen(reviewer));
  const int e = s->reviews++;
  s->application[e] = text_table_add(s->application_ids, a, s->applications);
  s->reviewer[e] = text_table_add(s->reviewer_ids, r, s->reviewers);
  s->score[e] = score;
  if (s->application[e] == s->applications)
    s->application_id[s->applications++] = a;
  s->reviewers += s->reviewer[e] == s->reviewers;
}

static graph *sheet_graph(const sheet *s) {
  return graph_make(s->home, s->application, s->reviewer, s->reviews,
                    s->applications, s->reviewers);
}

/* one row a reviewer; a negative score is none */
static void sheet_table(sheet *s, const double *score, int rows, int columns) {
  for (int r = 0; r < rows; r++)
    for (int c = 0; c < columns; c++)
      if (score[r * columns + c] >= 0)
        sheet_add(s, arena_format(s->home, "r%d", r),
                  arena_format(s->home, "a%d", c), score[r * columns + c]);
}

static mixed_fit *sheet_fit(const sheet *s, const graph *g) {
  return mixed_solve(s->home, &(mixed_input){.g = g, .score = s->score});
}

static bool near(double a, double b, double tolerance) {
  return fabs(a - b) <= tolerance * fmax(1, fabs(b));
}

/* Shrout and Fleiss 1979, table 2: four judges, six targets */
static const double judges[] = {9, 6, 8, 7, 10, 6, 2, 1, 4, 1, 5, 2,
                                5, 3, 6, 2, 6,  4, 8, 2, 8, 6, 9, 7};

START_TEST(finds_the_variances_of_shrout_and_fleiss) {
  sheet s = sheet_new();
  sheet_table(&s, judges, 4, 6);
  const mixed_fit *fit = sheet_fit(&s, sheet_graph(&s));
  const bool good = fit->status == MIXED_FITTED &&
                    near(fit->variance[APPLICATION], 23.0 / 9, 1e-9) &&
                    near(fit->variance[REVIEWER], 5.2444444444444, 1e-9) &&
                    near(fit->variance[RESIDUAL], 1.0194444444444, 1e-9) &&
                    near(fit->mu, 5.2916666666667, 1e-9) &&
                    near(fit->criterion, 91.2786671167, 1e-9);
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

START_TEST(finds_the_six_intraclass_correlations) {
  static const double wanted[] = {.165742, .289764, .714841,
                                  .442797, .620051, .909316};
  sheet s = sheet_new();
  sheet_table(&s, judges, 4, 6);
  const icc got = icc_of(sheet_graph(&s), s.score);
  bool good = got.defined;
  for (int i = 0; i < 3; i++)
    good = good && near(got.single[i], wanted[i], 1e-6) &&
           near(got.average[i], wanted[i + 3], 1e-6);
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

START_TEST(leaves_incomplete_tables_without_intraclass_correlation) {
  static const double holes[] = {1, 2, -1, 2, 3, 4};
  sheet s = sheet_new();
  sheet_table(&s, holes, 2, 3);
  const bool defined = icc_of(sheet_graph(&s), s.score).defined;
  arena_close(s.home);
  ck_assert(!defined);
}
END_TEST

/* Krippendorff 2011: four observers, twelve units */
static const double observers[] = {1,  2, 3, 3, 2, 1, 4, 1, 2, -1, -1, -1,
                                   1,  2, 3, 3, 2, 2, 4, 1, 2, 5,  -1, 3,
                                   -1, 3, 3, 3, 2, 3, 4, 2, 2, 5,  1,  -1,
                                   1,  2, 3, 3, 2, 4, 4, 1, 2, 5,  1,  -1};

START_TEST(finds_the_alphas_of_krippendorff) {
  static const double wanted[] = {.743421, .815388, .849107, .797403};
  sheet s = sheet_new();
  sheet_table(&s, observers, 4, 12);
  const graph *g = sheet_graph(&s);
  bool good = true;
  for (int m = 0; m < ALPHA_METRICS; m++)
    good = good && near(alpha_of(g, s.score, (alpha_metric)m), wanted[m], 1e-6);
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

/* ---- designs that carry no model */

static const struct {
  double score[12];
  int rows, columns;
  mixed_status status;
} broken[] = {
    {{4, 4, 4, 4, 4, 4}, 2, 3, MIXED_ALL_EQUAL},
    {{3, 4, 5, 2}, 1, 4, MIXED_ONE_REVIEWER},
    {{4, 2, -1, -1, -1, -1, 5, 1}, 2, 4, MIXED_ONE_A_PLAN},
    {{4, -1, 5, -1, -1, 2, -1, 1}, 4, 2, MIXED_ONE_A_REVIEWER},
    {{1, 2, 4, 2, 3, 5, 2.5, 3.5, 5.5}, 3, 3, MIXED_EXACT},
    {{1, 5}, 2, 1, MIXED_TOO_FEW},
};

START_TEST(says_what_a_design_lacks) {
  sheet s = sheet_new();
  sheet_table(&s, broken[_i].score, broken[_i].rows, broken[_i].columns);
  const mixed_status got = sheet_fit(&s, sheet_graph(&s))->status;
  arena_close(s.home);
  ck_assert_int_eq(got, broken[_i].status);
}
END_TEST

START_TEST(puts_absent_merit_at_the_boundary) {
  static const double rows[] = {3, 4, 5, 2, 4, 5, 2, 3, 5, 2, 3, 4, 2, 3, 4, 5};
  sheet s = sheet_new();
  sheet_table(&s, rows, 4, 4);
  const mixed_fit *fit = sheet_fit(&s, sheet_graph(&s));
  const bool good = fit->status == MIXED_FITTED &&
                    fit->variance[APPLICATION] == 0 && fit->effect[0] == 0 &&
                    fit->se_total[0] > 0;
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

/* ---- graphs made up */

static double bell(random_source *by) {
  double sum = -6;
  for (int i = 0; i < 12; i++)
    sum += (double)(random_bits(by) >> 11) * 0x1p-53;
  return sum;
}

/* plans x k reviews by different reviewers of the plan's panel */
static sheet made_up(uint64_t seed, int plans, int reviewers, int k,
                     int panels) {
  sheet s = sheet_new();
  random_source by = random_seeded(seed);
  const int each = reviewers / panels;
  double *severity = ARENA_ARRAY(s.home, double, reviewers);
  for (int r = 0; r < reviewers; r++)
    severity[r] = 0.5 * bell(&by);
  for (int a = 0; a < plans; a++) {
    const double merit = bell(&by);
    const int first = (int)random_between(&by, 0, each - 1);
    const int panel = a * panels / plans;
    for (int i = 0; i < k; i++) {
      const int stride = 1 + (int)random_between(&by, 0, 1);
      const int r = panel * each + (first + i * stride) % each;
      sheet_add(&s, arena_format(s.home, "r%d", r),
                arena_format(s.home, "a%d", a),
                5 + merit + severity[r] + bell(&by));
    }
  }
  return s;
}

/* score equations of the crossed model by nothing but dense sums: the mean of
 * squares of BLUPs over their freedom gives back each variance */
START_TEST(solves_the_score_equations) {
  sheet s = made_up((uint64_t)_i, 30 + 7 * _i, 8 + _i, 3, 1 + _i % 3);
  const mixed_fit *fit = sheet_fit(&s, sheet_graph(&s));
  const bool good = fit->status == MIXED_FITTED && fit->slope < 1e-9;
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

/* other side eliminated, other gear: the same answer */
START_TEST(is_the_same_with_the_sides_exchanged) {
  sheet s = made_up(5, 60, 20, 4, 1);
  const mixed_fit *one = sheet_fit(&s, sheet_graph(&s));
  const graph *g = graph_make(s.home, s.reviewer, s.application, s.reviews,
                              s.reviewers, s.applications);
  const mixed_fit *two = sheet_fit(&s, g);
  const bool good =
      near(one->variance[APPLICATION], two->variance[REVIEWER], 1e-8) &&
      near(one->variance[REVIEWER], two->variance[APPLICATION], 1e-8) &&
      near(one->effect[0], two->effect[s.reviewers], 1e-8) &&
      near(one->pevsd[0], two->pevsd[s.reviewers], 1e-8) &&
      near(mixed_contrast(one, 0, 1),
           mixed_contrast(two, s.reviewers, s.reviewers + 1), 1e-8);
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

START_TEST(samples_close_to_the_exact_gear) {
  sheet s = made_up(9, 1000, 200, 5, 1);
  const graph *g = sheet_graph(&s);
  const mixed_fit *exact = sheet_fit(&s, g);
  const mixed_fit *sampled = mixed_solve(
      s.home, &(mixed_input){.g = g, .score = s.score, .dense_most = 50});
  bool good = sampled->status == MIXED_FITTED && sampled->sampled;
  for (int k = 0; k < VARIANCES; k++)
    good = good &&
           fabs(sampled->variance[k] - exact->variance[k]) <
               5 * sampled->sampling_error[k] + 1e-6 &&
           sampled->sampling_error[k] < 0.01 * exact->variance[k];
  for (int v = 0; v < g->applications; v++)
    good = good && near(sampled->effect[v], exact->effect[v], 2e-3) &&
           near(sampled->se_total[v], exact->se_total[v], 0.02);
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

START_TEST(gives_the_same_bits_again) {
  sheet s = made_up(3, 300, 60, 4, 2);
  const graph *g = sheet_graph(&s);
  bool same = true;
  for (int most = 10; most < 1000; most *= 50) {
    const mixed_input in = {.g = g, .score = s.score, .dense_most = most};
    const mixed_fit *a = mixed_solve(s.home, &in);
    const mixed_fit *b = mixed_solve(s.home, &in);
    const size_t length = sizeof(double) * (size_t)g->levels;
    same = same && memcmp(a->variance, b->variance, sizeof a->variance) == 0 &&
           memcmp(a->calibrated, b->calibrated, length) == 0 &&
           memcmp(a->se_total, b->se_total, length) == 0;
  }
  arena_close(s.home);
  ck_assert(same);
}
END_TEST

START_TEST(fits_a_mean_of_its_own_to_every_component) {
  sheet s = made_up(11, 40, 16, 4, 2);
  for (int e = 0; e < s.reviews; e++)
    s.score[e] += s.application[e] < 20 ? 100 : 0;
  const graph *g = sheet_graph(&s);
  const mixed_fit *fit = mixed_solve(
      s.home, &(mixed_input){.g = g, .score = s.score, .separate_means = true});
  const bool good = g->components == 2 && fit->status == MIXED_FITTED &&
                    fit->variance[APPLICATION] < 4 && fit->calibrated[0] > 90 &&
                    fit->calibrated[39] < 20 &&
                    mixed_contrast(fit, 0, 39) > mixed_contrast(fit, 0, 1);
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

/* ---- draws, ranks */

START_TEST(draws_with_the_right_mean_and_error) {
  enum { DRAWS = 4000 };
  sheet s = made_up(21, 12, 5, 3, 1);
  const mixed_fit *fit = sheet_fit(&s, sheet_graph(&s));
  double *to = ARENA_ARRAY(s.home, double, (size_t)DRAWS * 12);
  draws_make(fit, 7, DRAWS, to);
  double sum = 0, squares = 0, apart = 0;
  for (int d = 0; d < DRAWS; d++) {
    const double off = to[12 * d] - fit->calibrated[0];
    const double between =
        to[12 * d] - to[12 * d + 1] - fit->calibrated[0] + fit->calibrated[1];
    sum += off / DRAWS;
    squares += off * off / DRAWS;
    apart += between * between / DRAWS;
  }
  const bool good = fabs(sum) < 0.06 * fit->se_total[0] &&
                    near(sqrt(squares), fit->se_total[0], 0.05) &&
                    near(apart, mixed_contrast(fit, 0, 1), 0.08);
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

START_TEST(ranks_sum_up_and_equal_plans_tie) {
  static const double rows[] = {5, 5, 3, 1, 4, 4, 3, 2, 5, 5, 2, 1};
  sheet s = sheet_new();
  sheet_table(&s, rows, 3, 4);
  const graph *g = sheet_graph(&s);
  const mixed_fit *fit = sheet_fit(&s, g);
  double rank[4], turned[4], sum = 0;
  ranking_expected(fit, false, rank);
  ranking_expected(fit, true, turned);
  const bayes_rank *bayes = ranking_bayes(
      s.home, &(bayes_input){.g = g, .score = s.score, .width = 5});
  chances chance[4];
  ranking_chances(fit, false, 2, chance);
  bool good = near(rank[0], rank[1], 1e-9) && rank[1] < rank[2] &&
              rank[2] < rank[3] && near(bayes->rank[0], bayes->rank[1], 1e-9) &&
              near(chance[0].among_best, chance[1].among_best, 1e-9) &&
              chance[0].among_best > 0.9 && chance[3].last == 4;
  for (int i = 0; i < 4; i++) {
    sum += rank[i];
    good = good && near(rank[i] + turned[i], 5, 1e-9);
  }
  arena_close(s.home);
  ck_assert(good && near(sum, 10, 1e-9));
}
END_TEST

/* by classes as by pairs, where there are too many plans for pairs */
START_TEST(ranks_many_plans_as_it_ranks_few) {
  sheet s = made_up(31, 2500, 60, 5, 1);
  const graph *g = sheet_graph(&s);
  const mixed_fit *exact = sheet_fit(&s, g);
  mixed_fit many = *exact;
  many.sampled = true;
  double *a = ARENA_ARRAY(s.home, double, 2500), off = 0;
  double *b = ARENA_ARRAY(s.home, double, 2500);
  ranking_expected(exact, false, a);
  ranking_expected(&many, false, b);
  for (int v = 0; v < 2500; v++)
    off = fmax(off, fabs(a[v] - b[v]));
  arena_close(s.home);
  ck_assert(off < 2.5);
}
END_TEST

/* ---- bridges */

START_TEST(finds_the_review_and_the_reviewer_that_join_two_groups) {
  sheet s = sheet_new();
  for (int i = 0; i < 4; i++)
    for (int k = 0; k < 3; k++) {
      sheet_add(&s, arena_format(s.home, "p%d", k),
                arena_format(s.home, "a%d", i), i + k);
      sheet_add(&s, arena_format(s.home, "q%d", k),
                arena_format(s.home, "b%d", i), i - k);
    }
  const bridges *none = bridges_find(s.home, sheet_graph(&s));
  sheet_add(&s, "p0", "b3", 2);
  const graph *g = sheet_graph(&s);
  const bridges *one = bridges_find(s.home, g);
  sheet_add(&s, "p0", "b2", 2);
  const bridges *link = bridges_find(s.home, sheet_graph(&s));
  const bool good = none->review_count == 0 && none->reviewer_count == 0 &&
                    g->components == 1 && one->review_count == 1 &&
                    one->review[0] == 24 && link->review_count == 0 &&
                    link->reviewer_count == 1 && link->pieces[0] == 2;
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

/* ---- exact references, where they are */

static const struct {
  const char *set, *criterion;
} references[] = {{"penicillin", "diameter"}, {"shroutfleiss", "rating"},
                  {"insteval", "y"},          {"snsf_mock", "grade"},
                  {"aibs", "overall"},        {"aibs", "innovation"},
                  {"aibs", "approach"},       {"aibs", "investigator"},
                  {"aibs", "significance"}};

static const char *load(arena *home, const char *path) {
  error err = {.kind = ERROR_NONE};
  bytes raw;
  return file_read(home, path, 1 << 28, &raw, &err) ? raw.at : NULL;
}

static const char *data_path(arena *home, const char *set, const char *name) {
  const char *folder = getenv("SAITAKU_SCORE_DATA");
  return arena_format(home, "%s/%s/%s",
                      folder ? folder : "../shared/data/scores", set, name);
}

/* the cells of the line at *at; moves *at on; 0 at the end */
static int cells_of(char **at, char *cell[10]) {
  if (**at == '\0')
    return 0;
  int count = 0;
  for (cell[count++] = *at; **at && **at != '\n'; ++*at)
    if (**at == ',' && count < 10) {
      **at = '\0';
      cell[count++] = *at + 1;
    }
  if (**at)
    *(*at)++ = '\0';
  return count;
}

static bool read_sheet(sheet *s, const char *set, const char *criterion) {
  const char *raw = load(s->home, data_path(s->home, set, "review.csv"));
  char *cell[10], *at = raw ? arena_format(s->home, "%s", raw) : NULL;
  for (int row = 0; at && cells_of(&at, cell) >= 4; row++)
    if (row > 0 && strcmp(cell[2], criterion) == 0 && *cell[3])
      sheet_add(s, cell[0], cell[1], strtod(cell[3], NULL));
  return raw;
}

static double member(const char *json, const char *key) {
  const char *at = strstr(json, key);
  return at ? strtod(strchr(at, ':') + 1, NULL) : NAN;
}

static bool variances_agree(const mixed_fit *fit, const char *json) {
  return near(fit->mu, member(json, "\"intercept\""), 1e-9) &&
         near(fit->variance[APPLICATION], member(json, "\"var_application\""),
              1e-9) &&
         near(fit->variance[REVIEWER], member(json, "\"var_reviewer\""),
              1e-9) &&
         near(fit->variance[RESIDUAL], member(json, "\"var_residual\""),
              1e-9) &&
         near(fit->criterion, member(json, "\"REMLcrit\""), 1e-10);
}

/* factor,id,n,component,blup,condsd,pevsd,se_total,calibrated,er,... */
static bool effects_agree(const sheet *s, const mixed_fit *fit, char *at,
                          bool low_is_better) {
  char *cell[10];
  bool good = true;
  double *rank = ARENA_ARRAY(s->home, double, s->applications + 1);
  ranking_expected(fit, low_is_better, rank);
  for (int row = 0; cells_of(&at, cell) == 10; row++) {
    const bool plan = strcmp(cell[0], "application") == 0;
    const int found =
        text_table_find(plan ? s->application_ids : s->reviewer_ids, cell[1]);
    if (row == 0 || found < 0)
      continue;
    const int v = plan ? found : s->applications + found;
    good = good && near(fit->effect[v], strtod(cell[4], NULL), 1e-8) &&
           near(fit->condsd[v], strtod(cell[5], NULL), 1e-8) &&
           near(fit->pevsd[v], strtod(cell[6], NULL), 1e-8);
    if (plan)
      good = good && near(fit->se_total[v], strtod(cell[7], NULL), 1e-8) &&
             near(fit->calibrated[v], strtod(cell[8], NULL), 1e-8) &&
             near(rank[v], strtod(cell[9], NULL), 1e-6);
  }
  return good;
}

START_TEST(agrees_with_the_exact_reference) {
  sheet s = sheet_new();
  const char *set = references[_i].set, *criterion = references[_i].criterion;
  const char *name = arena_format(s.home, "ref/%s.exact", criterion);
  const char *json = load(
      s.home, data_path(s.home, set, arena_format(s.home, "%s.json", name)));
  const char *blup =
      load(s.home,
           data_path(s.home, set, arena_format(s.home, "%s.blup.csv", name)));
  const bool there = json && blup && read_sheet(&s, set, criterion);
  if (!there)
    printf("SKIP: no reference for %s %s\n", set, criterion);
  bool good = true;
  if (there) {
    const mixed_fit *fit = sheet_fit(&s, sheet_graph(&s));
    const bool low = strstr(json, "\"higher_better\": false") != NULL;
    good = variances_agree(fit, json) &&
           effects_agree(&s, fit, arena_format(s.home, "%s", blup), low);
  }
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

/* the reviewers' columns of ref/CRITERION.reviewer_diag.csv */
START_TEST(agrees_with_the_reviewers_of_the_reference) {
  sheet s = sheet_new();
  const char *set = references[_i].set, *criterion = references[_i].criterion;
  const char *name =
      arena_format(s.home, "ref/%s.reviewer_diag.csv", criterion);
  const char *raw = load(s.home, data_path(s.home, set, name));
  bool good = true;
  if (!raw || !read_sheet(&s, set, criterion)) {
    printf("SKIP: no reviewers of %s %s\n", set, criterion);
  } else {
    const mixed_fit *fit = sheet_fit(&s, sheet_graph(&s));
    const diagnosis *all = diagnose(s.home, fit, s.score);
    char *cell[11], *at = arena_format(s.home, "%s", raw);
    while (cells_of(&at, cell) == 10) {
      const int r = text_table_find(s.reviewer_ids, cell[0]);
      if (r < 0)
        continue;
      good = good && near(all[r].raw_severity, strtod(cell[4], NULL), 1e-8) &&
             near(all[r].severity, strtod(cell[6], NULL), 1e-8) &&
             near(all[r].severity_error, strtod(cell[7], NULL), 1e-8) &&
             (!*cell[8] || near(all[r].z, strtod(cell[8], NULL), 1e-7)) &&
             near(all[r].consistency, strtod(cell[9], NULL), 1e-7);
    }
  }
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

START_TEST(agrees_with_ranks_by_simulation) {
  static const char *const panel[] = {"p1", "p2", "p3"};
  sheet all = sheet_new(), s = sheet_new();
  const char *name =
      arena_format(s.home, "expected_rank/mock_%s.quad.csv", panel[_i]);
  const char *raw = load(s.home, data_path(s.home, "snsf_mock", name));
  double off = 0;
  if (!raw || !read_sheet(&all, "snsf_mock", "grade")) {
    printf("SKIP: no expected ranks\n");
  } else {
    for (int e = 0; e < all.reviews; e++) {
      const char *id = all.application_id[all.application[e]];
      if ((atoi(id + 1) - 1) / 15 == _i)
        sheet_add(&s, arena_format(s.home, "r%d", all.reviewer[e]), id,
                  all.score[e]);
    }
    const bayes_rank *rank = ranking_bayes(
        s.home,
        &(bayes_input){.g = sheet_graph(&s), .score = s.score, .width = 5});
    char *cell[10], *at = arena_format(s.home, "%s", raw);
    while (cells_of(&at, cell) >= 2) {
      const int a = text_table_find(s.application_ids, cell[0]);
      if (a >= 0)
        off = fmax(off, fabs(rank->rank[a] - strtod(cell[1], NULL)));
    }
  }
  arena_close(all.home);
  arena_close(s.home);
  ck_assert(off < 0.005);
}
END_TEST

int main(void) {
  Suite *all = suite_create("score models");
  TCase *cases = tcase_create("all");
  const int broken_count = sizeof broken / sizeof *broken;
  const int reference_count = sizeof references / sizeof *references;
  tcase_set_timeout(cases, 100);
  tcase_add_test(cases, finds_the_variances_of_shrout_and_fleiss);
  tcase_add_test(cases, finds_the_six_intraclass_correlations);
  tcase_add_test(cases,
                 leaves_incomplete_tables_without_intraclass_correlation);
  tcase_add_test(cases, finds_the_alphas_of_krippendorff);
  tcase_add_loop_test(cases, says_what_a_design_lacks, 0, broken_count);
  tcase_add_test(cases, puts_absent_merit_at_the_boundary);
  tcase_add_loop_test(cases, solves_the_score_equations, 0, 12);
  tcase_add_test(cases, is_the_same_with_the_sides_exchanged);
  tcase_add_test(cases, samples_close_to_the_exact_gear);
  tcase_add_test(cases, gives_the_same_bits_again);
  tcase_add_test(cases, fits_a_mean_of_its_own_to_every_component);
  tcase_add_test(cases, draws_with_the_right_mean_and_error);
  tcase_add_test(cases, ranks_sum_up_and_equal_plans_tie);
  tcase_add_test(cases, ranks_many_plans_as_it_ranks_few);
  tcase_add_test(cases, finds_the_review_and_the_reviewer_that_join_two_groups);
  tcase_add_loop_test(cases, agrees_with_the_exact_reference, 0,
                      reference_count);
  tcase_add_loop_test(cases, agrees_with_the_reviewers_of_the_reference, 0,
                      reference_count);
  tcase_add_loop_test(cases, agrees_with_ranks_by_simulation, 0, 3);
  suite_add_tcase(all, cases);
  SRunner *runner = srunner_create(all);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}
