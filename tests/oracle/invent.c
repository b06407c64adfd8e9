#include "dice.h"
#include "words.h"
#include <stdio.h>

unsigned throw_set(random_source *r, int words, int most) {
  unsigned set = 0;
  for (int k = throw_between(r, 1, most); k > 0; k--)
    set |= 1U << throw_between(r, 0, words - 1);
  return set;
}

typedef enum purse { PURSE_USUAL, PURSE_HUGE, PURSE_TINY } purse;

/* tiny figures let every rounding of a share or a split be felt */
static int64_t invent_yen(random_source *r, const call *c, purse of) {
  if (of == PURSE_TINY)
    return random_between(r, 3, 12);
  if (c->coarse)
    return 1000000 * random_between(r, 1, 3);
  return of == PURSE_HUGE ? random_between(r, 400000000, 500000001)
                          : random_between(r, 400000, 9999999);
}

static bool seated(const proposal *p, party new) {
  for (int k = 0; k < p->party_count; k++) {
    const party *const d = &p->parties[k];
    if (d->country == new.country && d->sender == new.sender &&
        d->role == new.role)
      return true;
  }
  return false;
}

static void invent_parties(random_source *r, call *c, proposal *p) {
  const int rows = throw_between(r, 1, throw_percent(r, 50) ? 1 : PARTIES_MOST);
  for (int k = 0; k < rows; k++) {
    const party new = {
        .country = throw_percent(r, 30) && p->party_count > 0
                       ? p->parties[0].country
                       : throw_between(r, 0, WORD_COUNTRIES - 1),
        .sender = throw_between(r, -1, WORD_SENDERS - 1),
        .role = throw_between(r, 0, WORD_ROLES - 1),
        .people = random_between(r, 1, c->coarse ? 3 : 7),
        .age = throw_percent(r, 90) ? throw_between(r, 20, 40) : 41,
        .again = throw_percent(r, 10),
    };
    if (!seated(p, new)) /* two such rows are a duplicate key */
      p->parties[p->party_count++] = new;
  }
}

static int64_t party_people(const proposal *p) {
  int64_t people = 0;
  for (int k = 0; k < p->party_count; k++)
    people += p->parties[k].people;
  return people;
}

static void invent_levels(random_source *r, const call *c, proposal *p) {
  const int64_t people = party_people(p);
  for (int k = 0; k < p->level_count; k++)
    p->levels[k] = (smaller){
        .yen = c->coarse ? p->yen / 2 : random_between(r, p->yen / 3, p->yen),
        .people = random_between(r, 1, people),
        .percent = c->coarse ? 50 : random_between(r, 20, 99),
    };
}

static void invent_heads(random_source *r, const call *c, proposal *p,
                         purse of) {
  for (int k = 0; k < HEADS; k++)
    p->heads[k] = invent_yen(r, c, of) / (k == HEAD_ADMIN ? 9 : 2);
  p->level_count = 0; /* a level above the corrected figure says nothing */
}

static void invent_ruling(random_source *r, proposal *p) {
  const int die = throw_between(r, 1, 100);
  p->ruling = die <= 12 ? RULING_IN : die <= 22 ? RULING_OUT : RULING_NONE;
  p->ruling_level =
      throw_percent(r, 50) ? -1 : throw_between(r, 0, p->level_count);
}

static void invent_plan(random_source *r, call *c, int i, purse of) {
  proposal *p = &c->plans[i];
  const bool of_course = throw_percent(r, 80);
  p->host = throw_between(r, 0, HOSTS - 1);
  p->strand = of_course ? 0 : 1; /* the second strand has no courses */
  p->course =
      c->strands_stated && of_course ? throw_between(r, 0, COURSES - 1) : -1;
  p->field = throw_between(r, 0, WORD_FIELDS - 1);
  p->yen = invent_yen(r, c, of);
  p->days = throw_between(r, 5, 9);
  p->km = throw_between(r, 70, 90);
  p->received =
      throw_percent(r, 10) ? 0 : throw_between(r, 1, c->coarse ? 3 : 20);
  invent_parties(r, c, p);
  invent_levels(r, c, p);
  if (c->costing.stated)
    invent_heads(r, c, p, of);
}

/* Ids ascend with the index in half of the calls only, so that an order by id
 * is told from the order of rows. */
static void invent_ids(random_source *r, call *c) {
  int number[PLANS_MOST];
  for (int i = 0; i < c->plan_count; i++)
    number[i] = i;
  if (throw_percent(r, 50))
    for (int i = c->plan_count - 1; i > 0; i--) {
      const int j = throw_between(r, 0, i), held = number[i];
      number[i] = number[j];
      number[j] = held;
    }
  for (int i = 0; i < c->plan_count; i++)
    snprintf(c->plans[i].id, sizeof c->plans[i].id, "P%u",
             (unsigned)(number[i] + 1) % 100);
}

void invent_plans(random_source *r, call *c) {
  const int columns = throw_percent(r, 10)
                          ? COLUMNS_MOST
                          : throw_between(r, 3, COLUMNS_MOST - 3);
  const purse of = throw_percent(r, 15)   ? PURSE_HUGE
                   : throw_percent(r, 20) ? PURSE_TINY
                                          : PURSE_USUAL;
  const bool levels = throw_percent(r, 50);
  const bool rulings = throw_percent(r, 40);
  c->costing.stated = throw_percent(r, 8);
  int used = 0;
  while (c->plan_count < PLANS_MOST && used < columns) {
    const int i = c->plan_count++;
    proposal *p = &c->plans[i];
    const int left = columns - used - 1;
    const int most = left < SMALLER_MOST ? left : SMALLER_MOST;
    if (levels && throw_percent(r, 40) && most > 0)
      p->level_count = throw_between(r, 1, most);
    invent_plan(r, c, i, of);
    if (rulings && !c->costing.stated)
      invent_ruling(r, p);
    used += 1 + p->level_count;
  }
  invent_ids(r, c);
}

void invent(uint64_t seed, call *to) {
  random_source source = random_seeded(seed);
  random_source *const r = &source;
  *to = (call){.seed = seed};
  to->coarse = throw_percent(r, 45);
  to->flat = throw_percent(r, 12);
  to->strands_stated = throw_percent(r, 50);
  for (int h = 0; h < HOSTS; h++)
    to->host_type[h] = throw_between(r, 0, HOST_TYPES - 1);
  invent_plans(r, to);
  invent_scoring(r, to);
  invent_circles(r, to);
  invent_gates(r, to);
  invent_favours(r, to);
  invent_clauses(r, to);
  invent_purses(r, to);
}
