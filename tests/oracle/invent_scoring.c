#include "dice.h"
#include "words.h"

static const int64_t units[] = {1000, 10000, 100000, POINT};

static int64_t invent_mark(random_source *r, const call *c) {
  const scale *s = &c->scale;
  if (c->flat)
    return s->low + 2 * POINT;
  const int64_t whole = random_between(r, 0, (s->high - s->low) / POINT);
  const int64_t quarters =
      c->coarse || s->grades || s->low + whole * POINT == s->high
          ? 0
          : random_between(r, 0, 3);
  return s->low + whole * POINT + quarters * (POINT / 4);
}

static void invent_review(random_source *r, const call *c, proposal *p,
                          int reviewer) {
  const bool given = throw_percent(r, 75);
  for (int k = 0; k < CRITERIA_MOST; k++) {
    p->marks[reviewer][k] = MARK_NONE;
    if (!given || k >= c->scale.criterion_count || throw_percent(r, 3))
      continue;
    p->marks[reviewer][k] = throw_percent(r, 2) ? MARK_COI : invent_mark(r, c);
  }
  p->conflict[reviewer] = throw_percent(r, 4);
}

static void invent_criteria(random_source *r, scale *s) {
  static const int64_t shares[] = {500000, 250000, 750000, 300000, 1000000};
  s->criterion_count = throw_between(r, 1, CRITERIA_MOST);
  for (int k = 0; k < s->criterion_count; k++) {
    s->weight[k] = shares[throw_between(r, 0, 4)];
    s->least[k] = throw_percent(r, 15)
                      ? s->low + random_between(r, 2, 6) * (POINT / 2)
                      : 0;
  }
}

void invent_scoring(random_source *r, call *c) {
  scale *s = &c->scale;
  s->low = throw_percent(r, 70) ? POINT : 0;
  s->high = throw_percent(r, 70) ? 5 * POINT : 10 * POINT;
  s->low_is_better = throw_percent(r, 20);
  s->grades = s->low == POINT && s->high == 5 * POINT && throw_percent(r, 20);
  s->unit = units[c->coarse ? throw_between(r, 1, 3) : throw_between(r, 0, 2)];
  invent_criteria(r, s);
  s->way = (way)throw_between(r, WAY_MEAN, WAY_T_SCORE);
  s->trim = throw_percent(r, 30) ? 0 : throw_percent(r, 50) ? 250000 : 340000;
  s->least_of_all =
      throw_percent(r, 25) ? s->low + random_between(r, 1, 7) * (POINT / 2) : 0;
  c->reviewer_count = throw_between(r, 2, REVIEWERS_MOST);
  for (int i = 0; i < c->plan_count; i++)
    for (int k = 0; k < c->reviewer_count; k++)
      invent_review(r, c, &c->plans[i], k);
}

/* Reviewers who all saw some plan in common leave nothing to split: each plan
 * goes to one panel, and the other panels' marks of it are taken back. */
void invent_purses(random_source *r, call *c) {
  if (!throw_percent(r, 25))
    return;
  c->scale.split = throw_percent(r, 60) ? PURSE_BY_YEN : PURSE_BY_PLANS;
  const int panels = throw_between(r, 1, c->reviewer_count);
  for (int i = 0; i < c->plan_count; i++) {
    const int panel = throw_between(r, 0, panels - 1);
    for (int k = 0; k < c->reviewer_count; k++)
      for (int n = 0; k % panels != panel && n < CRITERIA_MOST; n++)
        c->plans[i].marks[k][n] = MARK_NONE;
  }
}
