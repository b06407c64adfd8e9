/* Who comes from where, and in which groups. */
#include "roll.h"
#include <stdlib.h>

static int party_order(const void *a, const void *b) {
  const party *const left = a, *const right = b;
  const int by_country =
      text_order(country_code(left->country), country_code(right->country));
  return by_country ? by_country : text_order(left->sender, right->sender);
}

static void gather(roll *r, int at) {
  entry *const e = &r->entries[at];
  int rows = 0;
  for (int i = r->delegations.first[at]; i >= 0; i = r->delegations.next[i])
    rows++;
  e->parties = ARENA_ARRAY(r->home, party, rows + 1);
  rows = 0;
  for (int i = r->delegations.first[at]; i >= 0; i = r->delegations.next[i]) {
    const delegation_row *const d = &r->from->delegations[i];
    e->parties[rows++] = (party){d->country, d->sender_id, d->people, 0};
  }
  if (rows > 1)
    qsort(e->parties, (size_t)rows, sizeof *e->parties, party_order);
  for (int i = 0; i < rows; i++)
    if (e->party_count > 0 &&
        party_order(&e->parties[e->party_count - 1], &e->parties[i]) == 0)
      e->parties[e->party_count - 1].people += e->parties[i].people;
    else
      e->parties[e->party_count++] = e->parties[i];
}

/* ---- groups */

typedef struct memory { /* what history says to one record_test */
  country_set countries;
  text_table *senders;
} memory;

static memory remember(const roll *r, const record_test *asks) {
  memory m = {{{0}}, text_table_new(r->home, 64)};
  for (int i = 0; asks->stated && i < r->from->history_count; i++) {
    const history_row *const h = &r->from->history[i];
    const bool strand_fits =
        h->strand[0] == '\0' || names_allow(&asks->strands, h->strand);
    if (h->people < 1 || h->fiscal_year < asks->since || !strand_fits)
      continue;
    country_set_add(&m.countries, h->country);
    if (h->sender_id[0] != '\0')
      text_table_add(m.senders, h->sender_id, 1);
  }
  return m;
}

typedef struct memories {
  memory has, lacks, senders;
} memories;

/* every condition but those on other groups */
static bool fits_alone(const group *g, const memories *m, const entry *e,
                       const party *p) {
  if (!names_allow(&g->fields, e->row->field) ||
      !names_allow(&g->host_types, e->row->host_type) ||
      !names_allow(&g->strands, e->row->strand) ||
      !names_allow(&g->courses, e->row->course))
    return false;
  if (g->countries_stated && !country_set_has(&g->countries, p->country))
    return false;
  if (g->has_record.stated && !country_set_has(&m->has.countries, p->country))
    return false;
  if (g->no_record.stated && country_set_has(&m->lacks.countries, p->country))
    return false;
  return !g->senders_with_record.stated ||
         text_table_find(m->senders.senders, p->sender) >= 0;
}

/* Groups name each other without circles, so that as many rounds as there are
 * groups settle all; a round without change ends it earlier. */
static uint64_t settle(const policy *rules, uint64_t alone) {
  uint64_t in = 0;
  for (int rounds = 0; rounds <= rules->group_count; rounds++) {
    uint64_t next = 0;
    for (int g = 0; g < rules->group_count; g++) {
      const group *const one = &rules->groups[g];
      if (bit_of(alone, g) && (one->any_of == 0 || (one->any_of & in) != 0) &&
          (one->all_of & in) == one->all_of)
        next |= UINT64_C(1) << g;
    }
    if (next == in)
      break;
    in = next;
  }
  return in;
}

void roll_parties(roll *r) {
  const policy *const p = r->rules;
  memories *const said = ARENA_ARRAY(r->home, memories, p->group_count + 1);
  for (int g = 0; g < p->group_count; g++)
    said[g] = (memories){remember(r, &p->groups[g].has_record),
                         remember(r, &p->groups[g].no_record),
                         remember(r, &p->groups[g].senders_with_record)};
  for (int i = 0; i < r->count; i++) {
    entry *const e = &r->entries[i];
    gather(r, i);
    for (int k = 0; k < e->party_count; k++) {
      uint64_t alone = 0;
      for (int g = 0; g < p->group_count; g++)
        if (fits_alone(&p->groups[g], &said[g], e, &e->parties[k]))
          alone |= UINT64_C(1) << g;
      e->parties[k].groups = settle(p, alone);
    }
  }
}
