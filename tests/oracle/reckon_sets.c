/* Walks every set, carrying the sums along. */
#include "reckon.h"

typedef struct running {
  outcome o;
  int64_t part[ROWS_MOST];
  unsigned countries[ROWS_MOST], all, circle;
  unsigned once[FAVOURS_MOST];
  int64_t beside[FAVOURS_MOST]; /* yen less the reserved group's part */
  int64_t spent[PLANS_MOST];    /* of each purse */
  unsigned plans;
  int64_t value;
} running;

static int bits(unsigned set) {
  int count = 0;
  for (; set; set &= set - 1)
    count++;
  return count;
}

static wide missed_by(const call *c, const clause *k, const running *now,
                      int row) {
  const int64_t totals[] = {now->o.awards, now->o.people, now->o.yen,
                            bits(now->all)};
  const wide part =
      k->gauge == GAUGE_COUNTRIES ? bits(now->countries[row]) : now->part[row];
  const wide limit = k->base == BASE_NONE ? (wide)k->limit * 10000
                     : k->base == BASE_OF_BUDGET
                         ? (wide)k->limit * (c->budget - c->hold_back)
                         : (wide)k->limit * totals[k->gauge];
  const wide short_by =
      k->at_most ? part * 10000 - limit : limit - part * 10000;
  return short_by > 0 ? short_by : 0;
}

static void judge_clauses(const reckoning *all, running *now) {
  const call *const c = all->of->of;
  for (int r = 0; r < all->row_count; r++) {
    const int k = all->rows[r].clause;
    now->o.missed[k] += missed_by(c, &c->clauses[k], now, r);
  }
  for (int k = 0; k < c->clause_count; k++) {
    if (c->clauses[k].force == FORCE_MUST && now->o.missed[k] > 0)
      now->o.broken |= UINT64_C(1) << (BLAME_CLAUSE + k);
    if (c->clauses[k].force == FORCE_PRICED)
      now->o.worth -= now->o.missed[k] * c->clauses[k].price;
  }
}

static void judge_money(const reckoning *all, running *now) {
  const call *const c = all->of->of;
  if (now->o.yen > c->budget - c->hold_back)
    now->o.broken |= BLAME_BUDGET;
  for (int k = 0; all->split && k < PLANS_MOST; k++)
    if (now->spent[k] > all->purse[k])
      now->o.broken |= UINT64_C(1) << (BLAME_PURSE + k);
  for (int k = 0; k < c->favour_count; k++) {
    const favour *const v = &c->favours[k];
    if (v->mode == MODE_RESERVED && now->beside[k] > all->reserved_limit[k])
      now->o.broken |= UINT64_C(1) << (BLAME_RESERVED + k);
    if (v->mode == MODE_ONCE)
      now->o.worth += (wide)v->points * 10000 * bits(now->once[k]);
  }
}

static void judge(reckoning *all, running now) {
  const call *const c = all->of->of;
  now.o.worth = (wide)now.value * c->scale.unit * 10000;
  now.o.countries = bits(now.all);
  now.o.circle_countries = bits(now.circle);
  judge_clauses(all, &now);
  judge_money(all, &now);
  for (int i = 0; i < c->plan_count; i++)
    if (c->plans[i].ruling == RULING_IN && !in_set(now.plans, i))
      now.o.broken |= UINT64_C(1) << (BLAME_RULING + i);
  all->sets[all->set_count++] = now.o;
}

/* R + 1 - r over the dense ranks of the days on which entrants came */
static int64_t earliness(const field *f, int plan) {
  unsigned later = 0; /* days after the plan's own; missing is day 31 */
  const int own = f->of->plans[plan].received;
  for (int i = 0; i < f->of->plan_count; i++) {
    const int day = f->of->plans[i].received ? f->of->plans[i].received : 31;
    if (f->plans[i].competes && day > (own ? own : 31))
      later |= 1U << day;
  }
  return 1 + bits(later);
}

static void take_seats(const call *c, const standing *s, const prize *w,
                       running *now) {
  for (int i = 0; i < s->seat_count; i++) {
    const unsigned country =
        w->seat_people[i] > 0 ? 1U << s->seats[i].country : 0;
    now->all |= country;
    if (c->circle_count > 0 && in_set(s->seats[i].circles, c->key_circle))
      now->circle |= country;
    for (int k = 0; k < c->favour_count; k++)
      if (in_set(s->seats[i].circles, c->favours[k].circle))
        now->once[k] |= country;
      else
        now->beside[k] += w->seat_yen[i];
  }
}

static void take(const reckoning *all, int j, running *now) {
  const field *const f = all->of;
  const offer o = all->offers[j];
  const prize *const w = &f->plans[o.plan].prizes[o.prize];
  now->o.taken |= 1U << j;
  now->plans |= 1U << o.plan;
  now->o.awards++;
  now->o.yen += w->yen;
  if (all->purse_of[o.plan] >= 0)
    now->spent[all->purse_of[o.plan]] += w->yen;
  now->o.people += w->people;
  now->o.earliness += earliness(f, o.plan);
  now->value += w->value;
  take_seats(f->of, &f->plans[o.plan], w, now);
  for (int r = 0; r < all->row_count; r++) {
    now->part[r] += all->rows[r].part[j];
    now->countries[r] |= all->rows[r].countries[j];
  }
}

/* offers from j on are open; all awards of a plan stand together */
static void descend(reckoning *all, int j, const running *now) {
  if (j == all->offer_count) {
    judge(all, *now);
    return;
  }
  int end = j;
  while (end < all->offer_count && all->offers[end].plan == all->offers[j].plan)
    end++;
  descend(all, end, now);
  for (int k = j; k < end; k++) {
    running next = *now;
    take(all, k, &next);
    descend(all, end, &next);
  }
}

void reckon_sets(arena *home, reckoning *to) {
  static const running nothing;
  to->sets = ARENA_ARRAY(home, outcome, 1 << to->offer_count);
  descend(to, 0, &nothing);
}
