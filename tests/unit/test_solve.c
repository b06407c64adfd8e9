/* solve: small programs written by hand and random ones against enumeration. */
#include "../../engine/base/random.h"
#include "../../engine/solve/glpk_lp.h"
#include "../../engine/solve/solve.h"
#include <check.h>
#include <glpk.h>
#include <string.h>

enum { COLUMNS = 10, ROWS = 6 };

/* a 0/1 program with dense tables, made into a `program` by build */
typedef struct table {
  int columns, rows;
  int64_t c[COLUMNS];
  int64_t a[ROWS][COLUMNS];
  int64_t limit[ROWS];
  owner_kind kind[ROWS];
} table;

static arena *home;

static void set_up(void) { home = arena_open(); }
static void tear_down(void) { arena_close(home); }

static int sum_of(const int64_t *dense, int count, entry *to) {
  int used = 0;
  for (int j = 0; j < count; j++)
    if (dense[j] != 0)
      to[used++] = (entry){j, dense[j]};
  return used;
}

static objective walk_by_column(int count, const char *name) {
  step *const steps = ARENA_ARRAY(home, step, count);
  int *const columns = ARENA_ARRAY(home, int, count);
  for (int j = 0; j < count; j++) {
    steps[j] = (step){j, 1};
    columns[j] = j;
  }
  return (objective){.kind = OBJECTIVE_WALK,
                     .name = name,
                     .rule = -1,
                     .scale = 1,
                     .steps = steps,
                     .step_count = count,
                     .walk_columns = columns};
}

static void build_rows(const table *t, program *g) {
  g->rows = ARENA_ARRAY(home, row, t->rows);
  g->owners = ARENA_ARRAY(home, owner, t->rows);
  g->row_count = g->owner_count = t->rows;
  for (int i = 0; i < t->rows; i++) {
    entry *const e = ARENA_ARRAY(home, entry, t->columns);
    const int count = sum_of(t->a[i], t->columns, e);
    g->owners[i] = (owner){t->kind[i], arena_format(home, "row%d", i), -1};
    g->rows[i] = (row){i, "", t->limit[i], e, count};
  }
}

static program *build(const table *t) {
  program *const g = ARENA_NEW(home, program);
  g->columns = ARENA_ARRAY(home, column, t->columns);
  g->column_count = t->columns;
  for (int j = 0; j < t->columns; j++)
    g->columns[j] = (column){.high = 1, .application = j, .row = -1};
  build_rows(t, g);
  entry *const c = ARENA_ARRAY(home, entry, t->columns);
  g->objectives = ARENA_ARRAY(home, objective, 2);
  g->objectives[0] = (objective){.kind = OBJECTIVE_WORTH,
                                 .name = "merit",
                                 .rule = -1,
                                 .scale = 1,
                                 .entries = c,
                                 .count = sum_of(t->c, t->columns, c)};
  g->objectives[1] = walk_by_column(t->columns, "id");
  g->objective_count = 2;
  g->worth = &g->objectives[0];
  objective *const rank = ARENA_NEW(home, objective);
  *rank = walk_by_column(t->columns, "rank_order");
  g->rank_order = rank;
  return g;
}

static const plan *solved(const table *t, solve_options how) {
  error err = {ERROR_NONE, 0, 0, "", ""};
  const plan *const p = solve(home, build(t), &how, &err);
  ck_assert_msg(p != NULL, "%s", err.text);
  return p;
}

/* ---- by hand */

static const struct {
  int best, num, den, least;
} within[] = {{1000, 5, 1000, 995}, {1001, 5, 1000, 996}, {-1000, 1, 10, -1100},
              {-1, 1, 2, -1},       {7, 0, 1, 7},         {7, 1, 1, 0},
              {0, 1, 1, 0},         {-7, 1, 1, -14}};

START_TEST(a_distance_is_a_part_of_the_best_worth_rounded_inward) {
  const wide least = plan_worth_within(within[_i].best,
                                       (ratio){within[_i].num, within[_i].den});
  ck_assert_int_eq((int)least, within[_i].least);
}
END_TEST

START_TEST(full_yen_does_not_mislead) {
  const table trap = {.columns = 3,
                      .rows = 1,
                      .c = {10, 9, 1},
                      .a = {{500000001, 500000000, 400000000}},
                      .limit = {1000000000},
                      .kind = {OWNER_BUDGET}};
  const plan *const p = solved(&trap, (solve_options){.nodes = 0});
  ck_assert_int_eq(p->status, PLAN_OPTIMAL);
  ck_assert_int_eq((int)p->worth, 11);
  ck_assert_int_eq(p->x[0] * 4 + p->x[1] * 2 + p->x[2], 5);
}
END_TEST

START_TEST(a_clash_names_the_rows_that_cannot_hold) {
  const table t = {.columns = 3,
                   .rows = 4,
                   .c = {1, 1, 1},
                   .a = {{1, 1, 1}, {-1, -1, 0}, {1, 0, 1}, {0, 1, 1}},
                   .limit = {2, -2, 1, 0},
                   .kind = {OWNER_BUDGET, OWNER_RULE, OWNER_RULE, OWNER_RULE}};
  const plan *const p = solved(&t, (solve_options){.nodes = 0});
  ck_assert_int_eq(p->status, PLAN_INFEASIBLE);
  ck_assert_int_eq(p->clash_count, 2);
  ck_assert_int_eq(p->clash[0] * 10 + p->clash[1], 13);
}
END_TEST

START_TEST(rules_that_leave_only_the_empty_set_are_named) {
  /* 2a + 2b <= a + b allows nothing; a <= 5 is no obstacle */
  const table t = {.columns = 2,
                   .rows = 2,
                   .c = {3, 4},
                   .a = {{1, 0}, {1, 1}},
                   .limit = {5, 0},
                   .kind = {OWNER_RULE, OWNER_RULE}};
  const plan *const p = solved(&t, (solve_options){.nodes = 0});
  ck_assert_int_eq(p->status, PLAN_OPTIMAL);
  ck_assert(p->only_empty);
  ck_assert_int_eq(p->clash_count, 1);
  ck_assert_int_eq(p->clash[0], 1);
}
END_TEST

START_TEST(a_program_without_columns_is_decided) {
  const table t = {.rows = 1, .limit = {5}, .kind = {OWNER_BUDGET}};
  const plan *const p = solved(&t, (solve_options){.alternatives = 3});
  ck_assert_int_eq(p->status, PLAN_OPTIMAL);
  ck_assert_int_eq((int)p->worth, 0);
  ck_assert_int_eq(p->alternative_count, 0);
}
END_TEST

/* ---- GLPK's abort */

static void abort_inside(void *context) {
  *(bool *)context = true;
  glp_prob *const p = glp_create_prob();
  glp_set_obj_coef(p, 7, 1); /* there is no column 7 */
}

START_TEST(an_abort_of_glpk_is_an_error) {
  error err = {ERROR_NONE, 0, 0, "", ""};
  bool entered = false;
  ck_assert(!glpk_guarded(abort_inside, &entered, &err));
  ck_assert(entered);
  ck_assert_int_eq(err.kind, ERROR_DEFECT);
  const table t = {.columns = 1,
                   .rows = 1,
                   .c = {1},
                   .a = {{1}},
                   .limit = {1},
                   .kind = {OWNER_BUDGET}};
  ck_assert_int_eq((int)solved(&t, (solve_options){.nodes = 0})->worth, 1);
}
END_TEST

/* ---- against enumeration */

typedef struct best {
  bool found;
  int64_t value;
  uint32_t set;
} best;

static bool permitted(const table *t, uint32_t set) {
  for (int i = 0; i < t->rows; i++) {
    int64_t sum = 0;
    for (int j = 0; j < t->columns; j++)
      sum += (set >> j & 1) ? t->a[i][j] : 0;
    if (sum > t->limit[i])
      return false;
  }
  return true;
}

static int64_t value_of(const table *t, uint32_t set) {
  int64_t sum = 0;
  for (int j = 0; j < t->columns; j++)
    sum += (set >> j & 1) ? t->c[j] : 0;
  return sum;
}

/* of two sets the one that holds the first column on which they differ */
static bool earlier(uint32_t a, uint32_t b) {
  const uint32_t differ = a ^ b;
  return (a & (differ & (0 - differ))) != 0;
}

static best enumerated(const table *t) {
  best b = {false, 0, 0};
  for (uint32_t set = 0; set < UINT32_C(1) << t->columns; set++) {
    if (!permitted(t, set))
      continue;
    const int64_t v = value_of(t, set);
    if (!b.found || v > b.value || (v == b.value && earlier(set, b.set)))
      b = (best){true, v, set};
  }
  return b;
}

/* the walk by rank: take each column that some permitted set allows */
static uint32_t walked(const table *t) {
  uint32_t taken = 0;
  for (int j = 0; j < t->columns; j++) {
    const uint32_t mask = (UINT32_C(2) << j) - 1;
    bool can = false;
    for (uint32_t set = 0; set < UINT32_C(1) << t->columns && !can; set++)
      can = (set & mask) == (taken | UINT32_C(1) << j) && permitted(t, set);
    taken |= can ? UINT32_C(1) << j : 0;
  }
  return taken;
}

static uint32_t set_of(const table *t, const int64_t *x) {
  uint32_t set = 0;
  for (int j = 0; j < t->columns; j++)
    set |= x[j] ? UINT32_C(1) << j : 0;
  return set;
}

static table invented(random_source *from) {
  table t = {.columns = (int)random_between(from, 1, COLUMNS),
             .rows = (int)random_between(from, 1, ROWS)};
  const int64_t money = random_between(from, 0, 1) ? 9 : 900000007;
  const int64_t merit_most = random_between(from, 0, 1) ? 4 : 4000;
  for (int j = 0; j < t.columns; j++)
    t.c[j] = random_between(from, 0, merit_most);
  for (int i = 0; i < t.rows; i++) {
    const bool at_least = i > 0 && random_between(from, 0, 2) == 0;
    int64_t sum = 0;
    for (int j = 0; j < t.columns; j++) {
      t.a[i][j] =
          random_between(from, 0, 3) ? random_between(from, 1, money) : 0;
      sum += t.a[i][j];
      t.a[i][j] = at_least ? -t.a[i][j] : t.a[i][j];
    }
    t.limit[i] = at_least ? -sum / random_between(from, 3, 6)
                          : sum / random_between(from, 1, 4);
    t.kind[i] = i == 0 ? OWNER_BUDGET : OWNER_RULE;
  }
  return t;
}

static bool agrees(const table *t, solve_memory *memory) {
  const best b = enumerated(t);
  const plan *const p = solved(t, (solve_options){.memory = memory});
  if (!b.found)
    return p->status == PLAN_INFEASIBLE;
  return p->status == PLAN_OPTIMAL && p->worth == b.value &&
         p->worth_bound == b.value && set_of(t, p->x) == b.set &&
         set_of(t, p->rank_order) == walked(t);
}

START_TEST(random_programs_agree_with_enumeration) {
  random_source from = random_seeded((uint64_t)_i);
  int wrong = 0;
  for (int k = 0; k < 100; k++) {
    const table t = invented(&from);
    wrong += !agrees(&t, NULL);
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

/* a neighbour: the same columns, other numbers */
static void vary(table *t, random_source *from) {
  for (int i = 0; i < t->rows; i++)
    t->limit[i] += t->limit[i] * random_between(from, -3, 3) / 20;
  t->c[random_between(from, 0, t->columns - 1)] = random_between(from, 0, 4);
}

START_TEST(a_memory_changes_no_answer) {
  random_source from = random_seeded(1609 + (uint64_t)_i);
  solve_memory *const memory = solve_memory_open();
  int wrong = 0;
  for (int k = 0; k < 40; k++) {
    table t = invented(&from); /* at times with as many columns as the last */
    for (int n = 0; n < 4; n++) {
      wrong += !agrees(&t, memory);
      vary(&t, &from);
    }
  }
  solve_memory_close(memory);
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(a_node_limit_leaves_a_permitted_set_and_a_bound) {
  random_source from = random_seeded(4711);
  int wrong = 0, stopped = 0;
  for (int k = 0; k < 60; k++) {
    const table t = invented(&from);
    const best b = enumerated(&t);
    const plan *const p = solved(&t, (solve_options){.nodes = 1 + k % 4});
    stopped += p->status == PLAN_FEASIBLE || p->status == PLAN_UNKNOWN;
    if (p->x)
      wrong += !permitted(&t, set_of(&t, p->x)) || p->worth > b.value ||
               (p->worth_bounded && p->worth_bound < b.value);
  }
  ck_assert_int_eq(wrong, 0);
  ck_assert_int_gt(stopped, 0);
}
END_TEST

START_TEST(alternatives_are_the_next_best_sets) {
  random_source from = random_seeded(42);
  int wrong = 0;
  for (int k = 0; k < 40; k++) {
    const table t = invented(&from);
    const plan *const p = solved(&t, (solve_options){.alternatives = 3});
    wide last = p->worth;
    for (int i = 0; i < p->alternative_count; i++) {
      int better = 0;
      for (uint32_t set = 0; set < UINT32_C(1) << t.columns; set++)
        better +=
            permitted(&t, set) && value_of(&t, set) > p->alternative_worth[i];
      wrong += better > i + 1 || p->alternative_worth[i] > last ||
               !permitted(&t, set_of(&t, p->alternatives[i]));
      last = p->alternative_worth[i];
    }
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

int main(void) {
  Suite *const s = suite_create("solve");
  TCase *const cases = tcase_create("solve");
  tcase_add_checked_fixture(cases, set_up, tear_down);
  tcase_set_timeout(cases, 120);
  tcase_add_loop_test(cases,
                      a_distance_is_a_part_of_the_best_worth_rounded_inward, 0,
                      (int)(sizeof within / sizeof *within));
  tcase_add_test(cases, full_yen_does_not_mislead);
  tcase_add_test(cases, a_clash_names_the_rows_that_cannot_hold);
  tcase_add_test(cases, rules_that_leave_only_the_empty_set_are_named);
  tcase_add_test(cases, a_program_without_columns_is_decided);
  tcase_add_test(cases, an_abort_of_glpk_is_an_error);
  tcase_add_loop_test(cases, random_programs_agree_with_enumeration, 0, 10);
  tcase_add_loop_test(cases, a_memory_changes_no_answer, 0, 10);
  tcase_add_test(cases, a_node_limit_leaves_a_permitted_set_and_a_bound);
  tcase_add_test(cases, alternatives_are_the_next_best_sets);
  suite_add_tcase(s, cases);
  SRunner *const runner = srunner_create(s);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed != 0;
}
