/* heap - open nodes by proven bound, the largest first; equal bounds by age,
 * the youngest first. */
#ifndef SAITAKU_SOLVE_HEAP_H
#define SAITAKU_SOLVE_HEAP_H

#include "../base/exact.h"

typedef struct heap_item {
  wide bound;
  int node;
} heap_item;

typedef struct heap {
  heap_item *item;
  int count, room;
} heap;

void heap_push(arena *home, heap *h, heap_item item);
heap_item heap_pop(heap *h);

#endif
