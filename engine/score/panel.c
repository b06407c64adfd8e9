#include "panel.h"
#include "../base/text.h"
#include <stdlib.h>

static int by_id(const void *a, const void *b) {
  return text_order(*(const char *const *)a, *(const char *const *)b);
}

static int place_of(const names *all, const char *id) {
  int low = 0, high = all->count;
  while (low < high) {
    const int middle = low + (high - low) / 2;
    if (text_order(all->item[middle], id) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

names panels_of_pool(arena *home, const pool *from, int *of_reviewer) {
  names all = {ARENA_ARRAY(home, const char *, from->reviewer_count + 1), 0};
  int kept = 0;
  for (int r = 0; r < from->reviewer_count; r++)
    if (*from->reviewers[r].panel)
      all.item[all.count++] = from->reviewers[r].panel;
  if (all.count > 1)
    qsort(all.item, (size_t)all.count, sizeof *all.item, by_id);
  for (int i = 0; i < all.count; i++)
    if (kept == 0 || !text_same(all.item[kept - 1], all.item[i]))
      all.item[kept++] = all.item[i];
  all.count = kept;
  for (int r = 0; r < from->reviewer_count; r++)
    of_reviewer[r] = *from->reviewers[r].panel
                         ? place_of(&all, from->reviewers[r].panel)
                         : -1;
  return all;
}
