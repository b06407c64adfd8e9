/* What admission asks of the application as such. */
#include "../base/text.h"
#include "gate.h"
#include <stdlib.h>

outcome hear_field(const trial *t) {
  const names *fields = &t->of->rules->admission.fields;
  if (fields->count == 0)
    return OUTCOME_FREE;
  if (*t->plan->field == '\0')
    return OUTCOME_UNTESTED;
  if (names_find(fields, t->plan->field) < 0)
    trial_fail(t, t->plan->field, "admission", "fields",
               finding_names(t->of->home, fields));
  return OUTCOME_TESTED;
}

outcome hear_reviews(const trial *t) {
  const int64_t least = t->of->rules->admission.reviews_at_least;
  if (least == POLICY_NONE)
    return OUTCOME_FREE;
  const int reviews = t->of->reviews[t->place];
  if (reviews < least)
    trial_fail(t, finding_integer(t->of->home, reviews), "admission",
               "reviews_at_least", finding_integer(t->of->home, least));
  return OUTCOME_TESTED;
}

typedef struct arrival {
  const char *host;
  int32_t received;
  int place; /* ascending with the id */
} arrival;

static int by_host_and_day(const void *a, const void *b) {
  const arrival *p = a, *q = b;
  const int c = text_order(p->host, q->host);
  if (c)
    return c;
  if (p->received != q->received)
    return p->received < q->received ? -1 : 1;
  return p->place < q->place ? -1 : p->place > q->place;
}

static arrival *arrivals_of(const draft *d) {
  const int count = d->to->count;
  arrival *all = ARENA_ARRAY(d->home, arrival, count + 1);
  for (int a = 0; a < count; a++) {
    const application *plan = &d->to->applications[a];
    all[a] = (arrival){plan->host, plan->received, a};
  }
  if (count > 1)
    qsort(all, (size_t)count, sizeof *all, by_host_and_day);
  return all;
}

void host_line_up(draft *d) {
  const int count = d->to->count;
  const arrival *all = arrivals_of(d);
  int *position = ARENA_ARRAY(d->home, int, count + 1);
  int *total = ARENA_ARRAY(d->home, int, count + 1);
  for (int i = 0, next = 0; i < count; i = next) {
    while (next < count && text_same(all[next].host, all[i].host))
      next++;
    for (int k = i; k < next; k++) {
      position[all[k].place] = k - i + 1;
      total[all[k].place] = next - i;
    }
  }
  d->host_position = position;
  d->host_total = total;
}

outcome hear_host_excess(const trial *t) {
  const admission *asks = &t->of->rules->admission;
  const int64_t most = asks->applications_per_host_at_most;
  if (most == POLICY_NONE)
    return OUTCOME_FREE;
  const int total = t->of->host_total[t->place];
  if (total <= most)
    return OUTCOME_TESTED;
  const bool by_day = asks->on_excess == EXCESS_LATEST_FAIL;
  if (!by_day || t->of->host_position[t->place] > most)
    trial_fail(t, arena_format(t->of->home, "%s: %d", t->plan->host, total),
               "admission", "applications_per_host_at_most",
               finding_integer(t->of->home, most));
  const bool unknown = by_day && t->plan->received == DATE_MISSING;
  return unknown ? OUTCOME_UNTESTED : OUTCOME_TESTED;
}
