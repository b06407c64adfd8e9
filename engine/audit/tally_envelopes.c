/* The budget split over groups of plans that share no reviewer. */
#include "tally.h"

/* the most a plan may be given: what a decision names, else any */
static int64_t largest_grant(const entry *e) {
  const char *const level = e->ruling ? e->ruling->level : "";
  int64_t most = 0;
  for (int k = 0; k < e->grant_count; k++)
    if ((*level == '\0' || text_same(level, e->grants[k].level)) &&
        e->grants[k].yen > most)
      most = e->grants[k].yen;
  return most;
}

typedef struct claim { /* of a group */
  int64_t plans, asked, adopted;
} claim;

static claim *claims_of(const roll *r, given_in *given, int64_t *apart) {
  claim *const of = ARENA_ARRAY(r->home, claim, r->group_count + 1);
  for (int i = 0; i < r->count; i++) {
    const entry *const e = &r->entries[i];
    claim *const to = &of[e->group];
    if (given(e) >= 0)
      to->adopted += e->grants[given(e)].yen;
    if (!e->competes)
      continue;
    to->plans++;
    to->asked += e->grants[0].yen;
    *apart += e->group == 0 ? largest_grant(e) : 0;
  }
  return of;
}

/* groups 1 and up; what one may spend goes to `part` */
static void share_out(const roll *r, const claim *of, int64_t total,
                      int64_t *part) {
  int64_t *const weight = ARENA_ARRAY(r->home, int64_t, r->group_count + 1);
  int64_t asked = 0;
  for (int k = 1; k <= r->group_count; k++)
    asked += of[k].asked;
  const bool by_plans =
      asked == 0 || r->rules->scoring.envelopes_by == ENVELOPES_BY_PLANS;
  for (int k = 1; k <= r->group_count; k++)
    weight[k - 1] = by_plans ? of[k].plans : of[k].asked;
  roll_apportion(r->home, total, weight, r->group_count, part + 1);
}

void tally_envelopes(const roll *r, given_in *given, tally *t) {
  int64_t apart = 0;
  int competing = 0;
  if (r->rules->scoring.unidentified != UNIDENTIFIED_ENVELOPES)
    return;
  const claim *const of = claims_of(r, given, &apart);
  for (int k = 1; k <= r->group_count; k++)
    competing += of[k].plans > 0;
  if (competing < 2)
    return;
  int64_t *const part = ARENA_ARRAY(r->home, int64_t, r->group_count + 1);
  share_out(r, of, t->base_yen > apart ? t->base_yen - apart : 0, part);
  t->envelopes = ARENA_ARRAY(r->home, tally_envelope, competing);
  for (int k = 1; k <= r->group_count; k++)
    if (of[k].plans > 0)
      t->envelopes[t->envelope_count++] = (tally_envelope){
          arena_format(r->home, "envelope:%d", k), part[k], of[k].adopted};
}
