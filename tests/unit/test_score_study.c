#include "../../engine/score/study.h"
#include "call.h"
#include <check.h>
#include <math.h>

static const char scale[] =
    "\"scoring\":{\"scale\":{\"low\":1,\"high\":5},\"criteria\":["
    "{\"id\":\"plan\",\"weight\":\"3\"},{\"id\":\"effect\",\"weight\":\"1\"}]}";

/* four plans, three reviewers, two criteria; `gone` marks one score away */
static ballot *make(arena *home, const char *gone) {
  static const char *const plan[] = {"4", "5", "3", "2", "3", "1",
                                     "5", "5", "4", "3", "2", "2"};
  static const char *const effect[] = {"3", "5", "2", "2", "4", "1",
                                       "4", "5", "4", "1", "2", "3"};
  call c = call_open(home, scale);
  for (int a = 0; a < 4; a++) {
    call_application(&c, arena_format(home, "P%d", a), 100);
    call_people(&c, "IN", "S1", 1);
    for (int r = 0; r < 3; r++) {
      const char *id = arena_format(home, "R%d", r);
      const bool last = a == 3 && r == 2;
      call_score(&c, id, 0, plan[3 * a + r]);
      call_score(&c, id, 1, last && gone ? gone : effect[3 * a + r]);
    }
  }
  error err = {.kind = ERROR_NONE};
  const pool *p = admit(home, c.rules, &c.d, &err);
  return p ? ballot_of_pool(home, p, &c.d) : NULL;
}

static bool is(figure f, double value) {
  return f.known && fabs((double)f.value / 1e12 - value) < 1e-9;
}

START_TEST(weighs_criteria_to_one_score_a_review) {
  arena *home = arena_open();
  const study_options all = {.criterion = -1};
  const study *s = study_make(home, make(home, NULL), &all);
  const bool good = s->fit_count == 3 && s->plan_count == 4 &&
                    s->reviewer_count == 3 && s->fits[0].reviews == 12 &&
                    is(s->plans[0].mean, (3 * 12 + 10) / 12.0) &&
                    text_same(s->fits[0].criterion, "*") &&
                    text_same(s->fits[1].criterion, "plan") && s->halo.known;
  arena_close(home);
  ck_assert(good);
}
END_TEST

START_TEST(takes_one_criterion_alone) {
  arena *home = arena_open();
  const study_options one = {.criterion = 1};
  const study *s = study_make(home, make(home, NULL), &one);
  const bool good = s->fit_count == 1 && is(s->plans[0].mean, 10 / 3.0) &&
                    text_same(s->fits[0].criterion, "effect");
  arena_close(home);
  ck_assert(good);
}
END_TEST

START_TEST(counts_what_does_not_count) {
  arena *home = arena_open();
  const study_options all = {.criterion = -1};
  const study *s = study_make(home, make(home, "COI"), &all);
  bool said = false;
  for (int i = 0; i < s->note_count; i++)
    said = said || s->notes[i].code == STUDY_CONFLICTS;
  const bool good = said && s->fits[0].reviews == 11;
  arena_close(home);
  ck_assert(good);
}
END_TEST

START_TEST(ranks_raw_and_calibrated_side_by_side) {
  arena *home = arena_open();
  const study_options all = {.criterion = -1};
  const study *s = study_make(home, make(home, NULL), &all);
  int raw = 0, rank = 0;
  double best = 0;
  for (int a = 0; a < 4; a++) {
    raw += s->plans[a].raw_rank;
    rank += s->plans[a].rank;
    best += (double)s->plans[a].among_best.value / 1e12;
  }
  const bool good =
      raw == 10 && rank == 10 && s->best == 2 && fabs(best - 2) < 0.1 &&
      s->plans[2].rank == 1 &&
      s->plans[2].expected_rank.value < s->plans[0].expected_rank.value &&
      s->plans[2].bayes_rank.known;
  arena_close(home);
  ck_assert(good);
}
END_TEST

/* Q0 and Q1 alone saw the last two plans, and no others */
static ballot *make_apart(arena *home) {
  static const int marks[6][4] = {{4, 4, 1, 0}, {3, 4, 2, 0}, {4, 3, 0, 4},
                                  {2, 1, 0, 2}, {5, 4, 0, 0}, {2, 2, 0, 0}};
  call c = call_open(home, "\"scoring\":{\"scale\":{\"low\":1,\"high\":5},"
                           "\"criteria\":[{\"id\":\"x\"}]}");
  for (int a = 0; a < 6; a++) {
    call_application(&c, arena_format(home, "P%d", a), 100);
    call_people(&c, "IN", "S1", 1);
    for (int r = 0; r < 4; r++)
      if (marks[a][r])
        call_score(&c, arena_format(home, "%c%d", a < 4 ? 'R' : 'Q', r), 0,
                   arena_format(home, "%d", marks[a][r]));
  }
  error err = {.kind = ERROR_NONE};
  const pool *p = admit(home, c.rules, &c.d, &err);
  return p ? ballot_of_pool(home, p, &c.d) : NULL;
}

START_TEST(ranks_within_groups_that_share_no_reviewer) {
  arena *home = arena_open();
  const study_options all = {.criterion = -1};
  const study *s = study_make(home, make_apart(home), &all);
  const study_plan *p = s->plans;
  const bool good = s->group_count == 2 && s->groups[0].plans == 4 &&
                    s->groups[0].reviewers == 4 && s->groups[0].reviews == 12 &&
                    s->groups[1].plans == 2 && is(s->groups[1].mean, 3.25) &&
                    text_same(s->groups[1].first, "P4") &&
                    p[4].group_rank == 1 && p[5].group_rank == 2 &&
                    p[3].group_rank == 4 && p[3].component == 1 &&
                    p[5].component == 2 && p[2].group_raw_rank == 1;
  arena_close(home);
  ck_assert(good);
}
END_TEST

/* R3 is harsh and saw P0 and P1 only: P1 (mean 5.5) passes P2 (mean 6) */
static ballot *make_harsh(arena *home) {
  static const int marks[4][4] = {
      {8, 9, 8, 4}, {7, 7, 6, 2}, {6, 6, 6, 0}, {3, 4, 3, 0}};
  call c = call_open(home, "\"scoring\":{\"scale\":{\"low\":1,\"high\":9},"
                           "\"criteria\":[{\"id\":\"x\"}]}");
  for (int a = 0; a < 4; a++) {
    call_application(&c, arena_format(home, "P%d", a), 100);
    call_people(&c, "IN", "S1", 1);
    for (int r = 0; r < 4; r++)
      if (marks[a][r])
        call_score(&c, arena_format(home, "R%d", r), 0,
                   arena_format(home, "%d", marks[a][r]));
  }
  error err = {.kind = ERROR_NONE};
  const pool *p = admit(home, c.rules, &c.d, &err);
  return p ? ballot_of_pool(home, p, &c.d) : NULL;
}

START_TEST(says_why_a_rank_moves) {
  arena *home = arena_open();
  const study_options all = {.criterion = -1};
  const study *s = study_make(home, make_harsh(home), &all);
  const study_plan *p = s->plans;
  bool adds_up = true;
  for (int a = 0; a < s->plan_count; a++) {
    const wide sum = p[a].mean.value + p[a].by_severity.value +
                     p[a].by_pull.value - p[a].calibrated.value;
    adds_up = adds_up && sum <= 2 && sum >= -2;
  }
  const bool good = adds_up && p[1].raw_rank == 3 && p[1].rank == 2 &&
                    p[1].reason == STUDY_HARSH && p[2].by_severity.value < 0 &&
                    p[2].raw_rank == 2 && p[2].rank == 3 &&
                    p[2].reason == STUDY_LENIENT &&
                    p[0].reason == STUDY_UNMOVED;
  arena_close(home);
  ck_assert(good);
}
END_TEST

START_TEST(compares_a_score_in_conflict_with_the_others) {
  arena *home = arena_open();
  call c = call_open(home, "\"scoring\":{\"scale\":{\"low\":1,\"high\":5},"
                           "\"criteria\":[{\"id\":\"x\"}]}");
  for (int a = 0; a < 4; a++) {
    call_application(&c, arena_format(home, "P%d", 3 - a), 100);
    call_people(&c, "IN", "S1", 1);
    for (int r = 0; r < 4; r++)
      call_score(&c, arena_format(home, "R%d", 3 - r), 0,
                 a == r        ? "5"
                 : (a + r) % 3 ? "2"
                               : "3");
    call_conflict(&c, arena_format(home, "R%d", 3 - a), "kin");
  }
  error err = {.kind = ERROR_NONE};
  const pool *p = admit(home, c.rules, &c.d, &err);
  const study_options all = {.criterion = -1};
  const study *s =
      p ? study_make(home, ballot_of_pool(home, p, &c.d), &all) : NULL;
  const bool good = s && s->of->conflicts == 4 && s->marked_count == 4 &&
                    s->marked_effect.value > 2 * (wide)1000000000000;
  arena_close(home);
  ck_assert(good);
}
END_TEST

/* ---- bare tables, by way of a file */

START_TEST(reads_a_bare_table_in_any_order_of_rows) {
  static const char *const rows[] = {"r2,b,x,4\n", "r1,b,x,3.5\n", "r1,a,x,2\n",
                                     "r2,a,x,\n", "r3,a,x,coi\n"};
  bool same = true;
  for (int turn = 0; turn < 5; turn++) {
    arena *home = arena_open();
    text to = text_empty(home);
    text_add(&to, "reviewer,application,criterion,score\n");
    for (int i = 0; i < 5; i++)
      text_add(&to, rows[(i + turn) % 5]);
    char path[] = "/tmp/saitaku-bare-XXXXXX";
    const int file = mkstemp(path);
    error err = {.kind = ERROR_NONE};
    complaints list;
    const bool written = file >= 0 && file_write(path, to.at, to.length, &err);
    const bare *b = written ? bare_read(home, path, &list, &err) : NULL;
    same = same && b && b->count == 3 && b->missing == 1 && b->conflicts == 1 &&
           b->applications.count == 2 &&
           text_same(b->applications.item[0], "a") &&
           b->rows[0].score == 2000000000 && b->rows[1].score == 3500000000 &&
           b->rows[2].score == 4000000000 && b->rows[2].reviewer == 1;
    remove(path);
    arena_close(home);
  }
  ck_assert(same);
}
END_TEST

int main(void) {
  Suite *all = suite_create("study");
  TCase *cases = tcase_create("all");
  tcase_add_test(cases, weighs_criteria_to_one_score_a_review);
  tcase_add_test(cases, takes_one_criterion_alone);
  tcase_add_test(cases, counts_what_does_not_count);
  tcase_add_test(cases, ranks_raw_and_calibrated_side_by_side);
  tcase_add_test(cases, ranks_within_groups_that_share_no_reviewer);
  tcase_add_test(cases, says_why_a_rank_moves);
  tcase_add_test(cases, compares_a_score_in_conflict_with_the_others);
  tcase_add_test(cases, reads_a_bare_table_in_any_order_of_rows);
  suite_add_tcase(all, cases);
  SRunner *runner = srunner_create(all);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}
