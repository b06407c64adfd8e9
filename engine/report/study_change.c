#include "study_change.h"
#include "../base/text.h"
#include <assert.h>

static const pool *pool_of(const study_sets *sets) {
  return sets->item[SET_RAW].merits->of;
}

static int award_of(const study_sets *sets, int set, int place) {
  return sets->item[set].account->verdicts[place].award;
}

const char *study_award(const study_sets *sets, int set, int place) {
  const int which = award_of(sets, set, place);
  return which < 0 ? NULL
                   : pool_of(sets)->applications[place].awards[which].level;
}

static bool is_alike(const study_sets *sets, int place) {
  for (int k = 1; k < STUDY_SETS; k++)
    if (award_of(sets, k, place) != award_of(sets, SET_RAW, place))
      return false;
  return true;
}

/* both stand by id */
static const study_plan *plan_of(const study *s, const char *id, int *next) {
  while (*next < s->plan_count && text_order(s->plans[*next].id, id) < 0)
    ++*next;
  return *next < s->plan_count && text_same(s->plans[*next].id, id)
             ? &s->plans[*next]
             : NULL;
}

study_changes study_changes_of(arena *home, const study *s,
                               const study_sets *sets) {
  assert(sets->status == SETS_MADE);
  const pool *const p = pool_of(sets);
  study_changes to = {ARENA_ARRAY(home, study_change, p->count + 1), 0};
  for (int i = 0, next = 0; i < p->count; i++)
    if (!is_alike(sets, i)) {
      const application *const a = &p->applications[i];
      to.item[to.count++] = (study_change){i, a, plan_of(s, a->id, &next)};
    }
  return to;
}

static int only_in(const study_sets *sets, int set, int other) {
  int count = 0;
  for (int i = 0; i < pool_of(sets)->count; i++)
    count += award_of(sets, set, i) >= 0 && award_of(sets, other, i) < 0;
  return count;
}

int study_come_in(const study_sets *sets, int set) {
  return only_in(sets, set, SET_RAW);
}

int study_go_out(const study_sets *sets, int set) {
  return only_in(sets, SET_RAW, set);
}
