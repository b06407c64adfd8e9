/* Who comes from where, in which circles, and what each seat gets of an
 * award. */
#include "../../engine/base/exact.h"
#include "appraise.h"
#include "words.h"

static bool past_counts(const past *p, record r) {
  return p->people >= 1 && p->year >= r.since &&
         (r.strands == 0 || p->strand < 0 || in_set(r.strands, p->strand));
}

static bool country_on_record(const call *c, record r, int country) {
  for (int k = 0; k < c->past_count; k++)
    if (c->past[k].country == country && past_counts(&c->past[k], r))
      return true;
  return false;
}

static bool sender_on_record(const call *c, record r, int sender) {
  for (int k = 0; k < c->past_count; k++)
    if (sender >= 0 && c->past[k].sender == sender &&
        past_counts(&c->past[k], r))
      return true;
  return false;
}

static bool country_fits(const call *c, const circle *g, int country) {
  unsigned among = g->countries;
  if (g->territory >= 0)
    among |= word_territory[g->territory].countries;
  if (among && !in_set(among & ~g->minus, country))
    return false;
  if (g->has.stated && !country_on_record(c, g->has, country))
    return false;
  return !g->lacks.stated || !country_on_record(c, g->lacks, country);
}

static bool plan_fits(const call *c, const circle *g, const proposal *p) {
  return (!g->fields || in_set(g->fields, p->field)) &&
         (!g->host_types || in_set(g->host_types, c->host_type[p->host])) &&
         (!g->strands || in_set(g->strands, p->strand)) &&
         (!g->courses || in_set(g->courses, p->course));
}

static unsigned circles_of(const call *c, const proposal *p, const seat *s) {
  unsigned in = 0;
  for (int k = 0; k < c->circle_count; k++) {
    const circle *const g = &c->circles[k];
    if (plan_fits(c, g, p) && country_fits(c, g, s->country) &&
        (!g->senders.stated || sender_on_record(c, g->senders, s->sender)) &&
        (!g->any_of || g->any_of & in) && (g->all_of & in) == g->all_of)
      in |= 1U << k;
  }
  return in;
}

static bool seat_before(const seat *a, const seat *b) {
  return a->country != b->country ? a->country < b->country
                                  : a->sender < b->sender;
}

static void take_seat(standing *s, seat new) {
  int at = 0;
  while (at < s->seat_count && seat_before(&s->seats[at], &new))
    at++;
  if (at < s->seat_count && !seat_before(&new, &s->seats[at])) {
    s->seats[at].people += new.people;
    return;
  }
  for (int k = s->seat_count++; k > at; k--)
    s->seats[k] = s->seats[k - 1];
  s->seats[at] = new;
}

void appraise_seats(field *f) {
  for (int i = 0; i < f->of->plan_count; i++) {
    const proposal *const p = &f->of->plans[i];
    standing *const s = &f->plans[i];
    for (int k = 0; k < p->party_count; k++)
      take_seat(s, (seat){.country = p->parties[k].country,
                          .sender = p->parties[k].sender,
                          .people = p->parties[k].people});
    for (int k = 0; k < s->seat_count; k++)
      s->seats[k].circles = circles_of(f->of, p, &s->seats[k]);
  }
}

/* Largest remainder: floors first, then one each to the largest remainders; of
 * equal ones the earlier. */
static void apportion(int64_t total, const int64_t *weight, int count,
                      int64_t *part) {
  int64_t whole = 0, left = total;
  wide rest[PARTIES_MOST];
  for (int k = 0; k < count; k++)
    whole += weight[k];
  for (int k = 0; k < count; k++) {
    const wide share = (wide)total * weight[k];
    part[k] = whole ? (int64_t)(share / whole) : 0;
    rest[k] = whole ? share % whole : 0;
    left -= part[k];
  }
  for (; whole && left > 0; left--) {
    int best = 0;
    for (int k = 1; k < count; k++)
      if (rest[k] > rest[best])
        best = k;
    part[best]++;
    rest[best] = -1;
  }
}

/* over countries, then inside each over its senders */
static void split_over_seats(const standing *s, int64_t total, int64_t *part) {
  int first[PARTIES_MOST + 1], countries = 0;
  int64_t people[PARTIES_MOST] = {0}, given[PARTIES_MOST],
          each[PARTIES_MOST] = {0};
  for (int k = 0; k < s->seat_count; k++) {
    if (k == 0 || s->seats[k].country != s->seats[k - 1].country)
      first[countries++] = k;
    people[countries - 1] += s->seats[k].people;
    each[k] = s->seats[k].people;
  }
  first[countries] = s->seat_count;
  apportion(total, people, countries, given);
  for (int k = 0; k < countries; k++)
    apportion(given[k], each + first[k], first[k + 1] - first[k],
              part + first[k]);
}

static bool larger(const prize *a, const prize *b) {
  if (a->yen != b->yen)
    return a->yen > b->yen;
  if (a->people != b->people)
    return a->people > b->people;
  if (a->percent != b->percent)
    return a->percent > b->percent;
  /* words.h names the first smaller level "most", the second "half" */
  return a->level > b->level;
}

static void add_prize(standing *s, prize new) {
  int at = s->prize_count++;
  split_over_seats(s, new.yen, new.seat_yen);
  split_over_seats(s, new.people, new.seat_people);
  for (; at > 1 && larger(&new, &s->prizes[at - 1]); at--)
    s->prizes[at] = s->prizes[at - 1];
  s->prizes[at] = new;
}

static int64_t payable(const call *c, const proposal *p) {
  const costing *const k = &c->costing;
  const unsigned by_type = k->heads_of_type[c->host_type[p->host]];
  int64_t direct = 0, admin = 0;
  for (int h = 0; h < HEADS; h++) {
    if ((k->heads && !in_set(k->heads, h)) || (by_type && !in_set(by_type, h)))
      continue;
    if (h == HEAD_ADMIN)
      admin = p->heads[h];
    else
      direct += p->heads[h];
  }
  const int64_t most = direct * k->admin_percent / 100;
  return direct + (k->admin_percent && admin > most ? most : admin);
}

void appraise_prizes(field *f) {
  for (int i = 0; i < f->of->plan_count; i++) {
    const proposal *const p = &f->of->plans[i];
    standing *const s = &f->plans[i];
    prize full = {.percent = 100,
                  .yen = f->of->costing.stated ? payable(f->of, p) : p->yen};
    for (int k = 0; k < s->seat_count; k++)
      full.people += s->seats[k].people;
    add_prize(s, full);
    for (int k = 0; k < p->level_count; k++)
      add_prize(s, (prize){.level = k + 1,
                           .yen = p->levels[k].yen,
                           .people = p->levels[k].people,
                           .percent = p->levels[k].percent});
  }
}
