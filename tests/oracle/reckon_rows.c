/* Which offers each row of each rule counts, and for how much. */
#include "reckon.h"
#include "words.h"

static bool clause_fits_plan(const field *f, const clause *k, int key,
                             int plan) {
  const proposal *const p = &f->of->plans[plan];
  const int host_type = f->of->host_type[p->host];
  const int own[] = {[SPLIT_HOST] = p->host,
                     [SPLIT_FIELD] = p->field,
                     [SPLIT_COURSE] = p->course,
                     [SPLIT_STRAND] = p->strand,
                     [SPLIT_HOST_TYPE] = host_type};
  if (k->by != SPLIT_NONE && k->by != SPLIT_SENDER && k->by != SPLIT_COUNTRY &&
      own[k->by] != key)
    return false;
  return (!k->strands || in_set(k->strands, p->strand)) &&
         (!k->courses || in_set(k->courses, p->course)) &&
         (!k->fields || in_set(k->fields, p->field)) &&
         (!k->host_types || in_set(k->host_types, host_type)) &&
         (!k->hosts || in_set(k->hosts, p->host));
}

static bool clause_fits_seat(const clause *k, int key, const seat *s) {
  if ((k->by == SPLIT_COUNTRY && s->country != key) ||
      (k->by == SPLIT_SENDER && s->sender != key))
    return false;
  return (!k->circles || k->circles & s->circles) &&
         (!k->countries || in_set(k->countries, s->country));
}

static void count_offer(const field *f, const clause *k, int key, offer o,
                        int64_t *part, unsigned *countries) {
  const standing *const s = &f->plans[o.plan];
  const prize *const w = &s->prizes[o.prize];
  if (!clause_fits_plan(f, k, key, o.plan))
    return;
  for (int i = 0; i < s->seat_count; i++) {
    if (!clause_fits_seat(k, key, &s->seats[i]))
      continue;
    if (k->gauge == GAUGE_AWARDS && w->seat_people[i] > 0)
      *part = 1;
    if (k->gauge == GAUGE_PEOPLE)
      *part += w->seat_people[i];
    if (k->gauge == GAUGE_YEN)
      *part += w->seat_yen[i];
    if (w->seat_people[i] > 0)
      *countries |= 1U << s->seats[i].country;
  }
}

/* keys that occur among the plans that compete */
static unsigned keys_of(const field *f, split by) {
  unsigned keys = by == SPLIT_NONE ? 1 : 0;
  for (int i = 0; i < f->of->plan_count; i++) {
    const proposal *const p = &f->of->plans[i];
    const standing *const s = &f->plans[i];
    if (!s->competes || by == SPLIT_NONE)
      continue;
    for (int k = 0; k < s->seat_count; k++)
      if (by == SPLIT_COUNTRY)
        keys |= 1U << s->seats[k].country;
      else if (by == SPLIT_SENDER && s->seats[k].sender >= 0)
        keys |= 1U << s->seats[k].sender;
    if (by == SPLIT_HOST)
      keys |= 1U << p->host;
    if (by == SPLIT_FIELD)
      keys |= 1U << p->field;
    if (by == SPLIT_COURSE && p->course >= 0)
      keys |= 1U << p->course;
    if (by == SPLIT_STRAND)
      keys |= 1U << p->strand;
    if (by == SPLIT_HOST_TYPE)
      keys |= 1U << f->of->host_type[p->host];
  }
  return keys;
}

/* does a plan that competes have people whom the clause selects, of that key?
 */
static bool is_selected(const field *f, const clause *k, int key) {
  for (int i = 0; i < f->of->plan_count; i++) {
    const standing *const s = &f->plans[i];
    if (!s->competes || !clause_fits_plan(f, k, key, i))
      continue;
    for (int n = 0; n < s->seat_count; n++)
      if (clause_fits_seat(k, key, &s->seats[n]))
        return true;
  }
  return false;
}

static void add_rows(reckoning *to, int clause_index) {
  const clause *const k = &to->of->of->clauses[clause_index];
  const unsigned keys = keys_of(to->of, k->by);
  for (int key = 0; keys >> key; key++) {
    if (!in_set(keys, key) ||
        (k->by != SPLIT_NONE && !is_selected(to->of, k, key)))
      continue;
    tally *const t = &to->rows[to->row_count++];
    t->clause = clause_index;
    for (int j = 0; j < to->offer_count; j++)
      count_offer(to->of, k, key, to->offers[j], &t->part[j], &t->countries[j]);
  }
}

static int64_t circle_yen(const standing *s, int prize_index, int of) {
  int64_t yen = 0;
  for (int k = 0; k < s->seat_count; k++)
    if (in_set(s->seats[k].circles, of))
      yen += s->prizes[prize_index].seat_yen[k];
  return yen;
}

/* what plans outside the group may take: base - (yen - released) */
static int64_t limit_beside(const field *f, const favour *v) {
  const call *const c = f->of;
  int64_t wanted = 0;
  for (int i = 0; i < c->plan_count; i++)
    if (f->plans[i].competes)
      wanted += circle_yen(&f->plans[i], 0, v->circle);
  const int64_t kept = v->release && wanted < v->yen ? wanted : v->yen;
  return c->budget - c->hold_back - kept;
}

void reckon_rows(arena *home, reckoning *to) {
  const call *const c = to->of->of;
  to->rows = ARENA_ARRAY(home, tally, ROWS_MOST);
  for (int k = 0; k < c->clause_count; k++)
    add_rows(to, k);
  for (int k = 0; k < c->favour_count; k++)
    to->reserved_limit[k] = limit_beside(to->of, &c->favours[k]);
}
