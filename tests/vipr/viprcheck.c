/* viprcheck FILE - checks a certificate of VIPR 1.0.
 * Exit 0: accepted, 1: refused, 2: unreadable. */
#include "certificate.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* ---- sections */

static void read_version(certificate *c) {
  read_some(&c->in);
  while (*c->in.word == '%') {
    skip_line(&c->in);
    read_some(&c->in);
  }
  if (!is_word(&c->in, "VER"))
    give_up(UNREADABLE, "it does not begin with VER");
  read_some(&c->in);
  if (!is_word(&c->in, "1.0"))
    give_up(UNREADABLE, "version %s, not 1.0", c->in.word);
}

static void read_variables(certificate *c) {
  read_this(&c->in, "VAR");
  c->columns = (int)read_integer(&c->in, 0, INT_MAX / 2);
  for (int j = 0; j < c->columns; j++)
    read_some(&c->in);
  c->work = sum_new(c->columns);
  c->is_integer = make_room(NULL, sizeof(bool), (size_t)c->columns);
  memset(c->is_integer, 0, sizeof(bool) * (size_t)c->columns);
  read_this(&c->in, "INT");
  const long count = read_integer(&c->in, 0, c->columns);
  for (long i = 0; i < count; i++)
    c->is_integer[read_integer(&c->in, 0, c->columns - 1)] = true;
}

/* pairs of a column and a number, each column once */
static void read_pairs(certificate *c, long count, row *to) {
  mpq_t value;
  mpq_init(value);
  for (long i = 0; i < count; i++) {
    const int j = (int)read_integer(&c->in, 0, c->columns - 1);
    if (c->work.is_touched[j])
      give_up(UNREADABLE, "line %ld: column %d twice", c->in.line, j);
    read_value(&c->in, value);
    sum_add(&c->work, j, value);
  }
  row_take(to, &c->work);
  mpq_clear(value);
}

static void read_objective(certificate *c) {
  read_this(&c->in, "OBJ");
  read_some(&c->in);
  c->is_min = is_word(&c->in, "min");
  if (!c->is_min && !is_word(&c->in, "max"))
    give_up(UNREADABLE, "OBJ %s", c->in.word);
  mpq_init(c->objective.limit);
  read_pairs(c, read_integer(&c->in, 0, c->columns), &c->objective);
}

static void copy_objective(certificate *c, row *to) {
  for (int i = 0; i < c->objective.count; i++)
    sum_add(&c->work, c->objective.column[i], c->objective.value[i]);
  row_take(to, &c->work);
}

row read_constraint(certificate *c) {
  row to = {.last = -1};
  read_some(&c->in); /* its name */
  read_some(&c->in);
  const char *const senses = "LEG", *const at = strchr(senses, *c->in.word);
  if (strlen(c->in.word) != 1 || !at)
    give_up(UNREADABLE, "line %ld: \"%s\" is no sense", c->in.line, c->in.word);
  to.sense = (int)(at - senses) - 1;
  mpq_init(to.limit);
  read_value(&c->in, to.limit);
  read_some(&c->in);
  if (is_word(&c->in, "OBJ"))
    copy_objective(c, &to);
  else
    read_pairs(c, to_integer(&c->in, 0, c->columns), &to);
  return to;
}

void add_row(certificate *c, row added) {
  if (c->count == c->room) {
    c->room = 2 * c->room + 256;
    c->rows = make_room(c->rows, sizeof *c->rows, (size_t)c->room);
  }
  c->rows[c->count++] = added;
}

static void read_constraints(certificate *c) {
  read_this(&c->in, "CON");
  c->stated = read_integer(&c->in, 0, INT_MAX);
  read_integer(&c->in, 0, c->stated); /* how many are bounds */
  for (long i = 0; i < c->stated; i++)
    add_row(c, read_constraint(c));
}

static void read_relation(certificate *c) {
  read_this(&c->in, "RTP");
  read_some(&c->in);
  mpq_inits(c->low, c->high, NULL);
  c->wants_none = is_word(&c->in, "infeas");
  if (c->wants_none)
    return;
  if (!is_word(&c->in, "range"))
    give_up(UNREADABLE, "RTP %s", c->in.word);
  read_some(&c->in);
  c->has_low = !is_word(&c->in, "-inf");
  if (c->has_low)
    to_value(&c->in, c->low);
  read_some(&c->in);
  c->has_high = !is_word(&c->in, "inf");
  if (c->has_high)
    to_value(&c->in, c->high);
}

/* ---- solutions */

static void product(const row *of, mpq_t *x, mpq_t to) {
  mpq_t one;
  mpq_init(one);
  mpq_set_ui(to, 0, 1);
  for (int i = 0; i < of->count; i++) {
    mpq_mul(one, of->value[i], x[of->column[i]]);
    mpq_add(to, to, one);
  }
  mpq_clear(one);
}

static void check_point(certificate *c, mpq_t *x) {
  mpq_t left;
  mpq_init(left);
  for (int j = 0; j < c->columns; j++)
    if (c->is_integer[j] && mpz_cmp_ui(mpq_denref(x[j]), 1) != 0)
      give_up(REFUSED, "a solution's column %d is not whole", j);
  for (long i = 0; i < c->count; i++) {
    product(&c->rows[i], x, left);
    const int order = mpq_cmp(left, c->rows[i].limit), sense = c->rows[i].sense;
    if (sense == 0 ? order != 0 : order * sense < 0)
      give_up(REFUSED, "a solution breaks constraint %ld", i);
  }
  mpq_clear(left);
}

/* is the point as good as the relation says some point is? */
static bool is_good(certificate *c, mpq_t *x) {
  mpq_t value;
  mpq_init(value);
  product(&c->objective, x, value);
  const bool good = c->is_min ? !c->has_high || mpq_cmp(value, c->high) <= 0
                              : !c->has_low || mpq_cmp(value, c->low) >= 0;
  mpq_clear(value);
  return good;
}

static bool read_solution(certificate *c) {
  row given = {.last = -1};
  mpq_init(given.limit);
  read_some(&c->in); /* its name */
  read_pairs(c, read_integer(&c->in, 0, c->columns), &given);
  for (int i = 0; i < given.count; i++)
    sum_add(&c->work, given.column[i], given.value[i]);
  check_point(c, c->work.value);
  const bool good = is_good(c, c->work.value);
  row_free(&given);
  mpq_init(given.limit);
  row_take(&given, &c->work);
  row_free(&given);
  return good;
}

static void read_solutions(certificate *c) {
  read_this(&c->in, "SOL");
  const long count = read_integer(&c->in, 0, INT_MAX);
  bool good = false;
  for (long i = 0; i < count; i++)
    good |= read_solution(c);
  if (c->wants_none && count > 0)
    give_up(REFUSED, "infeasible, and yet a solution");
  if (!good && (c->is_min ? c->has_high : c->has_low))
    give_up(REFUSED, "no solution is as good as is claimed");
}

/* ---- derivations */

static void check_relation(certificate *c) {
  const bool wants = c->wants_none || (c->is_min ? c->has_low : c->has_high);
  if (!wants)
    return;
  const row *const last = c->count > c->stated ? &c->rows[c->count - 1] : NULL;
  if (!last || last->assumed_count > 0)
    give_up(REFUSED, last ? "the last constraint is only assumed"
                          : "nothing is derived");
  row goal = c->objective;
  goal.sense = c->is_min ? 1 : -1;
  mpq_init(goal.limit);
  mpq_set(goal.limit, c->is_min ? c->low : c->high);
  if (c->wants_none ? !row_is_absurd(last) : !row_dominates(last, &goal))
    give_up(REFUSED, "the last constraint is not what is to be proved");
  mpq_clear(goal.limit);
}

static void read_derivations(certificate *c) {
  read_this(&c->in, "DER");
  const long count = read_integer(&c->in, 0, INT_MAX);
  for (long i = 0; i < count; i++)
    read_derivation(c);
  if (read_word(&c->in))
    give_up(UNREADABLE, "line %ld: \"%s\" behind the end", c->in.line,
            c->in.word);
  check_relation(c);
}

static void release(certificate *c) {
  for (long i = 0; i < c->count; i++)
    if (!c->rows[i].is_gone)
      row_free(&c->rows[i]);
  row_free(&c->objective);
  for (int j = 0; j < c->columns; j++)
    mpq_clear(c->work.value[j]);
  free(c->work.value);
  free(c->work.touched);
  free(c->work.is_touched);
  free(c->rows);
  free(c->is_integer);
  free(c->in.word);
  mpq_clears(c->low, c->high, NULL);
  fclose(c->in.from);
}

int main(int count, char **argument) {
  if (count != 2) {
    fputs("usage: viprcheck FILE\n", stderr);
    return UNREADABLE;
  }
  certificate c = {.in = {.from = fopen(argument[1], "r"), .line = 1}};
  if (!c.in.from)
    give_up(UNREADABLE, "%s cannot be opened", argument[1]);
  read_version(&c);
  read_variables(&c);
  read_objective(&c);
  read_constraints(&c);
  read_relation(&c);
  read_solutions(&c);
  read_derivations(&c);
  printf("accepted: %ld constraints, %ld derived\n", c.stated,
         c.count - c.stated);
  release(&c);
  return ACCEPTED;
}
