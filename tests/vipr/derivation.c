#include "certificate.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

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

void read_derivation(certificate *c) {
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
