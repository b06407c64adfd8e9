#include "t_score.h"
#include <assert.h>
#include <math.h>

static wide sum_of(const wide *mark, int count) {
  wide sum = 0;
  for (int i = 0; i < count; i++)
    sum += mark[i];
  return sum;
}

/* count times the standard deviation: count x mark - sum is an exact integer,
 * so marks that are all equal give 0 and not a rounding error */
static double scaled_deviation(const wide *mark, int count) {
  const wide sum = sum_of(mark, count);
  double squares = 0;
  for (int i = 0; i < count; i++) {
    const double off = (double)(mark[i] * count - sum);
    squares += off * off;
  }
  return count > 1 ? sqrt(squares / (count - 1)) : 0;
}

double t_score_deviation(const wide *mark, int count) {
  return count > 1 ? scaled_deviation(mark, count) / count : 0;
}

void t_score(const wide *mark, int count, double *to) {
  assert(count >= 1);
  const wide sum = sum_of(mark, count);
  const double sd = scaled_deviation(mark, count);
  for (int i = 0; i < count; i++) {
    const double off = (double)(mark[i] * count - sum);
    to[i] = sd > 0 ? 3 + 0.6 * off / sd : 3;
  }
}

int64_t t_score_units(double value, double unit) {
  assert(unit > 0 && fabs(value / unit) < 0x1p62);
  const double below = floor(value / unit);
  const double past_half = value - (below + 0.5) * unit;
  return (int64_t)below + (past_half >= -1e-9 ? 1 : 0);
}
