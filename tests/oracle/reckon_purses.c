/* Which groups of plans no reviewer links, and what part of the budget each
 * gets: step by step, as a secretary would do it with a pencil. */
#include "reckon.h"
#include <string.h>

static bool share_reviewer(const call *c, int a, int b) {
  for (int r = 0; r < c->reviewer_count; r++)
    if (review_counts(c, a, r) && review_counts(c, b, r))
      return true;
  return false;
}

/* each plan's smallest plan by id that a chain of reviewers leads to; -1: no
 * review counts */
static void find_first_of_group(const call *c, int *first) {
  for (int i = 0; i < c->plan_count; i++)
    first[i] = share_reviewer(c, i, i) ? i : -1;
  for (int turn = 0; turn < c->plan_count; turn++)
    for (int i = 0; i < c->plan_count; i++)
      for (int k = 0; k < c->plan_count; k++)
        if (first[i] >= 0 && first[k] >= 0 && share_reviewer(c, i, k) &&
            strcmp(c->plans[first[k]].id, c->plans[first[i]].id) < 0)
          first[i] = first[k];
}

/* groups in the order of their first plans */
static void number_groups(reckoning *to) {
  const call *const c = to->of->of;
  int first[PLANS_MOST];
  find_first_of_group(c, first);
  for (int i = 0; i < c->plan_count; i++) {
    to->purse_of[i] = first[i] < 0 ? -1 : 0;
    for (int k = 0; first[i] >= 0 && k < c->plan_count; k++)
      to->purse_of[i] +=
          first[k] == k && strcmp(c->plans[k].id, c->plans[first[i]].id) < 0;
  }
}

static int64_t largest_offer(const reckoning *all, int plan) {
  int64_t most = 0;
  for (int j = 0; j < all->offer_count; j++) {
    const offer o = all->offers[j];
    if (o.plan == plan && all->of->plans[plan].prizes[o.prize].yen > most)
      most = all->of->plans[plan].prizes[o.prize].yen;
  }
  return most;
}

typedef struct plea { /* of a group: for what part of the money it asks */
  int plans;
  int64_t yen, weight;
} plea;

/* gives what is to be shared out, and to how many groups */
static int64_t hear_pleas(const reckoning *all, plea *of, int *groups) {
  const call *const c = all->of->of;
  int64_t total = c->budget - c->hold_back;
  for (int i = 0; i < c->plan_count; i++) {
    if (!all->of->plans[i].competes)
      continue;
    if (all->purse_of[i] < 0) {
      total -= largest_offer(all, i);
      continue;
    }
    plea *const to = &of[all->purse_of[i]];
    *groups += to->plans++ == 0;
    to->yen += all->of->plans[i].prizes[0].yen;
  }
  return total > 0 ? total : 0;
}

/* one yen after the other to the group that is furthest below its due, once
 * each has its whole yen */
static void pour(int64_t total, const plea *of, int64_t *purse) {
  int64_t whole = 0, left = total;
  for (int k = 0; k < PLANS_MOST; k++)
    whole += of[k].weight;
  for (int k = 0; k < PLANS_MOST; k++) {
    purse[k] = (int64_t)((wide)total * of[k].weight / whole);
    left -= purse[k];
  }
  for (; left > 0; left--) {
    int next = 0;
    wide furthest = -1;
    for (int k = 0; k < PLANS_MOST; k++) {
      const wide due = (wide)total * of[k].weight - (wide)purse[k] * whole;
      if (due > furthest) {
        furthest = due;
        next = k;
      }
    }
    purse[next]++;
  }
}

void reckon_purses(reckoning *to) {
  const call *const c = to->of->of;
  plea of[PLANS_MOST] = {{0, 0, 0}};
  int groups = 0;
  int64_t asked = 0;
  number_groups(to);
  const int64_t total = hear_pleas(to, of, &groups);
  to->split = c->scale.split != PURSE_NONE && groups > 1;
  if (!to->split)
    return;
  for (int k = 0; k < PLANS_MOST; k++)
    asked += of[k].yen;
  for (int k = 0; k < PLANS_MOST; k++)
    of[k].weight = c->scale.split == PURSE_BY_PLANS || asked == 0 ? of[k].plans
                                                                  : of[k].yen;
  pour(total, of, to->purse);
}
