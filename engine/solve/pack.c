#include "core_work.h"
#include <string.h>

/* 1 at most of some free columns, none of them in a pack yet */
static bool is_pack(const core *k, const row *r) {
  if (r->limit != 1)
    return false;
  for (int e = 0; e < r->count; e++) {
    const int j = r->entries[e].column;
    if (r->entries[e].coefficient != 1 || k->pack_of[j] >= 0 ||
        k->within.low[j] != 0 || k->within.high[j] != 1)
      return false;
  }
  return true;
}

static pack pack_from(arena *home, const core *k, int i, const double *gain) {
  const row *const r = &k->rows[i];
  int *const columns = ARENA_ARRAY(home, int, r->count);
  pack to = {.row = i, .columns = columns, .count = r->count};
  for (int e = 0; e < r->count; e++) {
    columns[e] = r->entries[e].column;
    if (e == 0 || gain[columns[e]] > gain[to.first])
      to.first = columns[e];
  }
  return to;
}

void core_pack(arena *home, core *k, const core *like) {
  const int n = k->column_count;
  arena *const scratch = arena_open();
  double *const gain = ARENA_ARRAY(scratch, double, n);
  k->packs = ARENA_ARRAY(home, pack, k->row_count);
  k->pack_of = ARENA_ARRAY(home, int, n);
  for (int j = 0; j < n; j++)
    k->pack_of[j] = -1;
  if (like)
    core_rate_like(k, like, gain);
  else if (k->c)
    core_rate(k, gain);
  for (int i = 0; i < k->row_count; i++) {
    if (!is_pack(k, &k->rows[i]))
      continue;
    k->packs[k->pack_count] = pack_from(home, k, i, gain);
    for (int e = 0; e < k->rows[i].count; e++)
      k->pack_of[k->rows[i].entries[e].column] = k->pack_count;
    k->pack_count++;
  }
  arena_close(scratch);
}
