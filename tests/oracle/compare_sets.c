#include "compare.h"
#include "words.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the engine's sets in the oracle's terms */

static int offer_of(const reckoning *all, const engine_run *run,
                    const column *c) {
  const char *const id = run->pool->applications[c->application].id;
  const int plan_index = compare_plan_of(all->of->of, id);
  for (int j = 0; j < all->offer_count; j++)
    if (all->offers[j].plan == plan_index && all->offers[j].prize == c->award)
      return j;
  return -1;
}

static const outcome *set_of(const reckoning *all, const engine_run *run,
                             const int64_t *x) {
  unsigned taken = 0;
  if (!x)
    return NULL;
  for (int j = 0; j < run->program->column_count; j++)
    if (run->program->columns[j].kind == COLUMN_AWARD && x[j] == 1) {
      const int at = offer_of(all, run, &run->program->columns[j]);
      if (at < 0)
        return NULL;
      taken |= 1U << at;
    }
  for (int i = 0; i < all->set_count; i++)
    if (all->sets[i].taken == taken)
      return &all->sets[i];
  return NULL;
}

/* 10^-10 points in words: six digits would hide a price */
static void say_points(text *said, wide value) {
  const char *const sign = value < 0 ? "-" : "";
  const wide size = value < 0 ? -value : value, one = 10000 * POINT;
  text_format(said, "%s%" PRId64 ".%010" PRId64, sign, (int64_t)(size / one),
              (int64_t)(size % one));
}

static void say_set(text *said, const char *who, const reckoning *all,
                    const outcome *o) {
  const call *const c = all->of->of;
  text_format(said, "  %s:", who);
  if (!o) {
    text_add(said, " no set\n");
    return;
  }
  for (int j = 0; j < all->offer_count; j++)
    if (in_set(o->taken, j)) {
      const offer f = all->offers[j];
      text_format(said, " %s/%s", c->plans[f.plan].id,
                  word_level[all->of->plans[f.plan].prizes[f.prize].level]);
    }
  text_add(said, "; worth ");
  say_points(said, o->worth);
  text_format(said, ", yen %" PRId64 ", people %" PRId64 ", broken %" PRIx64,
              o->yen, o->people, o->broken);
  for (int k = 0; k < c->clause_count; k++)
    if (c->clauses[k].force != FORCE_MUST)
      text_format(said, ", %s missed by %" PRId64 "/10000", word_clause[k],
                  (int64_t)o->missed[k]);
  text_add(said, "\n");
}

static void same_set(text *said, const char *what, const reckoning *all,
                     const outcome *engine, const outcome *oracle) {
  if (engine == oracle)
    return;
  text_format(said, "%s differs\n", what);
  say_set(said, "engine", all, engine);
  say_set(said, "oracle", all, oracle);
}

/* ---- figures */

/* the engine's worth counts 10^-places units, the oracle's 10^-10 points */
static bool same_worth(const engine_run *run, const call *c, wide engine,
                       wide oracle) {
  wide one = 1;
  for (int k = 0; k < run->program->places; k++)
    one *= 10;
  return engine * c->scale.unit * 10000 == oracle * one;
}

static void compare_aims(const engine_run *run, const call *c,
                         const outcome *best, text *said) {
  int aims = 0;
  for (int k = 0; k < run->program->objective_count; k++) {
    const objective *const o = &run->program->objectives[k];
    if (o->kind != OBJECTIVE_AIM)
      continue;
    aims++;
    const wide missed = -run->plan->levels[k].value;
    if (missed * 10000 != best->missed[o->rule] * o->scale)
      text_format(said,
                  "%s: shortfall: engine %" PRId64 "/%" PRId64
                  ", oracle %" PRId64 "/10000\n",
                  o->name, (int64_t)missed, o->scale,
                  (int64_t)best->missed[o->rule]);
  }
  for (int k = 0; k < c->clause_count; k++)
    aims -= c->clauses[k].force == FORCE_AIM;
  if (aims != 0)
    text_add(said, "the engine has more or fewer aims\n");
}

static void compare_totals(const engine_run *run, const reckoning *all,
                           const outcome *best, text *said) {
  int64_t yen = 0, people = 0;
  for (int j = 0; j < run->program->column_count; j++) {
    const column *const c = &run->program->columns[j];
    if (c->kind != COLUMN_AWARD || run->plan->x[j] == 0)
      continue;
    yen += run->pool->applications[c->application].awards[c->award].yen;
    people += run->pool->applications[c->application].awards[c->award].people;
  }
  if (yen != best->yen || people != best->people)
    text_format(said,
                "totals: engine %" PRId64 " yen, %" PRId64
                " people, oracle %" PRId64 " yen, %" PRId64 " people\n",
                yen, people, best->yen, best->people);
  if (!same_worth(run, all->of->of, run->plan->worth, best->worth) ||
      run->plan->worth_bound < run->plan->worth)
    text_add(said, "the worth reported is not the set's\n");
}

static void compare_alternatives(const engine_run *run, const reckoning *all,
                                 const answer_expected *e, text *said) {
  const plan *const p = run->plan;
  const int expected = e->next[0] ? e->next[1] ? 2 : 1 : 0;
  const outcome *before = e->best;
  if (p->alternative_count != expected || !p->alternatives_proved)
    text_format(said, "alternatives: engine %d (%s), oracle %d\n",
                p->alternative_count,
                p->alternatives_proved ? "proved" : "not proved", expected);
  for (int k = 0; k < p->alternative_count && k < expected; k++) {
    const outcome *const o = set_of(all, run, p->alternatives[k]);
    const bool alike =
        o && o->broken == 0 && o != e->best && (k == 0 || o != before) &&
        same_worth(run, all->of->of, p->alternative_worth[k], o->worth) &&
        o->worth == e->next[k]->worth;
    if (!alike)
      same_set(said, k ? "second alternative" : "first alternative", all, o,
               e->next[k]);
    before = o;
  }
}

/* ---- clashes */

static uint64_t blame_of(const reckoning *all, const owner *o) {
  const call *const c = all->of->of;
  if (o->kind == OWNER_RULE)
    for (int k = 0; k < c->clause_count; k++)
      if (text_same(o->id, word_clause[k]))
        return UINT64_C(1) << (BLAME_CLAUSE + k);
  if (o->kind == OWNER_RESERVED && strncmp(o->id, "reserved:", 9) == 0)
    for (int k = 0; k < c->favour_count; k++)
      if (c->favours[k].mode == MODE_RESERVED &&
          text_same(o->id + 9, word_circle[c->favours[k].circle]))
        return UINT64_C(1) << (BLAME_RESERVED + k);
  if (o->kind == OWNER_OVERRIDE && strncmp(o->id, "override:", 9) == 0)
    for (int i = 0; i < c->plan_count; i++)
      if (text_same(o->id + 9, c->plans[i].id))
        return UINT64_C(1) << (BLAME_RULING + i);
  if (o->kind == OWNER_ENVELOPE && strncmp(o->id, "envelope:", 9) == 0)
    for (int k = 0; k < PLANS_MOST; k++)
      if (atoi(o->id + 9) == k + 1)
        return UINT64_C(1) << (BLAME_PURSE + k);
  return 0;
}

static void compare_clash(const engine_run *run, const reckoning *all,
                          bool nonempty, text *said) {
  const plan *const p = run->plan;
  uint64_t blame[64] = {0}, whole = 0;
  for (int k = 0; k < p->clash_count && k < 64; k++) {
    const owner *const o = &run->program->owners[p->clash[k]];
    blame[k] = blame_of(all, o);
    whole |= blame[k];
    if (blame[k] == 0)
      text_format(said, "the clash blames \"%s\"\n", o->id);
  }
  if (reckon_holds(all, whole, nonempty))
    text_format(said, "the clash named (%" PRIx64 ") can hold together\n",
                whole);
  for (int k = 0; k < p->clash_count && k < 64; k++)
    if (!reckon_holds(all, whole & ~blame[k], nonempty))
      text_format(said, "the clash holds \"%s\" to spare\n",
                  run->program->owners[p->clash[k]].id);
}

/* What decided is asked only after the aims: the engine names no aim. */
static void compare_decider(const engine_run *run, const answer_expected *e,
                            text *said) {
  int aims = 0, expected = e->decided_by;
  while (run->program->objectives[aims].kind == OBJECTIVE_AIM)
    aims++;
  if (expected < aims)
    expected = aims;
  if (run->plan->decided_by >= 0 && run->plan->decided_by != expected)
    text_format(said, "decided by: engine %d, oracle %d\n",
                run->plan->decided_by, expected);
}

void compare_sets(const engine_run *run, const reckoning *all,
                  const answer_expected *e, text *said) {
  const plan *const p = run->plan;
  const plan_status expected = e->feasible ? PLAN_OPTIMAL : PLAN_INFEASIBLE;
  if (p->status != expected) {
    text_format(said, "status: engine %d, oracle %d\n", (int)p->status,
                (int)expected);
    say_set(said, "engine", all, set_of(all, run, p->x));
    say_set(said, "oracle", all, e->best);
    return;
  }
  if (!e->feasible) {
    compare_clash(run, all, false, said);
    return;
  }
  same_set(said, "the set", all, set_of(all, run, p->x), e->best);
  same_set(said, "the rank-order set", all, set_of(all, run, p->rank_order),
           e->by_rank);
  compare_aims(run, all->of->of, e->best, said);
  compare_totals(run, all, e->best, said);
  compare_alternatives(run, all, e, said);
  compare_decider(run, e, said);
  if (p->only_empty != e->only_empty)
    text_format(said, "only the empty set: engine %d, oracle %d\n",
                p->only_empty, e->only_empty);
  else if (p->only_empty)
    compare_clash(run, all, true, said);
}
