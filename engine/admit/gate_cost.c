/* Correctable: what may not be paid is taken off, and both sums are shown. */
#include "../base/text.h"
#include "gate.h"
#include <inttypes.h>
#include <stdlib.h>

static int by_text(const void *a, const void *b) {
  return text_order(*(const char *const *)a, *(const char *const *)b);
}

/* ", programme 120000, tax 9000": the heads that are not in the list, or "" */
static const char *heads_outside(const trial *t, const names *list) {
  const draft *d = t->of;
  const int first = d->costs.start[t->place];
  const int rows = d->costs.start[t->place + 1] - first;
  const char **piece = ARENA_ARRAY(d->home, const char *, rows + 1);
  int count = 0;
  for (int i = 0; i < rows; i++) {
    const cost_row *row = &d->from->costs[d->costs.row[first + i]];
    if (names_find(list, row->head) < 0)
      piece[count++] =
          arena_format(d->home, "%s %" PRId64, row->head, row->yen);
  }
  if (count > 1)
    qsort(piece, (size_t)count, sizeof *piece, by_text);
  return finding_names(d->home, &(names){piece, count});
}

static void correct_heads(const trial *t, const names *list, const char *key) {
  const char *outside = heads_outside(t, list);
  if (*outside == '\0')
    return;
  arena *home = t->of->home;
  const costing *sums = &t->of->bills[t->place].sums;
  trial_find(t, VERDICT_CORRECTABLE,
             arena_format(home, "%" PRId64 ": %s", sums->asked, outside),
             finding_integer(home, sums->payable),
             finding_cite(home, "cost", key, finding_names(home, list)));
}

outcome hear_cost_heads(const trial *t) {
  const cost *c = &t->of->rules->cost;
  const names *by_host = cost_host_heads(c, t->plan->host_type);
  if (c->heads.count == 0 && !by_host)
    return OUTCOME_FREE;
  if (!t->of->bills[t->place].itemised)
    return OUTCOME_UNTESTED;
  if (c->heads.count > 0)
    correct_heads(t, &c->heads, "heads");
  if (by_host)
    correct_heads(
        t, by_host,
        arena_format(t->of->home, "by_host_type.%s", t->plan->host_type));
  return OUTCOME_TESTED;
}

static const char *percent_text(arena *home, decimal percent) {
  return percent % DECIMAL_ONE ? finding_decimal(home, percent)
                               : finding_integer(home, percent / DECIMAL_ONE);
}

outcome hear_admin_percent(const trial *t) {
  const cost *c = &t->of->rules->cost;
  if (c->admin_percent == POLICY_NONE)
    return OUTCOME_FREE;
  if (!t->of->bills[t->place].itemised)
    return OUTCOME_UNTESTED;
  arena *home = t->of->home;
  const costing *sums = &t->of->bills[t->place].sums;
  if (sums->administration > sums->administration_at_most)
    trial_find(t, VERDICT_CORRECTABLE,
               arena_format(home, "%" PRId64 ": admin %" PRId64, sums->payable,
                            sums->administration),
               arena_format(home, "%" PRId64 ": admin %" PRId64,
                            sums->corrected, sums->administration_at_most),
               finding_cite(home, "cost", "admin_percent",
                            percent_text(home, c->admin_percent)));
  return OUTCOME_TESTED;
}
