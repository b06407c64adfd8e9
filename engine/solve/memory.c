#include "memory.h"
#include <stdlib.h>
#include <string.h>

struct solve_memory {
  arena *home; /* of what is remembered; null: nothing is */
  int columns, costs;
  suggestion of;
};

solve_memory *solve_memory_open(void) {
  solve_memory *const m = arena_lend(sizeof *m);
  *m = (solve_memory){.home = NULL};
  return m;
}

void solve_memory_close(solve_memory *m) {
  if (m->home)
    arena_close(m->home);
  free(m);
}

int memory_costs(const model *m) {
  return m->of->column_count + 2 * m->row_count + 1;
}

suggestion memory_recall(const solve_memory *of, const model *m) {
  suggestion to = {.x = NULL};
  if (!of->home || of->columns != m->of->column_count)
    return to;
  to = of->of;
  if (of->costs != memory_costs(m))
    to.costs = NULL;
  return to;
}

static const void *copy_of(arena *home, const void *from, size_t size,
                           int count) {
  return memcpy(arena_take(home, size, (size_t)count), from,
                size * (size_t)count);
}

static const vantage *vantage_copy(arena *home, const vantage *from) {
  vantage *const to = ARENA_NEW(home, vantage);
  const int n = from->column_count, m = from->row_count;
  *to = (vantage){n, m, copy_of(home, from->gain, sizeof *from->gain, n),
                  copy_of(home, from->x, sizeof *from->x, n),
                  copy_of(home, from->is_needed, sizeof *from->is_needed, m)};
  return to;
}

/* Old experience counts as a few splits: new one outweighs it soon. */
static const pseudocost *costs_copy(arena *home, const pseudocost *from,
                                    int count) {
  enum { COUNTED_MOST = 8 };
  pseudocost *const to = ARENA_ARRAY(home, pseudocost, count);
  for (int i = 0; i < 2 * count; i++) {
    const int seen = from[i / 2].count[i % 2];
    const int kept = seen < COUNTED_MOST ? seen : COUNTED_MOST;
    to[i / 2].count[i % 2] = kept;
    to[i / 2].sum[i % 2] = seen > 0 ? from[i / 2].sum[i % 2] / seen * kept : 0;
  }
  return to;
}

void memory_keep(solve_memory *of, const model *m, suggestion left) {
  arena *const fresh = arena_open();
  const int n = m->of->column_count;
  const solve_memory now = {
      .home = fresh,
      .columns = n,
      .costs = memory_costs(m),
      .of = {left.x ? copy_of(fresh, left.x, sizeof *left.x, n) : NULL,
             left.near ? vantage_copy(fresh, left.near) : NULL,
             costs_copy(fresh, left.costs, memory_costs(m))}};
  if (of->home)
    arena_close(of->home);
  *of = now;
}
