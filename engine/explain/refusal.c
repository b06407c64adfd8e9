#include "refusal.h"
#include "census.h"
#include "trial.h"
#include <assert.h>
#include <stdlib.h>

typedef struct valued {
  int64_t value;
  int column;
} valued;

struct refusals {
  arena *home;
  const program *g;
  const plan *from;
  int **columns; /* [application][award] -> column, -1 where there is none */
  trial *on;     /* the best set with one plan more, or one swapped */
  const int64_t **equals; /* the listed alternatives that are as good */
  int equal_count;
  valued *adopted; /* award columns of the best set, by value */
  int adopted_count;
  census *censuses; /* of the best set, one a policy rule */
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

static wide sum_of(const objective *o, const int64_t *x) {
  return program_activity(o->entries, o->count, x);
}

static bool equally_good(const program *g, const int64_t *a, const int64_t *b) {
  for (int o = 0; o < g->objective_count; o++) {
    const objective *const aim = &g->objectives[o];
    if (aim->kind == OBJECTIVE_AIM && sum_of(aim, a) != sum_of(aim, b))
      return false;
  }
  return sum_of(g->worth, a) == sum_of(g->worth, b);
}

static void take_alternatives(refusals *r) {
  const plan *const from = r->from;
  r->equals = ARENA_ARRAY(r->home, const int64_t *, from->alternative_count);
  for (int k = 0; k < from->alternative_count; k++)
    if (equally_good(r->g, from->alternatives[k], from->x))
      r->equals[r->equal_count++] = from->alternatives[k];
}

static int valued_order(const void *a, const void *b) {
  const valued *const left = a, *const right = b;
  if (left->value != right->value)
    return left->value < right->value ? -1 : 1;
  return (left->column > right->column) - (left->column < right->column);
}

static int64_t value_of(const program *g, int at) {
  const column *const c = &g->columns[at];
  return g->from->item[c->application].value[c->award];
}

static void take_adopted(refusals *r) {
  const program *const g = r->g;
  r->adopted = ARENA_ARRAY(r->home, valued, g->column_count);
  for (int c = 0; c < g->column_count; c++)
    if (g->columns[c].kind == COLUMN_AWARD && r->from->x[c] != 0)
      r->adopted[r->adopted_count++] = (valued){value_of(g, c), c};
  if (r->adopted_count > 1)
    qsort(r->adopted, (size_t)r->adopted_count, sizeof *r->adopted,
          valued_order);
}

static void take_censuses(refusals *r) {
  const selection s = selection_of(r->home, r->g, r->from->x);
  const policy *const rules = s.of->rules;
  r->censuses = ARENA_ARRAY(r->home, census, rules->rule_count);
  for (int k = 0; k < rules->rule_count; k++)
    r->censuses[k] = census_take(r->home, &s, &rules->rules[k]);
}

refusals *refusals_prepare(arena *home, const program *g, const plan *from) {
  assert(from->x);
  refusals *const r = ARENA_NEW(home, refusals);
  r->home = home;
  r->g = g;
  r->from = from;
  r->columns = award_columns(home, g);
  r->on = trial_of(home, g, from->x);
  take_alternatives(r);
  take_adopted(r);
  take_censuses(r);
  return r;
}

/* ---- breaches: the trial set is the best one and an award */

static bool is_blamed(const refusals *r, int i) {
  const owner_kind kind = r->g->owners[r->g->rows[i].owner].kind;
  return kind != OWNER_FACT && kind != OWNER_SOFT;
}

/* a priced rule stands in nobody's way */
static bool has_price(const refusals *r, int shortfall) {
  const int whose = r->g->rows[r->g->columns[shortfall].row].owner;
  const rule *const rules = r->g->from->from->of->rules->rules;
  return rules[r->g->owners[whose].rule].strength == STRENGTH_PRICED;
}

static int count_breaches(const refusals *r) {
  int count = 0;
  const trial_list grown = trial_shortfalls_grown(r->on);
  for (int n = 0; n < grown.count; n++)
    count += !has_price(r, grown.item[n]);
  const trial_list rows = trial_rows_broken(r->on);
  for (int n = 0; n < rows.count; n++)
    count += is_blamed(r, rows.item[n]);
  return count;
}

/* in the measure's unit, recounted: rows of shares are multiplied out */
static ratio distance(const refusals *r, int i, const column *taken) {
  const row *const line = &r->g->rows[i];
  const owner *const o = &r->g->owners[line->owner];
  if (o->rule < 0)
    return (ratio){trial_activity(r->on, i) - line->limit, 1};
  const rule_row now = census_row_with(&r->censuses[o->rule], line->key,
                                       taken->application, taken->award);
  assert(now.slack.num < 0);
  return (ratio){-now.slack.num, now.slack.den};
}

static void add_breach(const refusals *r, int i, const column *taken,
                       verdict_on *to) {
  const row *const line = &r->g->rows[i];
  to->broken[to->broken_count++] =
      (breach){line->owner, line->key, distance(r, i, taken)};
}

static void list_breaches(refusals *r, const column *taken, verdict_on *to) {
  const int count = count_breaches(r);
  to->broken = ARENA_ARRAY(r->home, breach, count);
  const trial_list rows = trial_rows_broken(r->on);
  for (int n = 0; n < rows.count; n++)
    if (is_blamed(r, rows.item[n]))
      add_breach(r, rows.item[n], taken, to);
  const trial_list grown = trial_shortfalls_grown(r->on);
  for (int n = 0; n < grown.count; n++)
    if (!has_price(r, grown.item[n]))
      add_breach(r, r->g->columns[grown.item[n]].row, taken, to);
  assert(to->broken_count == count);
}

static void list_costs(refusals *r, verdict_on *to) {
  const trial_list grown = trial_shortfalls_grown(r->on);
  to->costs = ARENA_ARRAY(r->home, priced, grown.count);
  for (int n = 0; n < grown.count; n++) {
    const row *const line = &r->g->rows[r->g->columns[grown.item[n]].row];
    to->costs[to->cost_count++] =
        (priced){line->owner, line->key, trial_cost(r->on, grown.item[n])};
  }
}

/* ---- ties */

static int first_worth(const refusals *r, int64_t value) {
  int low = 0, high = r->adopted_count;
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (r->adopted[middle].value < value)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static bool swaps(refusals *r, int taken) {
  const int64_t value = value_of(r->g, taken);
  for (int i = first_worth(r, value);
       i < r->adopted_count && r->adopted[i].value == value; i++) {
    trial_change(r->on, taken, r->adopted[i].column);
    if (trial_keeps_rows(r->on) && trial_worth_gain(r->on) == 0 &&
        trial_keeps_aims(r->on))
      return true;
  }
  return false;
}

static bool in_equal_alternative(const refusals *r, const int *columns,
                                 int award_count) {
  for (int k = 0; k < r->equal_count; k++)
    for (int a = 0; a < award_count; a++)
      if (columns[a] >= 0 && r->equals[k][columns[a]] == 1)
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
  if (trial_worth_gain(r->on) < 0)
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
    trial_change(r->on, columns[a], -1);
    if (count_breaches(r) > 0)
      continue;
    to->reason = reason_unbroken(r);
    if (to->reason == REASON_DISPLACED)
      list_costs(r, to);
    return;
  }
  assert(full >= 0);
  trial_change(r->on, full, -1);
  list_breaches(r, &r->g->columns[full], to);
  to->reason =
      is_tied(r, columns, award_count) ? REASON_TIED : REASON_DISPLACED;
}
