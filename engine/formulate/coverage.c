/* Coverage columns: 1 when a country has a person adopted. Columns with the
 * same members are one. */
#include "draft.h"
#include <string.h>

static int find(const draft *d, const int *members, int count) {
  for (int j = d->award_columns; j < d->g->column_count; j++) {
    const column *const c = &d->g->columns[j];
    if (c->kind == COLUMN_COVERAGE && c->member_count == count &&
        memcmp(c->members, members, (size_t)count * sizeof *members) == 0)
      return j;
  }
  return -1;
}

static int coverage(draft *d, const int *members, int count) {
  const int known = find(d, members, count);
  if (known >= 0)
    return known;
  return draft_column(d, (column){.kind = COLUMN_COVERAGE,
                                  .high = 1,
                                  .application = -1,
                                  .award = -1,
                                  .members = members,
                                  .member_count = count,
                                  .row = -1});
}

typedef struct member_list {
  int *item;
  int count, room;
} member_list;

static void member_add(arena *home, member_list *to, int member) {
  if (to->count == to->room) {
    to->room = to->room ? 2 * to->room : 8;
    to->item = arena_grow(home, to->item, sizeof *to->item, (size_t)to->count,
                          (size_t)to->room);
  }
  to->item[to->count++] = member;
}

static void add_member(draft *d, subject s, int j, member_list *of) {
  const column *const c = &d->g->columns[j];
  const country_set set =
      measure_countries(d->pool, s, c->application, c->award);
  for (int k = 0; k < country_count(); k++)
    if (country_set_has(&set, k))
      member_add(d->home, &of[k], j);
}

void draft_countries(draft *d, subject s, plans_of among, wide weight,
                     bool exact, terms *to) {
  member_list *const of = ARENA_ARRAY(d->home, member_list, COUNTRY_MAX);
  for (int i = 0; i < among.count; i++) {
    const int plan = among.applications[i];
    for (int k = 0; k < draft_award_count(d, plan); k++)
      add_member(d, s, d->first_column[plan] + k, of);
  }
  for (int k = 0; k < country_count(); k++) {
    if (of[k].count == 0)
      continue;
    const int j = coverage(d, of[k].item, of[k].count);
    d->capped[j] = d->capped[j] || exact;
    terms_add(d, to, j, weight);
  }
}

/* y - sum of members <= 0 */
static bool at_most_its_members(draft *d, int fact, int j) {
  const column *const c = &d->g->columns[j];
  terms sum = {0};
  terms_add(d, &sum, j, 1);
  for (int m = 0; m < c->member_count; m++)
    terms_add(d, &sum, c->members[m], -1);
  return draft_row(d, fact, "", &sum, 0);
}

/* for each plan among the members: its awards - y <= 0 */
static bool at_least_each_plan(draft *d, int fact, int j) {
  const int count = d->g->columns[j].member_count;
  const int *const members = d->g->columns[j].members;
  for (int m = 0; m < count;) {
    terms sum = {0};
    const int plan = d->g->columns[members[m]].application;
    for (; m < count && d->g->columns[members[m]].application == plan; m++)
      terms_add(d, &sum, members[m], 1);
    terms_add(d, &sum, j, -1);
    if (!draft_row(d, fact, "", &sum, 0))
      return false;
  }
  return true;
}

bool draft_coverage_rows(draft *d) {
  const int fact = draft_owner(d, OWNER_FACT, "", -1);
  for (int j = d->award_columns; j < d->g->column_count; j++) {
    if (d->g->columns[j].kind != COLUMN_COVERAGE)
      continue;
    if (!at_most_its_members(d, fact, j))
      return false;
    if (d->capped[j] && !at_least_each_plan(d, fact, j))
      return false;
  }
  return true;
}
