#include "../../engine/score/merits.h"
#include "call.h"
#include <check.h>

/* marks by reviewer R0, R1, ...; 0: none. Plans of `apart` are marked by other
 * people than those before. */
typedef struct design {
  const char *says; /* after the method */
  int marks[4][4];
  int apart; /* from this plan on */
} design;

static call call_of(arena *home, const design *d) {
  call c = call_open(
      home, arena_format(home,
                         "\"scoring\":{\"scale\":{\"low\":1,\"high\":9%s},"
                         "\"criteria\":[{\"id\":\"x\"}],"
                         "\"method\":\"mixed_model\"%s}",
                         strstr(d->says, "LOW") ? ",\"better\":\"low\"" : "",
                         strstr(d->says, ",") ? strstr(d->says, ",") : ""));
  for (int a = 0; a < 4; a++) {
    call_application(&c, arena_format(home, "P%d", a), 100);
    call_people(&c, "IN", "S1", 1);
    for (int r = 0; r < 4; r++)
      if (d->marks[a][r])
        call_score(&c, arena_format(home, "%c%d", a < d->apart ? 'R' : 'Q', r),
                   0, arena_format(home, "%d", d->marks[a][r]));
  }
  return c;
}

static const merits *score_design(arena *home, const design *d, error *err) {
  call c = call_of(home, d);
  const pool *p = c.rules ? admit(home, c.rules, &c.d, err) : NULL;
  return p ? score(home, p, err) : NULL;
}

/* R3 is harsh and saw P0 and P1 only: P1 (mean 5.5) passes P2 (mean 6) */
static const design harsh = {
    "", {{8, 9, 8, 4}, {7, 7, 6, 2}, {6, 6, 6, 0}, {3, 4, 3, 0}}, 4};
static const design harsh_low = {
    "LOW", {{2, 1, 2, 6}, {3, 3, 4, 8}, {4, 4, 4, 0}, {7, 6, 7, 0}}, 4};
static const int halves[4][4] = {
    {8, 9, 7, 0}, {5, 6, 6, 0}, {4, 5, 3, 0}, {2, 2, 3, 0}};

START_TEST(takes_severity_off_a_plans_merit) {
  arena *home = arena_open();
  error err = {.kind = ERROR_NONE};
  const merits *m = score_design(home, &harsh, &err);
  const bool good = m && m->item[0].rank == 1 && m->item[1].rank == 2 &&
                    m->item[2].rank == 3 && m->item[1].raw.num == 11 &&
                    m->item[1].raw.den == 2 && m->finding_count == 0;
  arena_close(home);
  ck_assert(good);
}
END_TEST

START_TEST(turns_merit_where_low_is_better) {
  arena *home = arena_open();
  error err = {.kind = ERROR_NONE};
  const merits *high = score_design(home, &harsh, &err);
  const merits *low = score_design(home, &harsh_low, &err);
  bool same = high && low;
  for (int a = 0; same && a < 4; a++)
    same = high->item[a].merit == low->item[a].merit;
  arena_close(home);
  ck_assert(same);
}
END_TEST

static const struct {
  const char *says, *refusal;
  int gate; /* of the one finding */
  bool raw; /* is merit the mean? */
} ways[] = {
    {"", "2 groups of plans share no reviewer", 0, false},
    {",\"unidentified\":\"stop\"", "2 groups of plans share no reviewer", 0,
     false},
    {",\"unidentified\":\"raw\"", "", GATE_GROUPS_APART, true},
    {",\"unidentified\":\"assume\"", "", GATE_GROUPS_APART, false},
    {",\"unidentified\":\"equal_groups\"", "", GATE_GROUPS_APART, false},
    {",\"unidentified\":\"envelopes\"", "", GATE_GROUPS_APART, false},
};

START_TEST(does_as_the_policy_says_where_groups_are_apart) {
  arena *home = arena_open();
  error err = {.kind = ERROR_NONE};
  design d = {ways[_i].says, {{0}}, 2};
  memcpy(d.marks, halves, sizeof halves);
  const merits *m = score_design(home, &d, &err);
  bool good = *ways[_i].refusal ? !m && strstr(err.text, ways[_i].refusal)
                                : m && m->finding_count == 1;
  if (m && good)
    good = (int)m->findings[0].gate == ways[_i].gate &&
           text_same(m->findings[0].seen, "2") &&
           (m->item[0].merit == 8000) == ways[_i].raw;
  arena_close(home);
  ck_assert(good);
}
END_TEST

/* the other half is worse by 4 points throughout: within its group each plan
 * stands as its twin does in the other */
START_TEST(counts_groups_as_equal_where_the_policy_says_so) {
  arena *home = arena_open();
  error err = {.kind = ERROR_NONE};
  const design d = {",\"unidentified\":\"equal_groups\"",
                    {{8, 9, 7, 0}, {5, 6, 6, 0}, {4, 5, 3, 0}, {1, 2, 2, 0}},
                    2};
  const merits *m = score_design(home, &d, &err);
  const bool good = m && m->item[0].merit == m->item[2].merit &&
                    m->item[1].merit == m->item[3].merit &&
                    m->item[0].merit > m->item[1].merit &&
                    m->item[2].rank == 1 && m->item[1].rank == 3;
  arena_close(home);
  ck_assert(good);
}
END_TEST

START_TEST(says_why_it_cannot_calibrate) {
  arena *home = arena_open();
  error err = {.kind = ERROR_NONE}, stopped = {.kind = ERROR_NONE};
  const design raw = {",\"unidentified\":\"raw\"",
                      {{8, 0, 0, 0}, {5, 0, 0, 0}, {0, 5, 0, 0}, {0, 2, 0, 0}},
                      4};
  design stop = raw;
  stop.says = "";
  const merits *m = score_design(home, &raw, &err);
  const bool good = m && m->finding_count == 1 &&
                    m->findings[0].gate == GATE_NOT_CALIBRATED &&
                    text_same(m->findings[0].seen, "one_review_a_plan") &&
                    m->item[0].merit == 8000 &&
                    !score_design(home, &stop, &stopped) &&
                    stopped.kind == ERROR_INPUT;
  arena_close(home);
  ck_assert(good);
}
END_TEST

int main(void) {
  Suite *all = suite_create("mixed model as a method");
  TCase *cases = tcase_create("all");
  tcase_add_test(cases, takes_severity_off_a_plans_merit);
  tcase_add_test(cases, turns_merit_where_low_is_better);
  tcase_add_loop_test(cases, does_as_the_policy_says_where_groups_are_apart, 0,
                      sizeof ways / sizeof *ways);
  tcase_add_test(cases, counts_groups_as_equal_where_the_policy_says_so);
  tcase_add_test(cases, says_why_it_cannot_calibrate);
  suite_add_tcase(all, cases);
  SRunner *runner = srunner_create(all);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}
