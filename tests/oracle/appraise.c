#include "appraise.h"
#include "../../engine/base/digest.h"
#include "../../engine/base/exact.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- priority points */

static int64_t people_in(const standing *s, int of) {
  int64_t people = 0;
  for (int k = 0; k < s->seat_count; k++)
    if (of < 0 || in_set(s->seats[k].circles, of))
      people += s->seats[k].people;
  return people;
}

static int64_t bonus_units(const standing *s, const favour *b, int64_t unit) {
  const int64_t in = people_in(s, b->circle), all = people_in(s, -1);
  const int64_t points = b->points / unit;
  switch (b->when) {
  case WHEN_ANY:
    return in > 0 ? points : 0;
  case WHEN_MAJORITY:
    return 2 * in > all ? points : 0;
  case WHEN_SHARE:
    break;
  }
  return (int64_t)exact_half_up((wide)points * in, all);
}

static void weigh_plan(const call *c, standing *s) {
  for (int k = 0; k < c->favour_count; k++) {
    const favour *const v = &c->favours[k];
    if (v->mode == MODE_COMPARABLE && people_in(s, v->circle) > 0 &&
        v->points / c->scale.unit > s->within)
      s->within = v->points / c->scale.unit;
    if (v->mode != MODE_BONUS)
      continue;
    const int64_t units = bonus_units(s, v, c->scale.unit);
    if (!c->largest_only)
      s->bonus += units;
    else if (units > s->bonus)
      s->bonus = units;
  }
  if (c->ceiling >= 0 && s->bonus > c->ceiling / c->scale.unit)
    s->bonus = c->ceiling / c->scale.unit;
  s->worth = s->merit + s->bonus + s->within;
  for (int k = 0; k < s->prize_count; k++) {
    prize *const w = &s->prizes[k];
    w->value = c->aim == AIM_MERIT_X_PEOPLE
                   ? s->worth * w->people
                   : (int64_t)exact_half_up((wide)s->worth * w->percent, 100);
  }
}

void appraise_worths(field *f) {
  for (int i = 0; i < f->of->plan_count; i++)
    weigh_plan(f->of, &f->plans[i]);
}

/* ---- orders */

static digest drawn(const call *c, int plan) {
  char slip[64];
  const int length = snprintf(slip, sizeof slip, "%" PRId64 ":%s", c->lot_seed,
                              c->plans[plan].id);
  return digest_of(slip, (size_t)length);
}

static int lot_order(const field *f, int a, int b) {
  const digest left = drawn(f->of, a), right = drawn(f->of, b);
  return memcmp(left.byte, right.byte, DIGEST_BYTES);
}

static int selection_order(const field *f, int a, int b) {
  const standing *const s = &f->plans[a], *const t = &f->plans[b];
  const int left = f->of->plans[a].received, right = f->of->plans[b].received;
  if (s->worth != t->worth)
    return s->worth > t->worth ? -1 : 1;
  if (s->within != t->within)
    return s->within > t->within ? -1 : 1;
  if (left != right)
    return left == 0 ? 1 : right == 0 ? -1 : left < right ? -1 : 1;
  return lot_order(f, a, b);
}

static void place(const field *f, int *order, int count, int plan,
                  int (*compare)(const field *f, int a, int b)) {
  int at = count;
  for (; at > 0 && compare(f, plan, order[at - 1]) < 0; at--)
    order[at] = order[at - 1];
  order[at] = plan;
}

void appraise_order(field *f) {
  for (int i = 0; i < f->of->plan_count; i++) {
    if (!f->plans[i].competes)
      continue;
    place(f, f->selection, f->entrants, i, selection_order);
    place(f, f->lot, f->entrants, i, lot_order);
    f->entrants++;
  }
}

void appraise(const call *c, field *to) {
  *to = (field){.of = c};
  appraise_seats(to);
  appraise_prizes(to);
  appraise_scores(to);
  appraise_gates(to);
  appraise_worths(to);
  appraise_order(to);
}
