#include "core_work.h"

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

static pack pack_from(arena *home, const core *k, int i) {
  const row *const r = &k->rows[i];
  int *const columns = ARENA_ARRAY(home, int, r->count);
  for (int e = 0; e < r->count; e++)
    columns[e] = r->entries[e].column;
  return (pack){i, columns[0], columns, r->count};
}

/* lists the packs, each with its first column as its first */
static void find_packs(arena *home, core *k) {
  for (int j = 0; j < k->column_count; j++)
    k->pack_of[j] = -1;
  for (int i = 0; i < k->row_count; i++) {
    if (!is_pack(k, &k->rows[i]))
      continue;
    k->packs[k->pack_count] = pack_from(home, k, i);
    for (int e = 0; e < k->rows[i].count; e++)
      k->pack_of[k->rows[i].entries[e].column] = k->pack_count;
    k->pack_count++;
  }
}

static void choose_first(pack *p, const double *gain) {
  for (int i = 0; i < p->count; i++)
    if (gain[p->columns[i]] > gain[p->first])
      p->first = p->columns[i];
}

void core_pack(arena *home, core *k, const vantage *near) {
  enum { SWEEPS = 2 }; /* a wrong first costs a row, no more */
  k->packs = ARENA_ARRAY(home, pack, k->row_count);
  k->pack_of = ARENA_ARRAY(home, int, k->column_count);
  find_packs(home, k);
  if (k->pack_count == 0 || !k->c)
    return;
  arena *const scratch = arena_open();
  double *const gain = ARENA_ARRAY(scratch, double, k->column_count);
  if (!near)
    core_rate(k, SWEEPS, gain);
  for (int j = 0; near && j < k->column_count; j++)
    gain[j] = near->gain[k->column_of[j]];
  for (int p = 0; p < k->pack_count; p++)
    choose_first(&k->packs[p], gain);
  arena_close(scratch);
}
