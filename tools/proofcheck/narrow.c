/* The box, and what rows say of it: in integers, every sum checked. */
#include "checker.h"
#include <string.h>

void sum_add(checker *c, wide *to, wide a, wide b) {
  wide product = a;
  if ((b != 1 && __builtin_mul_overflow(a, b, &product)) ||
      __builtin_add_overflow(*to, product, to))
    fail(c, 1, "a sum leaves 127 bits", 0);
}

wide row_least(checker *c, const row *of) {
  wide least = 0;
  for (size_t i = of->first; i < of->end; i++) {
    const int64_t a = c->entries[i].coefficient;
    const column *const x = &c->columns[c->entries[i].column];
    sum_add(c, &least, (wide)a * (a > 0 ? x->low : x->high), 1);
  }
  return least;
}

static void row_queue(checker *c, int which) {
  row *const at = &c->rows[which];
  if (at->stands && !at->queued)
    c->queue[c->queue_count++] = which;
  at->queued |= at->stands;
}

void row_stand(checker *c, int which, wide limit) {
  c->rows[which].limit = limit;
  c->rows[which].stands = true;
  row_queue(c, which);
}

/* Also takes a move back: what rows had shown then may be to show again. */
void box_set(checker *c, int which, int64_t low, int64_t high) {
  c->columns[which].low = low;
  c->columns[which].high = high;
  for (size_t i = c->uses[which]; i < c->uses[which + 1]; i++)
    row_queue(c, c->used_by[i]);
}

void box_narrow(checker *c, int which, int64_t low, int64_t high) {
  const column *const x = &c->columns[which];
  low = low > x->low ? low : x->low;
  high = high < x->high ? high : x->high;
  if (low == x->low && high == x->high)
    return;
  c->moves = grown(c->moves, c->move_count, sizeof *c->moves);
  c->moves[c->move_count] = (move){x->low, x->high, which};
  c->move_count += c->depth > 0; /* outside of trees for good */
  c->empty |= low > high;
  box_set(c, which, low, high);
}

/* With coefficient a, a column can go floor(slack / |a|) from its better end.
 */
static void narrow_by(checker *c, int which, wide a, wide slack) {
  const column *const x = &c->columns[which];
  const wide size = a < 0 ? -a : a, range = (wide)x->high - x->low;
  if (size == 0 || (size <= slack && (range <= 1 || slack / size >= range)))
    return;
  const int64_t way = (int64_t)(slack / size);
  box_narrow(c, which, a > 0 ? x->low : x->high - way,
             a > 0 ? x->low + way : x->high);
}

static void row_look(checker *c, int which) {
  const row *const at = &c->rows[which];
  wide slack = at->limit;
  c->rows[which].queued = false;
  if (!at->stands || c->empty)
    return;
  sum_add(c, &slack, row_least(c, at), -1);
  c->empty = slack < 0;
  for (size_t i = at->first; i < at->end && !c->empty; i++)
    narrow_by(c, c->entries[i].column, c->entries[i].coefficient, slack);
}

void box_propagate(checker *c) {
  int64_t looks = INT64_C(1000) * (c->row_count + 1);
  line_done(c);
  for (size_t moves = SIZE_MAX; moves != c->move_count && looks > 0;) {
    for (; c->queue_count > 0 && !c->empty && looks > 0; looks--)
      row_look(c, c->queue[--c->queue_count]);
    moves = c->move_count; /* sums that were split are in no queue */
    for (int i = c->fixed_rows; i < c->row_count; i++, looks--)
      row_look(c, i);
  }
}

static int64_t divisor(int64_t a, int64_t b) {
  for (int64_t rest; b != 0; b = rest) {
    rest = a % b;
    a = b;
  }
  return a < 0 ? -a : a;
}

/* A level's sum is, in this box, what the columns' lows give and a multiple of
 * the greatest common divisor of the free ones: a limit between goes down. */
static wide limit_here(checker *c, const row *of) {
  int64_t common = of->is_sum ? 0 : 1;
  wide limit = of->limit, rest = 0;
  for (size_t i = of->first; i < of->end && common != 1; i++) {
    const column *const x = &c->columns[c->entries[i].column];
    if (x->low != x->high)
      common = divisor(c->entries[i].coefficient, common);
  }
  if (common <= 1)
    return limit;
  for (size_t i = of->first; i < of->end; i++)
    rest += (wide)c->entries[i].coefficient *
            c->columns[c->entries[i].column].low % common;
  rest = (limit % common - rest % common) % common;
  sum_add(c, &limit, rest < 0 ? rest + common : rest, -1);
  return limit;
}

/* The row of this name. One that stands may be used by whatever name. */
static const row *row_named(checker *c, char **at) {
  const char kind = **at;
  int64_t which = kind == 'n' ? c->set_row : kind == 's' ? c->fixed_rows : 0;
  *at += kind != '\0';
  if (kind == 'h' || kind == 't')
    which = c->level_row[number_at(c, at, kind == 'h' ? ':' : '.', 0,
                                   c->level_count - 1)];
  if (kind == 'g')
    which = **at == ':' ? (++*at, c->target) : -1;
  else if (kind != 'h')
    which += number_at(c, at, ':', 0, INT32_MAX);
  if (kind && strchr("rhtgns", kind) && which >= 0 && which < c->row_count &&
      c->rows[which].stands)
    return &c->rows[which];
  fail(c, 1, "no row of this name stands here", 0);
  return NULL;
}

void weights_read(checker *c, bool narrow) {
  int count = 0;
  wide slack = 0;
  c->tick++;
  for (char *at = word_next(c); at; at = word_next(c)) {
    const row *const of = row_named(c, &at);
    const int64_t weight = number_at(c, &at, '\0', 0, (INT64_C(1) << 62) - 1);
    if (!of || weight == 0)
      continue;
    sum_add(c, &slack, limit_here(c, of), weight);
    for (size_t i = of->first; i < of->end; i++) {
      column *const x = &c->columns[c->entries[i].column];
      if (x->seen != c->tick)
        c->touched[count++] = c->entries[i].column;
      x->seen = c->tick;
      sum_add(c, &x->sum, (wide)c->entries[i].coefficient * weight, 1);
    }
  }
  for (int i = 0; i < count; i++) {
    const column *const x = &c->columns[c->touched[i]];
    sum_add(c, &slack, x->sum, x->sum > 0 ? -x->low : -x->high);
  }
  c->empty |= slack < 0;
  for (int i = 0; i < count; i++) {
    column *const x = &c->columns[c->touched[i]];
    if (narrow && !c->empty)
      narrow_by(c, c->touched[i], x->sum, slack);
    x->sum = 0;
  }
}
