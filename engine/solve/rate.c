#include "core_work.h"
#include <math.h>
#include <stdlib.h>

/* Prices by coordinates: each row in turn takes the price at which it is just
 * kept, all other prices as they are. The dual function falls with every step;
 * wide rows see it nearly smooth, and a narrow one takes the middle of the
 * prices that are as good, so that no column stands on a kink. It is no optimum
 * but near it, which is all that sifting needs (Bertsekas 1999, Nonlinear
 * Programming, chapter 6, on dual methods). */
typedef struct turn {
  double at;     /* price at which the column changes its end */
  double change; /* of the row's activity there, > 0: it falls */
} turn;

static int turn_order(const void *a, const void *b) {
  const turn *const left = a, *const right = b;
  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return (left->change > right->change) - (left->change < right->change);
}

/* the turns of a row at prices above 0, in order; over: what its activity at
 * price 0 has above the limit */
static int turns_of(const core *k, const row *r, double price,
                    const double *gain, turn *list, double *over) {
  int count = 0;
  *over = -(double)r->limit;
  for (int e = 0; e < r->count; e++) {
    const int j = r->entries[e].column;
    const double a = (double)r->entries[e].coefficient;
    const double low = (double)k->within.low[j];
    const double high = (double)k->within.high[j];
    const double own = gain[j] + price * a;
    *over += a * (own > 0 ? high : low);
    if ((own > 0) == (a > 0) && own != 0)
      list[count++] = (turn){own / a, fabs(a) * (high - low)};
  }
  if (count > 1)
    qsort(list, (size_t)count, sizeof *list, turn_order);
  return count;
}

/* the middle of the prices at which the row is just kept */
static double price_of(const turn *list, int count, double over) {
  int i = 0;
  if (over < 0 || (over == 0 && count == 0))
    return 0;
  while (i < count && over - list[i].change > 0)
    over -= list[i++].change;
  if (i == count)
    return count > 0 ? list[count - 1].at : 0;
  const bool is_kept = over == list[i].change;
  return is_kept && i + 1 < count ? (list[i].at + list[i + 1].at) / 2
                                  : list[i].at;
}

/* how far the dual function fell, roughly: the price's step times the over */
static double price_row(const core *k, const row *r, double *price,
                        double *gain, turn *list) {
  double over;
  const int count = turns_of(k, r, *price, gain, list, &over);
  const double now = price_of(list, count, over), by = now - *price;
  if (by == 0)
    return 0;
  for (int e = 0; e < r->count; e++)
    gain[r->entries[e].column] -= by * (double)r->entries[e].coefficient;
  *price = now;
  return fabs(by) * fmax(fabs(over), 1);
}

void core_rate(const core *k, int sweeps, double *gain) {
  arena *const home = arena_open();
  double *const price = ARENA_ARRAY(home, double, k->row_count);
  turn *const list = ARENA_ARRAY(home, turn, k->column_count);
  double first = 0, moved = 1;
  for (int j = 0; j < k->column_count; j++)
    gain[j] = (double)k->c[j];
  for (int n = 0; n < sweeps && moved > 1e-3 * first; n++) {
    moved = 0;
    for (int i = 0; i < k->row_count; i++)
      moved += price_row(k, &k->rows[i], &price[i], gain, list);
    first = fmax(first, moved);
  }
  arena_close(home);
}
