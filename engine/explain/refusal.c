#include "refusal.h"
#include "recount.h"
#include <assert.h>
#include <string.h>

struct refusals {
  arena *home;
  const program *g;
  const plan *from;
  int **columns;  /* [application][award] -> column, -1 where there is none */
  wide *activity; /* of each row in the best set */
  wide worth;
  selection chosen; /* the best set, and the trial set while breaches are listed
                     */
  int64_t *trial;   /* the set with one plan more, or one swapped */
};

static int **award_columns(arena *home, const program *g) {
  const pool *const p = g->from->from->of;
  int **const to = ARENA_ARRAY(home, int *, p->count);
  for (int i = 0; i < p->count; i++) {
    to[i] = ARENA_ARRAY(home, int, p->applications[i].award_count);
    for (int a = 0; a < p->applications[i].award_count; a++)
      to[i][a] = -1;
  }
  for (int c = 0; c < g->column_count; c++)
    if (g->columns[c].kind == COLUMN_AWARD)
      to[g->columns[c].application][g->columns[c].award] = c;
  return to;
}

static wide activity_of(const row *r, const int64_t *x) {
  return program_activity(r->entries, r->count, x);
}

static wide sum_of(const objective *o, const int64_t *x) {
  return program_activity(o->entries, o->count, x);
}

refusals *refusals_prepare(arena *home, const program *g, const plan *from) {
  assert(from->x);
  refusals *const r = ARENA_NEW(home, refusals);
  *r = (refusals){home,
                  g,
                  from,
                  award_columns(home, g),
                  ARENA_ARRAY(home, wide, g->row_count),
                  sum_of(g->worth, from->x),
                  selection_of(home, g, from->x),
                  ARENA_ARRAY(home, int64_t, g->column_count)};
  for (int i = 0; i < g->row_count; i++)
    r->activity[i] = activity_of(&g->rows[i], from->x);
  return r;
}

static void set_trial(refusals *r, int taken, int dropped) {
  memcpy(r->trial, r->from->x, (size_t)r->g->column_count * sizeof *r->trial);
  r->trial[taken] = 1;
  if (dropped >= 0)
    r->trial[dropped] = 0;
  program_complete(r->g, r->trial);
}

static bool newly_broken(const refusals *r, int i) {
  const row *const line = &r->g->rows[i];
  const owner_kind kind = r->g->owners[line->owner].kind;
  return kind != OWNER_FACT && kind != OWNER_SOFT &&
         r->activity[i] <= line->limit &&
         activity_of(line, r->trial) > line->limit;
}

static bool worsened(const refusals *r, int c) {
  return r->g->columns[c].kind == COLUMN_SHORTFALL &&
         r->trial[c] > r->from->x[c];
}

/* in the measure's unit, recounted: rows of shares are multiplied out */
static ratio distance(const refusals *r, const row *line) {
  const owner *const o = &r->g->owners[line->owner];
  if (o->rule < 0)
    return (ratio){activity_of(line, r->trial) - line->limit, 1};
  const rule *const of = &r->chosen.of->rules->rules[o->rule];
  const rule_row counted = recount_row(&r->chosen, of, line->key);
  assert(counted.slack.num < 0);
  return (ratio){-counted.slack.num, counted.slack.den};
}

static void add_breach(const refusals *r, const row *line, verdict_on *to) {
  to->broken[to->broken_count++] =
      (breach){line->owner, line->key, distance(r, line)};
}

static int count_breaches(const refusals *r) {
  int count = 0;
  for (int i = 0; i < r->g->row_count; i++)
    count += newly_broken(r, i);
  for (int c = 0; c < r->g->column_count; c++)
    count += worsened(r, c);
  return count;
}

/* the trial set is the best one and this award */
static void list_breaches(refusals *r, const column *taken, verdict_on *to) {
  const int count = count_breaches(r);
  r->chosen.award[taken->application] = taken->award;
  to->broken = ARENA_ARRAY(r->home, breach, count);
  for (int i = 0; i < r->g->row_count; i++)
    if (newly_broken(r, i))
      add_breach(r, &r->g->rows[i], to);
  for (int c = 0; c < r->g->column_count; c++)
    if (worsened(r, c))
      add_breach(r, &r->g->rows[r->g->columns[c].row], to);
  r->chosen.award[taken->application] = -1;
  assert(to->broken_count == count);
}

static bool aims_kept(const refusals *r, const int64_t *x) {
  for (int o = 0; o < r->g->objective_count; o++) {
    const objective *const aim = &r->g->objectives[o];
    if (aim->kind == OBJECTIVE_AIM && sum_of(aim, x) != sum_of(aim, r->from->x))
      return false;
  }
  return true;
}

static bool equally_good(const refusals *r, const int64_t *x) {
  return sum_of(r->g->worth, x) == r->worth && aims_kept(r, x);
}

static bool permitted(const refusals *r) {
  for (int i = 0; i < r->g->row_count; i++)
    if (activity_of(&r->g->rows[i], r->trial) > r->g->rows[i].limit)
      return false;
  return true;
}

static int64_t value_of(const refusals *r, int at) {
  const column *const c = &r->g->columns[at];
  return r->g->from->item[c->application].value[c->award];
}

static bool swaps(refusals *r, int taken) {
  for (int c = 0; c < r->g->column_count; c++) {
    if (r->g->columns[c].kind != COLUMN_AWARD || r->from->x[c] == 0 ||
        value_of(r, c) != value_of(r, taken))
      continue;
    set_trial(r, taken, c);
    if (permitted(r) && equally_good(r, r->trial))
      return true;
  }
  return false;
}

static bool in_equal_alternative(const refusals *r, const int *columns,
                                 int award_count) {
  for (int k = 0; k < r->from->alternative_count; k++)
    for (int a = 0; a < award_count; a++)
      if (columns[a] >= 0 && r->from->alternatives[k][columns[a]] == 1 &&
          equally_good(r, r->from->alternatives[k]))
        return true;
  return false;
}

/* An equally good set is known that holds the plan: a listed alternative, or
 * the best set with one plan of equal value swapped for it. Once all is proved
 * only a tie key can have kept it out. */
static bool is_tied(refusals *r, const int *columns, int award_count) {
  if (r->from->status != PLAN_OPTIMAL)
    return false;
  if (in_equal_alternative(r, columns, award_count))
    return true;
  for (int a = 0; a < award_count; a++)
    if (columns[a] >= 0 && swaps(r, columns[a]))
      return true;
  return false;
}

/* the trial set breaks nothing: what spoke against it? */
static reason_code reason_unbroken(const refusals *r) {
  const wide sum = sum_of(r->g->worth, r->trial);
  if (sum < r->worth)
    return REASON_DISPLACED;
  if (r->from->status != PLAN_OPTIMAL)
    return REASON_NOT_REACHED;
  return REASON_TIED;
}

void refusal_find(refusals *r, int which, verdict_on *to) {
  const int award_count = r->g->from->from->of->applications[which].award_count;
  const int *const columns = r->columns[which];
  int full = -1;
  for (int a = 0; a < award_count; a++) {
    if (columns[a] < 0)
      continue;
    full = full < 0 ? columns[a] : full;
    set_trial(r, columns[a], -1);
    if (count_breaches(r) > 0)
      continue;
    to->reason = reason_unbroken(r);
    return;
  }
  assert(full >= 0);
  set_trial(r, full, -1);
  list_breaches(r, &r->g->columns[full], to);
  to->reason =
      is_tied(r, columns, award_count) ? REASON_TIED : REASON_DISPLACED;
}
