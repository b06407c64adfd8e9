#include "trial.h"
#include "../formulate/by_column.h"
#include <assert.h>
#include <stdlib.h>
#include <string.h>

typedef struct marks { /* what has been changed, each once */
  bool *is_in;
  int *item;
  int count;
} marks;

/* Lines are the program's rows, then the sum of worth, then the aims. */
struct trial {
  const program *g;
  const int64_t *set; /* x of the set; here x is that of the trial */
  cells lines;
  covers coverages;
  int line_count;
  int *shortfall_of; /* of each row; -1: none */
  int64_t *x;
  int *taken_members;        /* of each coverage column */
  wide *of_set;              /* each line's activity in the set */
  wide *now;                 /* and in the trial */
  int broken, broken_in_set; /* how many rows are past their limits */
  marks touched;             /* lines */
  marks changed;             /* columns */
  int taken, dropped;        /* -1: none */
  int *list;
};

static marks marks_of(arena *home, int count) {
  return (marks){ARENA_ARRAY(home, bool, count), ARENA_ARRAY(home, int, count),
                 0};
}

static void mark(marks *m, int which) {
  if (m->is_in[which])
    return;
  m->is_in[which] = true;
  m->item[m->count++] = which;
}

static void unmark(marks *m) {
  for (int i = 0; i < m->count; i++)
    m->is_in[m->item[i]] = false;
  m->count = 0;
}

static row line_of(const objective *o) {
  return (row){.key = "", .entries = o->entries, .count = o->count};
}

static int worth_line(const trial *t) { return t->g->row_count; }

static const row *lines_of(arena *home, const program *g, int *count) {
  row *const lines =
      ARENA_ARRAY(home, row, g->row_count + 1 + g->objective_count);
  memcpy(lines, g->rows, (size_t)g->row_count * sizeof *lines);
  *count = g->row_count;
  lines[(*count)++] = line_of(g->worth);
  for (int o = 0; o < g->objective_count; o++)
    if (g->objectives[o].kind == OBJECTIVE_AIM)
      lines[(*count)++] = line_of(&g->objectives[o]);
  return lines;
}

static bool is_past(const trial *t, int line, wide activity) {
  return line < t->g->row_count && activity > t->g->rows[line].limit;
}

static void count_set(trial *t, const row *lines) {
  for (int i = 0; i < t->line_count; i++) {
    t->of_set[i] = t->now[i] =
        program_activity(lines[i].entries, lines[i].count, t->set);
    t->broken_in_set += is_past(t, i, t->now[i]);
  }
  for (int j = 0; j < t->g->column_count; j++)
    for (int m = 0; m < t->g->columns[j].member_count; m++)
      t->taken_members[j] += t->set[t->g->columns[j].members[m]] > 0;
  t->broken = t->broken_in_set;
}

static void find_shortfalls(trial *t) {
  for (int i = 0; i < t->g->row_count; i++)
    t->shortfall_of[i] = -1;
  for (int j = 0; j < t->g->column_count; j++)
    if (t->g->columns[j].kind == COLUMN_SHORTFALL)
      t->shortfall_of[t->g->columns[j].row] = j;
}

trial *trial_of(arena *home, const program *g, const int64_t *x) {
  trial *const t = ARENA_NEW(home, trial);
  const int n = g->column_count;
  t->g = g;
  t->set = x;
  const row *const lines = lines_of(home, g, &t->line_count);
  t->lines = cells_of(home, lines, t->line_count, n);
  t->coverages = covers_of(home, g);
  t->shortfall_of = ARENA_ARRAY(home, int, g->row_count);
  t->x = ARENA_ARRAY(home, int64_t, n);
  memcpy(t->x, x, (size_t)n * sizeof *x);
  program_complete(g, t->x);
  assert(memcmp(t->x, x, (size_t)n * sizeof *x) == 0);
  t->taken_members = ARENA_ARRAY(home, int, n);
  t->of_set = ARENA_ARRAY(home, wide, t->line_count);
  t->now = ARENA_ARRAY(home, wide, t->line_count);
  t->touched = marks_of(home, t->line_count);
  t->changed = marks_of(home, n);
  t->taken = t->dropped = -1;
  t->list = ARENA_ARRAY(home, int, n > t->line_count ? n : t->line_count);
  find_shortfalls(t);
  count_set(t, lines);
  return t;
}

/* ---- changes */

static void shift_column(trial *t, int j, int64_t by) {
  mark(&t->changed, j);
  t->x[j] += by;
  for (int e = t->lines.first[j]; e < t->lines.first[j + 1]; e++) {
    const cell at = t->lines.item[e];
    mark(&t->touched, at.row);
    t->broken -= is_past(t, at.row, t->now[at.row]);
    t->now[at.row] += (wide)at.coefficient * by;
    t->broken += is_past(t, at.row, t->now[at.row]);
  }
}

static void shift_members(trial *t, int j, int by) {
  for (int e = t->coverages.first[j]; e < t->coverages.first[j + 1]; e++)
    t->taken_members[t->coverages.item[e]] += by;
}

static void shift_award(trial *t, int j, int by) {
  shift_column(t, j, by);
  shift_members(t, j, by);
  for (int e = t->coverages.first[j]; e < t->coverages.first[j + 1]; e++) {
    const int at = t->coverages.item[e];
    const int64_t covered = t->taken_members[at] > 0;
    if (covered != t->x[at])
      shift_column(t, at, covered - t->x[at]);
  }
}

/* a shortfall stands in its own row and in objectives */
static void settle_shortfalls(trial *t) {
  for (int n = 0; n < t->touched.count; n++) {
    const int i = t->touched.item[n];
    const int j = i < t->g->row_count ? t->shortfall_of[i] : -1;
    if (j < 0)
      continue;
    const wide over = t->now[i] + t->x[j] - t->g->rows[i].limit;
    const int64_t needed = over > 0 ? exact_narrow(over) : 0;
    if (needed != t->x[j])
      shift_column(t, j, needed - t->x[j]);
  }
}

static void forget(trial *t) {
  for (int n = 0; n < t->touched.count; n++)
    t->now[t->touched.item[n]] = t->of_set[t->touched.item[n]];
  for (int n = 0; n < t->changed.count; n++)
    t->x[t->changed.item[n]] = t->set[t->changed.item[n]];
  if (t->taken >= 0)
    shift_members(t, t->taken, -1);
  if (t->dropped >= 0)
    shift_members(t, t->dropped, 1);
  t->broken = t->broken_in_set;
  unmark(&t->touched);
  unmark(&t->changed);
}

void trial_change(trial *t, int taken, int dropped) {
  assert(t->set[taken] == 0 && (dropped < 0 || t->set[dropped] == 1));
  forget(t);
  t->taken = taken;
  t->dropped = dropped;
  if (dropped >= 0)
    shift_award(t, dropped, -1);
  shift_award(t, taken, 1);
  settle_shortfalls(t);
}

/* ---- what came of it */

wide trial_activity(const trial *t, int which) { return t->now[which]; }

wide trial_worth_gain(const trial *t) {
  return t->now[worth_line(t)] - t->of_set[worth_line(t)];
}

wide trial_cost(const trial *t, int shortfall) {
  for (int e = t->lines.first[shortfall]; e < t->lines.first[shortfall + 1];
       e++) {
    const cell at = t->lines.item[e];
    if (at.row == worth_line(t))
      return -(wide)at.coefficient * (t->x[shortfall] - t->set[shortfall]);
  }
  return 0;
}

bool trial_keeps_rows(const trial *t) { return t->broken == 0; }

bool trial_keeps_aims(const trial *t) {
  for (int i = worth_line(t) + 1; i < t->line_count; i++)
    if (t->now[i] != t->of_set[i])
      return false;
  return true;
}

static int ascending(const void *a, const void *b) {
  const int left = *(const int *)a, right = *(const int *)b;
  return (left > right) - (left < right);
}

static trial_list in_order(int *list, int count) {
  if (count > 1)
    qsort(list, (size_t)count, sizeof *list, ascending);
  return (trial_list){list, count};
}

trial_list trial_rows_broken(trial *t) {
  int count = 0;
  for (int n = 0; n < t->touched.count; n++) {
    const int i = t->touched.item[n];
    if (is_past(t, i, t->now[i]) && !is_past(t, i, t->of_set[i]))
      t->list[count++] = i;
  }
  return in_order(t->list, count);
}

trial_list trial_shortfalls_grown(trial *t) {
  int count = 0;
  for (int n = 0; n < t->changed.count; n++) {
    const int j = t->changed.item[n];
    if (t->g->columns[j].kind == COLUMN_SHORTFALL && t->x[j] > t->set[j])
      t->list[count++] = j;
  }
  return in_order(t->list, count);
}
