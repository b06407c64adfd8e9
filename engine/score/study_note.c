/* What must be said of a body of reviews before its figures are used. */
#include "../../models/score/bridge.h"
#include "../base/text.h"
#include "body.h"
#include <assert.h>
#include <math.h>

enum { LISTED_MOST = 10, MOVED_MOST = 5, MARKED_LEAST = 5, CONSTANT_ALONE = 3 };

typedef struct notebook {
  arena *home;
  const body *b;
  study *to;
  int room;
} notebook;

static void note(notebook *n, study_code code, const char *first,
                 const char *second, const char *third) {
  study *const to = n->to;
  if (to->note_count == n->room) {
    const int room = n->room ? 2 * n->room : 16;
    to->notes = arena_grow(n->home, to->notes, sizeof *to->notes,
                           (size_t)n->room, (size_t)room);
    n->room = room;
  }
  to->notes[to->note_count++] = (study_note){code, {first, second, third}};
}

static const char *whole(const notebook *n, double value) {
  return arena_format(n->home, "%lld", (long long)floor(value + 0.5));
}

static const char *reviewer_id(const notebook *n, int reviewer) {
  return n->b->of->reviewers.item[n->b->reviewer[reviewer]];
}

static const char *plan_id(const notebook *n, int plan) {
  return n->b->of->applications.item[n->b->plan[plan]];
}

/* ---- what was counted */

static const char *points(const notebook *n, figure of) {
  return of.known
             ? exact_text(n->home, (ratio){of.value, (wide)1000000000000}, 2)
             : "-";
}

/* Two standard errors are more than chance, but of a few scores a committee
 * should conclude nothing. */
static study_code marked_code(const study *s) {
  const wide effect = s->marked_effect.value;
  if (s->marked_count < MARKED_LEAST)
    return STUDY_PARTIAL_FEW;
  return (effect < 0 ? -effect : effect) >= 2 * s->marked_error.value
             ? STUDY_PARTIAL
             : STUDY_IMPARTIAL;
}

static void note_marked(notebook *n) {
  const study *s = n->to;
  if (s->marked_count == 0)
    return;
  note(n, marked_code(s), whole(n, s->marked_count),
       arena_format(n->home, "%s%s", s->marked_effect.value > 0 ? "+" : "",
                    points(n, s->marked_effect)),
       points(n, s->marked_error));
}

static const char *share_of(const notebook *n, int part) {
  wide sum = 0;
  for (int k = 0; k < HALO_PARTS; k++)
    sum += n->to->part[k].value;
  return whole(n, 100 * (double)n->to->part[part].value / (double)sum);
}

static void note_halo(notebook *n) {
  const study *s = n->to;
  if (s->fit_count < 2)
    return;
  const char *const criteria = whole(n, n->b->of->criteria.count);
  note(n, STUDY_WEIGHTED, criteria, NULL, NULL);
  if (s->halo.known)
    note(n, STUDY_SHARED, points(n, s->halo), NULL, NULL);
  if (s->halo.known && s->halo.value * 5 >= (wide)1000000000000)
    note(n, STUDY_NOT_OPINIONS, criteria, NULL, NULL);
  if (s->split)
    note(n, STUDY_HALO, share_of(n, HALO_PLAN),
         share_of(n, HALO_PLAN_CRITERION), share_of(n, HALO_PLAN_REVIEWER));
}

static void note_scale(notebook *n) {
  const ballot *of = n->b->of;
  note(n, of->low_is_better ? STUDY_LOW_IS_BETTER : STUDY_HIGH_IS_BETTER, NULL,
       NULL, NULL);
  note_halo(n);
  if (of->conflicts > 0)
    note(n, STUDY_CONFLICTS, whole(n, of->conflicts), NULL, NULL);
  note_marked(n);
  if (of->missing > 0)
    note(n, STUDY_MISSING, whole(n, of->missing), NULL, NULL);
}

/* ---- can it be fitted? */

static void note_status(notebook *n) {
  static const study_code as[] = {[MIXED_TOO_FEW] = STUDY_TOO_FEW,
                                  [MIXED_ALL_EQUAL] = STUDY_ALL_EQUAL,
                                  [MIXED_ONE_A_PLAN] = STUDY_ONE_A_PLAN,
                                  [MIXED_ONE_A_REVIEWER] = STUDY_ONE_A_REVIEWER,
                                  [MIXED_ONE_REVIEWER] = STUDY_ONE_REVIEWER,
                                  [MIXED_EXACT] = STUDY_EXACT,
                                  [MIXED_TOO_LARGE] = STUDY_TOO_LARGE,
                                  [MIXED_MANY_PANELS] = STUDY_MANY_PANELS,
                                  [MIXED_OWN_PANELS] = STUDY_OWN_PANELS,
                                  [MIXED_LOST] = STUDY_LOST};
  const mixed_fit *f = n->b->fit;
  if (f->status != MIXED_FITTED) {
    note(n, as[f->status], NULL, NULL, NULL);
    return;
  }
  if (f->variance[REVIEWER] <= 0)
    note(n, STUDY_NO_SEVERITY, NULL, NULL, NULL);
  if (f->variance[APPLICATION] <= 0)
    note(n, STUDY_NO_MERIT, NULL, NULL, NULL);
  if (f->sampled) {
    double most = 0;
    for (int k = 0; k < VARIANCES; k++)
      if (f->variance[k] > 0)
        most = fmax(most, f->sampling_error[k] / f->variance[k]);
    note(n, STUDY_SAMPLED, arena_format(n->home, "%.4f", 100 * most), NULL,
         NULL);
  }
}

/* ---- panels with effects of their own */

static void note_lone_panels(notebook *n) {
  const study *s = n->to;
  text ids = text_empty(n->home);
  int count = 0;
  for (int k = 0; k < s->panel_count; k++)
    if (s->panels[k].reviewers == 1 && *s->panels[k].id &&
        count++ < LISTED_MOST)
      text_format(&ids, "%s%s", count > 1 ? ", " : "", s->panels[k].id);
  if (count > LISTED_MOST)
    text_add(&ids, ", ...");
  if (count > 0)
    note(n, STUDY_PANEL_REVIEWER, whole(n, count), ids.at, NULL);
}

static void note_panels(notebook *n) {
  const study *s = n->to;
  if (s->panel_count == 0 || !body_is_fitted(n->b))
    return;
  if (*s->panels[0].id == '\0')
    note(n, STUDY_PANEL_UNSTATED, whole(n, s->panels[0].reviews), NULL, NULL);
  if (s->panel_count == 1) {
    note(n, STUDY_ONE_PANEL, NULL, NULL, NULL);
    return;
  }
  note(n, STUDY_PANELS, whole(n, s->panel_count), NULL, NULL);
  if (s->panel_sets > 1)
    note(n, STUDY_PANELS_APART, whole(n, s->panel_sets), NULL, NULL);
  note_lone_panels(n);
}

/* ---- do the groups hang together? */

/* w = (sA/m) / (sA/m + sR/k + s2/(reviews)), m plans, k reviewers a group */
static double assumed_share(const body *b, int groups) {
  const double *s = b->fit->variance;
  const double merit = s[APPLICATION] * groups / b->g->applications;
  const double others = s[REVIEWER] * groups / b->g->reviewers +
                        s[RESIDUAL] * groups / b->g->reviews;
  return merit + others > 0 ? merit / (merit + others) : 0;
}

/* so many reviews across that the groups' difference is known as well as one
 * plan's score: each such review errs by s2 (1 + 1 / reviews a plan) */
static double bridging_reviews(const body *b) {
  const double s2 = b->fit->variance[RESIDUAL];
  double squares = 0;
  for (int a = 0; a < b->g->applications; a++)
    squares += b->fit->se_total[a] * b->fit->se_total[a] / b->g->applications;
  const double each = s2 * (1 + (double)b->g->applications / b->g->reviews);
  return squares > 0 ? ceil(each / squares) : 1;
}

static void note_groups(notebook *n) {
  const int groups = body_groups(n->b);
  if (groups < 2)
    return;
  if (!body_is_fitted(n->b) || n->to->panel_sets > 1) {
    note(n, STUDY_SEPARATE_RAW, whole(n, groups), NULL, NULL);
    return;
  }
  note(n, STUDY_SEPARATE, whole(n, groups),
       whole(n, 100 * assumed_share(n->b, groups)),
       whole(n, fmax(bridging_reviews(n->b), 2)));
}

/* is one of the bridges this reviewer's? Then that was said. */
static bool holds_bridge(const body *b, const bridges *found, int reviewer) {
  for (int i = 0; i < found->review_count; i++)
    if (b->g->reviewer[found->review[i]] == reviewer)
      return true;
  return false;
}

static void note_bridges(notebook *n) {
  arena *const scratch = arena_open();
  const bridges *found = bridges_find(scratch, n->b->g);
  for (int i = 0; i < found->review_count && i < LISTED_MOST; i++) {
    const int e = found->review[i];
    note(n, STUDY_BRIDGE, reviewer_id(n, n->b->g->reviewer[e]),
         plan_id(n, n->b->g->application[e]), NULL);
  }
  for (int i = 0; i < found->reviewer_count && i < LISTED_MOST; i++)
    if (!holds_bridge(n->b, found, found->reviewer[i]))
      note(n, STUDY_LONE_LINK, reviewer_id(n, found->reviewer[i]),
           whole(n, found->pieces[i]), NULL);
  arena_close(scratch);
}

/* of plan a: its panel; -1: none, -2: several */
static int panel_of_plan(const body *b, int a) {
  int panel = -1;
  for (int e = b->g->start[a]; e < b->g->start[a + 1]; e++) {
    const int one = b->of->panel[b->review[b->g->review[e]]];
    if (panel >= 0 && one >= 0 && one != panel)
      return -2;
    panel = one >= 0 ? one : panel;
  }
  return panel;
}

/* panels of reviewer r that share no plan; 0 if some plan has several */
static int panels_of(const body *b, int r, int *seen) {
  const int v = b->g->applications + r;
  int count = 0;
  for (int e = b->g->start[v]; e < b->g->start[v + 1]; e++) {
    const int panel = b->of->panel[b->review[b->g->review[e]]] >= 0
                          ? panel_of_plan(b, b->g->next[e])
                          : -1; /* of no panel: may well read for several */
    if (panel == -2)
      return 0;
    count += panel >= 0 && seen[panel] != r + 1;
    if (panel >= 0)
      seen[panel] = r + 1;
  }
  return count;
}

static void note_reused(notebook *n) {
  const body *b = n->b;
  if (b->of->panels.count < 2)
    return;
  arena *const scratch = arena_open();
  int *seen = ARENA_ARRAY(scratch, int, b->of->panels.count + 1), listed = 0;
  for (int r = 0; r < b->g->reviewers && listed < LISTED_MOST; r++) {
    const int count = panels_of(b, r, seen);
    if (count < 2)
      continue;
    note(n, STUDY_ID_REUSED, reviewer_id(n, r), whole(n, count), NULL);
    listed++;
  }
  arena_close(scratch);
}

/* ---- reviewers and plans to look at */

static void note_singles(notebook *n) {
  const study *s = n->to;
  text ids = text_empty(n->home);
  int count = 0;
  for (int r = 0; r < s->reviewer_count; r++) {
    if (s->reviewers[r].reviews != 1)
      continue;
    if (count < LISTED_MOST)
      text_format(&ids, "%s%s", count ? ", " : "", s->reviewers[r].id);
    count++;
  }
  if (count > LISTED_MOST)
    text_add(&ids, ", ...");
  if (count > 0 && body_is_fitted(n->b))
    note(n, STUDY_SINGLE_REVIEWERS, whole(n, count), ids.at, NULL);
}

static void note_constant(notebook *n, const study_reviewer *r) {
  note(n, STUDY_CONSTANT, r->id, whole(n, r->reviews), points(n, r->mean));
}

/* a few by themselves, more in one sentence */
static void note_constants(notebook *n) {
  const study *s = n->to;
  text ids = text_empty(n->home);
  int count = 0;
  for (int r = 0; r < s->reviewer_count; r++)
    if (s->reviewers[r].constant && count++ < LISTED_MOST)
      text_format(&ids, "%s%s", count > 1 ? ", " : "", s->reviewers[r].id);
  if (count > LISTED_MOST)
    text_add(&ids, ", ...");
  if (n->b->fit->status == MIXED_ALL_EQUAL)
    return;
  if (count > CONSTANT_ALONE)
    note(n, STUDY_CONSTANTS, whole(n, count), ids.at, NULL);
  for (int r = 0; count <= CONSTANT_ALONE && r < s->reviewer_count; r++)
    if (s->reviewers[r].constant)
      note_constant(n, &s->reviewers[r]);
}

static int moved(const study_plan *p) {
  return p->rank > p->raw_rank ? p->rank - p->raw_rank : p->raw_rank - p->rank;
}

/* the plans of fewest reviews whose rank moves furthest */
static void note_thin(notebook *n) {
  const study *s = n->to;
  const double usual = (double)n->b->g->reviews / n->b->g->applications;
  int after = INT32_MAX;
  for (int listed = 0; listed < MOVED_MOST && body_is_fitted(n->b); listed++) {
    int most = 0, which = -1;
    for (int a = 0; a < s->plan_count; a++) {
      const int by = moved(&s->plans[a]);
      if (by > most && by < after && s->plans[a].reviews < 0.75 * usual &&
          s->plans[a].reason == STUDY_FEW) {
        most = by;
        which = a;
      }
    }
    if (which < 0 || most * 10 < s->plan_count)
      return;
    note(n, STUDY_FEW_REVIEWS, s->plans[which].id,
         whole(n, s->plans[which].reviews),
         arena_format(n->home, "%d > %d", s->plans[which].raw_rank,
                      s->plans[which].rank));
    after = most;
  }
}

/* ---- is the scale fine enough? */

enum { STEPS_MOST = 12 };

/* the smallest step between scores; 0 if there are more than STEPS_MOST */
static double step_of(const body *b) {
  double value[STEPS_MOST], step = INFINITY;
  int count = 0;
  for (int e = 0; e < b->g->reviews; e++) {
    int i = 0;
    while (i < count && fabs(value[i] - b->score[e]) > 1e-9)
      i++;
    if (i == STEPS_MOST)
      return 0;
    value[i] = b->score[e];
    count += i == count;
  }
  for (int i = 0; i < count; i++)
    for (int j = 0; j < i; j++)
      step = fmin(step, fabs(value[i] - value[j]));
  return count > 1 ? step : 0;
}

static void note_step(notebook *n) {
  if (!body_is_fitted(n->b))
    return;
  const double step = step_of(n->b), s2 = n->b->fit->variance[RESIDUAL];
  const double share = step * step / 12 / s2;
  if (share < 0.2)
    return;
  int tied = 0;
  arena *const scratch = arena_open();
  int *at = ARENA_ARRAY(scratch, int, n->to->plan_count + 2);
  for (int a = 0; a < n->to->plan_count; a++)
    at[n->to->plans[a].raw_rank]++;
  for (int r = 1; r <= n->to->plan_count; r++)
    tied += at[r] > 1 ? at[r] : 0;
  arena_close(scratch);
  note(n, STUDY_COARSE, whole(n, fmin(100 * share, 100)), whole(n, tied), NULL);
}

void study_note_all(arena *home, const body *b, study *to) {
  notebook n = {home, b, to, 0};
  note_scale(&n);
  note_status(&n);
  note_panels(&n);
  note_groups(&n);
  note_bridges(&n);
  note_reused(&n);
  note_singles(&n);
  note_constants(&n);
  note_thin(&n);
  note_step(&n);
}
