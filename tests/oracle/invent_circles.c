#include "dice.h"
#include "words.h"

static record invent_record(random_source *r) {
  return (record){
      .stated = true,
      .since = throw_between(r, 2014, 2020),
      .strands = throw_percent(r, 40) ? throw_set(r, WORD_STRANDS, 1) : 0,
  };
}

static bool written(const call *c, past new) {
  for (int k = 0; k < c->past_count; k++)
    if (c->past[k].year == new.year && c->past[k].country == new.country &&
        c->past[k].strand == new.strand && c->past[k].sender == new.sender)
      return true;
  return false;
}

static void invent_past(random_source *r, call *c) {
  if (throw_percent(r, 30))
    return;
  for (int k = throw_between(r, 1, PAST_MOST); k > 0; k--) {
    const past new = {
        .year = throw_between(r, 2012, 2024),
        .country = throw_between(r, 0, WORD_COUNTRIES - 1),
        .strand = throw_between(r, -1, WORD_STRANDS - 1),
        .sender = throw_between(r, -1, WORD_SENDERS - 1),
        .people = random_between(r, 0, 3),
    };
    if (!written(c, new))
      c->past[c->past_count++] = new;
  }
}

static void invent_where(random_source *r, circle *g) {
  const int die = throw_between(r, 1, 100);
  g->territory = -1;
  if (die <= 40)
    g->countries = throw_set(r, WORD_COUNTRIES, 5);
  else if (die <= 65)
    g->territory = throw_between(r, 0, WORD_TERRITORIES - 1);
  if (die <= 65 && throw_percent(r, 25))
    g->minus = throw_set(r, WORD_COUNTRIES, 2);
}

/* A circle that asks for nothing would hold everybody; the policy may say so,
 * but such a circle tests little. */
static bool asks(const circle *g) {
  return g->countries || g->territory >= 0 || g->has.stated ||
         g->lacks.stated || g->senders.stated || g->fields || g->host_types ||
         g->strands || g->courses || g->any_of || g->all_of;
}

static void invent_circle(random_source *r, call *c) {
  const int earlier = c->circle_count;
  circle *g = &c->circles[c->circle_count++];
  invent_where(r, g);
  if (throw_percent(r, 12))
    g->has = invent_record(r);
  if (throw_percent(r, 15))
    g->lacks = invent_record(r);
  if (throw_percent(r, 10))
    g->senders = invent_record(r);
  if (throw_percent(r, 12))
    g->fields = throw_set(r, WORD_FIELDS, 2);
  if (throw_percent(r, 8))
    g->host_types = throw_set(r, HOST_TYPES, 2);
  if (throw_percent(r, 8))
    g->strands = throw_set(r, WORD_STRANDS, 1);
  if (c->strands_stated && throw_percent(r, 8))
    g->courses = throw_set(r, COURSES, 1);
  if (earlier > 0 && throw_percent(r, 20))
    g->any_of = throw_set(r, earlier, 3);
  if (earlier > 0 && throw_percent(r, 15))
    g->all_of = throw_set(r, earlier, 2);
  if (!asks(g))
    g->countries = throw_set(r, WORD_COUNTRIES, 5);
}

void invent_circles(random_source *r, call *c) {
  invent_past(r, c);
  for (int k = throw_between(r, 0, CIRCLES_MOST); k > 0; k--)
    invent_circle(r, c);
}

static void invent_course(random_source *r, gates *g, int course) {
  if (throw_percent(r, 50)) {
    g->people[course] = random_between(r, 6, 12);
    if (throw_percent(r, 50))
      g->people_two_senders[course] =
          g->people[course] + random_between(r, 0, 4);
  }
  if (throw_percent(r, 50)) {
    g->days[course] = throw_between(r, 6, 8);
    if (throw_percent(r, 50))
      g->days_far[course] = g->days[course] + throw_between(r, 0, 2);
  }
}

static void invent_costing(random_source *r, costing *k) {
  k->heads = throw_percent(r, 50) ? throw_set(r, HEADS, 4) | 1U : 0;
  if (throw_percent(r, 70))
    k->admin_percent = throw_between(r, 5, 20);
  if (throw_percent(r, 60))
    k->heads_of_type[1] = 1U << 0 | 1U << 2;
}

void invent_gates(random_source *r, call *c) {
  gates *g = &c->gates;
  g->all_in_circle = -1;
  if (c->costing.stated)
    invent_costing(r, &c->costing);
  if (!throw_percent(r, 20))
    return;
  g->oldest_age = throw_percent(r, 40) ? 40 : 0;
  g->reviews_least = throw_percent(r, 30) ? throw_between(r, 1, 3) : 0;
  g->host_most = throw_percent(r, 30) ? throw_between(r, 1, 3) : 0;
  g->host_all_fail = throw_percent(r, 30);
  g->first_visit = throw_percent(r, 25);
  g->roles = throw_percent(r, 15) ? throw_set(r, WORD_ROLES, 1) : 0;
  g->fields = throw_percent(r, 30) ? throw_set(r, WORD_FIELDS, 3) : 0;
  if (!c->strands_stated)
    return;
  for (int k = 0; k < COURSES; k++)
    invent_course(r, g, k);
  if (c->circle_count > 0 && throw_percent(r, 25))
    g->all_in_circle = throw_between(r, 0, c->circle_count - 1);
  g->second_course_lifts_visit = throw_percent(r, 30);
}
