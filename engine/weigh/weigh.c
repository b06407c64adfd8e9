#include "bonus.h"
#include "selection.h"

/* Worths stay where the integer program can count with them. */
static const int64_t worth_max = INT64_C(100000000000000000); /* 10^17 */

static bool within_range(const application *plan, wide value, error *err) {
  if (-worth_max <= value && value <= worth_max)
    return true;
  return FAIL(err, ERROR_INPUT, "applications.csv", plan->line, 0,
              "application \"%s\" has a worth beyond 10^17 units; allowed is "
              "merit and points x people up to that, so take a larger "
              "scoring.unit",
              plan->id);
}

/* Thresholds are lifted, like gates, where a decision puts the plan in. */
static bool competes(const pool *p, int place, const merit *m) {
  const bool put_in = p->applications[place].intervention == INTERVENTION_IN;
  return pool_admits(p, place) && (m->passes || put_in);
}

static wide value_of(const policy *rules, const award *w, int64_t total) {
  if (rules->objective == OBJECTIVE_MERIT_X_PEOPLE)
    return (wide)total * w->people;
  return exact_half_up((wide)total * w->worth_percent, 100);
}

static bool value_awards(arena *home, const pool *p, int place, worth *to,
                         error *err) {
  const application *plan = &p->applications[place];
  to->value = ARENA_ARRAY(home, int64_t, plan->award_count);
  for (int i = 0; i < plan->award_count; i++) {
    const wide value = value_of(p->rules, &plan->awards[i], to->total);
    if (!within_range(plan, value, err))
      return false;
    to->value[i] = exact_narrow(value);
  }
  return true;
}

static bool weigh_one(arena *home, const merits *from, int place, worth *to,
                      error *err) {
  const pool *p = from->of;
  const merit *m = &from->item[place];
  const application *plan = &p->applications[place];
  to->competes = competes(p, place, m);
  to->merit = m->merit;
  bonus_count(home, p->rules, plan, to);
  const wide total = (wide)to->merit + to->bonus + to->within;
  if (!within_range(plan, total, err))
    return false;
  to->total = exact_narrow(total);
  return value_awards(home, p, place, to, err);
}

worths *weigh(arena *home, const merits *from, error *err) {
  worths *w = ARENA_NEW(home, worths);
  w->from = from;
  w->item = ARENA_ARRAY(home, worth, from->of->count + 1);
  for (int a = 0; a < from->of->count; a++)
    if (!weigh_one(home, from, a, &w->item[a], err))
      return NULL;
  selection_line_up(home, w);
  return w;
}
