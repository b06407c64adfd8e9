#include "glpk_file.h"
#include "glpk_reader.h"
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

typedef struct job {
  arena *home;
  glpk_ear ear;
  glp_prob *of;
  foreign *to;
  bool ok;
  error *err;
} job;

/* ---- numbers */

static const double LARGEST = 9007199254740991.0; /* 2^53 - 1 */

/* how many whole numbers near value x power give value when divided by it */
static int count_sources(double value, double power, int64_t *found) {
  const double near = round(value * power);
  int count = 0;
  if (fabs(near) > LARGEST)
    return 0;
  for (int by = -2; by <= 2; by++) {
    const double digits = near + by;
    if (fabs(digits) > LARGEST || digits / power != value)
      continue;
    *found = (int64_t)digits;
    count++;
  }
  return count;
}

bool glpk_finite(double value, finite *to) {
  double power = 1;
  for (int places = 0; places <= DECIMAL_PLACES; places++) {
    const int count = count_sources(value, power, &to->digits);
    to->places = places;
    if (count > 0)
      return count == 1;
    power *= 10;
  }
  return false;
}

static bool refuse_number(const job *j, const char *where, double value) {
  return FAIL(j->err, ERROR_INPUT, j->ear.path, 0, 0,
              "%s: %.*g is no decimal of at most six places, or 2^53 and more "
              "without its point",
              where, fabs(value) < 1e15 ? 15 : 17, value);
}

/* ---- names: GLPK may leave them out */

static const char *name_of(const job *j, const char *given, const char *kind,
                           int number) {
  if (!given)
    return arena_format(j->home, "%s%d", kind, number);
  return arena_text(j->home, given, strlen(given));
}

/* ---- columns */

static bool refuse_bounds(const job *j, const char *name, double low,
                          double high) {
  char range[80];
  if (low <= -DBL_MAX)
    snprintf(range, sizeof range, "%s", high >= DBL_MAX ? "free" : "unbounded");
  else if (high >= DBL_MAX)
    snprintf(range, sizeof range, "an integer from %.15g up", low);
  else
    snprintf(range, sizeof range, "an integer of %.15g to %.15g", low, high);
  return FAIL(j->err, ERROR_INPUT, j->ear.path, 0, 0,
              "column \"%s\" is %s; only columns of 0 and 1 can be solved",
              name, range);
}

static bool take_column(const job *j, int at) {
  const double low = ceil(glp_get_col_lb(j->of, at));
  const double high = floor(glp_get_col_ub(j->of, at));
  const char *const name = name_of(j, glp_get_col_name(j->of, at), "x", at);
  if (glp_get_col_kind(j->of, at) == GLP_CV)
    return FAIL(
        j->err, ERROR_INPUT, j->ear.path, 0, 0,
        "column \"%s\" is continuous; only columns of 0 and 1 can be solved",
        name);
  foreign_column *const to = &j->to->columns[at - 1];
  *to = (foreign_column){name, 1, 0};
  if (low > high)
    return true;
  if (low < 0 || high > 1)
    return refuse_bounds(j, name, low, high);
  to->low = (int)low;
  to->high = (int)high;
  return true;
}

static bool take_columns(const job *j) {
  foreign *const to = j->to;
  to->column_count = glp_get_num_cols(j->of);
  to->columns = ARENA_ARRAY(j->home, foreign_column, to->column_count);
  for (int at = 1; at <= to->column_count; at++)
    if (!take_column(j, at))
      return false;
  return true;
}

/* ---- rows */

static bool refuse_entry(const job *j, const char *row_name, int at,
                         double value) {
  return refuse_number(j,
                       arena_format(j->home, "row \"%s\", column \"%s\"",
                                    row_name, j->to->columns[at - 1].name),
                       value);
}

static bool refuse_limit(const job *j, const char *row_name, double value) {
  return refuse_number(
      j, arena_format(j->home, "row \"%s\", right-hand side", row_name), value);
}

/* GLPK adds a range to its row's right-hand side in floats. The sum of the two
 * decimals is within 2^-52 (|low| + |high|) of that; where there is but one of
 * six places, that is it. */
static bool take_sum(double value, double tolerance, finite *to) {
  double power = 1;
  for (int places = 0; places <= DECIMAL_PLACES; places++) {
    const double near = round(value * power);
    if (fabs(near) <= LARGEST && fabs(near / power - value) <= tolerance) {
      *to = (finite){(int64_t)near, places};
      return true;
    }
    power *= 10;
  }
  return false;
}

static bool take_range(const job *j, double low, double high, foreign_row *to) {
  static const double FINEST = 1e-6;
  const double tolerance = ldexp(fabs(low) + fabs(high), -52);
  const bool whole = low == floor(low) && high == floor(high);
  const bool has_low = glpk_finite(low, &to->low);
  const bool has_high = glpk_finite(high, &to->high);
  if ((!has_low && !has_high) || (!whole && tolerance > FINEST / 4))
    return refuse_limit(j, to->name, has_low ? high : low);
  if (!has_low && !take_sum(low, tolerance, &to->low))
    return refuse_limit(j, to->name, low);
  return has_high || take_sum(high, tolerance, &to->high) ||
         refuse_limit(j, to->name, high);
}

static bool take_limits(const job *j, int at, foreign_row *to) {
  const int kind = glp_get_row_type(j->of, at);
  const double low = glp_get_row_lb(j->of, at);
  const double high = glp_get_row_ub(j->of, at);
  to->has_low = kind == GLP_LO || kind == GLP_DB || kind == GLP_FX;
  to->has_high = kind == GLP_UP || kind == GLP_DB || kind == GLP_FX;
  if (kind == GLP_DB)
    return take_range(j, low, high, to);
  if (to->has_low && !glpk_finite(low, &to->low))
    return refuse_limit(j, to->name, low);
  return !to->has_high || glpk_finite(high, &to->high) ||
         refuse_limit(j, to->name, high);
}

static bool is_bound(const foreign_row *of) {
  return of->has_low || of->has_high;
}

/* column by column, so that every row's terms are by column */
static bool take_entries(const job *j, foreign_term **terms) {
  const int rows = j->to->row_count;
  int *const place = ARENA_ARRAY(j->home, int, rows + 1);
  double *const value = ARENA_ARRAY(j->home, double, rows + 1);
  for (int at = 1; at <= j->to->column_count; at++) {
    const int count = glp_get_mat_col(j->of, at, place, value);
    for (int k = 1; k <= count; k++) {
      foreign_row *const r = &j->to->rows[place[k] - 1];
      finite number;
      if (value[k] == 0 || !is_bound(r))
        continue;
      if (!glpk_finite(value[k], &number))
        return refuse_entry(j, r->name, at, value[k]);
      terms[place[k] - 1][r->count++] = (foreign_term){at - 1, number};
    }
  }
  return true;
}

static bool take_rows(const job *j) {
  foreign *const to = j->to;
  to->row_count = glp_get_num_rows(j->of);
  to->rows = ARENA_ARRAY(j->home, foreign_row, to->row_count);
  foreign_term **const terms =
      ARENA_ARRAY(j->home, foreign_term *, to->row_count);
  for (int i = 0; i < to->row_count; i++) {
    foreign_row *const r = &to->rows[i];
    r->name = name_of(j, glp_get_row_name(j->of, i + 1), "r", i + 1);
    if (!take_limits(j, i + 1, r))
      return false;
    r->terms = terms[i] = ARENA_ARRAY(
        j->home, foreign_term, glp_get_mat_row(j->of, i + 1, NULL, NULL));
  }
  return take_entries(j, terms);
}

/* ---- the objective */

static bool take_objective(const job *j) {
  foreign *const to = j->to;
  foreign_term *const terms =
      ARENA_ARRAY(j->home, foreign_term, to->column_count);
  const char *const name = glp_get_obj_name(j->of);
  to->objective = name ? name_of(j, name, "", 0) : "objective";
  to->is_min = glp_get_obj_dir(j->of) == GLP_MIN;
  to->terms = terms;
  if (!glpk_finite(glp_get_obj_coef(j->of, 0), &to->constant))
    return refuse_number(j, "the objective's constant",
                         glp_get_obj_coef(j->of, 0));
  for (int at = 1; at <= to->column_count; at++) {
    const double value = glp_get_obj_coef(j->of, at);
    foreign_term *const t = &terms[to->term_count];
    t->column = at - 1;
    if (value == 0)
      continue;
    if (!glpk_finite(value, &t->value))
      return refuse_entry(j, to->objective, at, value);
    to->term_count++;
  }
  return true;
}

static void run_job(void *context) {
  job *const j = context;
  j->of = glpk_read(&j->ear, j->err);
  if (!j->of)
    return;
  j->ok = take_columns(j) && take_rows(j) && take_objective(j);
  glp_delete_prob(j->of);
}

const foreign *glpk_file(arena *home, const char *path, error *err) {
  job j = {.home = home,
           .ear = {.path = path},
           .to = ARENA_NEW(home, foreign),
           .err = err};
  j.to->path = path;
  return glpk_listening(run_job, &j, &j.ear, err) && j.ok ? j.to : NULL;
}
