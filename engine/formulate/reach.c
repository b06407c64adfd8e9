#include "reach.h"
#include <assert.h>
#include <stdlib.h>

/* ---- the entries of a row, plan by plan */

typedef struct stretch { /* entries of one plan, or one coverage */
  const entry *at;
  int count;
  bool covers;
} stretch;

static int application_of(const program *g, const entry *e) {
  const column *const c = &g->columns[e->column];
  return c->kind == COLUMN_AWARD ? c->application : -1;
}

/* the next of the row's stretches; false behind the last */
static bool next_stretch(const program *g, const row *r, int *at, stretch *to) {
  while (*at < r->count &&
         g->columns[r->entries[*at].column].kind == COLUMN_SHORTFALL)
    ++*at;
  if (*at == r->count)
    return false;
  const int whose = application_of(g, &r->entries[*at]);
  *to = (stretch){&r->entries[*at], 1, whose < 0};
  while (++*at < r->count && whose >= 0 &&
         application_of(g, &r->entries[*at]) == whose)
    to->count++;
  return true;
}

static int awards_of(const program *g, int j) {
  const int whose = g->columns[j].application;
  int first = j, last = j;
  while (first > 0 && g->columns[first - 1].kind == COLUMN_AWARD &&
         g->columns[first - 1].application == whose)
    first--;
  while (last + 1 < g->column_count &&
         g->columns[last + 1].kind == COLUMN_AWARD &&
         g->columns[last + 1].application == whose)
    last++;
  return last - first + 1;
}

/* may it come to nothing: the plan left out, or given an award that the row
 * does not count? */
static bool may_be_none(const program *g, const stretch *s) {
  if (s->covers)
    return true;
  const column *const c = &g->columns[s->at->column];
  const application *const a = &g->from->from->of->applications[c->application];
  return a->intervention != INTERVENTION_IN ||
         s->count < awards_of(g, s->at->column);
}

static reach reach_of_stretch(const program *g, const stretch *s) {
  reach to = {s->at->coefficient, s->at->coefficient};
  for (int i = 1; i < s->count; i++) {
    const int64_t c = s->at[i].coefficient;
    to.least = c < to.least ? c : to.least;
    to.most = c > to.most ? c : to.most;
  }
  if (may_be_none(g, s)) {
    to.least = to.least > 0 ? 0 : to.least;
    to.most = to.most < 0 ? 0 : to.most;
  }
  return to;
}

reach reach_of(const program *g, const row *r) {
  reach sum = {0, 0};
  stretch s;
  for (int at = 0; next_stretch(g, r, &at, &s);) {
    const reach one = reach_of_stretch(g, &s);
    sum.least += one.least;
    sum.most += one.most;
  }
  return sum;
}

/* ---- within the budget */

typedef struct bargain { /* a plan's award that brings most for its yen */
  wide gain, yen;
  int place;
} bargain;

static int64_t yen_of(const program *g, int j) {
  const column *const c = &g->columns[j];
  return g->from->from->of->applications[c->application].awards[c->award].yen;
}

/* by gain / yen descending; yen may be 0 */
static int by_bargain(const void *a, const void *b) {
  const bargain *const p = a, *const q = b;
  const wide left = p->gain * q->yen, right = q->gain * p->yen;
  if (left != right)
    return left > right ? -1 : 1;
  return (p->place > q->place) - (p->place < q->place);
}

static bool best_bargain(const program *g, const stretch *s, int sign,
                         bargain *to) {
  to->gain = 0;
  for (int i = 0; i < s->count; i++) {
    const wide gain = (wide)sign * s->at[i].coefficient;
    const wide yen = yen_of(g, s->at[i].column);
    if (gain > 0 && (to->gain == 0 || gain * to->yen > to->gain * yen))
      *to = (bargain){gain, yen, s->at->column};
  }
  return to->gain > 0;
}

/* gain / yen of the first plan that the money does not reach; 0 when all fit */
static ratio last_price(arena *home, const program *g, const row *r, int sign,
                        int64_t base) {
  bargain *const all = ARENA_ARRAY(home, bargain, r->count + 1);
  int count = 0;
  stretch s;
  for (int at = 0; next_stretch(g, r, &at, &s);)
    if (!s.covers && best_bargain(g, &s, sign, &all[count]))
      count++;
  if (count > 1)
    qsort(all, (size_t)count, sizeof *all, by_bargain);
  wide spent = 0;
  for (int i = 0; i < count; i++) {
    spent += all[i].yen;
    if (spent > base)
      return exact_ratio(all[i].gain, all[i].yen);
  }
  return (ratio){0, 1};
}

/* max(0, u.den a - u.num yen) over the plan's awards */
static wide priced_gain(const program *g, const stretch *s, int sign, ratio u) {
  wide most = 0;
  for (int i = 0; i < s->count; i++) {
    const wide price = s->covers ? 0 : yen_of(g, s->at[i].column);
    const wide gain = (wide)sign * s->at[i].coefficient * u.den - u.num * price;
    most = gain > most ? gain : most;
  }
  return most;
}

static wide most_paid(arena *home, const program *g, const row *r, int sign) {
  const int64_t base = policy_base_yen(g->from->from->of->rules);
  const ratio u = last_price(home, g, r, sign, base);
  wide bound = u.num * base;
  stretch s;
  for (int at = 0; next_stretch(g, r, &at, &s);)
    bound += priced_gain(g, &s, sign, u);
  return exact_floor(bound, u.den);
}

reach reach_paid(arena *home, const program *g, const row *r) {
  reach to = reach_of(g, r);
  const wide most = most_paid(home, g, r, 1);
  const wide least = -most_paid(home, g, r, -1);
  to.most = most < to.most ? most : to.most;
  to.least = least > to.least ? least : to.least;
  return to;
}
