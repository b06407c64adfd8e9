/* The proof: a box, what rows say of it in integers; the commands, the trees */
#include "checker.h"
#include <stdlib.h>
#include <string.h>

static void sum_add(checker *c, wide *to, wide a, int64_t b) {
  wide product = 0; /* then the sum's negative, which has to fit, too */
  if (__builtin_mul_overflow(a, b, &product) ||
      __builtin_add_overflow(*to, product, to) ||
      __builtin_sub_overflow((wide)0, *to, &product))
    need(c, false, 1, "a sum leaves 127 bits", 0);
}

static wide row_least(checker *c, const row *of) {
  wide least = 0;
  for (size_t i = of->first; i < of->end; i++) {
    const wide a = c->entries[i].coefficient;
    const column *const x = &c->columns[c->entries[i].column];
    sum_add(c, &least, a, a > 0 ? x->low : x->high);
  }
  return least;
}

static void box_narrow(checker *c, int which, int64_t low, int64_t high) {
  column *const x = &c->columns[which];
  if (low <= x->low && high >= x->high)
    return;
  c->moves = grown(c->moves, c->move_count, sizeof *c->moves);
  c->moves[c->move_count++] = (struct move){x->low, x->high, which};
  x->low = low > x->low ? low : x->low;
  x->high = high < x->high ? high : x->high;
  c->empty |= x->low > x->high;
}

/* With coefficient a, a column goes floor(slack / |a|) from its better end. */
static void row_look(checker *c, const row *at, bool narrow) {
  wide slack = -row_least(c, at);
  sum_add(c, &slack, at->limit, 1);
  c->empty |= slack < 0;
  for (size_t i = at->first; i < at->end && narrow && !c->empty; i++) {
    const entry by = c->entries[i];
    const column x = c->columns[by.column];
    const wide size = by.coefficient < 0 ? -by.coefficient : by.coefficient;
    const wide range = (wide)x.high - x.low;
    if (size == 0 || (size <= slack && (range < 2 || slack / size >= range)))
      continue;
    const int64_t way = (int64_t)(slack / size);
    box_narrow(c, by.column, by.coefficient > 0 ? x.low : x.high - way,
               by.coefficient > 0 ? x.low + way : x.high);
  }
}

static void box_propagate(checker *c) {
  size_t moves = SIZE_MAX;
  for (int pass = 0; pass < 1000 && moves != c->move_count; pass++) {
    moves = c->move_count;
    for (int i = 0; i < c->row_count && !c->empty; i++)
      if (c->rows[i].stands)
        row_look(c, &c->rows[i], true);
  }
}

/* A level's sum is, in this box, what the columns' lows give and a multiple of
 * the greatest common divisor of the free ones: a limit between goes down. */
static wide limit_here(checker *c, const row *of) {
  wide rest = of->limit, limit = of->limit;
  int64_t common = of->kind != 'h';
  for (size_t i = of->first; i < of->end && common != 1; i++) {
    const column *const x = &c->columns[c->entries[i].column];
    const int64_t a = (int64_t)c->entries[i].coefficient;
    sum_add(c, &rest, a, -x->low);
    for (int64_t other = x->low != x->high ? a : 0, left; other; other = left) {
      left = common % other;
      common = other < 0 ? -other : other;
    }
  }
  rest = common > 1 ? rest % common : 0;
  sum_add(c, &limit, rest < 0 ? rest + common : rest, -1);
  return limit;
}

static row *row_named(checker *c) {
  const char kind = *c->at == ' ' ? *++c->at : '\0';
  struct level of = {c->held, c->row_count, ""};
  if (kind == 'h' || kind == 't')
    of = c->levels[number_read(c, kind, 0, c->level_count - 1)];
  else if (kind != 'g')
    of.first = kind == 'n' ? c->set_row : kind == 's' ? c->fixed_rows + 1 : 0;
  if (kind != 'g' && kind != 'h')
    of.first += (int)number_read(c, kind == 't' ? '.' : kind, 0, 1 << 29);
  c->at += kind == 'g';
  row *const at = &c->rows[of.first < of.end ? of.first : 0];
  need(c, of.first < of.end && at->stands && (kind == 'g' || kind == at->kind),
       1, "no row of this name stands here", 0);
  return at;
}

static void weights_read(checker *c, bool narrow) {
  row_open(c, ' ', 0);
  while (*c->at) {
    const row *const of = row_named(c);
    const int64_t weight = number_read(c, ':', 0, (INT64_C(1) << 62) - 1);
    sum_add(c, &c->rows[c->row_count - 1].limit, limit_here(c, of), weight);
    for (size_t i = of->first; i < of->end; i++) {
      const entry from = c->entries[i];
      column *const x = &c->columns[from.column];
      if (x->low == 0 && x->high == 0) /* for speed */
        continue;
      if (x->seen != c->tick) {
        x->seen = c->tick;
        x->place = (int64_t)c->entry_count;
        entry_add(c, from.column, 0);
      }
      sum_add(c, &c->entries[x->place].coefficient, from.coefficient, weight);
    }
  }
  row_look(c, &c->rows[c->row_count - 1], narrow);
  c->entry_count = c->rows[--c->row_count].first;
}

static void split_read(checker *c) {
  row_open(c, 's', number_read(c, ' ', -NUMBER_MOST, NUMBER_MOST))->stands = 1;
  if (strchr(c->at, ':'))
    terms_read(c, 1);
  else
    entry_add(c, column_read(c, ' ', false), 1);
  row_look(c, &c->rows[c->row_count - 1], true);
}

/* From a box that is shown to the nearest second side; false: none is left */
static bool side_leave(checker *c) {
  for (; c->row_count > c->fixed_rows; c->row_count--) {
    row *const side = &c->rows[c->row_count - 1];
    for (; c->move_count > side->moves; c->move_count--) {
      const struct move *const made = &c->moves[c->move_count - 1];
      c->columns[made->column].low = made->low;
      c->columns[made->column].high = made->high;
    }
    c->empty = side->empty;
    c->entry_count = side->second ? side->first : c->entry_count;
    if (side->second)
      continue;
    side->second = true;
    side->limit = -side->limit - 1;
    for (size_t i = side->first; i < side->end; i++)
      c->entries[i].coefficient *= -1;
    row_look(c, side, true);
    return true;
  }
  return false;
}

/* The next aim >= the set's + more; a step not taken or of one column: no row
 */
static void aim_want(checker *c, wide more) {
  row *const of = &c->rows[c->held];
  const wide value = of->value + more;
  of->limit = -value;
  of->stands = of->kind == 'h' || (value == 1 && of->end - of->first > 1);
  for (size_t i = of->first; i < of->end && !of->stands; i++)
    box_narrow(c, c->entries[i].column, value == 1, value == 1);
  c->held += more == 0;
}

/* Steps up to `end` are as the set has them, as none of them can be more. */
static void steps_hold(checker *c, int end) {
  for (row *at = &c->rows[c->held]; c->held < end && at->kind == 't'; at++) {
    need(c, at->value != 0 || row_least(c, at) == 0, 1,
         "an earlier step is not taken and was not refused", 0);
    aim_want(c, 0);
  }
}

/* No point is better whose d columns are one of the sets listed. */
static void sets_compare(checker *c) {
  for (int i = c->set_row; i < c->fixed_rows; i++, side_leave(c)) {
    c->rows[i].stands = false; /* of two alike the other empties the box */
    row_open(c, ' ', 0)->second = true;
    for (size_t k = c->rows[i].first; k < c->rows[i].end; k++) {
      const int one = c->entries[k].coefficient > 0;
      box_narrow(c, c->entries[k].column, one, one);
    }
    box_propagate(c);
    bool open = !c->empty;
    for (int aim = c->settled; aim < c->set_row && open; aim++) {
      const row *const of = &c->rows[aim];
      const wide more = -row_least(c, of) - of->value;
      need(c, more <= 0 || (of->kind == 't' && of->value == 1), 1,
           "a set that is listed may be better", 0);
      open = more >= 0;
    }
  }
}

static void command_read(checker *c, char word) {
  struct level of = {c->held, c->held, ""};
  if (word != 'n')
    of = c->levels[number_read(c, ' ', 0, c->level_count - 1)];
  int at = word == 'l' ? of.first : of.end; /* the aim that must be next */
  if (word == 'r')
    at = of.first + (int)number_read(c, ' ', 0, at - of.first - 1);
  steps_hold(c, at);
  if (word == 'o' && c->held + 1 == at && c->rows[c->held].kind == 'h')
    aim_want(c, 0);
  const row *const next = &c->rows[c->held];
  const bool bounds = word == 'l' && *c->at;
  c->more = bounds ? number_read(c, ' ', -NUMBER_MOST, NUMBER_MOST) : 0;
  c->more += bounds ? 1 - next->value : 1;
  const bool fits = word == 'l'   ? next->kind == 'h' && c->more > 0
                    : word == 'r' ? next->kind == 't' && next->value == 0
                                  : true;
  need(c, c->held == at && c->claims == (word != 'n') && fits, 1,
       "this cannot be shown here", 0);
  if (word == 'w')
    return;
  c->settled = of.first;
  row_open(c, word, 0)->second = true; /* the root of a tree */
  if (word == 'l' || word == 'r')
    aim_want(c, c->more);
  for (int i = c->set_row; i < c->fixed_rows; i++)
    c->rows[i].stands = word == 'o';
}

static void leaf_read(checker *c) {
  const char word = c->rows[c->fixed_rows].kind; /* of the tree's command */
  weights_read(c, false);
  need(c, c->empty, 1, "the leaf may hold a point", 0);
  if (side_leave(c))
    return;
  c->shown = word == 'o' || word == 'n' || c->more > 1;
  if (word == 'o')
    sets_compare(c);
  else if (!c->shown)
    aim_want(c, 0);
}

static void line_obey(checker *c) {
  const bool inside = c->row_count > c->fixed_rows;
  const char word = *c->at;
  if (!c->shown && word_is(c, "propagate"))
    box_propagate(c);
  else if (!c->shown && word_is(c, "fix"))
    weights_read(c, true);
  else if (inside && word_is(c, "leaf"))
    leaf_read(c);
  else if (inside && word_is(c, "split"))
    split_read(c);
  else if (!inside && word_is(c, "end"))
    c->ended = true;
  else if (!inside && !c->shown &&
           (word_is(c, "level") || word_is(c, "refuse") || word_is(c, "walk") ||
            word_is(c, "only") || word_is(c, "none")))
    command_read(c, word);
  else
    need(c, false, 1, "no such command can stand here", 0);
}

/* The rows stand, and the set, if there is one, keeps them. */
static void proof_open(checker *c) {
  for (int i = 0; i < c->set_row; i++) {
    row *const at = &c->rows[i];
    for (size_t k = at->first; k < at->end; k++)
      sum_add(c, &at->value, c->entries[k].coefficient,
              c->columns[c->entries[k].column].set);
    at->stands = at->kind == 'r';
    need(c, !at->stands || !c->claims || at->value <= at->limit, 1,
         "the set breaks row %lld", i);
    at->value = at->kind == 't' ? at->value < 0 : -at->value;
  }
}

/* What is shown of the levels, too, if the search ended before all was */
static void levels_say(const checker *c) {
  for (int k = 0; c->claims && k < c->level_count; k++) {
    const struct level of = c->levels[k];
    const bool steps = of.first == of.end || c->rows[of.first].kind == 't';
    const bool shown = c->verdict == 0 || of.end <= c->held;
    const wide has = c->rows[of.first].value, up = shown ? 0 : c->more - 1;
    if (shown && steps)
      fprintf(c->say, "  %s: each step is taken that can be\n", of.name);
    else if (shown || (c->more > 1 && of.first == c->held))
      fprintf(c->say, "  %s: %.0Lf, and at most %.0Lf in a set as good above\n",
              of.name, (long double)has, (long double)(has + up));
  }
}

int proof_check(FILE *from, FILE *say) {
  checker *const c = grown(NULL, 0, sizeof *c);
  *c = (checker){.from = from, .say = say, .at = "", .more = 1};
  if (setjmp(c->failed) == 0) {
    program_read(c);
    proof_open(c);
    while (!c->ended && line_next(c))
      line_obey(c);
    c->shown |= c->claims && c->held == c->set_row;
    need(c, c->shown && c->more == 1, 3, "not all is shown", 0);
    need(c, !line_next(c), 2, "something follows the end", 0);
    fprintf(say, "proved: no %s; columns %d, rows %d\n",
            c->claims ? "permitted set is better" : "set is permitted",
            c->column_count, c->program_rows);
  }
  const int verdict = c->verdict == 3 ? 1 : c->verdict;
  if (c->verdict == 0 || c->verdict == 3)
    levels_say(c);
  void *mine[] = {c->text,  c->columns, c->rows, c->entries,
                  c->moves, c->levels,  c};
  for (size_t i = 0; i < sizeof mine / sizeof *mine; i++)
    free(mine[i]);
  return verdict;
}
