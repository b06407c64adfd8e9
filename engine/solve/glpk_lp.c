#include "glpk_lp.h"
#include <assert.h>
#include <float.h>
#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <string.h>

struct lp {
  glp_prob *of;
  int rows, columns;
  double *value; /* the same for coefficients */
  int *place;    /* scratch for 1-based indices */
  int *idle;     /* scratch, rows + 1 */
  double *ray;   /* scratch, rows + 1 */
  double *c;     /* the objective, columns + 1 */
};

enum { ITERATIONS_MAX = 100000, PROBE_ITERATIONS = 60 };

lp *lp_open(arena *home, int column_count, int rows_most) {
  lp *const l = ARENA_NEW(home, lp);
  l->of = glp_create_prob();
  l->columns = column_count;
  l->place = ARENA_ARRAY(home, int, column_count + 1);
  l->value = ARENA_ARRAY(home, double, column_count + 1);
  l->idle = ARENA_ARRAY(home, int, rows_most + 1);
  l->ray = ARENA_ARRAY(home, double, rows_most + 1);
  l->c = ARENA_ARRAY(home, double, column_count + 1);
  glp_set_obj_dir(l->of, GLP_MAX);
  if (column_count > 0)
    glp_add_cols(l->of, column_count);
  return l;
}

void lp_close(lp *of) { glp_delete_prob(of->of); }

void lp_set_bounds(lp *of, int j, double low, double high) {
  glp_set_col_bnds(of->of, j + 1, low < high ? GLP_DB : GLP_FX, low, high);
}

void lp_rest(lp *of, int j, bool at_high) {
  if (glp_get_col_stat(of->of, j + 1) != GLP_BS)
    glp_set_col_stat(of->of, j + 1, at_high ? GLP_NU : GLP_NL);
}

bool lp_row_is_idle(const lp *of, int i) {
  return glp_get_row_stat(of->of, i + 1) == GLP_BS;
}

void lp_set_column(lp *of, int j, double c, double low, double high,
                   double scale) {
  of->c[j + 1] = c;
  glp_set_obj_coef(of->of, j + 1, c);
  glp_set_sjj(of->of, j + 1, scale);
  lp_set_bounds(of, j, low, high);
}

void lp_add_row(lp *of, int count, const int *columns,
                const double *coefficients, double limit, double scale) {
  const int i = glp_add_rows(of->of, 1);
  for (int k = 0; k < count; k++) {
    of->place[k + 1] = columns[k] + 1;
    of->value[k + 1] = coefficients[k];
  }
  glp_set_row_bnds(of->of, i, GLP_UP, 0, limit);
  glp_set_rii(of->of, i, scale);
  glp_set_mat_row(of->of, i, count, of->place, of->value);
  of->rows = i;
}

int lp_row_count(const lp *of) { return of->rows; }

void lp_drop_idle(lp *of, int *now) {
  int kept = 0, count = 0;
  for (int i = 0; i < of->rows; i++) {
    const bool idle = lp_row_is_idle(of, i);
    now[i] = idle ? -1 : kept;
    kept += !idle;
    if (idle)
      of->idle[++count] = i + 1;
  }
  if (count > 0)
    glp_del_rows(of->of, count, of->idle);
  of->rows = kept;
}

void lp_set_limits(lp *of, int i, double low, double high) {
  glp_set_row_bnds(of->of, i + 1, low < high ? GLP_DB : GLP_FX, low, high);
}

/* the ratio tests that sort with qsort are avoided: ties would fall
 * differently with another C library */
static glp_smcp parameters(int method, double cutoff) {
  glp_smcp p;
  glp_init_smcp(&p);
  p.msg_lev = GLP_MSG_OFF;
  p.meth = method;
  p.r_test = GLP_RT_HAR;
  p.it_lim = ITERATIONS_MAX;
  p.obj_ll = cutoff;
  return p;
}

static lp_outcome outcome(const lp *of, int code) {
  if (code == GLP_EOBJLL)
    return LP_CUT_OFF;
  if (code != 0)
    return LP_FAILED;
  switch (glp_get_status(of->of)) {
  case GLP_OPT:
    return LP_OPTIMAL;
  case GLP_NOFEAS:
  case GLP_INFEAS:
    return LP_INFEASIBLE;
  default:
    return LP_FAILED;
  }
}

lp_outcome lp_solve(lp *of, double cutoff) {
  const glp_smcp dual = parameters(GLP_DUALP, cutoff);
  const int code = glp_simplex(of->of, &dual);
  if (code == 0 || code == GLP_EOBJLL)
    return outcome(of, code);
  /* a fresh start from the slack basis */
  glp_std_basis(of->of);
  const glp_smcp primal = parameters(GLP_PRIMAL, cutoff);
  return outcome(of, glp_simplex(of->of, &primal));
}

double lp_probe(lp *of, double cutoff) {
  glp_smcp dual = parameters(GLP_DUAL, cutoff);
  dual.it_lim = PROBE_ITERATIONS;
  const int code = glp_simplex(of->of, &dual);
  const bool empty = code == 0 && glp_get_status(of->of) != GLP_OPT;
  return empty || code == GLP_EOBJLL ? -HUGE_VAL : glp_get_obj_val(of->of);
}

int64_t lp_iterations(const lp *of) { return glp_get_it_cnt(of->of); }

double lp_objective(const lp *of) { return glp_get_obj_val(of->of); }

void lp_values(const lp *of, double *x) {
  for (int j = 0; j < of->columns; j++)
    x[j] = glp_get_col_prim(of->of, j + 1);
}

void lp_multipliers(const lp *of, double *u) {
  for (int i = 0; i < of->rows; i++)
    u[i] = glp_get_row_dual(of->of, i + 1);
}

/* where variable k (rows first) stands in the basis; 0: nowhere */
static int basic_place(const lp *of, int k) {
  return k <= of->rows ? glp_get_row_bind(of->of, k)
                       : glp_get_col_bind(of->of, k - of->rows);
}

static bool row_of_tableau(const lp *of, int k, double *u) {
  if (!glp_bf_exists(of->of) && glp_factorize(of->of) != 0)
    return false;
  const int place = basic_place(of, k);
  if (place == 0)
    return false;
  for (int i = 1; i <= of->rows; i++)
    of->ray[i] = i == place;
  glp_btran(of->of, of->ray);
  for (int i = 0; i < of->rows; i++)
    u[i] = of->ray[i + 1];
  return true;
}

/* Without an objective every basis is dual feasible, so the dual simplex must
 * end in a row that cannot be mended. */
static int unmendable_row(lp *of) {
  for (int j = 1; j <= of->columns; j++)
    glp_set_obj_coef(of->of, j, 0);
  const glp_smcp dual = parameters(GLP_DUAL, -DBL_MAX);
  const int code = glp_simplex(of->of, &dual);
  for (int j = 1; j <= of->columns; j++)
    glp_set_obj_coef(of->of, j, of->c[j]);
  return code == 0 ? glp_get_unbnd_ray(of->of) : 0;
}

bool lp_farkas(lp *of, double *u) {
  int k = glp_get_unbnd_ray(of->of);
  if (k == 0)
    k = unmendable_row(of);
  return k != 0 && row_of_tableau(of, k, u);
}

/* ---- GLPK's abort */

typedef struct guard {
  jmp_buf back;
  volatile bool starved; /* memory was what it lacked */
} guard;

/* what it prints before it aborts is all that tells why */
static int listen(void *info, const char *text) {
  if (strstr(text, "memory"))
    ((guard *)info)->starved = true;
  return 1; /* not to be printed */
}

static void leap(void *info) { longjmp(((guard *)info)->back, 1); }

static bool fail_for_memory(error *err) {
  return FAIL(err, ERROR_SYSTEM, NULL, 0, 0, "out of memory");
}

bool glpk_guarded(void (*body)(void *context), void *context, error *err) {
  guard g = {.starved = false};
  if (glp_init_env() > 1) /* else its first call ends the program */
    return fail_for_memory(err);
  if (setjmp(g.back) != 0) {
    glp_free_env();
    return g.starved ? fail_for_memory(err)
                     : FAIL(err, ERROR_DEFECT, NULL, 0, 0,
                            "GLPK gave up on the relaxation");
  }
  glp_term_hook(listen, &g);
  glp_error_hook(leap, &g);
  body(context);
  glp_free_env();
  return true;
}
