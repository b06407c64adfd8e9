#include "search.h"
#include <stdlib.h>
#include <string.h>

typedef struct wished {
  double wish;
  int column;
} wished;

static int wish_order(const void *a, const void *b) {
  const wished *const left = a, *const right = b;
  if (left->wish != right->wish)
    return left->wish < right->wish ? 1 : -1;
  return (left->column > right->column) - (left->column < right->column);
}

/* award columns that may still be taken, most wished for first */
static int candidates(const model *m, const double *wish, const int64_t *x,
                      wished *to) {
  int count = 0;
  for (int j = 0; j < m->of->column_count; j++)
    if (m->of->columns[j].kind == COLUMN_AWARD && x[j] == 0 &&
        m->within.high[j] > 0)
      to[count++] = (wished){wish[j], j};
  if (count > 1)
    qsort(to, (size_t)count, sizeof *to, wish_order);
  return count;
}

static void measure_excess(const model *m, const int64_t *x, wide *over) {
  for (int i = 0; i < m->row_count; i++) {
    over[i] = program_activity(m->rows[i].entries, m->rows[i].count, x) -
              m->rows[i].limit;
    if (over[i] < 0)
      over[i] = 0;
  }
}

static bool none_worse(const wide *now, const wide *before, int count) {
  for (int i = 0; i < count; i++)
    if (now[i] > before[i])
      return false;
  return true;
}

bool fill(arena *home, const model *m, const double *wish, int64_t *x) {
  const size_t size = (size_t)m->of->column_count * sizeof *x;
  wished *const list = ARENA_ARRAY(home, wished, m->of->column_count);
  wide *before = ARENA_ARRAY(home, wide, m->row_count);
  wide *now = ARENA_ARRAY(home, wide, m->row_count);
  int64_t *const tried = ARENA_ARRAY(home, int64_t, m->of->column_count);
  const int count = candidates(m, wish, x, list);
  program_complete(m->of, x);
  measure_excess(m, x, before);
  for (int i = 0; i < count; i++) {
    memcpy(tried, x, size);
    tried[list[i].column] = 1;
    program_complete(m->of, tried);
    measure_excess(m, tried, now);
    if (!none_worse(now, before, m->row_count))
      continue;
    memcpy(x, tried, size);
    wide *const swap = before;
    before = now;
    now = swap;
  }
  return model_permits(m, x);
}
