/* What a plan may be given, split over the people it brings. */
#include "../../models/split.h"
#include "../base/text.h"
#include "draft.h"
#include <assert.h>
#include <stdlib.h>

static int64_t people_of(const application *plan) {
  int64_t sum = 0;
  for (int i = 0; i < plan->delegation_count; i++)
    sum += plan->delegations[i].people;
  return sum;
}

static int larger_first(const void *a, const void *b) {
  const award *p = a, *q = b;
  if (p->yen != q->yen)
    return p->yen > q->yen ? -1 : 1;
  if (p->people != q->people)
    return p->people > q->people ? -1 : 1;
  if (p->worth_percent != q->worth_percent)
    return p->worth_percent > q->worth_percent ? -1 : 1;
  return text_order(p->level, q->level);
}

typedef struct shape { /* how a plan's people stand to each other */
  int country_count;
  int *first;              /* of each country's delegations; one more at end */
  int64_t *people;         /* one a delegation */
  int64_t *country_people; /* one a country */
} shape;

static shape shape_of(arena *home, const application *plan) {
  const int count = plan->delegation_count;
  shape s = {0, ARENA_ARRAY(home, int, count + 1),
             ARENA_ARRAY(home, int64_t, count + 1),
             ARENA_ARRAY(home, int64_t, count + 1)};
  for (int i = 0; i < count; i++) {
    const delegation *now = &plan->delegations[i];
    if (i == 0 || now->country != now[-1].country)
      s.first[s.country_count++] = i;
    s.people[i] = now->people;
    s.country_people[s.country_count - 1] += now->people;
  }
  s.first[s.country_count] = count;
  return s;
}

/* by country first, then inside each country by sender */
static const int64_t *shares_of(arena *home, const shape *s, int64_t total) {
  int64_t *part = ARENA_ARRAY(home, int64_t, s->first[s->country_count] + 1);
  if (s->country_count == 0)
    return part;
  int64_t *country = ARENA_ARRAY(home, int64_t, s->country_count);
  split_total(home, total, s->country_people, s->country_count, country);
  for (int c = 0; c < s->country_count; c++) {
    const int first = s->first[c];
    split_total(home, country[c], s->people + first, s->first[c + 1] - first,
                part + first);
  }
  return part;
}

/* A level never brings more money than the full figure it is a part of, also
 * when that figure was corrected downwards. */
static award level_of(const level_row *row, int64_t full_yen) {
  assert(!text_same(row->level, "full"));
  return (award){.level = row->level,
                 .yen = row->yen < full_yen ? row->yen : full_yen,
                 .people = row->people,
                 .worth_percent = row->worth_percent};
}

static void share_one(draft *d, int place) {
  application *plan = &d->to->applications[place];
  const bill *costs = &d->bills[place];
  const int first = d->levels.start[place];
  const int levels = d->levels.start[place + 1] - first;
  plan->award_count = 1 + levels;
  plan->awards = ARENA_ARRAY(d->home, award, plan->award_count);
  const int64_t yen = costs->itemised ? costs->sums.corrected : plan->yen_asked;
  plan->awards[0] = (award){.level = "full",
                            .yen = yen,
                            .people = people_of(plan),
                            .worth_percent = 100};
  for (int i = 0; i < levels; i++)
    plan->awards[1 + i] =
        level_of(&d->from->levels[d->levels.row[first + i]], yen);
  if (levels > 1)
    qsort(plan->awards + 1, (size_t)levels, sizeof(award), larger_first);
  const shape s = shape_of(d->home, plan);
  for (int i = 0; i < plan->award_count; i++) {
    award *w = &plan->awards[i];
    assert(w->yen >= 0 && w->people >= 0);
    w->delegation_yen = shares_of(d->home, &s, w->yen);
    w->delegation_people = shares_of(d->home, &s, w->people);
  }
}

void award_share(draft *d) {
  for (int a = 0; a < d->to->count; a++)
    share_one(d, a);
}
