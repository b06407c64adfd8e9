#include "program.h"
#include <assert.h>

static bool add_product(wide *sum, wide a, wide b) {
  wide product;
  return !__builtin_mul_overflow(a, b, &product) &&
         !__builtin_add_overflow(*sum, product, sum);
}

static bool price_rows(system_of_rows of, const int64_t *multipliers,
                       wide *reduced, wide *bound) {
  for (int i = 0; i < of.row_count; i++) {
    const int64_t u = multipliers[i];
    assert(u >= 0 && u < INT64_C(1) << 53);
    if (u == 0)
      continue;
    const row *const r = &of.rows[i];
    if (!add_product(bound, u, r->limit))
      return false;
    for (int k = 0; k < r->count; k++)
      if (!add_product(&reduced[r->entries[k].column], -u,
                       r->entries[k].coefficient))
        return false;
  }
  return true;
}

bool program_bound(system_of_rows of, int shift, const int64_t *multipliers,
                   box within, wide *reduced, wide *bound) {
  assert(shift >= 0 && shift <= 52);
  *bound = 0;
  for (int j = 0; j < of.column_count; j++)
    reduced[j] = of.c ? (wide)of.c[j] * ((wide)1 << shift) : 0;
  if (!price_rows(of, multipliers, reduced, bound))
    return false;
  for (int j = 0; j < of.column_count; j++)
    if (!add_product(bound, reduced[j],
                     reduced[j] > 0 ? within.high[j] : within.low[j]))
      return false;
  return true;
}
