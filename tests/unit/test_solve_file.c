/* solve, from a file: random LP and MPS files with decimals against the
 * enumeration of every set, on a table that shares nothing with the reader. */
#include "../../engine/solve/glpk_file.h"
#include "../../engine/solve/glpk_intopt.h"
#include "../../engine/solve/solve.h"
#include "random_table.h"
#include <check.h>
#include <unistd.h>

static arena *home;
static char path[64];
static error err;

static void set_up(void) {
  home = arena_open();
  err = (error){0};
}

static void tear_down(void) {
  if (*path)
    unlink(path);
  arena_close(home);
}

static const foreign *read_table(const table *t) {
  snprintf(path, sizeof path, "/tmp/saitaku-solve-%ld.%s", (long)getpid(),
           t->is_mps ? "mps" : "LP");
  FILE *const to = fopen(path, "w");
  ck_assert_ptr_nonnull(to);
  write_table(home, to, t);
  fclose(to);
  const foreign *const f = glpk_file(home, path, &err);
  ck_assert_msg(f, "%s:%d: %s", err.file, err.line, err.text);
  return f;
}

/* ---- enumeration */

static int64_t sum_at(const int64_t *a, int count, uint32_t set) {
  int64_t sum = 0;
  for (int j = 0; j < count; j++)
    sum += set >> j & 1 ? a[j] : 0;
  return sum;
}

static bool keeps(const table *t, int i, uint32_t set) {
  const int64_t sum = sum_at(t->a[i], t->columns, set);
  switch (t->of[i]) {
  case AT_MOST:
    return sum <= t->limit[i];
  case AT_LEAST:
    return sum >= t->limit[i];
  case EXACTLY:
    return sum == t->limit[i];
  case BETWEEN:
    break;
  }
  return sum >= t->limit[i] && sum <= t->upper[i];
}

static bool permitted(const table *t, uint32_t set) {
  for (int j = 0; j < t->columns; j++)
    if (t->fixed[j] >= 0 && (int)(set >> j & 1) != t->fixed[j])
      return false;
  for (int i = 0; i < t->rows; i++)
    if (!keeps(t, i, set))
      return false;
  return true;
}

static int64_t value_of(const table *t, uint32_t set) {
  return t->constant + sum_at(t->c, t->columns, set);
}

typedef struct best {
  bool found;
  int64_t value;
} best;

static best enumerated(const table *t) {
  best b = {.found = false};
  for (uint32_t set = 0; set < UINT32_C(1) << t->columns; set++) {
    const int64_t value = permitted(t, set) ? value_of(t, set) : 0;
    if (!permitted(t, set) ||
        (b.found && (t->is_min ? value >= b.value : value <= b.value)))
      continue;
    b = (best){true, value};
  }
  return b;
}

/* ---- comparing */

static uint32_t set_of(const program *g, const int64_t *x) {
  uint32_t set = 0;
  for (int j = 0; j < g->column_count; j++)
    set |= (uint32_t)x[j] << j;
  return set;
}

/* millionths: no value needs more places */
static int64_t own_value(const foreign *f, const program *g, wide value) {
  const ratio own = foreign_value(f, g, value);
  ck_assert_int_eq((int64_t)(MILLION % own.den), 0);
  return (int64_t)(own.num * (MILLION / own.den));
}

static bool right_set(const table *t, const foreign *f, const program *g,
                      const plan *p) {
  const uint32_t set = set_of(g, p->x);
  return permitted(t, set) && value_of(t, set) == own_value(f, g, p->worth);
}

static bool agrees(const table *t) {
  const best b = enumerated(t);
  const foreign *const f = read_table(t);
  const program *const g = formulate_foreign(home, f, &err);
  const plan *const p = solve(home, g, &(solve_options){.nodes = 0}, &err);
  if (!b.found)
    return p->status == PLAN_INFEASIBLE;
  return p->status == PLAN_OPTIMAL && right_set(t, f, g, p) &&
         own_value(f, g, p->worth) == b.value && p->worth_bound == p->worth;
}

static bool agrees_when_stopped(const table *t, int nodes, bool *stopped) {
  const best b = enumerated(t);
  const foreign *const f = read_table(t);
  const program *const g = formulate_foreign(home, f, &err);
  const plan *const p = solve(home, g, &(solve_options){.nodes = nodes}, &err);
  *stopped = p->status == PLAN_FEASIBLE || p->status == PLAN_UNKNOWN;
  if (!p->x)
    return !b.found || *stopped;
  const int64_t bound = own_value(f, g, p->worth_bound);
  return right_set(t, f, g, p) &&
         (!p->worth_bounded ||
          (t->is_min ? bound <= b.value : bound >= b.value));
}

static bool is_fine(const claim *c, const table *t, const program *g) {
  return c && (!c->x || (!c->broken && permitted(t, set_of(g, c->x))));
}

enum { TURNS = 10, TABLES = 250 };

START_TEST(random_files_agree_with_enumeration) {
  random_source from = random_seeded((uint64_t)_i);
  int wrong = 0;
  for (int k = 0; k < TABLES; k++) {
    const table t = invented(&from);
    wrong += !agrees(&t);
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

START_TEST(a_node_limit_leaves_a_permitted_set_and_a_bound) {
  random_source from = random_seeded(4711);
  int wrong = 0, stopped = 0;
  for (int k = 0; k < TABLES; k++) {
    const table t = invented(&from);
    bool now;
    wrong += !agrees_when_stopped(&t, 1 + k % 2, &now);
    stopped += now;
  }
  ck_assert_int_eq(wrong, 0);
  ck_assert_int_gt(stopped, 0);
}
END_TEST

START_TEST(of_glpk_only_permitted_sets_are_taken) {
  random_source from = random_seeded(815);
  int wrong = 0;
  for (int k = 0; k < TABLES; k++) {
    const table t = invented(&from);
    const foreign *const f = read_table(&t);
    const program *const g = formulate_foreign(home, f, &err);
    const claim *const c =
        glpk_intopt(home, path, g, &(solve_options){.nodes = 0}, &err);
    wrong += !is_fine(c, &t, g);
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

/* ---- numbers */

static const struct {
  double value;
  bool good;
  int64_t digits;
  int places;
} numbers[] = {
    {0, true, 0, 0},
    {-0.0, true, 0, 0},
    {8706.1, true, 87061, 1},
    {-0.000001, true, -1, 6},
    {0.1, true, 1, 1},
    {0.1 + 0.2, false, 0, 0},
    {0.1234567, false, 0, 0},
    {1.0 / 3, false, 0, 0},
    {123456789.123456, true, 123456789123456, 6},
    {9007199254.740991, false, 0, 0}, /* two decimals read as this double */
    {9007199254740991.0, true, 9007199254740991, 0},
    {9007199254740992.0, false, 0, 0}, /* 2^53 + 1 reads as this, too */
    {1e300, false, 0, 0},
    {1e-300, false, 0, 0},
};

START_TEST(a_number_is_the_one_decimal_that_reads_as_its_double) {
  finite got;
  const bool good = glpk_finite(numbers[_i].value, &got);
  ck_assert_int_eq(good, numbers[_i].good);
  if (!good)
    return;
  ck_assert_int_eq(got.digits, numbers[_i].digits);
  ck_assert_int_eq(got.places, numbers[_i].places);
}
END_TEST

START_TEST(every_short_decimal_is_read_back) {
  random_source from = random_seeded(6);
  int wrong = 0;
  for (int k = 0; k < 200000; k++) {
    const int64_t digits =
        random_between(&from, -999999999999999, 999999999999999);
    const int places = (int)random_between(&from, 0, 6);
    char written[40];
    snprintf(written, sizeof written, "%llde-%d", (long long)digits, places);
    finite got;
    wide least = digits;
    int fewest = places;
    for (; fewest > 0 && least % 10 == 0; fewest--)
      least /= 10;
    wrong += !glpk_finite(strtod(written, NULL), &got) || got.digits != least ||
             got.places != fewest;
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

int main(void) {
  Suite *const s = suite_create("solve_file");
  TCase *const cases = tcase_create("solve_file");
  const int many = (int)(sizeof numbers / sizeof *numbers);
  tcase_add_checked_fixture(cases, set_up, tear_down);
  tcase_set_timeout(cases, 120);
  tcase_add_loop_test(cases, random_files_agree_with_enumeration, 0, TURNS);
  tcase_add_test(cases, a_node_limit_leaves_a_permitted_set_and_a_bound);
  tcase_add_test(cases, of_glpk_only_permitted_sets_are_taken);
  tcase_add_loop_test(
      cases, a_number_is_the_one_decimal_that_reads_as_its_double, 0, many);
  tcase_add_test(cases, every_short_decimal_is_read_back);
  suite_add_tcase(s, cases);
  SRunner *const runner = srunner_create(s);
  srunner_run_all(runner, CK_NORMAL);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed > 0;
}
