/* Priority items that move no plan past another. */
#include "lint_work.h"

typedef struct effect { /* of one item on the plans that compete */
  int competing, given; /* plans; those that get something from it */
  bool alike;           /* every one that gets something gets the same */
  int64_t units;        /* what the first of them gets */
  bool counts;          /* some plan would have less without it */
} effect;

static int64_t larger(int64_t a, int64_t b) { return a > b ? a : b; }

/* the plan's bonus, or its lead within comparable merit, without one item */
static int64_t without(const policy *rules, const worth *x, int item) {
  const bool lead =
      rules->priority.items[item].mode == PRIORITY_COMPARABLE_MERIT;
  int64_t sum = 0, most = 0;
  for (int i = 0; i < x->item_count; i++) {
    const points *const p = &x->items[i];
    const bool other_lead =
        rules->priority.items[p->item].mode == PRIORITY_COMPARABLE_MERIT;
    if (p->item == item || other_lead != lead)
      continue;
    sum += p->units;
    most = larger(most, p->units);
  }
  if (lead)
    return most;
  const int64_t all = rules->priority.largest_only ? most : sum;
  const int64_t ceiling = rules->priority.at_most;
  return ceiling != POLICY_NONE && all > ceiling ? ceiling : all;
}

static int64_t units_from(const worth *x, int item) {
  for (int i = 0; i < x->item_count; i++)
    if (x->items[i].item == item)
      return x->items[i].units;
  return 0;
}

static effect effect_of(const lint_work *w, int item) {
  const bool lead =
      w->rules->priority.items[item].mode == PRIORITY_COMPARABLE_MERIT;
  effect to = {.alike = true};
  for (int a = 0; a < w->pool->count; a++) {
    const worth *const x = &w->g->from->item[a];
    if (!x->competes)
      continue;
    to.competing++;
    const int64_t units = units_from(x, item);
    if (units == 0)
      continue;
    to.units = to.given++ ? to.units : units;
    to.alike = to.alike && units == to.units;
    to.counts =
        to.counts || without(w->rules, x, item) < (lead ? x->within : x->bonus);
  }
  return to;
}

static void tell(lint_work *w, remark_code code, int item) {
  lint_say(w, code, arena_format(w->home, "priority.items[%d]", item), NULL);
}

/* the ceiling takes all of it off, or a larger item stands before it */
static remark_code why_idle(const lint_work *w, const priority_item *p) {
  return p->mode == PRIORITY_COMPARABLE_MERIT || w->rules->priority.largest_only
             ? REMARK_PRIORITY_SHADOWED
             : REMARK_PRIORITY_CUT;
}

static void tell_points(lint_work *w, int item) {
  const priority_item *const p = &w->rules->priority.items[item];
  const effect e = effect_of(w, item);
  if ((p->mode == PRIORITY_BONUS ? p->points : p->within) == 0)
    tell(w, REMARK_PRIORITY_NOTHING, item);
  else if (e.given == 0)
    tell(w, REMARK_PRIORITY_NOBODY, item);
  else if (!e.counts)
    tell(w, why_idle(w, p), item);
  else if (e.given == e.competing && e.given > 1 && e.alike)
    tell(w, REMARK_PRIORITY_EVERYBODY, item);
}

static bool competes_for(const lint_work *w, int in_group) {
  return lint_counts(w, &(selector){.groups = UINT64_C(1) << in_group});
}

static void tell_once(lint_work *w, int item) {
  const priority_item *const p = &w->rules->priority.items[item];
  if (p->points == 0)
    tell(w, REMARK_PRIORITY_NOTHING, item);
  else if (!competes_for(w, p->group))
    tell(w, REMARK_PRIORITY_NOBODY, item);
}

static void tell_reserved(lint_work *w, int item) {
  const priority_item *const p = &w->rules->priority.items[item];
  if (p->yen == 0)
    tell(w, REMARK_PRIORITY_NOTHING, item);
  else if (!competes_for(w, p->group))
    tell(w, p->release ? REMARK_RESERVED_RELEASED : REMARK_RESERVED_UNUSABLE,
         item);
}

void lint_priority(lint_work *w) {
  for (int i = 0; i < w->rules->priority.count; i++) {
    const priority_item *const p = &w->rules->priority.items[i];
    if (p->mode == PRIORITY_RESERVED)
      tell_reserved(w, i);
    else if (p->mode == PRIORITY_BONUS && p->once_per_country)
      tell_once(w, i);
    else if (p->mode != PRIORITY_INVITE)
      tell_points(w, i);
  }
}
