/* viprcheck FILE - checks a certificate of VIPR 1.0.
 * Exit 0: accepted, 1: refused, 2: unreadable. */
#include "certificate.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

typedef struct certificate {
  words in;
  int columns;
  bool *is_integer;
  bool is_min;
  row objective;
  row *rows; /* stated, then derived */
  long stated, count, room;
  bool wants_none, has_low, has_high; /* the relation to prove */
  mpq_t low, high;
  sum work;
} certificate;

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

static row read_constraint(certificate *c) {
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

static void add_row(certificate *c, row added) {
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

static const row *referred(const certificate *c, long index) {
  const row *const of = &c->rows[index];
  if (of->is_gone || (of->last >= 0 && of->last < c->count))
    give_up(REFUSED, "constraint %ld is used after its last use, in %ld", index,
            c->count);
  return of;
}

static void drop_used(certificate *c, const long *used, long count) {
  for (long i = 0; i < count; i++)
    if (c->rows[used[i]].last == c->count)
      row_free(&c->rows[used[i]]);
}

static void add_multiple(certificate *c, row *to, const row *of,
                         const mpq_t by) {
  mpq_t one;
  mpq_init(one);
  for (int i = 0; i < of->count; i++) {
    mpq_mul(one, of->value[i], by);
    sum_add(&c->work, of->column[i], one);
  }
  mpq_mul(one, of->limit, by);
  mpq_add(to->limit, to->limit, one);
  mpq_clear(one);
  row_assume(to, of, -1);
}

static int by_index(const void *a, const void *b) {
  const long x = *(const long *)a, y = *(const long *)b;
  return (x > y) - (x < y);
}

static void check_distinct(const certificate *c, const long *used, long count) {
  long *const sorted = make_room(NULL, sizeof *sorted, (size_t)count);
  memcpy(sorted, used, sizeof *sorted * (size_t)count);
  qsort(sorted, (size_t)count, sizeof *sorted, by_index);
  for (long i = 1; i < count; i++)
    if (sorted[i] == sorted[i - 1])
      give_up(REFUSED, "constraint %ld weighs constraint %ld twice", c->count,
              sorted[i]);
  free(sorted);
}

static row read_combination(certificate *c) {
  row to = {.last = -1};
  mpq_t by;
  mpq_inits(to.limit, by, NULL);
  const long count = read_integer(&c->in, 0, c->count);
  long *const used = make_room(NULL, sizeof *used, (size_t)count);
  for (long i = 0; i < count; i++) {
    used[i] = read_integer(&c->in, 0, c->count - 1);
    read_value(&c->in, by);
    const row *const of = referred(c, used[i]);
    const int sense = of->sense * mpq_sgn(by);
    if (sense * to.sense < 0)
      give_up(REFUSED, "constraint %ld: the senses do not fit", c->count);
    to.sense = sense ? sense : to.sense;
    add_multiple(c, &to, of, by);
  }
  row_take(&to, &c->work);
  check_distinct(c, used, count);
  drop_used(c, used, count);
  free(used);
  mpq_clear(by);
  return to;
}

static bool is_whole(const certificate *c, const row *of) {
  for (int i = 0; i < of->count; i++)
    if (!c->is_integer[of->column[i]] ||
        mpz_cmp_ui(mpq_denref(of->value[i]), 1) != 0)
      return false;
  return true;
}

static void round_limit(certificate *c, row *of) {
  if (of->sense == 0 || !is_whole(c, of))
    give_up(REFUSED, "constraint %ld cannot be rounded", c->count);
  if (of->sense > 0)
    mpz_cdiv_q(mpq_numref(of->limit), mpq_numref(of->limit),
               mpq_denref(of->limit));
  else
    mpz_fdiv_q(mpq_numref(of->limit), mpq_numref(of->limit),
               mpq_denref(of->limit));
  mpz_set_ui(mpq_denref(of->limit), 1);
}

static void derive_combined(certificate *c, row *claimed, bool rounded) {
  row found = read_combination(c);
  if (rounded)
    round_limit(c, &found);
  if (!row_dominates(&found, claimed))
    give_up(REFUSED, "constraint %ld does not follow", c->count);
  row_assume(claimed, &found, -1);
  row_free(&found);
}

/* sum <= whole number and sum >= that + 1: one of them holds */
static bool is_split(const certificate *c, const row *a, const row *b) {
  if (a->sense > 0)
    return b->sense < 0 && is_split(c, b, a);
  mpq_t gap, one;
  mpq_inits(gap, one, NULL);
  mpq_set_ui(one, 1, 1);
  mpq_sub(gap, b->limit, a->limit);
  const bool fits = a->sense < 0 && b->sense > 0 && mpq_equal(gap, one) &&
                    mpz_cmp_ui(mpq_denref(a->limit), 1) == 0 &&
                    row_same_left(a, b) && is_whole(c, a);
  mpq_clears(gap, one, NULL);
  return fits;
}

static void derive_unsplit(certificate *c, row *claimed) {
  long used[4];
  for (int i = 0; i < 4; i++) {
    used[i] = read_integer(&c->in, 0, c->count - 1);
    referred(c, used[i]);
  }
  if (!is_split(c, &c->rows[used[1]], &c->rows[used[3]]))
    give_up(REFUSED, "constraint %ld: these are not two sides", c->count);
  for (int i = 0; i < 4; i += 2) {
    const row *const side = &c->rows[used[i]];
    if (!row_dominates(side, claimed))
      give_up(REFUSED, "constraint %ld does not follow", c->count);
    row without = {.assumed_count = 0};
    row_assume(&without, side, used[i + 1]);
    row_assume(claimed, &without, -1);
    free(without.assumed);
  }
  drop_used(c, used, 4);
}

static void derive_assumed(certificate *c, row *claimed) {
  claimed->assumed = make_room(NULL, sizeof *claimed->assumed, 1);
  claimed->assumed[0] = c->count;
  claimed->assumed_count = 1;
}

static void read_derivation(certificate *c) {
  row claimed = read_constraint(c);
  read_this(&c->in, "{");
  read_some(&c->in);
  if (is_word(&c->in, "asm"))
    derive_assumed(c, &claimed);
  else if (is_word(&c->in, "lin") || is_word(&c->in, "rnd"))
    derive_combined(c, &claimed, is_word(&c->in, "rnd"));
  else if (is_word(&c->in, "uns"))
    derive_unsplit(c, &claimed);
  else
    give_up(UNREADABLE, "line %ld: reason \"%s\"", c->in.line, c->in.word);
  read_this(&c->in, "}");
  claimed.last = read_integer(&c->in, -1, LONG_MAX);
  add_row(c, claimed);
}

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
