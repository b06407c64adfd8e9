/* Which plans a gate fails. What a table leaves open fails no gate. */
#include "roll.h"
#include <stdlib.h>

static bool strand_fails(const roll *r, const entry *e) {
  if (r->rules->strand_count == 0)
    return false;
  const int at = policy_strand(r->rules, e->row->strand);
  const names *const courses = &r->rules->strands[at].courses;
  if (e->row->course[0] == '\0')
    return courses->count > 0;
  return names_find(courses, e->row->course) < 0;
}

static bool days_fail(const entry *e) {
  const course *const c = e->course;
  if (!c || c->days == POLICY_NONE || e->row->days == DOSSIER_MISSING)
    return false;
  int64_t most = c->days;
  for (int i = 0; i < c->days_if_count; i++) {
    const days_rule *const far = &c->days_if[i];
    if (e->row->domestic_km != DOSSIER_MISSING &&
        e->row->domestic_km >= far->km_at_least && far->days > most)
      most = far->days;
  }
  return e->row->days > most;
}

static int senders_of(arena *home, const entry *e) {
  text_table *const seen = text_table_new(home, (size_t)e->party_count);
  int count = 0;
  for (int k = 0; k < e->party_count; k++)
    if (e->parties[k].sender[0] != '\0' &&
        text_table_add(seen, e->parties[k].sender, count) == count)
      count++;
  return count;
}

static bool people_fail(const roll *r, const entry *e) {
  const course *const c = e->course;
  if (!c || c->people == POLICY_NONE)
    return false;
  int64_t most = c->people;
  const int senders = c->people_if_count > 0 ? senders_of(r->home, e) : 0;
  for (int i = 0; i < c->people_if_count; i++)
    if (senders >= c->people_if[i].senders_at_least &&
        c->people_if[i].people > most)
      most = c->people_if[i].people;
  return e->grants[0].people > most;
}

static bool outside_fails(const entry *e) {
  if (!e->course || e->course->all_people_in < 0)
    return false;
  for (int k = 0; k < e->party_count; k++)
    if (!bit_of(e->parties[k].groups, e->course->all_people_in))
      return true;
  return false;
}

static bool guests_fail(const roll *r, int at) {
  const admission *const a = &r->rules->admission;
  const course *const c = r->entries[at].course;
  const bool visit = c && c->visit_stated ? c->first_visit : a->first_visit;
  for (int i = r->delegations.first[at]; i >= 0; i = r->delegations.next[i]) {
    const delegation_row *const d = &r->from->delegations[i];
    const bool old = a->oldest_age != POLICY_NONE &&
                     d->oldest_age != DOSSIER_MISSING &&
                     d->oldest_age > a->oldest_age;
    const bool odd = d->role[0] != '\0' && !names_allow(&a->roles, d->role);
    if (old || odd || (visit && d->first_visit == ANSWER_NO))
      return true;
  }
  return false;
}

static bool entry_fails(const roll *r, int at) {
  const entry *const e = &r->entries[at];
  const admission *const a = &r->rules->admission;
  return e->party_count == 0 || strand_fails(r, e) || days_fail(e) ||
         people_fail(r, e) || outside_fails(e) || guests_fail(r, at) ||
         (e->row->field[0] != '\0' &&
          !names_allow(&a->fields, e->row->field)) ||
         (a->reviews_at_least != POLICY_NONE &&
          e->reviews < a->reviews_at_least);
}

/* ---- applications of one host */

static int by_host(const void *a, const void *b) {
  const entry *const left = *(entry *const *)a;
  const entry *const right = *(entry *const *)b;
  const int host = text_order(left->row->host_id, right->row->host_id);
  if (host)
    return host;
  if (left->row->received_on != right->row->received_on)
    return left->row->received_on < right->row->received_on ? -1 : 1;
  return text_order(left->row->id, right->row->id);
}

static void fail_excess(roll *r) {
  const admission *const a = &r->rules->admission;
  entry **const all = ARENA_ARRAY(r->home, entry *, r->count + 1);
  for (int i = 0; i < r->count; i++)
    all[i] = &r->entries[i];
  if (r->count > 1)
    qsort(all, (size_t)r->count, sizeof *all, by_host);
  for (int i = 0, end = 0; i < r->count; i = end) {
    while (end < r->count &&
           text_same(all[i]->row->host_id, all[end]->row->host_id))
      end++;
    const int64_t most = a->applications_per_host_at_most;
    if (end - i <= most)
      continue;
    for (int k = i; k < end; k++)
      if (a->on_excess == EXCESS_ALL_FAIL || k - i >= most)
        all[k]->fails = true;
  }
}

void roll_gates(roll *r) {
  for (int i = 0; i < r->count; i++)
    r->entries[i].fails = entry_fails(r, i);
  if (r->rules->admission.applications_per_host_at_most != POLICY_NONE)
    fail_excess(r);
}
