/* What each reviewer wrote on each plan, row after row of scores.csv. */
#include "roll.h"
#include <assert.h>

static const char *pair(arena *home, int reviewer, int at) {
  return arena_format(home, "%d/%d", reviewer, at);
}

static int sheet_of(roll *r, text_table *known, int reviewer, int at) {
  const int found =
      text_table_add(known, pair(r->home, reviewer, at), r->sheet_count);
  if (found < r->sheet_count)
    return found;
  const int criteria = r->rules->scoring.criterion_count;
  r->sheets[r->sheet_count] =
      (sheet){.reviewer = reviewer,
              .entry = at,
              .next = r->sheet_of_entry[at],
              .next_of_reviewer = r->sheet_of_reviewer[reviewer],
              .score = ARENA_ARRAY(r->home, decimal, criteria),
              .has = ARENA_ARRAY(r->home, bool, criteria)};
  r->sheet_of_entry[at] = r->sheet_count;
  r->sheet_of_reviewer[reviewer] = r->sheet_count;
  return r->sheet_count++;
}

static void enter(sheet *to, const score_row *row) {
  if (row->state == SCORE_CONFLICT)
    to->conflict = true;
  if (row->state != SCORE_GIVEN || to->has[row->criterion])
    return;
  to->has[row->criterion] = true;
  to->score[row->criterion] = row->score;
  to->given++;
}

void roll_sheets(roll *r) {
  const dossier *const d = r->from;
  text_table *const known = text_table_new(r->home, (size_t)d->score_count);
  r->sheets = ARENA_ARRAY(r->home, sheet, d->score_count + 1);
  r->sheet_of_entry = ARENA_ARRAY(r->home, int, r->count + 1);
  r->sheet_of_reviewer = ARENA_ARRAY(r->home, int, d->reviewer_count + 1);
  for (int i = 0; i < r->count; i++)
    r->sheet_of_entry[i] = -1;
  for (int i = 0; i < d->reviewer_count; i++)
    r->sheet_of_reviewer[i] = -1;
  for (int i = 0; i < d->score_count; i++) {
    const score_row *const row = &d->scores[i];
    const int at = r->place[row->application];
    enter(&r->sheets[sheet_of(r, known, row->reviewer, at)], row);
  }
  for (int i = 0; i < d->conflict_count; i++) {
    const conflict_row *const row = &d->conflicts[i];
    const int at = r->place[row->application];
    const int found = text_table_find(known, pair(r->home, row->reviewer, at));
    if (found >= 0)
      r->sheets[found].conflict = true;
  }
  for (int i = 0; i < r->sheet_count; i++)
    r->entries[r->sheets[i].entry].reviews += sheet_counts(r, &r->sheets[i]);
}

bool sheet_counts(const roll *r, const sheet *s) {
  return !s->conflict && s->given == r->rules->scoring.criterion_count;
}

wide sheet_weighted(const roll *r, const sheet *s) {
  const scoring *const how = &r->rules->scoring;
  assert(sheet_counts(r, s));
  wide sum = 0;
  for (int k = 0; k < how->criterion_count; k++)
    sum += (wide)how->criteria[k].weight * s->score[k];
  return sum;
}
