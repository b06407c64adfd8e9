/* What each plan may be given, and each party's part of it. */
#include "roll.h"
#include <stdlib.h>

/* ---- costs */

static const names *heads_of_host(const cost *c, const char *host_type) {
  for (int i = 0; i < c->by_host_type_count; i++)
    if (text_same(c->by_host_type[i].host_type, host_type))
      return &c->by_host_type[i].heads;
  return NULL;
}

/* heads that may not be paid come off, then administration above its percent
 * of the rest */
static void settle_costs(const roll *r, int at) {
  const cost *const c = &r->rules->cost;
  entry *const e = &r->entries[at];
  const names *const by_host = heads_of_host(c, e->row->host_type);
  wide direct = 0, admin = 0;
  for (int i = r->costs.first[at]; i >= 0; i = r->costs.next[i]) {
    const cost_row *const k = &r->from->costs[i];
    const bool payable = names_allow(&c->heads, k->head) &&
                         (!by_host || names_find(by_host, k->head) >= 0);
    if (!payable)
      e->corrected = true;
    else if (text_same(k->head, "admin"))
      admin += k->yen;
    else
      direct += k->yen;
  }
  if (c->admin_percent != POLICY_NONE) {
    const wide most = direct * c->admin_percent / ((wide)100 * DECIMAL_ONE);
    e->corrected = e->corrected || admin > most;
    admin = admin > most ? most : admin;
  }
  e->yen_payable = exact_narrow(direct + admin);
}

/* ---- parts */

void roll_apportion(arena *home, int64_t total, const int64_t *weight,
                    int count, int64_t *part) {
  wide whole = 0;
  int64_t left = total;
  wide *const rest = ARENA_ARRAY(home, wide, count + 1);
  for (int k = 0; k < count; k++)
    whole += weight[k];
  if (whole == 0)
    return;
  for (int k = 0; k < count; k++) {
    const wide share = (wide)total * weight[k];
    part[k] = (int64_t)(share / whole);
    rest[k] = share % whole;
    left -= part[k];
  }
  for (; left > 0; left--) {
    int best = 0;
    for (int k = 1; k < count; k++)
      if (rest[k] > rest[best])
        best = k;
    part[best]++;
    rest[best] = -1;
  }
}

/* over countries, then inside each over its senders */
static int64_t *parts_of(arena *home, const entry *e, int64_t total) {
  const int room = e->party_count + 1;
  int64_t *const part = ARENA_ARRAY(home, int64_t, room);
  int64_t *const people = ARENA_ARRAY(home, int64_t, room);
  int64_t *const by_country = ARENA_ARRAY(home, int64_t, room);
  int64_t *const given = ARENA_ARRAY(home, int64_t, room);
  int *const first = ARENA_ARRAY(home, int, room + 1);
  int countries = 0;
  for (int k = 0; k < e->party_count; k++) {
    if (k == 0 || e->parties[k].country != e->parties[k - 1].country)
      first[countries++] = k;
    people[k] = e->parties[k].people;
    by_country[countries - 1] += people[k];
  }
  first[countries] = e->party_count;
  roll_apportion(home, total, by_country, countries, given);
  for (int k = 0; k < countries; k++)
    roll_apportion(home, given[k], people + first[k], first[k + 1] - first[k],
                   part + first[k]);
  return part;
}

/* ---- grants */

static int larger_first(const void *a, const void *b) {
  const grant *const left = a, *const right = b;
  if (left->yen != right->yen)
    return left->yen > right->yen ? -1 : 1;
  if (left->people != right->people)
    return left->people > right->people ? -1 : 1;
  if (left->percent != right->percent)
    return left->percent > right->percent ? -1 : 1;
  return text_order(left->level, right->level);
}

static void list_grants(const roll *r, int at) {
  entry *const e = &r->entries[at];
  int count = 1;
  for (int i = r->levels.first[at]; i >= 0; i = r->levels.next[i])
    count++;
  e->grants = ARENA_ARRAY(r->home, grant, count);
  grant *const full = &e->grants[e->grant_count++];
  *full = (grant){.level = "full", .yen = e->yen_payable, .percent = 100};
  for (int k = 0; k < e->party_count; k++)
    full->people += e->parties[k].people;
  for (int i = r->levels.first[at]; i >= 0; i = r->levels.next[i]) {
    const level_row *const l = &r->from->levels[i];
    e->grants[e->grant_count++] =
        (grant){.level = l->level,
                .yen = l->yen < full->yen ? l->yen : full->yen,
                .people = l->people,
                .percent = l->worth_percent};
  }
  if (count > 2)
    qsort(e->grants + 1, (size_t)count - 1, sizeof *e->grants, larger_first);
}

void roll_grants(roll *r) {
  for (int i = 0; i < r->count; i++) {
    entry *const e = &r->entries[i];
    e->yen_asked = e->yen_payable = e->row->yen;
    if (r->costs.first[i] >= 0)
      settle_costs(r, i);
    list_grants(r, i);
    for (int k = 0; k < e->grant_count; k++) {
      e->grants[k].party_yen = parts_of(r->home, e, e->grants[k].yen);
      e->grants[k].party_people = parts_of(r->home, e, e->grants[k].people);
    }
  }
}
