#include "body.h"
#include <math.h>

double body_weigh(const ballot *of, double *const *score, int which, int e) {
  if (which >= 0)
    return score[which][e];
  double sum = 0;
  for (int c = 0; c < of->criteria.count; c++)
    sum += of->weight[c] * score[c][e];
  return sum;
}

/* numbers the ids in use without gaps, in their order; gives their count */
static int renumber(arena *scratch, const int *used, int count, int ids,
                    int *number, int *back) {
  bool *there = ARENA_ARRAY(scratch, bool, ids + 1);
  int next = 0;
  for (int e = 0; e < count; e++)
    there[used[e]] = true;
  for (int i = 0; i < ids; i++)
    if (there[i]) {
      back[next] = i;
      number[i] = next++;
    }
  return next;
}

static const graph *link_body(arena *home, body *b, int *about, int *reviewer,
                              int count) {
  arena *const scratch = arena_open();
  const int plans = b->of->applications.count, judges = b->of->reviewers.count;
  int *plan = ARENA_ARRAY(home, int, plans + 1);
  int *judge = ARENA_ARRAY(home, int, judges + 1);
  int *plan_number = ARENA_ARRAY(scratch, int, plans + 1);
  int *judge_number = ARENA_ARRAY(scratch, int, judges + 1);
  const int a = renumber(scratch, about, count, plans, plan_number, plan);
  const int r = renumber(scratch, reviewer, count, judges, judge_number, judge);
  for (int e = 0; e < count; e++) {
    about[e] = plan_number[about[e]];
    reviewer[e] = judge_number[reviewer[e]];
  }
  arena_close(scratch);
  b->plan = plan;
  b->reviewer = judge;
  return graph_make(home, about, reviewer, count, a, r);
}

/* of the body's reviews; null where there are no panel effects */
static const int *panels_of(arena *home, const ballot *of, const int *from,
                            int count, study_means means_by) {
  if (means_by != STUDY_PANEL_MEANS)
    return NULL;
  int *to = ARENA_ARRAY(home, int, count + 1);
  for (int e = 0; e < count; e++)
    to[e] = of->panel[from[e]];
  return to;
}

body *body_take(arena *home, const ballot *of, int which,
                study_means means_by) {
  body *b = ARENA_NEW(home, body);
  double *score = ARENA_ARRAY(home, double, of->count + 1);
  int *from = ARENA_ARRAY(home, int, of->count + 1);
  int *about = ARENA_ARRAY(home, int, of->count + 1);
  int *reviewer = ARENA_ARRAY(home, int, of->count + 1), count = 0;
  for (int e = 0; e < of->count; e++) {
    const double one = body_weigh(of, of->score, which, e);
    if (isnan(one))
      continue;
    score[count] = one;
    from[count] = e;
    about[count] = of->application[e];
    reviewer[count++] = of->reviewer[e];
  }
  b->of = of;
  b->score = score;
  b->review = from;
  b->g = link_body(home, b, about, reviewer, count);
  b->panel = panels_of(home, of, from, count, means_by);
  b->fit = mixed_solve(
      home, &(mixed_input){.g = b->g,
                           .score = score,
                           .separate_means = means_by == STUDY_SEPARATE_MEANS,
                           .panel = b->panel});
  return b;
}

/* by halves away from zero; below 10^15, as all figures of scores are */
figure body_figure(double value) {
  static const double one = 1e12;
  if (!isfinite(value) || fabs(value) > 1e15)
    return (figure){0};
  const double size = fabs(value), whole = floor(size);
  const wide fixed =
      (wide)whole * (wide)one + (wide)floor((size - whole) * one + 0.5);
  return (figure){true, value < 0 ? -fixed : fixed};
}

double body_mean(const body *b, int plan) {
  double sum = 0;
  for (int e = b->g->start[plan]; e < b->g->start[plan + 1]; e++)
    sum += b->score[b->g->review[e]];
  return sum / graph_degree(b->g, plan);
}

bool body_is_fitted(const body *b) { return b->fit->status == MIXED_FITTED; }

int body_groups(const body *b) { return graph_linked_components(b->g); }
