#include "appraise.h"
#include <string.h>

static int named_senders(const standing *s) {
  unsigned seen = 0;
  int count = 0;
  for (int k = 0; k < s->seat_count; k++)
    if (s->seats[k].sender >= 0 && !in_set(seen, s->seats[k].sender)) {
      seen |= 1U << s->seats[k].sender;
      count++;
    }
  return count;
}

static bool course_fails(const gates *g, const proposal *p, const standing *s) {
  if (p->course < 0)
    return false;
  int64_t people = g->people[p->course], days = g->days[p->course];
  if (g->people_two_senders[p->course] && named_senders(s) >= 2)
    people = g->people_two_senders[p->course];
  if (g->days_far[p->course] && p->km >= 80)
    days = g->days_far[p->course];
  return (people && s->prizes[0].people > people) || (days && p->days > days);
}

static bool people_fail(const gates *g, const proposal *p) {
  const bool lifted = p->course == 1 && g->second_course_lifts_visit;
  for (int k = 0; k < p->party_count; k++) {
    const party *const d = &p->parties[k];
    if ((g->oldest_age && d->age > g->oldest_age) ||
        (g->roles && !in_set(g->roles, d->role)) ||
        (g->first_visit && !lifted && d->again))
      return true;
  }
  return false;
}

static bool outside_circle(const gates *g, const proposal *p,
                           const standing *s) {
  if (p->course != 1 || g->all_in_circle < 0)
    return false;
  for (int k = 0; k < s->seat_count; k++)
    if (!in_set(s->seats[k].circles, g->all_in_circle))
      return true;
  return false;
}

static bool came_before(const proposal *a, const proposal *b) {
  const int left = a->received ? a->received : 99;
  const int right = b->received ? b->received : 99;
  return left != right ? left < right : strcmp(a->id, b->id) < 0;
}

static bool host_excess(const call *c, const proposal *p) {
  int all = 0, earlier = 0;
  for (int i = 0; i < c->plan_count; i++) {
    if (c->plans[i].host != p->host)
      continue;
    all++;
    earlier += came_before(&c->plans[i], p);
  }
  if (c->gates.host_most == 0 || all <= c->gates.host_most)
    return false;
  return c->gates.host_all_fail || earlier >= c->gates.host_most;
}

void appraise_gates(field *f) {
  const call *const c = f->of;
  const gates *const g = &c->gates;
  for (int i = 0; i < c->plan_count; i++) {
    const proposal *const p = &c->plans[i];
    standing *const s = &f->plans[i];
    s->gated = course_fails(g, p, s) || people_fail(g, p) ||
               outside_circle(g, p, s) || host_excess(c, p) ||
               (g->fields && !in_set(g->fields, p->field)) ||
               s->reviews < g->reviews_least;
    s->competes = p->ruling == RULING_IN ||
                  (p->ruling == RULING_NONE && !s->gated && s->passes);
  }
}
