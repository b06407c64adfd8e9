/* report: exports. GLPK reads each format back; what it holds then is the
 * program, coefficient by coefficient. */
#include "call.h"

#include "../../engine/report/export.h"
#include "../../engine/report/export_columns.h"
#include <check.h>
#include <glpk.h>
#include <unistd.h>

static arena *home;
static error err;
static char path[64];

static void open_test(void) {
  home = arena_open();
  err = (error){0};
  strcpy(path, "/tmp/saitaku-export-XXXXXX");
  const int file = mkstemp(path);
  ck_assert_int_ge(file, 0);
  close(file);
  glp_term_out(GLP_OFF);
}
static void close_test(void) {
  glp_free_env();
  unlink(path);
  arena_close(home);
}

static const program *program_of(const call *c) {
  const pool *p = admit(home, c->rules, &c->d, &err);
  const merits *m = p ? score(home, p, &err) : NULL;
  const worths *w = m ? weigh(home, m, &err) : NULL;
  const program *g = w ? formulate(home, w, &err) : NULL;
  ck_assert_msg(g != NULL, "%s", err.text);
  return g;
}

static const char every_rule[] =
    "\"groups\":{\"africa\":{\"territory\":\"002\"},"
    "\"nobody\":{\"countries\":[\"MN\"]}},"
    "\"priority\":{\"items\":[{\"group\":\"africa\",\"mode\":\"bonus\","
    "\"points\":\"0.25\",\"once_per_country\":true},"
    "{\"group\":\"africa\",\"mode\":\"reserved\",\"yen\":300000}]},"
    "\"rules\":["
    "{\"id\":\"host\",\"kind\":\"at_most\",\"for_each\":\"host\","
    "\"measure\":\"awards\",\"limit\":2},"
    "{\"id\":\"country\",\"kind\":\"at_most\",\"for_each\":\"country\","
    "\"measure\":\"people\",\"share\":\"0.6\",\"of_total\":\"adopted\"},"
    "{\"id\":\"places\",\"kind\":\"at_most\",\"measure\":\"countries\","
    "\"limit\":4},"
    "{\"id\":\"absent\",\"kind\":\"at_least\",\"of\":{\"group\":\"nobody\"},"
    "\"measure\":\"awards\",\"limit\":0},"
    "{\"id\":\"africa-yen\",\"kind\":\"at_least\",\"of\":{\"group\":"
    "\"africa\"},\"measure\":\"yen\",\"share\":\"0.4001\",\"of_total\":"
    "\"budget\",\"strength\":\"aim\",\"rank\":1},"
    "{\"id\":\"spread\",\"kind\":\"at_least\",\"measure\":\"countries\","
    "\"limit\":3,\"strength\":\"priced\",\"points_per_unit\":\"0.1\"}],"
    "\"ties\":[\"fewer_yen\",\"lot\"]";

static const program *invent(uint64_t seed) {
  call c = call_open(home, every_rule);
  random_source by = random_seeded(seed);
  for (int i = 0; i < 14; i++) {
    call_rich_plan(&c, &by, i);
    call_rich_reviews(&c, &by);
  }
  return program_of(&c);
}

static const char *exported(const program *g, const char *name,
                            export_format as) {
  export_order o = {.of = g};
  o.level = export_level(g, name, &o.before);
  ck_assert_ptr_nonnull(o.level);
  return report_export(home, &o, as);
}

/* ---- reading back */

static bool read_mathprog(glp_prob *to) {
  glp_tran *const tran = glp_mpl_alloc_wksp();
  const bool ok = glp_mpl_read_model(tran, "models/adoption.mod", 1) == 0 &&
                  glp_mpl_read_data(tran, path) == 0 &&
                  glp_mpl_generate(tran, NULL) == 0;
  if (ok)
    glp_mpl_build_prob(tran, to);
  glp_mpl_free_wksp(tran);
  return ok;
}

static glp_prob *read_back(const char *exported_text, export_format as) {
  glp_prob *const to = glp_create_prob();
  ck_assert(file_write(path, exported_text, strlen(exported_text), &err));
  const bool ok = as == EXPORT_LP ? glp_read_lp(to, NULL, path) == 0
                  : as == EXPORT_MPS
                      ? glp_read_mps(to, GLP_MPS_FILE, NULL, path) == 0
                      : read_mathprog(to);
  ck_assert_msg(ok, "%s", exported_text);
  glp_create_index(to);
  return to;
}

/* MathProg calls the column x[x_A01] */
static int column_there(glp_prob *in, const char *name, export_format as) {
  return glp_find_col(
      in, as == EXPORT_MATHPROG ? arena_format(home, "x[%s]", name) : name);
}

static int wrong_columns(glp_prob *in, const program *g, const char *const *as,
                         const int *at, double sense) {
  int wrong = 0;
  double *const gain = ARENA_ARRAY(home, double, g->column_count);
  for (int i = 0; i < g->worth->count; i++)
    gain[g->worth->entries[i].column] =
        (double)g->worth->entries[i].coefficient;
  for (int j = 0; j < g->column_count; j++) {
    const bool good = at[j] > 0 && glp_get_col_kind(in, at[j]) != GLP_CV &&
                      glp_get_col_lb(in, at[j]) == 0 &&
                      glp_get_col_ub(in, at[j]) == (double)g->columns[j].high &&
                      glp_get_obj_coef(in, at[j]) == sense * gain[j];
    if (!good)
      fprintf(stderr, "column %s\n", as[j]);
    wrong += !good;
  }
  return wrong;
}

/* Row i of the program is row i + 1 + first there, or its negative. */
static bool row_same(glp_prob *in, int i, const row *r, const int *at,
                     int *where, double *value) {
  const bool turned = glp_get_row_type(in, i) == GLP_LO;
  const double sign = turned ? -1 : 1;
  const double limit = turned ? glp_get_row_lb(in, i) : glp_get_row_ub(in, i);
  const int count = glp_get_mat_row(in, i, where, value);
  if (limit != sign * (double)r->limit || count != (r->count ? r->count : 1))
    return false;
  for (int k = 0; k < r->count; k++) {
    int found = 0;
    for (int n = 1; n <= count; n++)
      found += where[n] == at[r->entries[k].column] &&
               value[n] == sign * (double)r->entries[k].coefficient;
    if (found != 1)
      return false;
  }
  return true;
}

/* Is each of the program's rows among those read? */
static int wrong_rows(glp_prob *in, const program *g, const int *at) {
  const int most = glp_get_num_cols(in) + 1;
  int *const where = ARENA_ARRAY(home, int, most);
  double *const value = ARENA_ARRAY(home, double, most);
  int wrong = 0;
  for (int i = 0; i < g->row_count; i++) {
    bool found = false;
    for (int n = 1; n <= glp_get_num_rows(in) && !found; n++)
      found = glp_get_row_type(in, n) != GLP_FR &&
              row_same(in, n, &g->rows[i], at, where, value);
    wrong += !found;
  }
  return wrong;
}

static int rows_there(glp_prob *in) {
  int count = 0;
  for (int n = 1; n <= glp_get_num_rows(in); n++)
    count += glp_get_row_type(in, n) != GLP_FR; /* the objective, as a row */
  return count;
}

START_TEST(writes_every_coefficient_bound_and_limit) {
  const program *g = invent((uint64_t)_i / 3);
  const export_format as = (export_format)(_i % 3);
  const char *const *names_of = export_column_names(home, g);
  glp_prob *in = read_back(exported(g, NULL, as), as);
  int *const at = ARENA_ARRAY(home, int, g->column_count);
  for (int j = 0; j < g->column_count; j++)
    at[j] = column_there(in, names_of[j], as);
  const bool minimised = as == EXPORT_MPS;
  const int wrong = wrong_columns(in, g, names_of, at, minimised ? -1 : 1) +
                    wrong_rows(in, g, at);
  const bool sense = glp_get_obj_dir(in) == (minimised ? GLP_MIN : GLP_MAX) &&
                     glp_get_obj_coef(in, 0) == 0;
  const int rows = rows_there(in);
  const int nothing = column_there(in, "nothing", as);
  const bool fixed = nothing > 0 && glp_get_col_ub(in, nothing) == 0;
  const int columns = glp_get_num_cols(in);
  glp_delete_prob(in);
  ck_assert_int_eq(wrong, 0);
  ck_assert(sense && fixed); /* the rule "absent" has no term */
  ck_assert_int_eq(rows, g->row_count);
  ck_assert_int_eq(columns, g->column_count + 1);
}
END_TEST

/* ---- names */

static const struct {
  const char *id, *name;
} ids[] = {
    {"A-1", "x_A_1"},
    {"A.1", "x_A_1_2"},
    {"A 1", "x_A_1_3"},
    {"A_1_2", "x_A_1_2_2"},
    {"申請1", "x___1"},
    {"応募1", "x___1_2"},
    {"1e5", "x_1e5"},
    {"x;y\n\"end\"", "x_x_y__end_"},
    {"012345678901234567890123456789012345678901234567890123456789",
     "x_0123456789012345678901234567890123456789012345678901234567"},
    {"0123456789012345678901234567890123456789012345678901234567ab",
     "x_0123456789012345678901234567890123456789012345678901234567_2"},
};

START_TEST(gives_each_name_once_in_plain_letters) {
  export_names *in = export_names_new(home, 4);
  int wrong = 0;
  for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
    const char *name = export_name(in, "x", ids[i].id, NULL);
    wrong += !text_same(name, ids[i].name);
    if (!text_same(name, ids[i].name))
      fprintf(stderr, "%s: %s\n", ids[i].id, name);
  }
  ck_assert_int_eq(wrong, 0);
}
END_TEST

/* an id with a line break or an end of comment must not become program */
START_TEST(keeps_ids_inside_their_comments) {
  const export_format as = (export_format)_i;
  call c = call_open(home, "");
  call_application(&c, "1\nEnd\nend;\nENDATA\n", 1000);
  call_people(&c, "IN", "", 1);
  call_score(&c, "R1", 0, "3");
  glp_prob *in = read_back(exported(program_of(&c), NULL, as), as);
  const int columns = glp_get_num_cols(in);
  glp_delete_prob(in);
  ck_assert_int_eq(columns, 1);
}
END_TEST

/* ---- sizes */

START_TEST(writes_all_digits_of_large_figures) {
  const export_format as = (export_format)_i;
  call c =
      call_open(home, "\"scoring\":{\"scale\":{\"low\":0,\"high\":1000000},"
                      "\"criteria\":[{\"id\":\"plan\"}],"
                      "\"unit\":\"0.000001\"}");
  call_application(&c, "P1", 999999999999);
  call_people(&c, "IN", "", 1);
  call_score(&c, "R1", 0, "999999.999999");
  const char *text_of = exported(program_of(&c), NULL, as);
  ck_assert(strstr(text_of, "999999999999 ") && !strstr(text_of, "e+"));
  ck_assert_ptr_nonnull(strstr(text_of, "1000000"));
}
END_TEST

START_TEST(writes_a_program_without_plans) {
  const export_format as = (export_format)_i;
  const call c = call_open(home, "");
  glp_prob *in = read_back(exported(program_of(&c), NULL, as), as);
  const int columns = glp_get_num_cols(in);
  const double most = glp_get_col_ub(in, 1);
  glp_delete_prob(in);
  ck_assert_int_eq(columns, 1);
  ck_assert(most == 0);
}
END_TEST

/* ---- levels */

START_TEST(holds_earlier_levels_at_their_values) {
  const program *g = invent(3);
  const plan *found = solve(home, g, &(solve_options){0}, &err);
  ck_assert(found && found->status == PLAN_OPTIMAL);
  export_order o = {.of = g, .held = found};
  o.level = export_level(g, "fewer_yen", &o.before);
  ck_assert_int_eq(o.before, 2);
  const char *text_of = report_export(home, &o, EXPORT_LP);
  const char *worth_at = strstr(text_of, " held_merit:\n");
  const char *aim_at = strstr(text_of, " held_aim_africa_yen:\n");
  ck_assert(worth_at && aim_at);
  ck_assert_ptr_nonnull(
      strstr(worth_at, arena_format(home, " >= %lld\n",
                                    (long long)found->levels[1].value)));
}
END_TEST

START_TEST(knows_sums_by_name_and_no_walks) {
  const program *g = invent(0);
  int before;
  ck_assert_str_eq(export_level_names(home, g),
                   "merit, aim:africa-yen, fewer_yen");
  ck_assert_ptr_eq(export_level(g, NULL, &before), g->worth);
  ck_assert_int_eq(before, 1);
  ck_assert_ptr_nonnull(export_level(g, "aim:africa-yen", &before));
  ck_assert_int_eq(before, 0);
  ck_assert_ptr_null(export_level(g, "lot", &before));
  ck_assert_ptr_null(export_level(g, "id", &before));
}
END_TEST

int main(void) {
  Suite *suite = suite_create("report_export");
  TCase *cases = tcase_create("export");
  tcase_add_checked_fixture(cases, open_test, close_test);
  tcase_set_timeout(cases, 60);
  tcase_add_loop_test(cases, writes_every_coefficient_bound_and_limit, 0, 30);
  tcase_add_test(cases, gives_each_name_once_in_plain_letters);
  tcase_add_loop_test(cases, keeps_ids_inside_their_comments, 0, 3);
  tcase_add_loop_test(cases, writes_all_digits_of_large_figures, 0, 3);
  tcase_add_loop_test(cases, writes_a_program_without_plans, 0, 3);
  tcase_add_test(cases, holds_earlier_levels_at_their_values);
  tcase_add_test(cases, knows_sums_by_name_and_no_walks);
  suite_add_tcase(suite, cases);
  SRunner *runner = srunner_create(suite);
  srunner_run_all(runner, CK_ENV);
  const int failed = srunner_ntests_failed(runner);
  srunner_free(runner);
  return failed == 0 ? 0 : 1;
}
