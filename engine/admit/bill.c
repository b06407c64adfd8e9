/* Which heads of an itemised plan may be paid, and what remains. */
#include "../base/text.h"
#include "draft.h"
#include <assert.h>

static bool names_hold(const names *list, const char *name) {
  return list->count == 0 || names_find(list, name) >= 0;
}

bool cost_head_payable(const cost *c, const char *head) {
  return names_hold(&c->heads, head);
}

const names *cost_host_heads(const cost *c, const char *host_type) {
  for (int i = 0; i < c->by_host_type_count; i++)
    if (text_same(c->by_host_type[i].host_type, host_type))
      return &c->by_host_type[i].heads;
  return NULL;
}

static cost_part part_of(const cost *c, const names *of_host,
                         const cost_row *row) {
  const bool to_host = !of_host || names_find(of_host, row->head) >= 0;
  return (cost_part){.yen = row->yen,
                     .payable = to_host && cost_head_payable(c, row->head),
                     .administration = text_same(row->head, "admin")};
}

static bill bill_of(const draft *d, int place) {
  const int first = d->costs.start[place];
  const int count = d->costs.start[place + 1] - first;
  if (count == 0)
    return (bill){false, {0, 0, 0, 0, 0}};
  const cost *c = &d->rules->cost;
  const names *heads = cost_host_heads(c, d->to->applications[place].host_type);
  cost_part *part = ARENA_ARRAY(d->home, cost_part, count);
  for (int i = 0; i < count; i++)
    part[i] = part_of(c, heads, &d->from->costs[d->costs.row[first + i]]);
  const bool limited = c->admin_percent != POLICY_NONE;
  return (bill){true, costing_of(part, count, limited, c->admin_percent)};
}

void cost_settle(draft *d) {
  d->bills = ARENA_ARRAY(d->home, bill, d->to->count + 1);
  for (int a = 0; a < d->to->count; a++) {
    d->bills[a] = bill_of(d, a);
    assert(!d->bills[a].itemised ||
           d->to->applications[a].yen_asked == d->bills[a].sums.asked);
  }
}
