#include "selection.h"
#include "../base/digest.h"
#include "../base/text.h"
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

typedef struct contender {
  digest ticket;
  int64_t total, within;
  int32_t received;
  const char *id;
  int place;
} contender;

static int by_lot(const void *a, const void *b) {
  const contender *p = a, *q = b;
  const int c = digest_compare(&p->ticket, &q->ticket);
  return c ? c : text_order(p->id, q->id);
}

static int by_worth(const void *a, const void *b) {
  const contender *p = a, *q = b;
  if (p->total != q->total)
    return p->total > q->total ? -1 : 1;
  if (p->within != q->within)
    return p->within > q->within ? -1 : 1;
  if (p->received != q->received)
    return p->received < q->received ? -1 : 1;
  return by_lot(a, b);
}

static digest ticket_of(arena *home, int64_t seed, const char *id) {
  const char *ticket = arena_format(home, "%" PRId64 ":%s", seed, id);
  return digest_of(ticket, strlen(ticket));
}

static int gather(arena *home, const worths *w, contender *to) {
  const pool *p = w->from->of;
  int count = 0;
  for (int a = 0; a < p->count; a++) {
    const application *plan = &p->applications[a];
    const worth *x = &w->item[a];
    if (x->competes)
      to[count++] = (contender){ticket_of(home, p->rules->seed, plan->id),
                                x->total,
                                x->within,
                                plan->received,
                                plan->id,
                                a};
  }
  return count;
}

static int *places_by(arena *home, contender *all, int count,
                      int (*order)(const void *, const void *)) {
  int *place = ARENA_ARRAY(home, int, count + 1);
  if (count > 1)
    qsort(all, (size_t)count, sizeof *all, order);
  for (int i = 0; i < count; i++)
    place[i] = all[i].place;
  return place;
}

void selection_line_up(arena *home, worths *w) {
  contender *all = ARENA_ARRAY(home, contender, w->from->of->count + 1);
  w->selection_count = gather(home, w, all);
  w->lot = places_by(home, all, w->selection_count, by_lot);
  w->selection = places_by(home, all, w->selection_count, by_worth);
  for (int i = 0; i < w->selection_count; i++)
    w->item[w->selection[i]].selection_order = i + 1;
}
