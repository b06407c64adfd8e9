#include "bonus.h"
#include <assert.h>

typedef struct presence { /* people of the plan, those in the group */
  int64_t people, inside;
} presence;

static presence presence_of(const application *plan, int in_group) {
  presence p = {0, 0};
  for (int i = 0; i < plan->delegation_count; i++) {
    const delegation *who = &plan->delegations[i];
    p.people += who->people;
    if (who->groups >> in_group & 1)
      p.inside += who->people;
  }
  return p;
}

static int64_t bonus_of(const priority_item *item, presence p) {
  if (p.inside == 0)
    return 0;
  switch (item->counts_when) {
  case COUNTS_ANY:
    return item->points;
  case COUNTS_MAJORITY:
    return 2 * p.inside > p.people ? item->points : 0;
  case COUNTS_SHARE:
    return exact_narrow(exact_half_up((wide)item->points * p.inside, p.people));
  }
  assert(false);
  return 0;
}

/* once-per-country points belong to the set, reserved money and invitations
 * give no points */
static int64_t units_of(const priority_item *item, presence p) {
  if (item->mode == PRIORITY_BONUS && !item->once_per_country)
    return bonus_of(item, p);
  if (item->mode == PRIORITY_COMPARABLE_MERIT && p.inside > 0)
    return item->within;
  return 0;
}

static int64_t larger(int64_t a, int64_t b) { return a > b ? a : b; }

void bonus_count(arena *home, const policy *rules, const application *plan,
                 worth *to) {
  const priority *all = &rules->priority;
  to->items = ARENA_ARRAY(home, points, all->count + 1);
  for (int i = 0; i < all->count; i++) {
    const priority_item *item = &all->items[i];
    const int64_t units = units_of(item, presence_of(plan, item->group));
    if (units <= 0)
      continue;
    to->items[to->item_count++] = (points){i, units};
    if (item->mode == PRIORITY_COMPARABLE_MERIT)
      to->within = larger(to->within, units);
    else
      to->bonus =
          all->largest_only ? larger(to->bonus, units) : to->bonus + units;
  }
  if (all->at_most != POLICY_NONE && to->bonus > all->at_most)
    to->bonus = all->at_most;
}

int64_t worths_once_points(const policy *rules, int item) {
  assert(0 <= item && item < rules->priority.count);
  const priority_item *one = &rules->priority.items[item];
  const bool once = one->mode == PRIORITY_BONUS && one->once_per_country;
  return once ? one->points : 0;
}
