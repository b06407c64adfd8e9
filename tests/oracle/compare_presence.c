/* Who is in all, some or none of the sets that are worth enough. */
#include "compare.h"
#include <inttypes.h>

/* the oracle's worth counts 10^-10 points, so does this limit */
static bool counts(const reckoning *all, const outcome *best, const outcome *o,
                   wide least) {
  if (o->broken != 0 || o->worth < least)
    return false;
  for (int k = 0; k < all->of->of->clause_count; k++)
    if (all->of->of->clauses[k].force == FORCE_AIM &&
        o->missed[k] != best->missed[k])
      return false;
  return true;
}

static bool holds(const reckoning *all, const outcome *o, int plan_index) {
  for (int j = 0; j < all->offer_count; j++)
    if (all->offers[j].plan == plan_index && in_set(o->taken, j))
      return true;
  return false;
}

typedef struct among {
  const reckoning *all;
  const outcome *best;
  wide least;
} among;

static presence presence_in(const among *a, int plan_index, int64_t *sets) {
  int64_t with = 0;
  *sets = 0;
  for (int i = 0; i < a->all->set_count; i++)
    if (counts(a->all, a->best, &a->all->sets[i], a->least)) {
      ++*sets;
      with += holds(a->all, &a->all->sets[i], plan_index);
    }
  return with == 0       ? PRESENCE_NONE
         : with == *sets ? PRESENCE_ALL
                         : PRESENCE_SOME;
}

static void compare(const engine_run *run, const presences *engine,
                    const among *a, const char *what, text *said) {
  int64_t sets = 0;
  for (int i = 0; i < run->pool->count; i++) {
    const char *const id = run->pool->applications[i].id;
    const presence expected =
        presence_in(a, compare_plan_of(a->all->of->of, id), &sets);
    const presence seen = engine->of ? engine->of[i] : PRESENCE_UNKNOWN;
    if (seen != expected)
      text_format(said, "%s: in %s: engine %d, oracle %d\n", id, what,
                  (int)seen, (int)expected);
  }
  if (engine->sets != 0 ? engine->sets != sets : sets <= 20)
    text_format(said, "%s: engine %" PRId64 ", oracle %" PRId64 "\n", what,
                engine->sets, sets);
}

void compare_presence(const engine_run *run, const reckoning *all,
                      const answer_expected *e, text *said) {
  const plan *const p = run->plan;
  if (!e->feasible)
    return;
  if (all->of->of->aim == AIM_RANK_ORDER) {
    if (p->best_sets.of || p->near_sets.of)
      text_add(said, "sets of the best worth, though taken by rank\n");
    return;
  }
  const wide v = e->best->worth, size = v < 0 ? -v : v;
  const ratio part = run->within;
  const among best = {all, e->best, v};
  const among near = {all, e->best, v - exact_floor(size * part.num, part.den)};
  compare(run, &p->best_sets, &best, "best sets", said);
  compare(run, &p->near_sets, &near, "sets within", said);
}
