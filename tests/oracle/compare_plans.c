#include "compare.h"
#include "words.h"
#include <inttypes.h>

int compare_plan_of(const call *c, const char *id) {
  for (int i = 0; i < c->plan_count; i++)
    if (text_same(c->plans[i].id, id))
      return i;
  return -1;
}

static void same(text *said, const char *id, const char *what, int64_t engine,
                 int64_t oracle) {
  if (engine != oracle)
    text_format(said, "%s: %s: engine %" PRId64 ", oracle %" PRId64 "\n", id,
                what, engine, oracle);
}

static void compare_award(const application *a, int k, const standing *s,
                          text *said) {
  const award *const w = &a->awards[k];
  const prize *const o = &s->prizes[k];
  if (!text_same(w->level, word_level[o->level]))
    text_format(said, "%s: award %d: engine %s, oracle %s\n", a->id, k,
                w->level, word_level[o->level]);
  same(said, a->id, "award yen", w->yen, o->yen);
  same(said, a->id, "award people", w->people, o->people);
  same(said, a->id, "award percent", w->worth_percent, o->percent);
  for (int d = 0; d < a->delegation_count && d < s->seat_count; d++) {
    same(said, a->id, "delegation yen", w->delegation_yen[d], o->seat_yen[d]);
    same(said, a->id, "delegation people", w->delegation_people[d],
         o->seat_people[d]);
  }
}

/* the policy's groups, as bits of circles */
static unsigned circles_seen(const policy *rules, uint64_t groups,
                             int circle_count) {
  unsigned seen = 0;
  for (int k = 0; k < circle_count; k++) {
    const int g = policy_group(rules, word_circle[k]);
    if (g >= 0 && (groups >> g & 1) != 0)
      seen |= 1U << k;
  }
  return seen;
}

static void compare_seats(const engine_run *run, const call *c,
                          const application *a, const standing *s, text *said) {
  same(said, a->id, "delegations", a->delegation_count, s->seat_count);
  for (int d = 0; d < a->delegation_count && d < s->seat_count; d++) {
    const delegation *const e = &a->delegations[d];
    if (!text_same(country_code(e->country), word_country[s->seats[d].country]))
      text_format(said, "%s: delegation %d: engine %s, oracle %s\n", a->id, d,
                  country_code(e->country), word_country[s->seats[d].country]);
    same(said, a->id, "delegation people asked", e->people, s->seats[d].people);
    same(said, a->id, "delegation groups",
         circles_seen(run->rules, e->groups, c->circle_count),
         s->seats[d].circles);
  }
}

static void compare_worth(const engine_run *run, int app, const standing *s,
                          text *said) {
  const char *const id = run->pool->applications[app].id;
  const merit *const m = &run->merits->item[app];
  const worth *const w = &run->worths->item[app];
  same(said, id, "competes", w->competes, s->competes);
  same(said, id, "scored", m->scored, s->scored);
  same(said, id, "reviews", m->reviews, s->reviews);
  same(said, id, "passes", m->passes, s->passes);
  same(said, id, "merit", m->merit, s->merit);
  same(said, id, "merit rank", m->rank, s->rank);
  if (!s->competes || !w->competes)
    return;
  same(said, id, "bonus", w->bonus, s->bonus);
  same(said, id, "within", w->within, s->within);
  same(said, id, "worth", w->total, s->worth);
  for (int k = 0; k < s->prize_count; k++)
    same(said, id, "value", w->value[k], s->prizes[k].value);
}

static void compare_order(const engine_run *run, const field *f, text *said) {
  const worths *const w = run->worths;
  same(said, "all", "entrants", w->selection_count, f->entrants);
  for (int k = 0; k < w->selection_count && k < f->entrants; k++) {
    const char *const chosen = run->pool->applications[w->selection[k]].id;
    const char *const drawn = run->pool->applications[w->lot[k]].id;
    same(said, chosen, "place in selection order",
         compare_plan_of(f->of, chosen), f->selection[k]);
    same(said, drawn, "place in lot", compare_plan_of(f->of, drawn), f->lot[k]);
  }
}

void compare_plans(const engine_run *run, const field *f, text *said) {
  const call *const c = f->of;
  same(said, "all", "applications", run->pool->count, c->plan_count);
  for (int i = 0; i < run->pool->count; i++) {
    const application *const a = &run->pool->applications[i];
    const int k = compare_plan_of(c, a->id);
    if (k < 0) {
      text_format(said, "%s: unknown to the oracle\n", a->id);
      continue;
    }
    compare_seats(run, c, a, &f->plans[k], said);
    same(said, a->id, "awards", a->award_count, f->plans[k].prize_count);
    for (int w = 0; w < a->award_count && w < f->plans[k].prize_count; w++)
      compare_award(a, w, &f->plans[k], said);
    compare_worth(run, i, &f->plans[k], said);
  }
  compare_order(run, f, said);
}
