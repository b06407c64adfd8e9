#include "../../models/rank.h"
#include "../../models/t_score.h"
#include "group.h"
#include "threshold.h"

static void join_reviews(arena *home, const pool *of, const marks *m,
                         const method_row *how, merit *item) {
  wide *room = ARENA_ARRAY(home, wide, of->review_count + 1);
  for (int a = 0; a < of->count; a++) {
    const int first = m->start[a], count = m->start[a + 1] - first;
    item[a].reviews = count;
    item[a].scored = count > 0;
    item[a].raw = (ratio){0, 1};
    if (count == 0)
      continue;
    for (int i = 0; i < count; i++)
      room[i] = m->mark[first + i];
    item[a].spread = t_score_deviation(room, count) / (double)m->per_point;
    average_sort(room, count);
    const ratio joined = how->join(room, count, of->rules->scoring.trim);
    item[a].raw = exact_ratio(joined.num, joined.den * m->per_point);
  }
}

/* raw, turned so that higher is better, in units half up: the one rounding */
static int64_t exact_units(const scoring *how, ratio raw) {
  const wide mirror = (wide)how->low + how->high;
  const wide points = how->low_is_better
                          ? mirror * raw.den - raw.num * DECIMAL_ONE
                          : raw.num * DECIMAL_ONE;
  return exact_narrow(exact_half_up(points, raw.den * how->unit));
}

static bool round_merit(const pool *of, const marks *m, const method_row *how,
                        merit *item, finding_list *findings, error *err) {
  arena *const home = findings->home;
  const scoring *asks = &of->rules->scoring;
  const double unit = (double)asks->unit / DECIMAL_ONE;
  double *points = ARENA_ARRAY(home, double, of->count + 1);
  if (how->calibrate && !how->calibrate(home, of, m, points, findings, err))
    return false;
  for (int a = 0; a < of->count; a++)
    if (item[a].scored)
      item[a].merit = how->calibrate ? t_score_units(points[a], unit)
                                     : exact_units(asks, item[a].raw);
  return true;
}

/* The mixed model says itself where groups stand apart; the other methods have
 * no need to, unless the money is to be split by group. */
static void tell_groups(const pool *of, const method_row *how, int groups,
                        finding_list *to) {
  if (of->rules->scoring.unidentified != UNIDENTIFIED_ENVELOPES ||
      how->method == METHOD_MIXED_MODEL || groups < 2)
    return;
  finding_add(to, (finding){-1, GATE_GROUPS_APART, VERDICT_OK,
                            finding_integer(to->home, groups), how->word,
                            finding_cite(to->home, "scoring", "unidentified",
                                         "envelopes")});
}

static void rank_merits(arena *home, merit *item, int count) {
  int64_t *value = ARENA_ARRAY(home, int64_t, count + 1);
  int *rank = ARENA_ARRAY(home, int, count + 1);
  int *place = ARENA_ARRAY(home, int, count + 1), scored = 0;
  for (int a = 0; a < count; a++)
    if (item[a].scored) {
      value[scored] = item[a].merit;
      place[scored++] = a;
    }
  rank_competition(home, value, scored, rank);
  for (int i = 0; i < scored; i++)
    item[place[i]].rank = rank[i];
}

merits *score(arena *home, const pool *from, error *err) {
  const marks *m = marks_weigh(home, from, err);
  if (!m)
    return NULL;
  const method_row *how = method_find(from->rules->scoring.method);
  finding_list findings = {home, NULL, 0, 0};
  merit *item = ARENA_ARRAY(home, merit, from->count + 1);
  join_reviews(home, from, m, how, item);
  threshold_test(from, m, how, item, &findings);
  if (!round_merit(from, m, how, item, &findings, err))
    return NULL;
  rank_merits(home, item, from->count);
  const int groups = group_plans(from, item);
  tell_groups(from, how, groups, &findings);
  finding_sort(&findings);
  merits *all = ARENA_NEW(home, merits);
  *all = (merits){from, item, groups, findings.item, findings.count};
  return all;
}
