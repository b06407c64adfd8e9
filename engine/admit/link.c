/* Applications by id, hosts and senders by name, rows by application. */
#include "../base/text.h"
#include "draft.h"
#include <assert.h>
#include <stdlib.h>

typedef struct tag {
  const char *id;
  int index;
} tag;

static int by_id(const void *a, const void *b) {
  const tag *p = a, *q = b;
  const int c = text_order(p->id, q->id);
  return c ? c : (p->index > q->index) - (p->index < q->index);
}

static void sort_tags(tag *all, int count) {
  if (count > 1)
    qsort(all, (size_t)count, sizeof *all, by_id);
}

/* the ids of the tags, each once, without the empty one */
static names distinct(arena *home, tag *all, int count) {
  sort_tags(all, count);
  names list = {ARENA_ARRAY(home, const char *, count + 1), 0};
  for (int i = 0; i < count; i++) {
    const bool same = i > 0 && text_same(all[i].id, all[i - 1].id);
    if (!same && *all[i].id)
      list.item[list.count++] = all[i].id;
  }
  return list;
}

static names hosts_of(arena *home, const dossier *from) {
  const int count = from->application_count;
  tag *all = ARENA_ARRAY(home, tag, count + 1);
  for (int i = 0; i < count; i++)
    all[i] = (tag){from->applications[i].host_id, i};
  return distinct(home, all, count);
}

static names senders_of(arena *home, const dossier *from) {
  const int count = from->delegation_count;
  tag *all = ARENA_ARRAY(home, tag, count + 1);
  for (int i = 0; i < count; i++)
    all[i] = (tag){from->delegations[i].sender_id, i};
  return distinct(home, all, count);
}

/* counting sort: keeps the order of the rows of one key */
static rows_of gather(arena *home, int keys, const int *key, int count) {
  int *start = ARENA_ARRAY(home, int, keys + 2);
  int *row = ARENA_ARRAY(home, int, count + 1);
  for (int i = 0; i < count; i++) {
    assert(0 <= key[i] && key[i] < keys);
    start[key[i] + 2]++;
  }
  for (int k = 2; k < keys + 2; k++)
    start[k] += start[k - 1];
  for (int i = 0; i < count; i++)
    row[start[key[i] + 1]++] = i;
  assert(start[keys] == count);
  return (rows_of){start, row};
}

static void link_rows(draft *d) {
  const dossier *f = d->from;
  const int keys = f->application_count;
  int *key = ARENA_ARRAY(d->home, int, f->delegation_count + 1);
  for (int i = 0; i < f->delegation_count; i++)
    key[i] = d->place[f->delegations[i].application];
  d->delegations = gather(d->home, keys, key, f->delegation_count);
  key = ARENA_ARRAY(d->home, int, f->cost_count + 1);
  for (int i = 0; i < f->cost_count; i++)
    key[i] = d->place[f->costs[i].application];
  d->costs = gather(d->home, keys, key, f->cost_count);
  key = ARENA_ARRAY(d->home, int, f->level_count + 1);
  for (int i = 0; i < f->level_count; i++)
    key[i] = d->place[f->levels[i].application];
  d->levels = gather(d->home, keys, key, f->level_count);
}

static application plan_of(const application_row *row) {
  return (application){.id = row->id,
                       .host = row->host_id,
                       .host_type = row->host_type,
                       .course = row->course,
                       .strand = row->strand,
                       .field = row->field,
                       .title = row->title,
                       .received = row->received_on,
                       .yen_asked = row->yen,
                       .intervention_award = -1,
                       .intervention_reason = "",
                       .decided_by = "",
                       .line = row->line};
}

static void link_applications(draft *d) {
  const int count = d->from->application_count;
  tag *all = ARENA_ARRAY(d->home, tag, count + 1);
  for (int i = 0; i < count; i++)
    all[i] = (tag){d->from->applications[i].id, i};
  sort_tags(all, count);
  d->row = ARENA_ARRAY(d->home, const application_row *, count + 1);
  d->place = ARENA_ARRAY(d->home, int, count + 1);
  for (int i = 0; i < count; i++) {
    d->row[i] = &d->from->applications[all[i].index];
    d->place[all[i].index] = i;
    d->to->applications[i] = plan_of(d->row[i]);
    assert(i == 0 || text_order(all[i - 1].id, all[i].id) < 0);
  }
}

draft draft_open(arena *home, const policy *rules, const dossier *from) {
  draft d = {.home = home, .rules = rules, .from = from};
  d.to = ARENA_NEW(home, pool);
  d.findings.home = home;
  d.to->rules = rules;
  d.to->count = from->application_count;
  d.to->applications = ARENA_ARRAY(home, application, d.to->count + 1);
  d.to->hosts = hosts_of(home, from);
  d.to->senders = senders_of(home, from);
  link_applications(&d);
  link_rows(&d);
  return d;
}
