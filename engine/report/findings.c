#include "findings.h"

/* both lists are ordered by application already; admission is tested first */
findings findings_of(arena *home, const merits *from) {
  const pool *const p = from->of;
  const int count = p->finding_count + from->finding_count;
  findings to = {ARENA_ARRAY(home, const finding *, count + 1), 0};
  int a = 0, s = 0;
  while (to.count < count) {
    const bool admitted_first =
        s == from->finding_count ||
        (a < p->finding_count &&
         p->findings[a].application <= from->findings[s].application);
    to.item[to.count++] =
        admitted_first ? &p->findings[a++] : &from->findings[s++];
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
