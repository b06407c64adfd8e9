/* What marked conflicts did to scores, and the halo between criteria: against
 * figures from dense algebra, and against lme4 where its data are there (folder
 * SAITAKU_SCORE_DATA, default ../shared/data/scores). */
#include "../../engine/base/file.h"
#include "../../engine/base/random.h"
#include "../../models/score/halo.h"
#include "../../models/score/partiality.h"
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- conflicts: eight plans by five reviewers; those marked stand aside */

enum { PLANS = 8, REVIEWERS = 5, CELLS = PLANS * REVIEWERS };
static const double table[CELLS] = {3, 1, 2, 0, 1, 2, 3, 2, 1, 4, 3, 3, 3, 4,
                                    4, 5, 3, 7, 4, 4, 5, 7, 6, 5, 4, 3, 2, 3,
                                    1, 2, 3, 3, 4, 1, 5, 4, 4, 5, 6, 4};
static const int apart[] = {0, 9, 13, 17, 21, 25, 34, 38};
enum { APART = sizeof apart / sizeof *apart };

typedef struct panel {
  const graph *g;
  const mixed_fit *fit;
  int application[APART + 2], reviewer[APART + 2];
  double score[APART + 2];
} panel;

static bool is_apart(int cell) {
  for (int i = 0; i < APART; i++)
    if (apart[i] == cell)
      return true;
  return false;
}

static panel panel_of(arena *home, bool separate_means) {
  panel p = {0};
  int *about = ARENA_ARRAY(home, int, CELLS), n = 0;
  int *by = ARENA_ARRAY(home, int, CELLS);
  double *score = ARENA_ARRAY(home, double, CELLS);
  for (int i = 0; i < CELLS; i++) {
    if (is_apart(i))
      continue;
    about[n] = i / REVIEWERS;
    by[n] = i % REVIEWERS;
    score[n++] = table[i];
  }
  for (int i = 0; i < APART; i++) {
    p.application[i] = apart[i] / REVIEWERS;
    p.reviewer[i] = apart[i] % REVIEWERS;
    p.score[i] = table[apart[i]];
  }
  p.g = graph_make(home, about, by, n, PLANS, REVIEWERS);
  p.fit = mixed_solve(home, &(mixed_input){.g = p.g,
                                           .score = score,
                                           .separate_means = separate_means});
  return p;
}

START_TEST(says_what_conflicts_added_to_scores) {
  arena *home = arena_open();
  const panel p = panel_of(home, _i == 1);
  const partiality got = partiality_of(
      p.fit, &(marked_scores){APART, p.application, p.reviewer, NULL, p.score});
  arena_close(home);
  ck_assert(got.count == APART && fabs(got.effect - 1.9278335096824) < 1e-9 &&
            fabs(got.error - 0.2630556213472) < 1e-9);
}
END_TEST

START_TEST(leaves_out_what_the_fit_does_not_know) {
  arena *home = arena_open();
  panel p = panel_of(home, false);
  const partiality all = partiality_of(
      p.fit, &(marked_scores){APART, p.application, p.reviewer, NULL, p.score});
  p.application[APART] = -1;
  p.reviewer[APART + 1] = 1;
  p.score[APART + 1] = NAN;
  const partiality more =
      partiality_of(p.fit, &(marked_scores){APART + 2, p.application,
                                            p.reviewer, NULL, p.score});
  const partiality none = partiality_of(p.fit, &(marked_scores){0});
  arena_close(home);
  ck_assert(more.count == APART && more.effect == all.effect &&
            more.error == all.error && none.count == 0);
}
END_TEST

/* ---- halo */

enum { CRITERIA = 4, ROOM = 4000 };
typedef struct sheet {
  arena *home;
  int *plan, *reviewer, reviews;
  double *score[CRITERIA];
} sheet;

static sheet sheet_new(void) {
  arena *home = arena_open();
  sheet s = {
      home, ARENA_ARRAY(home, int, ROOM), ARENA_ARRAY(home, int, ROOM), 0, {0}};
  for (int c = 0; c < CRITERIA; c++)
    s.score[c] = ARENA_ARRAY(home, double, ROOM);
  return s;
}

/* sum of twelve uniforms less six */
static double bell(random_source *by) {
  double sum = -6;
  for (int i = 0; i < 12; i++)
    sum += (double)(random_bits(by) >> 11) * 0x1p-53;
  return sum;
}

static void draw(random_source *by, double *to, int count, double deviation) {
  for (int i = 0; i < count; i++)
    to[i] = deviation * bell(by);
}

enum { MANY = 200, FEW = 20, EACH = 10 };
/* standard deviations, in the order of the parts */
static sheet made_up(const double *deviation) {
  sheet s = sheet_new();
  random_source by = random_seeded(7);
  double plan[MANY], own[CRITERIA][MANY], severity[FEW], taste[CRITERIA][FEW];
  draw(&by, plan, MANY, deviation[HALO_PLAN]);
  draw(&by, severity, FEW, deviation[HALO_REVIEWER]);
  for (int c = 0; c < CRITERIA; c++) {
    draw(&by, own[c], MANY, deviation[HALO_PLAN_CRITERION]);
    draw(&by, taste[c], FEW, deviation[HALO_REVIEWER_CRITERION]);
  }
  for (int a = 0; a < MANY; a++)
    for (int k = 0; k < EACH; k++) {
      const int r = (a * 3 + k) % FEW, e = s.reviews++;
      const double view = deviation[HALO_PLAN_REVIEWER] * bell(&by);
      s.plan[e] = a;
      s.reviewer[e] = r;
      for (int c = 0; c < CRITERIA; c++)
        s.score[c][e] = 3 + c + plan[a] + own[c][a] + severity[r] +
                        taste[c][r] + view +
                        deviation[HALO_RESIDUAL] * bell(&by);
    }
  return s;
}

START_TEST(finds_the_parts_of_made_up_scores) {
  static const double deviation[HALO_PARTS] = {1, 0.5, 0.7, 0.6, 0.4, 0.8};
  sheet s = made_up(deviation);
  const graph *g = graph_make(s.home, s.plan, s.reviewer, s.reviews, MANY, FEW);
  double part[HALO_PARTS];
  bool good = halo_split(g, s.score, CRITERIA, part);
  for (int k = 0; good && k < HALO_PARTS; k++)
    good = fabs(sqrt(part[k]) - deviation[k]) < 0.2 * deviation[k];
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

START_TEST(leaves_parts_that_are_not_there_at_nothing) {
  static const double deviation[HALO_PARTS] = {1, 0, 0, 0, 0, 1};
  sheet s = made_up(deviation);
  const graph *g = graph_make(s.home, s.plan, s.reviewer, s.reviews, MANY, FEW);
  double part[HALO_PARTS], small = 0;
  const bool found = halo_split(g, s.score, CRITERIA, part);
  for (int k = 0; k < HALO_PARTS; k++)
    if (deviation[k] == 0)
      small = fmax(small, part[k]);
  arena_close(s.home);
  ck_assert(found && small >= 0 && small < 0.01);
}
END_TEST

/* ---- and lme4's five parts of the grant reviews of AIBS */

static const char *data(arena *home, const char *name) {
  const char *const folder = getenv("SAITAKU_SCORE_DATA");
  const char *const path = arena_format(
      home, "%s/aibs/%s", folder ? folder : "../shared/data/scores", name);
  error err = {.kind = ERROR_NONE};
  bytes raw;
  return file_read(home, path, 1 << 20, &raw, &err)
             ? arena_text(home, raw.at, raw.length)
             : NULL;
}

/* the review of that reviewer and application, as they stand in the file */
static int review_at(sheet *s, int reviewer, int plan) {
  for (int e = 0; e < s->reviews; e++)
    if (s->reviewer[e] == reviewer && s->plan[e] == plan)
      return e;
  s->reviewer[s->reviews] = reviewer;
  s->plan[s->reviews] = plan;
  return s->reviews++;
}

static void read_reviews(sheet *s, const char *rows) {
  static const char *const criteria[CRITERIA] = {
      "approach", "innovation", "investigator", "significance"};
  for (const char *at = rows; at; at = strchr(at, '\n'), at += at != NULL) {
    int reviewer, plan;
    char about[32];
    double score;
    if (sscanf(at, "R%d,A%d,%31[^,],%lf", &reviewer, &plan, about, &score) != 4)
      continue;
    for (int c = 0; c < CRITERIA; c++)
      if (strcmp(about, criteria[c]) == 0)
        s->score[c][review_at(s, reviewer - 1, plan - 1)] = score;
  }
}

START_TEST(agrees_with_lme4_on_grant_reviews) {
  static const char *const key[HALO_PARTS] = {
      "\"application\"",          "\"application:criterion\"",
      "\"application:reviewer\"", "\"reviewer\"",
      "\"reviewer:criterion\"",   "\"Residual\""};
  sheet s = sheet_new();
  const char *const rows = data(s.home, "review.csv");
  const char *const json = data(s.home, "ref/halo.lmer.json");
  bool good = true;
  if (rows && json) {
    read_reviews(&s, rows);
    double part[HALO_PARTS];
    const graph *g = graph_make(s.home, s.plan, s.reviewer, s.reviews, 72, 26);
    good = halo_split(g, s.score, CRITERIA, part);
    for (int k = 0; good && k < HALO_PARTS; k++) {
      const char *const at = strstr(json, key[k]);
      good = at && fabs(part[k] - strtod(at + strlen(key[k]) + 1, NULL)) < 1e-4;
    }
  }
  arena_close(s.home);
  ck_assert(good);
}
END_TEST

int main(void) {
  Suite *all = suite_create("halo and conflicts");
  TCase *cases = tcase_create("all");
  tcase_set_timeout(cases, 60);
  tcase_add_loop_test(cases, says_what_conflicts_added_to_scores, 0, 2);
  tcase_add_test(cases, leaves_out_what_the_fit_does_not_know);
  tcase_add_test(cases, finds_the_parts_of_made_up_scores);
  tcase_add_test(cases, leaves_parts_that_are_not_there_at_nothing);
  tcase_add_test(cases, agrees_with_lme4_on_grant_reviews);
  suite_add_tcase(all, cases);
  SRunner *runner = srunner_create(all);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}
