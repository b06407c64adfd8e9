#include "reckon.h"
#include <string.h>

static void add_offers(reckoning *to) {
  const call *const c = to->of->of;
  for (int i = 0; i < c->plan_count; i++)
    for (int w = 0;
         to->of->plans[i].competes && w < to->of->plans[i].prize_count; w++)
      if (c->plans[i].ruling != RULING_IN || c->plans[i].ruling_level < 0 ||
          c->plans[i].ruling_level == to->of->plans[i].prizes[w].level)
        to->offers[to->offer_count++] = (offer){i, w};
}

reckoning *reckon(arena *home, const field *f) {
  reckoning *const to = ARENA_NEW(home, reckoning);
  to->of = f;
  add_offers(to);
  reckon_rows(home, to);
  reckon_purses(to);
  reckon_sets(home, to);
  return to;
}

bool reckon_holds(const reckoning *all, uint64_t blame, bool nonempty) {
  for (int i = 0; i < all->set_count; i++)
    if ((all->sets[i].broken & (blame | BLAME_BUDGET)) == 0 &&
        (!nonempty || all->sets[i].taken))
      return true;
  return false;
}

/* ---- the candidates, fewer and fewer */

typedef struct candidates {
  const reckoning *all;
  const outcome **item;
  int count;
} candidates;

static void keep_largest(candidates *c, const wide *value) {
  wide most = value[0];
  int kept = 0;
  for (int i = 1; i < c->count; i++)
    most = value[i] > most ? value[i] : most;
  for (int i = 0; i < c->count; i++)
    if (value[i] == most)
      c->item[kept++] = c->item[i];
  c->count = kept;
}

/* keeps those that hold one of these offers, if any does */
static bool keep_holders(candidates *c, unsigned offers) {
  int kept = 0;
  for (int i = 0; i < c->count; i++)
    if (c->item[i]->taken & offers) {
      const outcome *const held = c->item[kept];
      c->item[kept++] = c->item[i];
      c->item[i] = held;
    }
  if (kept > 0)
    c->count = kept;
  return kept > 0;
}

static unsigned offers_of(const reckoning *all, int plan) {
  unsigned offers = 0;
  for (int j = 0; j < all->offer_count; j++)
    if (all->offers[j].plan == plan)
      offers |= 1U << j;
  return offers;
}

static void walk_by_rank(candidates *c) {
  const field *const f = c->all->of;
  for (int i = 0; i < f->entrants; i++) {
    const unsigned offers = offers_of(c->all, f->selection[i]);
    for (int j = 0; j < c->all->offer_count; j++)
      if (in_set(offers, j) && keep_holders(c, 1U << j))
        break;
  }
}

static void walk_by_lot(candidates *c) {
  for (int i = 0; i < c->all->of->entrants; i++)
    keep_holders(c, offers_of(c->all, c->all->of->lot[i]));
}

static bool id_before(const call *c, offer a, offer b) {
  return a.prize != b.prize
             ? a.prize < b.prize
             : strcmp(c->plans[a.plan].id, c->plans[b.plan].id) < 0;
}

static void walk_by_id(candidates *c) {
  const reckoning *const all = c->all;
  int order[COLUMNS_MOST];
  for (int j = 0; j < all->offer_count; j++) {
    int at = j;
    for (; at > 0 &&
           id_before(all->of->of, all->offers[j], all->offers[order[at - 1]]);
         at--)
      order[at] = order[at - 1];
    order[at] = j;
  }
  for (int j = 0; j < all->offer_count; j++)
    keep_holders(c, 1U << order[j]);
}

static wide key_value(tiebreak key, const outcome *o) {
  switch (key) {
  case KEY_PEOPLE:
    return o->people;
  case KEY_COUNTRIES:
    return o->countries;
  case KEY_CIRCLE:
    return o->circle_countries;
  case KEY_YEN:
    return -o->yen;
  case KEY_EARLIER:
    return o->earliness;
  case KEY_LOT:
    break;
  }
  return 0;
}

static void decide_key(candidates *c, tiebreak key, wide *value) {
  for (int i = 0; i < c->count; i++)
    value[i] = key_value(key, c->item[i]);
  keep_largest(c, value);
  if (key == KEY_LOT)
    walk_by_lot(c);
}

static int next_aim(const call *c, int after) {
  int next = -1;
  for (int k = 0; k < c->clause_count; k++)
    if (c->clauses[k].force == FORCE_AIM && c->clauses[k].rank > after &&
        (next < 0 || c->clauses[k].rank < c->clauses[next].rank))
      next = k;
  return next;
}

typedef struct tracker { /* which step left one set only */
  int step, decided_by;
} tracker;

static void track(tracker *t, const candidates *c) {
  if (c->count == 1 && t->decided_by < 0)
    t->decided_by = t->step;
  t->step++;
}

static void decide_aims(candidates *c, wide *value, tracker *t) {
  const call *const of = c->all->of->of;
  for (int k = next_aim(of, 0); k >= 0; k = next_aim(of, of->clauses[k].rank)) {
    for (int i = 0; i < c->count; i++)
      value[i] = -c->item[i]->missed[k];
    keep_largest(c, value);
    track(t, c);
  }
}

static void decide_best(candidates *c, wide *value, tracker *t) {
  const call *const of = c->all->of->of;
  for (int i = 0; i < c->count; i++)
    value[i] = c->item[i]->worth;
  if (of->aim == AIM_RANK_ORDER)
    walk_by_rank(c);
  else
    keep_largest(c, value);
  track(t, c);
  for (int k = 0; k < of->key_count; k++) {
    decide_key(c, of->keys[k], value);
    track(t, c);
  }
  walk_by_id(c);
  track(t, c);
}

/* ---- alternatives: by aims, then worth */

static bool better(const call *c, const outcome *a, const outcome *b) {
  for (int k = next_aim(c, 0); k >= 0; k = next_aim(c, c->clauses[k].rank))
    if (a->missed[k] != b->missed[k])
      return a->missed[k] < b->missed[k];
  return a->worth > b->worth;
}

static const outcome *best_but(const reckoning *all, const outcome *first,
                               const outcome *second) {
  const outcome *best = NULL;
  for (int i = 0; i < all->set_count; i++) {
    const outcome *const o = &all->sets[i];
    if (o->broken == 0 && o != first && o != second &&
        (!best || better(all->of->of, o, best)))
      best = o;
  }
  return best;
}

answer_expected reckon_best(arena *home, const reckoning *all) {
  answer_expected e = {.only_empty = all->offer_count > 0};
  tracker t = {0, -1};
  candidates c = {all, ARENA_ARRAY(home, const outcome *, all->set_count), 0};
  candidates ranked = c;
  wide *const value = ARENA_ARRAY(home, wide, all->set_count);
  for (int i = 0; i < all->set_count; i++)
    if (all->sets[i].broken == 0) {
      c.item[c.count++] = &all->sets[i];
      e.only_empty = e.only_empty && all->sets[i].taken == 0;
    }
  e.feasible = c.count > 0;
  if (!e.feasible)
    return e;
  decide_aims(&c, value, &t);
  ranked.item = ARENA_ARRAY(home, const outcome *, all->set_count);
  ranked.count = c.count;
  memcpy(ranked.item, c.item, (size_t)c.count * sizeof(const outcome *));
  walk_by_rank(&ranked);
  decide_best(&c, value, &t);
  e.best = c.item[0];
  e.by_rank = ranked.item[0];
  e.next[0] = best_but(all, e.best, NULL);
  e.next[1] = e.next[0] ? best_but(all, e.best, e.next[0]) : NULL;
  e.decided_by = t.decided_by;
  return e;
}
