#include "ballot.h"
#include "../base/text.h"
#include "panel.h"
#include <math.h>

static names application_names(arena *home, const pool *from) {
  names to = {ARENA_ARRAY(home, const char *, from->count + 1), from->count};
  for (int a = 0; a < from->count; a++)
    to.item[a] = from->applications[a].id;
  return to;
}

static names reviewer_names(arena *home, const pool *from) {
  names to = {ARENA_ARRAY(home, const char *, from->reviewer_count + 1),
              from->reviewer_count};
  for (int r = 0; r < from->reviewer_count; r++)
    to.item[r] = from->reviewers[r].id;
  return to;
}

static names criterion_names(arena *home, const scoring *how) {
  names to = {ARENA_ARRAY(home, const char *, how->criterion_count + 1),
              how->criterion_count};
  for (int c = 0; c < how->criterion_count; c++)
    to.item[c] = how->criteria[c].id;
  return to;
}

static double **columns(arena *home, int criteria, int reviews) {
  double **to = ARENA_ARRAY(home, double *, criteria + 1);
  for (int c = 0; c < criteria; c++)
    to[c] = ARENA_ARRAY(home, double, reviews + 1);
  return to;
}

static const double *weights(arena *home, const scoring *how) {
  double *to = ARENA_ARRAY(home, double, how->criterion_count + 1), sum = 0;
  for (int c = 0; c < how->criterion_count; c++)
    sum += (double)how->criteria[c].weight;
  for (int c = 0; c < how->criterion_count; c++)
    to[c] = (double)how->criteria[c].weight / sum;
  return to;
}

static int conflicts_of(const pool *from) {
  int count = 0;
  for (int i = 0; i < from->dropped_count; i++)
    count += from->dropped[i].why == DROP_CONFLICT;
  return count;
}

/* ---- scores in spite of a conflict */

/* the review dropped for a conflict of that plan and reviewer; -1: none. They
 * stand by application, then reviewer. */
static int dropped_at(const pool *from, int plan, int reviewer) {
  int low = 0, high = from->dropped_count;
  while (low < high) {
    const int middle = low + (high - low) / 2;
    const dropped_review *d = &from->dropped[middle];
    if (d->application < plan ||
        (d->application == plan && d->reviewer < reviewer))
      low = middle + 1;
    else
      high = middle;
  }
  const dropped_review *found = &from->dropped[low];
  return low < from->dropped_count && found->application == plan &&
                 found->reviewer == reviewer && found->why == DROP_CONFLICT
             ? low
             : -1;
}

/* the dossier's numbers of plans or reviewers are by row, the pool's by id */
typedef struct links {
  const int *application, *reviewer;
} links;

static links links_of(arena *scratch, const pool *from, const dossier *inputs) {
  text_table *plans = text_table_new(scratch, (size_t)from->count);
  text_table *people = text_table_new(scratch, (size_t)from->reviewer_count);
  int *plan = ARENA_ARRAY(scratch, int, inputs->application_count + 1);
  int *person = ARENA_ARRAY(scratch, int, inputs->reviewer_count + 1);
  for (int a = 0; a < from->count; a++)
    text_table_add(plans, from->applications[a].id, a);
  for (int r = 0; r < from->reviewer_count; r++)
    text_table_add(people, from->reviewers[r].id, r);
  for (int i = 0; i < inputs->application_count; i++)
    plan[i] = text_table_find(plans, inputs->applications[i].id);
  for (int i = 0; i < inputs->reviewer_count; i++)
    person[i] = text_table_find(people, inputs->reviewers[i].id);
  return (links){plan, person};
}

static void fill_marked(const pool *from, const dossier *inputs,
                        double **score) {
  arena *const scratch = arena_open();
  const links to = links_of(scratch, from, inputs);
  for (int i = 0; i < inputs->score_count; i++) {
    const score_row *s = &inputs->scores[i];
    const int at = dropped_at(from, to.application[s->application],
                              to.reviewer[s->reviewer]);
    if (at >= 0 && s->state == SCORE_GIVEN)
      score[s->criterion][at] = (double)s->score / DECIMAL_ONE;
  }
  arena_close(scratch);
}

/* one a dropped review; those that gave no score, or were dropped for another
 * reason, have NAN throughout */
static marked marked_of(arena *home, const pool *from, const dossier *inputs,
                        const int *panel_of) {
  const int count = from->dropped_count;
  const int criteria = from->rules->scoring.criterion_count;
  if (!inputs || conflicts_of(from) == 0)
    return (marked){0};
  int *plan = ARENA_ARRAY(home, int, count + 1);
  int *reviewer = ARENA_ARRAY(home, int, count + 1);
  int *panel = ARENA_ARRAY(home, int, count + 1);
  double **score = columns(home, criteria, count);
  for (int i = 0; i < count; i++) {
    plan[i] = from->dropped[i].application;
    reviewer[i] = from->dropped[i].reviewer;
    panel[i] = panel_of[reviewer[i]];
    for (int c = 0; c < criteria; c++)
      score[c][i] = NAN;
  }
  fill_marked(from, inputs, score);
  return (marked){count, plan, reviewer, panel, score};
}

ballot *ballot_of_pool(arena *home, const pool *from, const dossier *inputs) {
  const scoring *how = &from->rules->scoring;
  int *plan = ARENA_ARRAY(home, int, from->review_count + 1);
  int *reviewer = ARENA_ARRAY(home, int, from->review_count + 1);
  int *panel = ARENA_ARRAY(home, int, from->review_count + 1);
  int *panel_of = ARENA_ARRAY(home, int, from->reviewer_count + 1);
  const names panels = panels_of_pool(home, from, panel_of);
  double **score = columns(home, how->criterion_count, from->review_count);
  for (int e = 0; e < from->review_count; e++) {
    plan[e] = from->reviews[e].application;
    reviewer[e] = from->reviews[e].reviewer;
    panel[e] = panel_of[reviewer[e]];
    for (int c = 0; c < how->criterion_count; c++)
      score[c][e] = (double)from->reviews[e].score[c] / DECIMAL_ONE;
  }
  ballot *b = ARENA_NEW(home, ballot);
  *b = (ballot){.applications = application_names(home, from),
                .reviewers = reviewer_names(home, from),
                .criteria = criterion_names(home, how),
                .panels = panels,
                .count = from->review_count,
                .application = plan,
                .reviewer = reviewer,
                .panel = panel,
                .score = score,
                .weight = weights(home, how),
                .low = (double)how->low / DECIMAL_ONE,
                .high = (double)how->high / DECIMAL_ONE,
                .low_is_better = how->low_is_better,
                .conflicts = conflicts_of(from),
                .missing = from->dropped_count - conflicts_of(from),
                .marked = marked_of(home, from, inputs, panel_of)};
  return b;
}

/* ---- a bare table: rows of one application and reviewer are one review,
 * unless they are of the same criterion */

static double points_of(const bare_row *of) { return (double)of->score / 1e9; }

static bool continues(const bare_row *before, const bare_row *now) {
  return before->application == now->application &&
         before->reviewer == now->reviewer &&
         before->criterion < now->criterion;
}

static int count_reviews(const bare_row *rows, int count) {
  int reviews = 0;
  for (int i = 0; i < count; i++)
    reviews += i == 0 || !continues(&rows[i - 1], &rows[i]);
  return reviews;
}

typedef struct sheet { /* reviews by column */
  int *plan, *reviewer, *panel;
  double **score; /* NAN: none */
} sheet;

static sheet sheet_of(arena *home, const bare_row *rows, int count,
                      int criteria) {
  const int reviews = count_reviews(rows, count);
  const sheet to = {
      ARENA_ARRAY(home, int, reviews + 1), ARENA_ARRAY(home, int, reviews + 1),
      ARENA_ARRAY(home, int, reviews + 1), columns(home, criteria, reviews)};
  for (int i = 0, e = -1; i < count; i++) {
    const bare_row *const one = &rows[i];
    if (i == 0 || !continues(one - 1, one)) {
      e++;
      to.plan[e] = one->application;
      to.reviewer[e] = one->reviewer;
      to.panel[e] = one->panel;
      for (int c = 0; c < criteria; c++)
        to.score[c][e] = NAN;
    }
    to.score[one->criterion][e] = points_of(one);
  }
  return to;
}

static void find_scale(const bare *from, ballot *to) {
  to->low = INFINITY;
  to->high = -INFINITY;
  for (int i = 0; i < from->count; i++) {
    to->low = fmin(to->low, points_of(&from->rows[i]));
    to->high = fmax(to->high, points_of(&from->rows[i]));
  }
}

static marked marked_of_bare(arena *home, const bare *from) {
  const int count = from->marked_count;
  const sheet to = sheet_of(home, from->marked, count, from->criteria.count);
  return (marked){count_reviews(from->marked, count), to.plan, to.reviewer,
                  to.panel, to.score};
}

ballot *ballot_of_bare(arena *home, const bare *from, bool low_is_better) {
  const int criteria = from->criteria.count;
  const sheet of = sheet_of(home, from->rows, from->count, criteria);
  double *weight = ARENA_ARRAY(home, double, criteria + 1);
  for (int c = 0; c < criteria; c++)
    weight[c] = 1.0 / criteria;
  ballot *b = ARENA_NEW(home, ballot);
  *b = (ballot){.applications = from->applications,
                .reviewers = from->reviewers,
                .criteria = from->criteria,
                .panels = from->panels,
                .count = count_reviews(from->rows, from->count),
                .application = of.plan,
                .reviewer = of.reviewer,
                .panel = of.panel,
                .score = of.score,
                .weight = weight,
                .low_is_better = low_is_better,
                .conflicts = from->conflicts,
                .missing = from->missing,
                .marked = marked_of_bare(home, from)};
  find_scale(from, b);
  return b;
}
