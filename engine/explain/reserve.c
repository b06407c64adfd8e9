#include "reserve.h"
#include <assert.h>

static int64_t asked_for(const worths *w, subject who) {
  const pool *const p = w->from->of;
  int64_t yen = 0;
  for (int i = 0; i < p->count; i++)
    if (w->item[i].competes)
      yen += measure_award(p, who, MEASURE_YEN, i, 0);
  return yen;
}

reserve_account reserve_recount(const worths *w, const selection *s, int item) {
  const priority_item *const it = &s->of->rules->priority.items[item];
  assert(it->mode == PRIORITY_RESERVED);
  const selector of = {.groups = UINT64_C(1) << it->group};
  const subject who = {&of, DIMENSION_NONE, ""};
  const subject everybody = {NULL, DIMENSION_NONE, ""};
  const int64_t asked = asked_for(w, who);
  const int64_t released = it->release && asked < it->yen ? it->yen - asked : 0;
  const int64_t group_yen = recount_measure(s, who, MEASURE_YEN);
  const int64_t all_yen = recount_measure(s, everybody, MEASURE_YEN);
  return (reserve_account){item,
                           it->yen,
                           released,
                           group_yen,
                           all_yen - group_yen,
                           policy_base_yen(s->of->rules) -
                               (it->yen - released)};
}
