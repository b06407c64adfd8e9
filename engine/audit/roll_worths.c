/* Ranks, priority points, who competes and in which order. */
#include "../base/digest.h"
#include "roll.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static int by_merit(const void *a, const void *b) {
  const entry *const left = *(entry *const *)a;
  const entry *const right = *(entry *const *)b;
  if (left->merit != right->merit)
    return left->merit > right->merit ? -1 : 1;
  return text_order(left->row->id, right->row->id);
}

/* 1, 2, 2, 4 */
static void rank(roll *r) {
  entry **const all = ARENA_ARRAY(r->home, entry *, r->count + 1);
  int scored = 0;
  for (int i = 0; i < r->count; i++)
    if (r->entries[i].scored)
      all[scored++] = &r->entries[i];
  if (scored > 1)
    qsort(all, (size_t)scored, sizeof *all, by_merit);
  for (int i = 0; i < scored; i++)
    all[i]->rank =
        i > 0 && all[i]->merit == all[i - 1]->merit ? all[i - 1]->rank : i + 1;
}

/* ---- points */

static int64_t bonus_points(const priority_item *it, wide in, wide all) {
  if (in == 0)
    return 0;
  switch (it->counts_when) {
  case COUNTS_ANY:
    return it->points;
  case COUNTS_MAJORITY:
    return 2 * in > all ? it->points : 0;
  case COUNTS_SHARE:
    break;
  }
  return exact_narrow(exact_half_up(it->points * in, all));
}

static int64_t points_of(const priority_item *it, const entry *e) {
  wide in = 0, all = 0;
  for (int k = 0; k < e->party_count; k++) {
    all += e->parties[k].people;
    if (bit_of(e->parties[k].groups, it->group))
      in += e->parties[k].people;
  }
  if (it->mode == PRIORITY_COMPARABLE_MERIT)
    return in > 0 ? it->within : 0;
  return it->mode == PRIORITY_BONUS && !it->once_per_country
             ? bonus_points(it, in, all)
             : 0;
}

static void weigh_entry(const roll *r, entry *e) {
  const priority *const p = &r->rules->priority;
  e->points = ARENA_ARRAY(r->home, int64_t, p->count + 1);
  for (int k = 0; k < p->count; k++) {
    const int64_t got = points_of(&p->items[k], e);
    e->points[k] = got;
    if (p->items[k].mode == PRIORITY_COMPARABLE_MERIT)
      e->within = got > e->within ? got : e->within;
    else if (!p->largest_only)
      e->bonus += got;
    else if (got > e->bonus)
      e->bonus = got;
  }
  if (p->at_most != POLICY_NONE && e->bonus > p->at_most)
    e->bonus = p->at_most;
  e->worth = (wide)e->merit + e->bonus + e->within;
  for (int k = 0; k < e->grant_count; k++) {
    grant *const g = &e->grants[k];
    g->value = r->rules->objective == OBJECTIVE_MERIT_X_PEOPLE
                   ? e->worth * g->people
                   : exact_half_up(e->worth * g->percent, 100);
  }
}

/* ---- order */

typedef struct runner {
  entry *of;
  digest ticket;
} runner;

static int by_worth(const void *a, const void *b) {
  const runner *const left = a, *const right = b;
  const entry *const p = left->of, *const q = right->of;
  if (p->worth != q->worth)
    return p->worth > q->worth ? -1 : 1;
  if (p->within != q->within)
    return p->within > q->within ? -1 : 1;
  if (p->row->received_on != q->row->received_on) /* missing is last */
    return p->row->received_on < q->row->received_on ? -1 : 1;
  const int lot = memcmp(left->ticket.byte, right->ticket.byte, DIGEST_BYTES);
  return lot ? lot : text_order(p->row->id, q->row->id);
}

static void line_up(roll *r) {
  runner *const all = ARENA_ARRAY(r->home, runner, r->count + 1);
  int count = 0;
  for (int i = 0; i < r->count; i++) {
    entry *const e = &r->entries[i];
    if (!e->competes)
      continue;
    const char *const ticket =
        arena_format(r->home, "%" PRId64 ":%s", r->rules->seed, e->row->id);
    all[count++] = (runner){e, digest_of(ticket, strlen(ticket))};
  }
  if (count > 1)
    qsort(all, (size_t)count, sizeof *all, by_worth);
  for (int i = 0; i < count; i++)
    all[i].of->order = i + 1;
}

void roll_worths(roll *r) {
  rank(r);
  for (int i = 0; i < r->count; i++) {
    entry *const e = &r->entries[i];
    weigh_entry(r, e);
    e->competes = e->ruling ? e->ruling->in : !e->fails && e->passes;
  }
  line_up(r);
}
