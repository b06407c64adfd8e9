/* The proof: commands and the trees below them, a line at a time. */
#include "check.h"
#include "checker.h"
#include <stdlib.h>
#include <string.h>

static void push(checker *c, int64_t most, int of) {
  c->frames = grown(c->frames, c->depth, sizeof *c->frames);
  c->frames[c->depth++] = (frame){c->move_count, most, of, false, c->empty};
}

/* The box is what it was when the last frame was pushed. */
static frame *back(checker *c) {
  frame *const last = &c->frames[c->depth - 1];
  for (; c->move_count > last->moves; c->move_count--) {
    const move *const made = &c->moves[c->move_count - 1];
    box_set(c, made->column, made->low, made->high);
  }
  c->empty = last->empty;
  return last;
}

/* Sum >= value. A step of one column, and one not taken, need no row. */
static void aim_want(checker *c, const aim *a, wide value) {
  const row *const of = &c->rows[a->row];
  if (a->step < 0 || (value == 1 && of->end - of->first > 1)) {
    row_stand(c, a->row, -value);
    return;
  }
  for (size_t i = of->first; i < of->end; i++)
    box_narrow(c, c->entries[i].column, value == 1 ? 1 : 0,
               value == 1 ? INT64_MAX : 0);
}

static void aim_hold(checker *c) {
  const aim *const a = &c->aims[c->held++];
  c->rows[a->row].stands = false;
  c->target = -1;
  aim_want(c, a, a->value);
}

/* Steps before the aim `end` are as the set has them, and could not be more. */
static void steps_hold(checker *c, int64_t end) {
  for (; c->held < end && c->verdict == 0; aim_hold(c)) {
    const aim *const a = &c->aims[c->held];
    if (a->value == 0 && row_least(c, &c->rows[a->row]) < 0)
      fail(c, 1, "step %lld is not taken and was not refused", a->step);
  }
}

/* Fails if a point of the box, whose d columns are one set, may be better. */
static void box_compare(checker *c) {
  for (int i = c->settled; i < c->aim_count && !c->empty; i++) {
    const aim *const a = &c->aims[i];
    wide best = -row_least(c, &c->rows[a->row]);
    if (a->step >= 0 && best > 1)
      best = 1;
    if (best > a->value)
      fail(c, 1, "another set may be better on level %lld", a->level);
    if (best < a->value)
      return;
  }
}

static void sets_compare(checker *c) {
  for (int i = c->set_row; i < c->fixed_rows; i++)
    c->rows[i].stands = false;
  for (int i = c->set_row; i < c->fixed_rows; i++) {
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
  c->shown = true;
}

static void none_shown(checker *c) { c->shown = true; }

/* Up the path to a split whose second side is still to be shown */
static void node_done(checker *c) {
  for (; c->frames[c->depth - 1].second; c->depth--)
    if (c->frames[c->depth - 1].column < 0)
      c->entry_count = c->rows[--c->row_count].first;
  frame *const split = back(c);
  if (c->depth == 1) {
    c->depth = 0;
    c->finish(c);
    return;
  }
  split->second = true;
  if (split->column >= 0) {
    box_narrow(c, split->column, split->most + 1, INT64_MAX);
    return;
  }
  row *const sum = &c->rows[c->row_count - 1];
  sum->limit = -(wide)split->most - 1;
  for (size_t i = sum->first; i < sum->end; i++)
    c->entries[i].coefficient *= -1;
}

static void read_split(checker *c) {
  const int64_t most = number_next(c, -NUMBER_MOST, NUMBER_MOST);
  if (strchr(c->at, ':')) {
    push(c, most, -1);
    row_open(c, most)->stands = true;
    terms_read(c, 1);
    return;
  }
  const int of = (int)number_next(c, 0, c->column_count - 1);
  line_done(c);
  push(c, most, of);
  box_narrow(c, of, INT64_MIN, most);
}

static void read_leaf(checker *c) {
  c->leaves++;
  weights_read(c, false);
  if (!c->empty)
    fail(c, 1, "the leaf may hold a point", 0);
  else if (c->verdict == 0)
    node_done(c);
}

static void read_propagate(checker *c) {
  line_done(c);
  box_propagate(c);
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

/* The level named, if it is the next to show; else -1 */
static int64_t level_next(checker *c, bool walks) {
  const int64_t k = number_next(c, 0, c->level_count - 1);
  if (c->verdict != 0)
    return -1;
  const int first = c->level_aim[k], end = c->level_aim[k + 1];
  const bool is_walk = first == end || c->aims[first].step >= 0;
  if (c->claims && is_walk == walks && c->held >= first &&
      c->held < end + is_walk)
    return k;
  fail(c, 1, "level %lld is not the next to be shown so", k);
  return -1;
}

static void aim_show(checker *c) {
  const aim *const a = &c->aims[c->held];
  tree_open(c, a->step < 0 || a->value == 0, aim_hold);
  c->target = a->row;
  aim_want(c, a, a->value + 1);
}

static void read_level(checker *c) {
  if (level_next(c, false) >= 0)
    aim_show(c);
}

static void read_refuse(checker *c) {
  const int64_t k = level_next(c, true), step = number_next(c, 0, INT32_MAX);
  if (c->verdict != 0)
    return;
  const int64_t to = c->level_aim[k] + step;
  steps_hold(c, to < c->level_aim[k + 1] ? to : c->level_aim[k + 1]);
  if (c->held == to && to < c->level_aim[k + 1])
    aim_show(c);
  else
    fail(c, 1, "step %lld is not to come", step);
}

static void read_walk(checker *c) {
  const int64_t k = level_next(c, true);
  line_done(c);
  if (k >= 0)
    steps_hold(c, c->level_aim[k + 1]);
}

static void read_only(checker *c) {
  const int64_t k = number_next(c, 0, c->level_count - 1);
  if (c->verdict != 0)
    return;
  c->settled = c->level_aim[k];
  if (c->held == c->settled && c->held < c->aim_count &&
      c->aims[c->held].step < 0)
    aim_hold(c);
  tree_open(c, c->claims && c->held == c->level_aim[k + 1], sets_compare);
  for (int i = c->set_row; i < c->fixed_rows; i++)
    row_stand(c, i, c->rows[i].limit);
}

static void read_none(checker *c) { tree_open(c, !c->claims, none_shown); }

static void read_end(checker *c) {
  line_done(c);
  if (!c->shown && (!c->claims || c->held < c->aim_count))
    fail(c, 1, "not all is shown", 0);
  if (c->verdict == 0 && line_next(c))
    fail(c, 2, "something follows the end", 0);
  c->ended = true;
}

static void line_obey(checker *c) {
  static const struct {
    const char *word;
    int places; /* 1 outside of trees, 2 inside, 4 when all is shown */
    void (*read)(checker *c);
  } orders[] = {{"propagate", 3, read_propagate}, {"fix", 3, read_fix},
                {"split", 2, read_split},         {"leaf", 2, read_leaf},
                {"level", 1, read_level},         {"refuse", 1, read_refuse},
                {"walk", 1, read_walk},           {"only", 1, read_only},
                {"none", 1, read_none},           {"end", 5, read_end}};
  const char *const word = word_next(c);
  const int place = c->shown ? 4 : c->depth > 0 ? 2 : 1;
  size_t i = 0;
  while (i < sizeof orders / sizeof *orders &&
         (!word || strcmp(word, orders[i].word) != 0))
    i++;
  if (i == sizeof orders / sizeof *orders)
    fail(c, 2, "this is no command", 0);
  else if (!(orders[i].places & place))
    fail(c, 1, "this command cannot stand here", 0);
  else
    orders[i].read(c);
}

static wide set_sum(checker *c, const row *of) {
  wide sum = 0;
  for (size_t i = of->first; i < of->end; i++)
    sum_add(c, &sum, c->entries[i].coefficient,
            c->columns[c->entries[i].column].set);
  return sum;
}

/* The rows stand, and the set, if there is one, keeps them. */
static void proof_open(checker *c) {
  for (int j = 0; j < c->column_count && c->claims; j++)
    if (c->columns[j].set < c->columns[j].low ||
        c->columns[j].set > c->columns[j].high)
      fail(c, 1, "the set breaks a bound of column %lld", j);
  for (int i = 0; i < c->program_rows; i++) {
    if (c->claims && set_sum(c, &c->rows[i]) > c->rows[i].limit)
      fail(c, 1, "the set breaks row %lld", i);
    row_stand(c, i, c->rows[i].limit);
  }
  for (aim *a = c->aims; a != c->aims + c->aim_count; a++) {
    a->value = -set_sum(c, &c->rows[a->row]);
    a->value = a->step >= 0 && a->value > 1 ? 1 : a->value;
  }
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
    wide value = 0;
    for (int i = c->level_aim[k]; i < c->level_aim[k + 1]; i++)
      value += c->aims[i].value;
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
  while (c.verdict == 0 && !c.ended)
    if (line_next(&c))
      line_obey(&c);
    else
      fail(&c, 2, "the file ends too soon", 0);
  if (c.verdict == 0)
    proved_say(&c);
  void *const mine[] = {c.text,    c.columns, c.rows,    c.entries,
                        c.aims,    c.uses,    c.used_by, c.queue,
                        c.touched, c.moves,   c.frames,  c.level_aim};
  for (size_t i = 0; i < sizeof mine / sizeof *mine; i++)
    free(mine[i]);
  return c.verdict;
}
