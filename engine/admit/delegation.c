/* Rows of the same country and sender become one delegation. */
#include "../base/text.h"
#include "draft.h"
#include <stdlib.h>

typedef struct party { /* a row, with what it is sorted by */
  const char *country_code, *sender_id;
  const delegation_row *row;
} party;

static int by_country_and_sender(const void *a, const void *b) {
  const party *p = a, *q = b;
  const int c = text_order(p->country_code, q->country_code);
  return c ? c : text_order(p->sender_id, q->sender_id);
}

static int gather_parties(const draft *d, int place, party *to) {
  const rows_of *of = &d->delegations;
  int count = 0;
  for (int i = of->start[place]; i < of->start[place + 1]; i++) {
    const delegation_row *row = &d->from->delegations[of->row[i]];
    to[count++] = (party){country_code(row->country), row->sender_id, row};
  }
  if (count > 1)
    qsort(to, (size_t)count, sizeof *to, by_country_and_sender);
  return count;
}

static void merge_one(draft *d, const text_table *senders, int place) {
  const int *start = d->delegations.start + place;
  const int room = start[1] - start[0];
  party *all = ARENA_ARRAY(d->home, party, room + 1);
  const int count = gather_parties(d, place, all);
  application *plan = &d->to->applications[place];
  plan->delegations = ARENA_ARRAY(d->home, delegation, room + 1);
  for (int i = 0; i < count; i++) {
    if (i == 0 || by_country_and_sender(&all[i - 1], &all[i]) != 0)
      plan->delegations[plan->delegation_count++] =
          (delegation){all[i].row->country,
                       text_table_find(senders, all[i].sender_id), 0, 0};
    plan->delegations[plan->delegation_count - 1].people += all[i].row->people;
  }
}

void delegation_merge(draft *d) {
  const names *all = &d->to->senders;
  text_table *senders = text_table_new(d->home, (size_t)all->count);
  for (int i = 0; i < all->count; i++)
    text_table_add(senders, all->item[i], i);
  for (int a = 0; a < d->to->count; a++)
    merge_one(d, senders, a);
}
