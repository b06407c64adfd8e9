#include "roll.h"
#include <stdlib.h>

typedef struct slip {
  const char *id;
  int row;
} slip;

static int by_id(const void *a, const void *b) {
  const slip *const left = a, *const right = b;
  return text_order(left->id, right->id);
}

static int *none(arena *home, int count) {
  int *const all = ARENA_ARRAY(home, int, count + 1);
  for (int i = 0; i < count; i++)
    all[i] = -1;
  return all;
}

/* puts row i in front of the rows of its entry: go from the last to the first
 */
static void link_row(chain *to, int at, int i) {
  to->next[i] = to->first[at];
  to->first[at] = i;
}

static chain chain_open(const roll *r, int rows) {
  return (chain){none(r->home, r->count), none(r->home, rows)};
}

static void link_rows(roll *r) {
  const dossier *const d = r->from;
  r->delegations = chain_open(r, d->delegation_count);
  r->costs = chain_open(r, d->cost_count);
  r->levels = chain_open(r, d->level_count);
  for (int i = d->delegation_count - 1; i >= 0; i--)
    link_row(&r->delegations, r->place[d->delegations[i].application], i);
  for (int i = d->cost_count - 1; i >= 0; i--)
    link_row(&r->costs, r->place[d->costs[i].application], i);
  for (int i = d->level_count - 1; i >= 0; i--)
    link_row(&r->levels, r->place[d->levels[i].application], i);
  for (int i = 0; i < d->override_count; i++)
    r->entries[r->place[d->overrides[i].application]].ruling = &d->overrides[i];
}

roll roll_open(arena *home, const policy *rules, const dossier *from) {
  const int count = from->application_count;
  roll r = {.home = home, .rules = rules, .from = from, .count = count};
  slip *const all = ARENA_ARRAY(home, slip, count + 1);
  for (int i = 0; i < count; i++)
    all[i] = (slip){from->applications[i].id, i};
  if (count > 1)
    qsort(all, (size_t)count, sizeof *all, by_id);
  r.entries = ARENA_ARRAY(home, entry, count + 1);
  r.place = ARENA_ARRAY(home, int, count + 1);
  for (int i = 0; i < count; i++) {
    entry *const e = &r.entries[i];
    e->row = &from->applications[all[i].row];
    e->given = e->by_rank = -1;
    r.place[all[i].row] = i;
    const int known = policy_course(rules, e->row->course);
    e->course = known < 0 ? NULL : &rules->courses[known];
  }
  link_rows(&r);
  return r;
}

int roll_find(const roll *r, const char *id) {
  int low = 0, high = r->count;
  while (low < high) {
    const int middle = low + (high - low) / 2;
    const int order = text_order(r->entries[middle].row->id, id);
    if (order == 0)
      return middle;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return -1;
}
