/* The proof: commands and the trees below them, a line at a time. */
#include "check.h"
#include "checker.h"
#include <stdlib.h>
#include <string.h>

static void push(checker *c, int64_t most, int of) {
  c->frames = grown(c->frames, c->depth, sizeof *c->frames);
  c->frames[c->depth++] = (frame){c->move_count, most, of, false, c->empty};
}

/* The box is again what it was when the last frame was pushed. */
static frame *back(checker *c) {
  frame *const last = &c->frames[c->depth - 1];
  for (; c->move_count > last->moves; c->move_count--) {
    const move *const made = &c->moves[c->move_count - 1];
    box_set(c, made->column, made->low, made->high);
  }
  c->empty = last->empty;
  return last;
}

/* Aim >= value. A step of one column, and one not taken, need no row. */
static void aim_want(checker *c, int which, wide value) {
  const row *const of = &c->rows[which];
  if (of->is_sum || (value == 1 && of->end - of->first > 1))
    row_stand(c, which, -value);
  else
    for (size_t i = of->first; i < of->end; i++)
      box_narrow(c, c->entries[i].column, value == 1, value == 1);
}

static void aim_hold(checker *c) {
  c->rows[c->held].stands = false;
  c->target = -1;
  aim_want(c, c->held, c->rows[c->held].value);
  c->held++;
}

/* Steps before `end` are as the set has them, as none of them can be more. */
static void steps_hold(checker *c, int end) {
  for (; c->held < end && c->rows[c->held].is_step; aim_hold(c))
    if (c->rows[c->held].value == 0 && row_least(c, &c->rows[c->held]) < 0)
      fail(c, 1, "an earlier step is not taken and was not refused", 0);
}

/* Fails if a point of the box, whose d columns are one set, may be better. */
static void box_compare(checker *c) {
  for (int i = c->settled; i < c->set_row && !c->empty; i++) {
    const wide most = -row_least(c, &c->rows[i]), value = c->rows[i].value;
    const wide best = c->rows[i].is_step && most > 1 ? 1 : most;
    if (best > value)
      fail(c, 1, "a set that is listed may be better", 0);
    if (best != value)
      return;
  }
}

static void sets_compare(checker *c) {
  for (int i = c->set_row; i < c->fixed_rows; i++)
    c->rows[i].stands = false;
  for (int i = c->set_row; i < c->fixed_rows && c->claims; i++) {
    push(c, 0, -1);
    for (size_t k = c->rows[i].first; k < c->rows[i].end; k++) {
      const int one = c->entries[k].coefficient > 0;
      box_narrow(c, c->entries[k].column, one, one);
    }
    box_propagate(c);
    box_compare(c);
    back(c);
    c->depth--;
  }
}

/* Up the path to a split whose second side is still to be shown */
static void node_done(checker *c) {
  for (; c->frames[c->depth - 1].second; c->depth--)
    if (c->frames[c->depth - 1].column < 0)
      c->entry_count = c->rows[--c->row_count].first;
  frame *const split = back(c);
  split->second = true;
  if (c->depth == 1) {
    c->depth = 0;
    c->shown = c->finish != aim_hold;
    c->finish(c);
  } else if (split->column >= 0) {
    box_narrow(c, split->column, split->most + 1, INT64_MAX);
  } else {
    row *const sum = &c->rows[c->row_count - 1];
    sum->limit = -(wide)split->most - 1;
    for (size_t i = sum->first; i < sum->end; i++)
      c->entries[i].coefficient *= -1;
  }
}

static void read_split(checker *c) {
  const int64_t most = number_next(c, -NUMBER_MOST, NUMBER_MOST);
  const bool sum = strchr(c->at, ':') != NULL;
  const int of = sum ? -1 : (int)number_next(c, 0, c->column_count - 1);
  push(c, most, of);
  if (sum) {
    row_open(c, most)->stands = true;
    terms_read(c, 1);
  } else {
    line_done(c);
    box_narrow(c, of, INT64_MIN, most);
  }
}

static void read_leaf(checker *c) {
  c->leaves++;
  weights_read(c, false);
  if (!c->empty)
    fail(c, 1, "the leaf may hold a point", 0);
  else if (c->verdict == 0)
    node_done(c);
}

static void read_fix(checker *c) { weights_read(c, true); }

static void tree_open(checker *c, bool fits, void (*finish)(checker *)) {
  line_done(c);
  if (!fits)
    fail(c, 1, "this cannot be shown here", 0);
  c->trees++;
  c->finish = finish;
  push(c, 0, -1);
}

/* No point is better in the aim of this row, the next that is not held. */
static void aim_show(checker *c, int64_t which, bool step) {
  tree_open(c, c->claims && which == c->held && which < c->set_row, aim_hold);
  if (c->verdict != 0)
    return;
  const row *const of = &c->rows[which];
  if (of->is_step != step || (step && of->value != 0))
    fail(c, 1, "this cannot be shown here", 0);
  c->target = c->held;
  aim_want(c, c->held, of->value + 1);
}

static int level_next(checker *c) {
  return (int)number_next(c, 0, c->level_count - 1);
}

static void read_level(checker *c) {
  aim_show(c, c->level_row[level_next(c)], false);
}

static void read_refuse(checker *c) {
  const int first = c->level_row[level_next(c)];
  const int64_t step = number_next(c, 0, INT32_MAX / 4);
  if (c->held >= first)
    steps_hold(c, first + (int)step);
  aim_show(c, first + step, true);
}

static void read_walk(checker *c) {
  const int k = level_next(c);
  line_done(c);
  if (c->verdict == 0 && c->held >= c->level_row[k])
    steps_hold(c, c->level_row[k + 1]);
  if (c->verdict == 0 && c->held < c->level_row[k + 1])
    fail(c, 1, "this cannot be shown here", 0);
}

static void read_only(checker *c) {
  const int k = level_next(c);
  c->settled = c->level_row[k];
  const bool steps = c->settled == c->level_row[k + 1]; /* none, of a walk */
  if (c->claims && c->held == c->settled && !steps && c->rows[c->held].is_sum)
    aim_hold(c);
  tree_open(c, c->claims && c->held == c->level_row[k + (c->verdict == 0)],
            sets_compare);
  for (int i = c->set_row; i < c->fixed_rows; i++)
    row_stand(c, i, c->rows[i].limit);
}

static void read_none(checker *c) { tree_open(c, !c->claims, sets_compare); }

static void read_end(checker *c) {
  line_done(c);
  if (!c->shown && (!c->claims || c->held < c->set_row))
    fail(c, 1, "not all is shown", 0);
  c->ended = true;
  if (c->verdict == 0 && line_next(c))
    fail(c, 2, "something follows the end", 0);
}

static void line_obey(checker *c) {
  static const struct {
    const char *word;
    int places; /* 1 outside of trees, 2 inside, 4 when all is shown */
    void (*read)(checker *c);
  } orders[] = {{"propagate", 3, box_propagate}, {"fix", 3, read_fix},
                {"split", 2, read_split},        {"leaf", 2, read_leaf},
                {"level", 1, read_level},        {"refuse", 1, read_refuse},
                {"walk", 1, read_walk},          {"only", 1, read_only},
                {"none", 1, read_none},          {"end", 5, read_end}};
  const char *const word = word_next(c);
  const int place = c->shown ? 4 : c->depth > 0 ? 2 : 1;
  for (size_t i = 0; word && i < sizeof orders / sizeof *orders; i++)
    if (strcmp(word, orders[i].word) == 0) {
      if (orders[i].places & place)
        orders[i].read(c);
      else
        fail(c, 1, "this command cannot stand here", 0);
      return;
    }
  fail(c, 2, "this is no command", 0);
}

/* The rows stand, and the set, if there is one, keeps them and the bounds. */
static void proof_open(checker *c) {
  for (int j = 0; j < c->column_count && c->claims; j++)
    if (c->columns[j].set < c->columns[j].low ||
        c->columns[j].set > c->columns[j].high)
      fail(c, 1, "the set breaks a bound of column %lld", j);
  for (int i = 0; i < c->set_row; i++) {
    row *const at = &c->rows[i];
    for (size_t k = at->first; k < at->end; k++)
      sum_add(c, &at->value, c->entries[k].coefficient,
              c->columns[c->entries[k].column].set);
    if (i < c->program_rows && c->claims && at->value > at->limit)
      fail(c, 1, "the set breaks row %lld", i);
    if (i < c->program_rows)
      row_stand(c, i, at->limit);
    at->value = at->is_step ? at->value < 0 : -at->value;
  }
  c->held = c->program_rows;
}

static void wide_say(FILE *say, wide value) {
  char digits[48], *at = digits + sizeof digits;
  const bool negative = value < 0;
  for (*--at = '\0'; value != 0 || !*at; value /= 10)
    *--at = (char)('0' + (int)(negative ? -(value % 10) : value % 10));
  fprintf(say, "%s%s\n", negative ? "-" : "", at);
}

static void proved_say(const checker *c) {
  fprintf(c->say, "proved: %s; columns %d, rows %d\n",
          c->claims ? "no permitted set is better" : "no set is permitted",
          c->column_count, c->program_rows);
  for (int k = 0; k < c->level_count && c->claims; k++) {
    wide value = 0; /* of a walk: how many steps are taken */
    for (int i = c->level_row[k]; i < c->level_row[k + 1]; i++)
      value += c->rows[i].value;
    fprintf(c->say, "level %d: ", k);
    wide_say(c->say, value);
  }
  fprintf(c->say, "trees %lld, leaves %lld, sets compared %d\n",
          (long long)c->trees, (long long)c->leaves,
          c->shown && c->claims ? c->fixed_rows - c->set_row : 0);
}

int proof_check(FILE *from, FILE *say) {
  checker c = {.from = from, .say = say, .target = -1};
  program_read(&c);
  if (c.verdict == 0)
    proof_open(&c);
  while (c.verdict == 0 && !c.ended && line_next(&c))
    line_obey(&c);
  if (c.verdict == 0)
    proved_say(&c);
  void *const mine[] = {c.text,      c.columns, c.rows,    c.entries,
                        c.level_row, c.uses,    c.used_by, c.queue,
                        c.touched,   c.moves,   c.frames};
  for (size_t i = 0; i < sizeof mine / sizeof *mine; i++)
    free(mine[i]);
  return c.verdict;
}
