#include "dice.h"
#include "words.h"

typedef struct sums { /* rough size of the call, to set limits that bite */
  int64_t plans, people, yen;
} sums;

static sums sum_up(const call *c) {
  sums s = {.plans = c->plan_count};
  for (int i = 0; i < c->plan_count; i++) {
    const proposal *p = &c->plans[i];
    for (int k = 0; k < p->party_count; k++)
      s.people += p->parties[k].people;
    s.yen += p->yen;
    for (int k = 0; k < HEADS && c->costing.stated; k++)
      s.yen += p->heads[k] - (k == 0 ? p->yen : 0);
  }
  return s;
}

static int64_t invent_points(random_source *r, const call *c) {
  const int64_t unit = c->scale.unit;
  const int64_t most = POINT / 2 / unit;
  return unit * random_between(r, 0, most < 2 ? 2 : most);
}

static favour invent_favour(random_source *r, const call *c, sums s,
                            unsigned *reserved) {
  favour f = {.circle = throw_between(r, 0, c->circle_count - 1),
              .mode = (mode)throw_between(r, MODE_BONUS, MODE_RESERVED),
              .when = (when)throw_between(r, WHEN_ANY, WHEN_SHARE),
              .points = invent_points(r, c),
              .yen = 1 + random_between(r, 0, s.yen / 4),
              .release = throw_percent(r, 60)};
  if (throw_percent(r, 25))
    f.mode = MODE_BONUS;
  if (f.mode == MODE_ONCE && c->aim == AIM_MERIT_X_PEOPLE)
    f.mode = MODE_BONUS;
  if (f.mode == MODE_RESERVED && *reserved & 1U << f.circle)
    f.mode = MODE_INVITE; /* one owner a group: "reserved:GROUP" */
  if (f.mode == MODE_RESERVED)
    *reserved |= 1U << f.circle;
  return f;
}

void invent_favours(random_source *r, call *c) {
  const int die = throw_between(r, 1, 100);
  unsigned reserved = 0;
  c->aim = die <= 60   ? AIM_MERIT
           : die <= 80 ? AIM_MERIT_X_PEOPLE
                       : AIM_RANK_ORDER;
  if (c->flat && throw_percent(r, 40))
    c->aim = AIM_MERIT_X_PEOPLE; /* sets of any number of plans tie */
  c->ceiling = throw_percent(r, 40) ? invent_points(r, c) : -1;
  c->largest_only = throw_percent(r, 30);
  if (c->circle_count == 0)
    return;
  c->favour_count = throw_between(r, 0, FAVOURS_MOST);
  for (int k = 0; k < c->favour_count; k++)
    c->favours[k] = invent_favour(r, c, sum_up(c), &reserved);
}

static void invent_of(random_source *r, const call *c, clause *k) {
  if (c->circle_count > 0 && throw_percent(r, 45))
    k->circles = throw_set(r, c->circle_count, 2);
  if (throw_percent(r, 15))
    k->countries = throw_set(r, WORD_COUNTRIES, 4);
  if (throw_percent(r, 10))
    k->strands = throw_set(r, WORD_STRANDS, 1);
  if (c->strands_stated && throw_percent(r, 10))
    k->courses = throw_set(r, COURSES, 1);
  if (throw_percent(r, 10))
    k->fields = throw_set(r, WORD_FIELDS, 2);
  if (throw_percent(r, 8))
    k->host_types = throw_set(r, HOST_TYPES, 2);
  if (throw_percent(r, 8))
    k->hosts = throw_set(r, HOSTS, 2);
}

static int64_t invent_limit(random_source *r, const clause *k, sums s) {
  const int64_t part = k->by == SPLIT_NONE ? 1 : 3;
  const int64_t low = k->at_most ? 20 : 5, high = k->at_most ? 80 : 35;
  if (k->base != BASE_NONE)
    return k->at_most ? random_between(r, 2000 * part, 9500)
                      : random_between(r, 100, 4000 / part);
  if (k->gauge == GAUGE_AWARDS)
    return random_between(r, 1, 1 + s.plans / (2 * part));
  if (k->gauge == GAUGE_COUNTRIES)
    return random_between(r, 1, part == 1 ? 4 : 2);
  const int64_t whole = k->gauge == GAUGE_PEOPLE ? s.people : s.yen;
  return random_between(r, whole * low / 100, whole * high / 100) / part;
}

static int64_t invent_price(random_source *r, const clause *k) {
  if (k->gauge == GAUGE_YEN)
    return random_between(r, 1, 5);
  return random_between(r, 1, 20) * (throw_percent(r, 50) ? 12345 : 50000);
}

static clause invent_clause(random_source *r, const call *c, sums s, int rank) {
  clause k = {.at_most = throw_percent(r, 60), .rank = rank};
  const int die = throw_between(r, 1, 100);
  k.by = throw_percent(r, 55)
             ? SPLIT_NONE
             : (split)throw_between(r, SPLIT_HOST, SPLIT_HOST_TYPE);
  k.gauge = (gauge)throw_between(r, GAUGE_AWARDS, GAUGE_COUNTRIES);
  k.base = die <= 55                           ? BASE_NONE
           : die <= 80 && k.gauge == GAUGE_YEN ? BASE_OF_BUDGET
                                               : BASE_OF_ADOPTED;
  if (s.yen < 1000 && throw_percent(r, 50)) { /* where rounding is felt */
    k.gauge = GAUGE_YEN;
    k.base = BASE_OF_BUDGET;
  }
  k.force = throw_percent(r, 50)   ? FORCE_MUST
            : throw_percent(r, 50) ? FORCE_AIM
                                   : FORCE_PRICED;
  if (k.force == FORCE_AIM && k.base == BASE_OF_ADOPTED)
    k.base = BASE_NONE; /* the policy refuses such an aim */
  if (k.force == FORCE_MUST && !k.at_most && k.by != SPLIT_NONE &&
      throw_percent(r, 70))
    k.at_most = true; /* a floor for each key mostly has no answer */
  invent_of(r, c, &k);
  k.limit = invent_limit(r, &k, s);
  k.price = invent_price(r, &k);
  return k;
}

static void invent_keys(random_source *r, call *c) {
  tiebreak all[] = {KEY_PEOPLE, KEY_COUNTRIES, KEY_CIRCLE,
                    KEY_YEN,    KEY_EARLIER,   KEY_LOT};
  enum { ALL = sizeof all / sizeof *all };
  for (int i = ALL - 1; i > 0; i--) {
    const int j = throw_between(r, 0, i);
    const tiebreak held = all[i];
    all[i] = all[j];
    all[j] = held;
  }
  const int count = throw_between(r, 0, ALL);
  bool drawn = false; /* a policy may name nothing after the lot */
  for (int i = 0; i < count && !drawn; i++) {
    if (all[i] == KEY_CIRCLE && c->circle_count == 0)
      continue;
    c->keys[c->key_count++] = all[i];
    drawn = all[i] == KEY_LOT;
  }
  if (c->circle_count > 0)
    c->key_circle = throw_between(r, 0, c->circle_count - 1);
  c->lot_seed = random_between(r, 0, 99999999);
}

void invent_clauses(random_source *r, call *c) {
  const sums s = sum_up(c);
  c->budget = s.yen * random_between(r, 25, 85) / 100;
  if (c->coarse && c->budget > 500000)
    c->budget -= c->budget % 500000;
  c->hold_back = throw_percent(r, 25) ? c->budget / 10 : 0;
  c->clause_count = throw_between(r, 0, CLAUSES_MOST);
  int order[CLAUSES_MOST] = {3, 1, 5, 2, 4};
  for (int k = 0; k < c->clause_count; k++)
    c->clauses[k] = invent_clause(r, c, s, order[k]);
  invent_keys(r, c);
}
