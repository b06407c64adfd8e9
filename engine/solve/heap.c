#include "heap.h"
#include <assert.h>

static bool before(heap_item a, heap_item b) {
  return a.bound != b.bound ? a.bound > b.bound : a.node > b.node;
}

static void exchange(heap *h, int a, int b) {
  const heap_item kept = h->item[a];
  h->item[a] = h->item[b];
  h->item[b] = kept;
}

void heap_push(arena *home, heap *h, heap_item item) {
  if (h->count == h->room) {
    h->room = h->room ? 2 * h->room : 64;
    h->item = arena_grow(home, h->item, sizeof *h->item, (size_t)h->count,
                         (size_t)h->room);
  }
  int i = h->count++;
  h->item[i] = item;
  for (; i > 0 && before(h->item[i], h->item[(i - 1) / 2]); i = (i - 1) / 2)
    exchange(h, i, (i - 1) / 2);
}

heap_item heap_pop(heap *h) {
  assert(h->count > 0);
  const heap_item top = h->item[0];
  h->item[0] = h->item[--h->count];
  for (int i = 0, child = 1; child < h->count; i = child, child = 2 * i + 1) {
    if (child + 1 < h->count && before(h->item[child + 1], h->item[child]))
      child++;
    if (!before(h->item[child], h->item[i]))
      break;
    exchange(h, i, child);
  }
  return top;
}
