#include "costing.h"
#include "../engine/base/exact.h"
#include <assert.h>

static int64_t share_of(int64_t direct, decimal percent) {
  const wide most =
      exact_floor((wide)direct * percent, (wide)100 * DECIMAL_ONE);
  return exact_fits(most) ? exact_narrow(most) : INT64_MAX;
}

costing costing_of(const cost_part *part, int count, bool limited,
                   decimal percent) {
  costing c = {0, 0, 0, 0, 0};
  for (int i = 0; i < count; i++) {
    assert(part[i].yen >= 0 && c.asked <= INT64_MAX - part[i].yen);
    c.asked += part[i].yen;
    if (!part[i].payable)
      continue;
    c.payable += part[i].yen;
    if (part[i].administration)
      c.administration += part[i].yen;
  }
  const int64_t direct = c.payable - c.administration;
  const int64_t most = limited ? share_of(direct, percent) : c.administration;
  c.administration_at_most = most;
  c.corrected = direct + (c.administration < most ? c.administration : most);
  assert(c.asked >= c.payable && c.payable >= c.corrected);
  return c;
}
