#include "core_work.h"
#include <assert.h>
#include <math.h>
#include <string.h>

/* ---- from floats to integers */

enum { MULTIPLIER_BITS = 52 };
#define MULTIPLIER_MOST (INT64_C(1) << MULTIPLIER_BITS)

/* the largest shift that keeps |u| x 2^shift below 2^52 */
static int shift_for(const core *k) {
  double most = 0;
  for (int i = 0; i < lp_row_count(k->relaxation); i++)
    most = fmax(most, fabs(k->u[i]));
  if (!(most > 0) || !isfinite(most))
    return 0;
  const int bits = ilogb(most) + 1;
  if (bits >= MULTIPLIER_BITS)
    return 0;
  return bits < 0 ? MULTIPLIER_BITS : MULTIPLIER_BITS - bits;
}

static int64_t rounded(double u, int shift) {
  const double scaled = ldexp(u, shift);
  if (!(scaled > 0.5))
    return 0;
  return scaled >= (double)MULTIPLIER_MOST ? MULTIPLIER_MOST : llrint(scaled);
}

/* of a row of the relaxation, to be weighted with this sign */
static int64_t multiplier(const core *k, int i, double sign) {
  return k->lp_row[i] < 0 ? 0 : rounded(sign * k->u[k->lp_row[i]], k->shift);
}

/* u: of the relaxation's rows. A tally's limit that no split has set is no row
 * with a name, and says less than the columns' bounds. */
static void round_multipliers(core *k, double sign, int shift) {
  const int m = k->row_count;
  k->shift = shift;
  for (int i = 0; i < m; i++)
    k->multipliers[i] = multiplier(k, i, sign);
  for (int g = 0; g < k->tally_count; g++) {
    const int j = k->column_count + g;
    const bool has_most = k->within.high[j] < k->tallies[g].count;
    const bool has_least = k->within.low[j] > 0;
    k->multipliers[m + 2 * g] = has_most ? multiplier(k, m + g, sign) : 0;
    k->multipliers[m + 2 * g + 1] = has_least ? multiplier(k, m + g, -sign) : 0;
  }
}

static int row_count_of(const core *k) {
  return k->row_count + 2 * k->tally_count;
}

static system_of_rows rows_of(const core *k, const int64_t *c) {
  return (system_of_rows){k->rows, row_count_of(k), k->column_count, c};
}

/* ---- packs: priced in integers, by what their columns are worth */

/* what a pack's columns are worth without its price */
typedef struct offers {
  wide most, second; /* of the free ones, at least 0 */
  int best;          /* worth the most; -1: nobody more than 0 */
  int taken;         /* how many stand at 1 */
} offers;

static offers offers_of(const core *k, const pack *p) {
  const wide price = k->multipliers[p->row];
  offers to = {.best = -1};
  for (int i = 0; i < p->count; i++) {
    const int j = p->columns[i];
    const wide gain = k->reduced[j] + price;
    if (k->within.low[j] == k->within.high[j]) {
      to.taken += k->within.low[j] > 0;
    } else if (gain > to.most) {
      to.second = to.most;
      to.most = gain;
      to.best = j;
    } else if (gain > to.second) {
      to.second = gain;
    }
  }
  return to;
}

/* The price that bounds best, whatever the other rows' are, lies between the
 * two best offers (from the best on, when one column is taken). The lower end
 * lets the best column be fixed, if it is so far ahead; else the upper end may
 * fix the others. */
static wide price_of(const core *k, const pack *p, wide spare) {
  const offers of = offers_of(k, p);
  if (of.taken > 1)
    return MULTIPLIER_MOST;
  if (of.taken > 0)
    return of.most + spare + 1;
  return of.most - of.second > spare ? of.second : of.most;
}

/* false when a price had to be cut */
static bool price_packs(core *k, wide spare) {
  bool fine = true;
  for (int p = 0; p < k->pack_count; p++) {
    const wide price = price_of(k, &k->packs[p], spare);
    const bool fits = price <= MULTIPLIER_MOST;
    k->multipliers[k->packs[p].row] = fits ? (int64_t)price : MULTIPLIER_MOST;
    fine = fine && fits;
  }
  return fine;
}

/* an exact bound on c (null: on nothing) by the relaxation's multipliers, and
 * the packs' prices for them, which may ask for a smaller shift */
static bool bound_by(core *k, const int64_t *c, double sign, wide *bound) {
  enum { LESS = 6 };
  int shift = shift_for(k);
  bool fine = true;
  do {
    round_multipliers(k, sign, shift);
    const system_of_rows rows = rows_of(k, c);
    const int scale = c ? shift : 0;
    if (!program_bound(rows, scale, k->multipliers, k->within, k->reduced,
                       bound))
      return false;
    if (k->pack_count == 0)
      return true;
    fine = price_packs(k, 0);
    if (!program_bound(rows, scale, k->multipliers, k->within, k->reduced,
                       bound))
      return false;
    shift -= LESS;
  } while (!fine && shift >= 0);
  return true;
}

static void say_bound(const core *k, judgement *to) {
  if (to->bounded)
    to->bound = k->offset + exact_floor(to->scaled, (wide)1 << k->shift);
}

static void take_bound(core *k, judgement *to) {
  to->bounded = k->c && bound_by(k, k->c, 1, &to->scaled);
  say_bound(k, to);
}

/* the bound without any row */
static judgement trivial(core *k) {
  judgement to = {.solved = false};
  memset(k->multipliers, 0, (size_t)row_count_of(k) * sizeof *k->multipliers);
  k->shift = 0;
  to.bounded = k->c && program_bound(rows_of(k, k->c), 0, k->multipliers,
                                     k->within, k->reduced, &to.scaled);
  say_bound(k, &to);
  return to;
}

static bool contradicts(core *k, double sign) {
  wide most;
  return bound_by(k, NULL, sign, &most) && most < 0;
}

static bool proved_empty(core *k) {
  return lp_farkas(k->relaxation, k->u) &&
         (contradicts(k, 1) || contradicts(k, -1));
}

static bool below(const judgement *j, const wide *target) {
  return target && j->bounded && j->bound < *target;
}

/* no row binds: the best corner of the box */
static judgement corner(core *k, judgement to) {
  k->objective = (double)(to.bounded ? to.bound - k->offset : 0);
  for (int j = 0; j < k->column_count; j++)
    k->x[j] =
        (double)(k->c && k->c[j] > 0 ? k->within.high[j] : k->within.low[j]);
  to.solved = true;
  return to;
}

static judgement judge_relaxed(core *k, const wide *target, judgement weak) {
  judgement to = {.solved = false};
  lp_multipliers(k->relaxation, k->u);
  take_bound(k, &to);
  if (weak.bounded && (!to.bounded || weak.bound < to.bound))
    to = trivial(k);
  to.closed = below(&to, target);
  return to;
}

/* Where the integers do not bear a cutoff out, the optimum itself is needed. */
static judgement judge_solved(core *k, const wide *target, judgement weak) {
  lp_outcome ended = core_solve(k, target);
  judgement to = weak;
  if (ended == LP_CUT_OFF) {
    to = judge_relaxed(k, target, weak);
    if (to.closed)
      return to;
    ended = core_solve(k, NULL);
  }
  if (ended == LP_INFEASIBLE) {
    to.closed = to.empty = proved_empty(k);
    return to.closed ? to : trivial(k);
  }
  if (ended != LP_OPTIMAL)
    return to;
  to = judge_relaxed(k, target, weak);
  to.solved = true;
  return to;
}

judgement core_judge(core *k, const wide *target) {
  judgement to = trivial(k);
  to.closed = below(&to, target);
  if (to.closed)
    return to;
  if (!k->relaxation)
    return corner(k, to);
  core_enter(k);
  core_sift(k);
  return judge_solved(k, target, to);
}

/* what a point of interest may lose on the bound; false when that says nothing
 */
static bool spare_of(const core *k, const judgement *j, int shift, wide target,
                     wide *spare) {
  wide count_from;
  assert(j->bounded && k->c);
  return !__builtin_mul_overflow(target - k->offset, (wide)1 << shift,
                                 &count_from) &&
         !__builtin_sub_overflow(j->scaled, count_from, spare) && *spare >= 0;
}

/* how far a column may move from where its reduced cost likes it */
static bool can_fix(wide reduced, wide range, wide spare, int64_t *moves) {
  const wide size = reduced > 0 ? reduced : -reduced;
  if (range == 0 || size == 0 || spare / size >= range)
    return false;
  *moves = (int64_t)(spare / size);
  return true;
}

/* the best column may give way to the second, the others to the best */
static void regret_pack(const core *k, const pack *p, wide *regret) {
  const offers of = offers_of(k, p);
  for (int i = 0; i < p->count; i++) {
    const int j = p->columns[i];
    const wide gain = k->reduced[j] + k->multipliers[p->row];
    regret[j] = of.most - (j == of.best ? of.second : gain);
  }
}

void core_regrets(const core *k, wide *regret) {
  for (int j = 0; j < k->column_count; j++)
    regret[j] = k->reduced[j] < 0 ? -k->reduced[j] : k->reduced[j];
  for (int p = 0; p < k->pack_count; p++)
    regret_pack(k, &k->packs[p], regret);
}

int core_count_unfixed(const core *k, const judgement *j, const wide *regret,
                       int shift, wide target) {
  wide spare;
  int count = 0;
  if (!spare_of(k, j, shift, target, &spare))
    return k->column_count;
  for (int i = 0; i < k->column_count; i++) {
    const int of = k->column_of[i];
    const wide range = (wide)k->outer.high[of] - k->outer.low[of];
    int64_t moves = 0;
    count +=
        range > 0 && (!can_fix(regret[i], range, spare, &moves) || moves > 0);
  }
  return count;
}

int core_fix(core *k, const judgement *last, wide target, change *changed) {
  judgement again = *last;
  wide spare;
  int64_t moves = 0;
  int count = 0;
  if (!spare_of(k, last, k->shift, target, &spare))
    return 0;
  if (k->pack_count > 0) {
    price_packs(k, spare);
    again.bounded = program_bound(rows_of(k, k->c), k->shift, k->multipliers,
                                  k->within, k->reduced, &again.scaled);
    if (!again.bounded || !spare_of(k, &again, k->shift, target, &spare))
      return 0;
  }
  for (int j = 0; j < k->column_count; j++) {
    int64_t *const low = &k->within.low[j], *const high = &k->within.high[j];
    if (!can_fix(k->reduced[j], (wide)*high - *low, spare, &moves))
      continue;
    if (k->reduced[j] > 0)
      *low = *high - moves;
    else
      *high = *low + moves;
    changed[count++] = (change){j, *low, *high};
  }
  return count;
}

static named_row name_of(const core *k, int i) {
  const int limit = i - k->row_count;
  return limit < 0 ? k->of->names[k->row_of[i]]
                   : (named_row){.kind = 's', .number = k->split_of[limit]};
}

static void put_weight(weight *each, int *count, named_row of, int64_t u) {
  for (int i = 0; i < *count; i++)
    if (each[i].of.kind == of.kind && each[i].of.level == of.level &&
        each[i].of.number == of.number) {
      each[i].u += u;
      return;
    }
  each[(*count)++] = (weight){of, u};
}

weights core_weights(arena *home, const core *k, named_row goal) {
  int count = 0;
  for (int i = 0; i < row_count_of(k); i++)
    count += k->multipliers[i] > 0;
  weight *const each = ARENA_ARRAY(home, weight, count + 1);
  count = 0;
  for (int i = 0; i < row_count_of(k); i++)
    if (k->multipliers[i] > 0)
      each[count++] = (weight){name_of(k, i), k->multipliers[i]};
  if (goal.kind)
    put_weight(each, &count, goal, INT64_C(1) << k->shift);
  return (weights){each, count};
}
