#include "core_work.h"
#include <math.h>
#include <stdlib.h>

typedef struct rated {
  double by;
  const entry *at;
} rated;

static int rated_order(const void *a, const void *b) {
  const rated *const left = a, *const right = b;
  if (left->by != right->by)
    return left->by < right->by ? -1 : 1;
  return (left->at > right->at) - (left->at < right->at);
}

static double use_at_most(const core *k, const row *r) {
  double sum = 0;
  for (int e = 0; e < r->count; e++) {
    const entry at = r->entries[e];
    sum += (double)at.coefficient * (double)(k->c[at.column] > 0
                                                 ? k->within.high[at.column]
                                                 : k->within.low[at.column]);
  }
  return sum;
}

/* the row of most columns that they break together; null: there is none */
static const row *widest_row(const core *k) {
  const row *widest = NULL;
  for (int i = 0; i < k->row_count; i++)
    if ((!widest || k->rows[i].count > widest->count) &&
        use_at_most(k, &k->rows[i]) > (double)k->rows[i].limit)
      widest = &k->rows[i];
  return widest;
}

/* its price: that of the column at which it is full, dearest gain first */
static double price_of(arena *home, const core *k, const row *r) {
  rated *const list = ARENA_ARRAY(home, rated, r->count);
  double left = (double)r->limit, price = 0;
  int count = 0;
  for (int e = 0; e < r->count; e++) {
    const entry at = r->entries[e];
    left -= (double)at.coefficient * (double)k->within.low[at.column];
    if (at.coefficient > 0 && k->c[at.column] > 0)
      list[count++] = (rated){-(double)k->c[at.column] / (double)at.coefficient,
                              &r->entries[e]};
  }
  if (count > 1)
    qsort(list, (size_t)count, sizeof *list, rated_order);
  for (int i = 0; i < count && left > 0; i++) {
    const entry at = *list[i].at;
    left -= (double)at.coefficient *
            (double)(k->within.high[at.column] - k->within.low[at.column]);
    price = -list[i].by;
  }
  return price;
}

void core_rate(const core *k, double *gain) {
  arena *const home = arena_open();
  const row *const widest = widest_row(k);
  const double price = widest ? price_of(home, k, widest) : 0;
  for (int j = 0; j < k->column_count; j++)
    gain[j] = (double)k->c[j];
  for (int e = 0; widest && e < widest->count; e++)
    gain[widest->entries[e].column] -=
        price * (double)widest->entries[e].coefficient;
  arena_close(home);
}

void core_rate_like(const core *k, const core *like, double *gain) {
  int i = 0;
  for (int j = 0; j < k->column_count; j++) {
    while (i < like->column_count && like->column_of[i] < k->column_of[j])
      i++;
    if (i < like->column_count && like->column_of[i] == k->column_of[j])
      gain[j] = ldexp((double)like->reduced[i], -like->shift);
  }
}
