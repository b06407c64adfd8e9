#include "ballot.h"
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

ballot *ballot_of_pool(arena *home, const pool *from) {
  const scoring *how = &from->rules->scoring;
  int *plan = ARENA_ARRAY(home, int, from->review_count + 1);
  int *reviewer = ARENA_ARRAY(home, int, from->review_count + 1);
  int *panel = ARENA_ARRAY(home, int, from->review_count + 1);
  double **score = columns(home, how->criterion_count, from->review_count);
  for (int e = 0; e < from->review_count; e++) {
    plan[e] = from->reviews[e].application;
    reviewer[e] = from->reviews[e].reviewer;
    panel[e] = -1;
    for (int c = 0; c < how->criterion_count; c++)
      score[c][e] = (double)from->reviews[e].score[c] / DECIMAL_ONE;
  }
  ballot *b = ARENA_NEW(home, ballot);
  *b = (ballot){.applications = application_names(home, from),
                .reviewers = reviewer_names(home, from),
                .criteria = criterion_names(home, how),
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
                .missing = from->dropped_count - conflicts_of(from)};
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

static int count_reviews(const bare *from) {
  int count = 0;
  for (int i = 0; i < from->count; i++)
    count += i == 0 || !continues(&from->rows[i - 1], &from->rows[i]);
  return count;
}

static void fill(const bare *from, int *plan, int *reviewer, int *panel,
                 double **score) {
  for (int i = 0, e = -1; i < from->count; i++) {
    const bare_row *const one = &from->rows[i];
    if (i == 0 || !continues(one - 1, one)) {
      e++;
      plan[e] = one->application;
      reviewer[e] = one->reviewer;
      panel[e] = one->panel;
      for (int c = 0; c < from->criteria.count; c++)
        score[c][e] = NAN;
    }
    score[one->criterion][e] = points_of(one);
  }
}

static void find_scale(const bare *from, ballot *to) {
  to->low = INFINITY;
  to->high = -INFINITY;
  for (int i = 0; i < from->count; i++) {
    to->low = fmin(to->low, points_of(&from->rows[i]));
    to->high = fmax(to->high, points_of(&from->rows[i]));
  }
}

ballot *ballot_of_bare(arena *home, const bare *from, bool low_is_better) {
  const int reviews = count_reviews(from);
  int *plan = ARENA_ARRAY(home, int, reviews + 1);
  int *reviewer = ARENA_ARRAY(home, int, reviews + 1);
  int *panel = ARENA_ARRAY(home, int, reviews + 1);
  double **score = columns(home, from->criteria.count, reviews);
  double *weight = ARENA_ARRAY(home, double, from->criteria.count + 1);
  fill(from, plan, reviewer, panel, score);
  for (int c = 0; c < from->criteria.count; c++)
    weight[c] = 1.0 / from->criteria.count;
  ballot *b = ARENA_NEW(home, ballot);
  *b = (ballot){.applications = from->applications,
                .reviewers = from->reviewers,
                .criteria = from->criteria,
                .panels = from->panels,
                .count = reviews,
                .application = plan,
                .reviewer = reviewer,
                .panel = panel,
                .score = score,
                .weight = weight,
                .low_is_better = low_is_better,
                .conflicts = from->conflicts,
                .missing = from->missing};
  find_scale(from, b);
  return b;
}
