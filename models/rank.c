#include "rank.h"
#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>

typedef struct entrant {
  int64_t value;
  int position;
} entrant;

static int by_value(const void *a, const void *b) {
  const entrant *p = a, *q = b;
  if (p->value != q->value)
    return p->value > q->value ? -1 : 1;
  return p->position < q->position ? -1 : p->position > q->position;
}

void rank_competition(arena *home, const int64_t *value, int count, int *rank) {
  assert(count >= 0);
  if (count == 0)
    return;
  entrant *all = ARENA_ARRAY(home, entrant, count);
  for (int i = 0; i < count; i++)
    all[i] = (entrant){value[i], i};
  qsort(all, (size_t)count, sizeof *all, by_value);
  for (int i = 0; i < count; i++) {
    const bool tied = i > 0 && all[i].value == all[i - 1].value;
    rank[all[i].position] = tied ? rank[all[i - 1].position] : i + 1;
  }
}
