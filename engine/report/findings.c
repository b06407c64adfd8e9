#include "findings.h"

typedef struct listing { /* findings of one room, by application */
  const finding *next;
  int left;
} listing;

/* the first of the lists whose next finding is of the first application */
static listing *first_of(listing *all, int lists) {
  listing *first = NULL;
  for (int k = 0; k < lists; k++)
    if (all[k].left > 0 &&
        (!first || all[k].next->application < first->next->application))
      first = &all[k];
  return first;
}

findings findings_of(arena *home, const outcome *o) {
  const merits *const m = o->merits;
  const envelopes *const split = o->account ? o->account->of->envelopes : NULL;
  listing all[] = {{m->of->findings, m->of->finding_count},
                   {m->findings, m->finding_count},
                   {split ? split->findings : NULL, split ? split->count : 0}};
  const int lists = sizeof all / sizeof *all;
  const int count = all[0].left + all[1].left + all[2].left;
  findings to = {ARENA_ARRAY(home, const finding *, count + 1), 0};
  for (listing *from = first_of(all, lists); from;
       from = first_of(all, lists)) {
    to.item[to.count++] = from->next++;
    from->left--;
  }
  return to;
}

const int *findings_counts(arena *home, const merits *from) {
  int *const counts = ARENA_ARRAY(home, int, VERDICT_FAIL + 1);
  for (int i = 0; i < from->of->count; i++) {
    const bool missed = from->item[i].scored && !from->item[i].passes;
    counts[missed ? VERDICT_FAIL : from->of->applications[i].verdict]++;
  }
  return counts;
}

names findings_blamed(arena *home, const account *a) {
  names to = {ARENA_ARRAY(home, const char *, a->from->clash_count + 1), 0};
  for (int i = 0; i < a->from->clash_count; i++)
    to.item[to.count++] = a->of->owners[a->from->clash[i]].id;
  return to;
}

names findings_no_room(arena *home, const account *a) {
  names to = findings_blamed(home, a);
  if (to.count == 0) /* no rule is needed: there is no money */
    to.item[to.count++] = "budget";
  return to;
}
