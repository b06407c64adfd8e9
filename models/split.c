#include "split.h"
#include "../engine/base/exact.h"
#include <assert.h>
#include <stdlib.h>

typedef struct remainder {
  wide left; /* total x weight modulo the sum of the weights */
  int position;
} remainder;

static int by_size(const void *a, const void *b) {
  const remainder *p = a, *q = b;
  if (p->left != q->left)
    return p->left > q->left ? -1 : 1;
  return p->position < q->position ? -1 : p->position > q->position;
}

static wide sum_of(const int64_t *weight, int count) {
  wide sum = 0;
  for (int i = 0; i < count; i++) {
    assert(weight[i] >= 0);
    sum += weight[i];
  }
  return sum;
}

void split_total(arena *home, int64_t total, const int64_t *weight, int count,
                 int64_t *part) {
  assert(total >= 0 && count >= 1);
  const wide sum = sum_of(weight, count);
  assert(sum >= 1 && exact_fits(sum));
  remainder *rest = ARENA_ARRAY(home, remainder, count);
  int64_t left = total;
  for (int i = 0; i < count; i++) {
    const wide share = (wide)total * weight[i];
    part[i] = exact_narrow(share / sum);
    rest[i] = (remainder){share % sum, i};
    left -= part[i];
  }
  assert(0 <= left && left < count);
  qsort(rest, (size_t)count, sizeof *rest, by_size);
  for (int i = 0; i < left; i++)
    part[rest[i].position]++;
}
