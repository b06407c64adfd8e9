#include "make_call_plan.h"
#include <assert.h>

const char *plan_head_name(head item) {
  static const char *const names[HEADS] = {
      "travel", "domestic", "programme", "honorarium", "tax", "admin"};
  return names[item];
}

static int64_t draw_travel(const plan *p, random_source *from) {
  if (p->kind == PLAN_ONLINE)
    return 0;
  const int64_t trips = p->kind == PLAN_YEAR ? 2 : 1;
  int64_t yen = 0;
  for (int i = 0; i < p->party_count; i++) {
    const party *const of = &p->parties[i];
    const int64_t fare = world_origin(of->origin)->airfare_yen;
    yen += trips * of->people * (fare + random_between(from, 0, 14999));
  }
  return yen;
}

/* A year-long plan pays for the weeks in Japan, not for the year. */
static int64_t draw_domestic(const plan *p, random_source *from) {
  if (p->kind == PLAN_ONLINE)
    return 0;
  const int64_t days = p->kind == PLAN_YEAR ? 24 : p->days;
  const int64_t daily = random_between(from, 9800, 13900);
  return p->people * (days * daily + p->domestic_km * 46);
}

static int64_t draw_honorarium(const plan *p, random_source *from) {
  const int64_t lectures = 1 + draw_low(from, p->kind == PLAN_ONLINE ? 9 : 5);
  return lectures * random_between(from, 8000, 16999);
}

/* Some companies know that they get travel and its tax only; some do not. */
static bool claims_all(const plan *p, random_source *from) {
  return !p->by.company || p->kind == PLAN_ONLINE || draw_chance(from, 450);
}

static int64_t direct_yen(const plan *p) {
  return p->head_yen[HEAD_TRAVEL] + p->head_yen[HEAD_DOMESTIC] +
         p->head_yen[HEAD_PROGRAMME] + p->head_yen[HEAD_HONORARIUM];
}

static void draw_hosting(plan *p, random_source *from) {
  p->head_yen[HEAD_DOMESTIC] = draw_domestic(p, from);
  p->head_yen[HEAD_PROGRAMME] = random_between(from, 40000, 419999);
  p->head_yen[HEAD_HONORARIUM] = draw_honorarium(p, from);
  p->head_yen[HEAD_TAX] += p->head_yen[HEAD_PROGRAMME] / 10;
  const int64_t of_1000 = draw_chance(from, 40) ? random_between(from, 108, 155)
                                                : random_between(from, 30, 98);
  p->head_yen[HEAD_ADMIN] = direct_yen(p) * of_1000 / 1000;
}

static int64_t payable(const plan *p) {
  if (p->by.company)
    return p->head_yen[HEAD_TRAVEL] + p->head_yen[HEAD_TAX];
  const int64_t allowed = direct_yen(p) / 10;
  const int64_t excess = p->head_yen[HEAD_ADMIN] - allowed;
  return p->yen - (excess > 0 ? excess : 0);
}

void plan_draw_costs(plan *p, random_source *from) {
  p->itemised = p->kind != PLAN_DIRECT;
  p->head_yen[HEAD_TRAVEL] = draw_travel(p, from);
  p->head_yen[HEAD_TAX] = p->head_yen[HEAD_TRAVEL] * 3 / 100;
  if (claims_all(p, from))
    draw_hosting(p, from);
  for (int i = 0; i < HEADS; i++)
    p->yen += p->head_yen[i];
  p->payable_yen = payable(p);
  assert(p->yen > 0 && p->payable_yen >= 0);
}
