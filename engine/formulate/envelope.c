#include "envelope.h"
#include "../../models/split.h"
#include "../admit/finding.h"
#include "draft.h"

static int64_t least_award(const application *a) {
  int64_t least = INT64_MAX;
  for (int w = 0; w < a->award_count; w++)
    if (draft_offers(a, w) && a->awards[w].yen < least)
      least = a->awards[w].yen;
  return least;
}

static int64_t largest_award(const application *a) {
  int64_t most = 0;
  for (int w = 0; w < a->award_count; w++)
    if (draft_offers(a, w) && a->awards[w].yen > most)
      most = a->awards[w].yen;
  return most;
}

typedef struct share { /* of a group, while plans are counted */
  int *member;
  int plans;
  int64_t asked, least;
} share;

/* how many plans of each group compete; in place of that of group 0 the yen
 * to set apart */
static share *count_plans(arena *home, const worths *from, int64_t *apart) {
  const pool *const p = from->from->of;
  share *const of = ARENA_ARRAY(home, share, from->from->group_count + 1);
  for (int i = 0; i < p->count; i++) {
    const int number = from->from->item[i].group;
    if (from->item[i].competes && number == 0)
      *apart += largest_award(&p->applications[i]);
    else if (from->item[i].competes)
      of[number].plans++;
  }
  for (int k = 1; k <= from->from->group_count; k++) {
    of[k] = (share){ARENA_ARRAY(home, int, of[k].plans), 0, 0, INT64_MAX};
  }
  return of;
}

static void add_plan(const pool *from, int plan, share *to) {
  const application *const a = &from->applications[plan];
  const int64_t least = least_award(a);
  to->least = least < to->least ? least : to->least;
  to->member[to->plans++] = plan;
  to->asked += a->awards[0].yen;
}

static envelope *gather(arena *home, const worths *from, envelopes *all) {
  const int groups = from->from->group_count;
  share *const of = count_plans(home, from, &all->apart_yen);
  for (int i = 0; i < from->from->of->count; i++)
    if (from->item[i].competes && from->from->item[i].group > 0)
      add_plan(from->from->of, i, &of[from->from->item[i].group]);
  envelope *const to = ARENA_ARRAY(home, envelope, groups + 1);
  for (int k = 1; k <= groups; k++)
    if (of[k].plans > 0)
      to[all->count++] = (envelope){k,
                                    arena_format(home, "envelope:%d", k),
                                    of[k].member,
                                    of[k].plans,
                                    of[k].asked,
                                    of[k].least,
                                    0};
  return to;
}

static void share_out(arena *home, const policy *rules, int64_t total,
                      envelope *item, int count) {
  int64_t *const weight = ARENA_ARRAY(home, int64_t, count);
  int64_t *const part = ARENA_ARRAY(home, int64_t, count);
  int64_t asked = 0;
  for (int k = 0; k < count; k++)
    asked += item[k].asked;
  const bool by_yen =
      rules->scoring.envelopes_by == ENVELOPES_BY_YEN && asked > 0;
  for (int k = 0; k < count; k++)
    weight[k] = by_yen ? item[k].asked : item[k].plans;
  split_total(home, total, weight, count, part);
  for (int k = 0; k < count; k++)
    item[k].yen = part[k];
}

static const finding *tell(arena *home, const policy *rules,
                           const envelope *item, int count) {
  static const char *const words[] = {
      [ENVELOPES_BY_YEN] = "yen", [ENVELOPES_BY_PLANS] = "plans"};
  finding *const to = ARENA_ARRAY(home, finding, count);
  for (int k = 0; k < count; k++) {
    const envelope *const e = &item[k];
    const bool is_short = e->least > e->yen;
    to[k] = (finding){-1,
                      is_short ? GATE_ENVELOPE_SHORT : GATE_ENVELOPE,
                      is_short ? VERDICT_FAIL : VERDICT_OK,
                      finding_integer(home, is_short ? e->least : e->asked),
                      finding_integer(home, e->yen),
                      arena_format(home, "%s, scoring.envelopes_by: %s", e->id,
                                   words[rules->scoring.envelopes_by])};
  }
  return to;
}

const envelopes *envelopes_split(arena *home, const worths *from) {
  const policy *const rules = from->from->of->rules;
  envelopes *const all = ARENA_NEW(home, envelopes);
  if (rules->scoring.unidentified != UNIDENTIFIED_ENVELOPES)
    return all;
  envelope *const item = gather(home, from, all);
  if (all->count < 2) {
    *all = (envelopes){0};
    return all;
  }
  const int64_t base = policy_base_yen(rules);
  share_out(home, rules, base > all->apart_yen ? base - all->apart_yen : 0,
            item, all->count);
  all->item = item;
  all->findings = tell(home, rules, item, all->count);
  return all;
}
