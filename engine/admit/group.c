/* Which people are in which group: every condition a group states must hold. */
#include "draft.h"
#include "record.h"
#include <assert.h>

typedef struct standing { /* what history says to one group */
  country_set has_record, not_new;
  const bool *sender; /* null: not asked */
} standing;

typedef struct candidate {
  const policy *rules;
  const standing *standings;
  const application *plan;
  const delegation *who;
  uint64_t known, in, open; /* bits of groups */
} candidate;

static bool is_in(candidate *c, int index);

static uint64_t bit(int index) { return UINT64_C(1) << index; }

static bool fits(const names *list, const char *value) {
  return list->count == 0 || names_find(list, value) >= 0;
}

static bool fits_plan(const group *g, const application *plan) {
  return fits(&g->fields, plan->field) &&
         fits(&g->host_types, plan->host_type) &&
         fits(&g->strands, plan->strand) && fits(&g->courses, plan->course);
}

static bool fits_people(const group *g, const standing *s,
                        const delegation *who) {
  if (g->countries_stated && !country_set_has(&g->countries, who->country))
    return false;
  if (g->has_record.stated && !country_set_has(&s->has_record, who->country))
    return false;
  if (g->no_record.stated && country_set_has(&s->not_new, who->country))
    return false;
  return !s->sender || (who->sender >= 0 && s->sender[who->sender]);
}

static bool fits_others(const group *g, candidate *c) {
  bool any = g->any_of == 0;
  for (int i = 0; i < c->rules->group_count; i++) {
    if (!((g->any_of | g->all_of) & bit(i)))
      continue;
    const bool in = is_in(c, i);
    if (!in && (g->all_of & bit(i)))
      return false;
    any = any || (in && (g->any_of & bit(i)));
  }
  return any;
}

/* Groups may name each other in any order, so each is asked for when needed;
 * the policy has no circles. */
static bool is_in(candidate *c, int index) {
  if (c->known & bit(index))
    return c->in & bit(index);
  assert(!(c->open & bit(index)));
  c->open |= bit(index);
  const group *g = &c->rules->groups[index];
  const bool in = fits_plan(g, c->plan) &&
                  fits_people(g, &c->standings[index], c->who) &&
                  fits_others(g, c);
  c->known |= bit(index);
  c->in |= in ? bit(index) : 0;
  return in;
}

static uint64_t groups_of(candidate c) {
  for (int i = 0; i < c.rules->group_count; i++)
    (void)is_in(&c, i);
  return c.in;
}

static const standing *standings_of(const draft *d) {
  const policy *p = d->rules;
  standing *all = ARENA_ARRAY(d->home, standing, p->group_count + 1);
  for (int i = 0; i < p->group_count; i++) {
    const group *g = &p->groups[i];
    if (g->has_record.stated)
      all[i].has_record = record_countries(&g->has_record, d->from);
    if (g->no_record.stated)
      all[i].not_new = record_countries(&g->no_record, d->from);
    if (g->senders_with_record.stated)
      all[i].sender = record_senders(d->home, &g->senders_with_record, d->from,
                                     &d->to->senders);
  }
  return all;
}

void group_mark(draft *d) {
  assert(d->rules->group_count <= POLICY_GROUPS_MAX);
  const standing *standings = standings_of(d);
  for (int a = 0; a < d->to->count; a++) {
    application *plan = &d->to->applications[a];
    for (int i = 0; i < plan->delegation_count; i++)
      plan->delegations[i].groups = groups_of((candidate){
          d->rules, standings, plan, &plan->delegations[i], 0, 0, 0});
  }
}
