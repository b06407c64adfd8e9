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
  return p ? ballot_of_pool(home, p) : NULL;
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
  tcase_add_test(cases, reads_a_bare_table_in_any_order_of_rows);
  suite_add_tcase(all, cases);
  SRunner *runner = srunner_create(all);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}
