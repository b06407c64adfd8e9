#include "average.h"
#include <assert.h>
#include <stdlib.h>

static int by_size(const void *a, const void *b) {
  const wide p = *(const wide *)a, q = *(const wide *)b;
  return p < q ? -1 : p > q;
}

void average_sort(wide *mark, int count) {
  assert(count >= 0);
  if (count > 1)
    qsort(mark, (size_t)count, sizeof *mark, by_size);
}

ratio average_mean(const wide *mark, int count, decimal trim) {
  assert(count >= 1);
  (void)trim;
  wide sum = 0;
  for (int i = 0; i < count; i++)
    sum += mark[i];
  return exact_ratio(sum, count);
}

ratio average_median(const wide *mark, int count, decimal trim) {
  assert(count >= 1);
  const int below = (count - 1) / 2, above = count / 2;
  assert(mark[below] <= mark[above]);
  return average_mean(mark + below, above - below + 1, trim);
}

ratio average_trimmed_mean(const wide *mark, int count, decimal trim) {
  assert(count >= 1 && 0 <= trim && trim < DECIMAL_ONE / 2);
  const int off = (int)exact_floor((wide)trim * count, DECIMAL_ONE);
  assert(2 * off < count);
  return average_mean(mark + off, count - 2 * off, trim);
}
