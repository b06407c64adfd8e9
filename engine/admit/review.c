/* Scores become complete reviews; conflicts drop a review before gaps do. */
#include "../base/text.h"
#include "draft.h"
#include <assert.h>
#include <stdlib.h>

enum { OF_CONFLICTS = -1 }; /* stands before every criterion */

typedef struct mark { /* a row of scores.csv or of conflicts.csv */
  int application, reviewer, criterion;
  score_state state;
  decimal score;
  const char *reason;
} mark;

static int order(int64_t a, int64_t b) { return a < b ? -1 : a > b; }

static int by_review(const void *a, const void *b) {
  const mark *p = a, *q = b;
  assert(p->application == q->application);
  int c = order(p->reviewer, q->reviewer);
  if (c == 0)
    c = order(p->criterion, q->criterion);
  if (c == 0)
    c = order(p->state, q->state);
  if (c == 0)
    c = order(p->score, q->score);
  return c ? c : text_order(p->reason, q->reason);
}

static int by_reviewer_id(const void *a, const void *b) {
  const reviewer_row *p = a, *q = b;
  return text_order(p->id, q->id);
}

/* Copies the reviewers by id; gives dossier's index -> pool's index. */
static const int *link_reviewers(draft *d) {
  const dossier *f = d->from;
  const int count = f->reviewer_count;
  pool *to = d->to;
  to->reviewer_count = count;
  to->reviewers = ARENA_ARRAY(d->home, reviewer_row, count + 1);
  for (int i = 0; i < count; i++)
    to->reviewers[i] = f->reviewers[i];
  if (count > 1)
    qsort(to->reviewers, (size_t)count, sizeof *to->reviewers, by_reviewer_id);
  text_table *known = text_table_new(d->home, (size_t)count);
  for (int i = 0; i < count; i++)
    text_table_add(known, to->reviewers[i].id, i);
  int *place = ARENA_ARRAY(d->home, int, count + 1);
  for (int i = 0; i < count; i++)
    place[i] = text_table_find(known, f->reviewers[i].id);
  return place;
}

/* where the marks of each application begin, and behind the last end */
static int *count_marks(const draft *d) {
  const dossier *f = d->from;
  int *const start = ARENA_ARRAY(d->home, int, d->to->count + 2);
  for (int i = 0; i < f->conflict_count; i++)
    start[d->place[f->conflicts[i].application] + 1]++;
  for (int i = 0; i < f->score_count; i++)
    start[d->place[f->scores[i].application] + 1]++;
  for (int i = 0; i < d->to->count; i++)
    start[i + 1] += start[i];
  return start;
}

/* into the next free place of its application */
static void place_marks(const draft *d, const int *reviewer, mark *all,
                        int *next) {
  const dossier *f = d->from;
  for (int i = 0; i < f->conflict_count; i++) {
    const conflict_row *c = &f->conflicts[i];
    const int of = d->place[c->application];
    all[next[of]++] = (mark){
        of, reviewer[c->reviewer], OF_CONFLICTS, SCORE_CONFLICT, 0, c->reason};
  }
  for (int i = 0; i < f->score_count; i++) {
    const score_row *s = &f->scores[i];
    const int of = d->place[s->application];
    all[next[of]++] =
        (mark){of, reviewer[s->reviewer], s->criterion, s->state, s->score, ""};
  }
}

/* By application, then by_review: counted, not compared, so that the time is
 * linear in the marks. */
static mark *gather_marks(const draft *d, const int *reviewer, int *count) {
  int *const start = count_marks(d);
  const int plans = d->to->count;
  *count = start[plans];
  mark *all = ARENA_ARRAY(d->home, mark, *count + 1);
  place_marks(d, reviewer, all, start); /* each start is the next one now */
  for (int i = 0, first = 0; i < plans; first = start[i++])
    if (start[i] - first > 1)
      qsort(all + first, (size_t)(start[i] - first), sizeof *all, by_review);
  return all;
}

static bool any_conflict(const mark *of, int count) {
  for (int i = 0; i < count; i++)
    if (of[i].state == SCORE_CONFLICT)
      return true;
  return false;
}

/* Fills score in; names the criteria that lack one. */
static const char *fill_scores(const draft *d, const mark *of, int count,
                               decimal *score) {
  const scoring *how = &d->rules->scoring;
  text lacking = text_empty(d->home);
  for (int c = 0, i = 0; c < how->criterion_count; c++) {
    while (i < count && (of[i].criterion < c ||
                         (of[i].criterion == c && of[i].state != SCORE_GIVEN)))
      i++;
    if (i < count && of[i].criterion == c) {
      score[c] = of[i].score;
      continue;
    }
    text_add(&lacking, lacking.length ? ", " : "");
    text_add(&lacking, how->criteria[c].id);
  }
  return lacking.at;
}

static void drop(draft *d, const mark *of, drop_reason why,
                 const char *detail) {
  d->to->dropped[d->to->dropped_count++] =
      (dropped_review){of->reviewer, of->application, why, detail};
}

static void settle(draft *d, const mark *of, int count, int *reviews) {
  if (of[count - 1].criterion == OF_CONFLICTS)
    return; /* declared, but never wrote a review */
  if (any_conflict(of, count)) {
    drop(d, of, DROP_CONFLICT, of->reason);
    return;
  }
  decimal *score =
      ARENA_ARRAY(d->home, decimal, d->rules->scoring.criterion_count);
  const char *lacking = fill_scores(d, of, count, score);
  if (*lacking) {
    drop(d, of, DROP_INCOMPLETE, lacking);
    return;
  }
  d->to->reviews[d->to->review_count++] =
      (review){of->reviewer, of->application, score};
  reviews[of->application]++;
}

void review_gather(draft *d) {
  int count = 0;
  const int *reviewer = link_reviewers(d);
  const mark *all = gather_marks(d, reviewer, &count);
  d->to->reviews = ARENA_ARRAY(d->home, review, count + 1);
  d->to->dropped = ARENA_ARRAY(d->home, dropped_review, count + 1);
  int *reviews = ARENA_ARRAY(d->home, int, d->to->count + 1);
  for (int i = 0, next = 0; i < count; i = next) {
    while (next < count && all[next].application == all[i].application &&
           all[next].reviewer == all[i].reviewer)
      next++;
    settle(d, all + i, next - i, reviews);
  }
  d->reviews = reviews;
}
