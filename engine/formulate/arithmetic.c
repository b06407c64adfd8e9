#include "program.h"
#include <assert.h>

wide program_activity(const entry *entries, int count, const int64_t *x) {
  wide sum = 0;
  for (int i = 0; i < count; i++)
    sum += (wide)entries[i].coefficient * x[entries[i].column];
  return sum;
}

int program_first_broken(const program *g, const int64_t *x) {
  for (int j = 0; j < g->column_count; j++)
    assert(x[j] >= g->columns[j].low && x[j] <= g->columns[j].high);
  for (int i = 0; i < g->row_count; i++)
    if (program_activity(g->rows[i].entries, g->rows[i].count, x) >
        g->rows[i].limit)
      return i;
  return -1;
}

static int64_t covered(const column *c, const int64_t *x) {
  for (int m = 0; m < c->member_count; m++)
    if (x[c->members[m]] > 0)
      return 1;
  return 0;
}

static int64_t excess_of(const row *r, int64_t *x, int shortfall) {
  x[shortfall] = 0;
  const wide over = program_activity(r->entries, r->count, x) - r->limit;
  return over > 0 ? exact_narrow(over) : 0;
}

void program_complete(const program *g, int64_t *x) {
  for (int j = 0; j < g->column_count; j++)
    if (g->columns[j].kind == COLUMN_COVERAGE)
      x[j] = covered(&g->columns[j], x);
  for (int j = 0; j < g->column_count; j++)
    if (g->columns[j].kind == COLUMN_SHORTFALL)
      x[j] = excess_of(&g->rows[g->columns[j].row], x, j);
}
