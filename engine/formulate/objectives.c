/* The ordered list of objectives: aims by rank; worth, or the walk by rank; the
 * policy's ties; at last the walk by level and id, which leaves one set. */
#include "draft.h"
#include <assert.h>
#include <stdlib.h>

static objective *append(draft *d, objective o) {
  d->g->objectives[d->g->objective_count] = o;
  return &d->g->objectives[d->g->objective_count++];
}

static bool append_sum(draft *d, objective o, terms *sum) {
  if (!draft_entries(d, sum, o.name, &o.entries, &o.count))
    return false;
  append(d, o);
  return true;
}

/* ---- aims */

static void add_shortfalls(draft *d, int k, wide factor, terms *sum) {
  for (int j = d->award_columns; j < d->g->column_count; j++) {
    const column *const c = &d->g->columns[j];
    if (c->kind == COLUMN_SHORTFALL &&
        d->g->owners[d->g->rows[c->row].owner].rule == k)
      terms_add(d, sum, j, factor);
  }
}

static bool aim(draft *d, int k) {
  const rule *const r = &d->rules->rules[k];
  terms sum = {0};
  add_shortfalls(d, k, -1, &sum);
  return append_sum(d,
                    (objective){.kind = OBJECTIVE_AIM,
                                .name = arena_format(d->home, "aim:%s", r->id),
                                .rule = k,
                                .scale = draft_rule_scale(d, r)},
                    &sum);
}

static int next_aim(const policy *rules, int64_t after) {
  int next = -1;
  for (int k = 0; k < rules->rule_count; k++) {
    const rule *const r = &rules->rules[k];
    if (r->strength == STRENGTH_AIM && r->rank > after &&
        (next < 0 || r->rank < rules->rules[next].rank))
      next = k;
  }
  return next;
}

static bool aims(draft *d) {
  for (int k = next_aim(d->rules, 0); k >= 0;
       k = next_aim(d->rules, d->rules->rules[k].rank))
    if (!aim(d, k))
      return false;
  return true;
}

/* ---- worth */

static wide power_of_ten(int exponent) {
  wide power = 1;
  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* points_per_unit / scale in 10^-(unit_places + places) points: the fraction
 * millionths x 10^(unit_places + places) / (10^6 x scale) */
static ratio price(const draft *d, const rule *r, int places) {
  return exact_ratio(r->points_per_unit *
                         power_of_ten(d->rules->scoring.unit_places + places),
                     (wide)DECIMAL_ONE * draft_rule_scale(d, r));
}

static int places_needed(const draft *d) {
  int places = 0;
  for (int k = 0; k < d->rules->rule_count; k++) {
    const rule *const r = &d->rules->rules[k];
    while (r->strength == STRENGTH_PRICED && price(d, r, places).den != 1)
      places++;
  }
  assert(places <= DECIMAL_PLACES + 4);
  return places;
}

static void add_values(draft *d, wide factor, terms *sum) {
  for (int j = 0; j < d->award_columns; j++) {
    const column *const c = &d->g->columns[j];
    terms_add(d, sum, j,
              factor * d->from->item[c->application].value[c->award]);
  }
}

static void add_once_points(draft *d, wide factor, terms *sum) {
  const priority *const p = &d->rules->priority;
  for (int k = 0; k < p->count; k++) {
    if (!p->items[k].once_per_country)
      continue;
    const selector of = {.groups = UINT64_C(1) << p->items[k].group};
    draft_countries(d, (subject){&of, DIMENSION_NONE, ""}, draft_entrants(d),
                    factor * worths_once_points(d->rules, k), false, sum);
  }
}

static bool worth_sum(draft *d, objective *to) {
  d->g->places = places_needed(d);
  const wide factor = power_of_ten(d->g->places);
  terms sum = {0};
  add_values(d, factor, &sum);
  add_once_points(d, factor, &sum);
  for (int k = 0; k < d->rules->rule_count; k++)
    if (d->rules->rules[k].strength == STRENGTH_PRICED)
      add_shortfalls(d, k, -price(d, &d->rules->rules[k], d->g->places).num,
                     &sum);
  *to = (objective){.kind = OBJECTIVE_WORTH,
                    .name = d->rules->objective == OBJECTIVE_MERIT_X_PEOPLE
                                ? "merit_x_people"
                                : "merit",
                    .rule = -1,
                    .scale = 1};
  return draft_entries(d, &sum, to->name, &to->entries, &to->count);
}

/* ---- ties */

static int date_order(const void *a, const void *b) {
  const int32_t left = *(const int32_t *)a, right = *(const int32_t *)b;
  return (left > right) - (left < right);
}

/* the distinct days on which entrants were received, missing last */
static int distinct_days(const draft *d, int32_t *days) {
  for (int i = 0; i < d->entrant_count; i++)
    days[i] = d->pool->applications[d->entrants[i]].received;
  if (d->entrant_count > 1)
    qsort(days, (size_t)d->entrant_count, sizeof *days, date_order);
  int count = 0;
  for (int i = 0; i < d->entrant_count; i++)
    if (count == 0 || days[count - 1] != days[i])
      days[count++] = days[i];
  return count;
}

static void add_earliness(draft *d, terms *sum) {
  int32_t *const days = ARENA_ARRAY(d->home, int32_t, d->entrant_count);
  const int count = distinct_days(d, days);
  for (int j = 0; j < d->award_columns; j++) {
    const int32_t day =
        d->pool->applications[d->g->columns[j].application].received;
    const int32_t *const at =
        bsearch(&day, days, (size_t)count, sizeof *days, date_order);
    assert(at);
    terms_add(d, sum, j, count - (at - days));
  }
}

static void add_measure(draft *d, measure m, wide factor, terms *sum) {
  const subject all = {NULL, DIMENSION_NONE, ""};
  for (int j = 0; j < d->award_columns; j++) {
    const column *const c = &d->g->columns[j];
    terms_add(d, sum, j,
              factor *
                  measure_award(d->pool, all, m, c->application, c->award));
  }
}

static void add_tie(draft *d, const tie *t, terms *sum) {
  const selector of = {.groups = t->group < 0 ? 0 : UINT64_C(1) << t->group};
  switch (t->kind) {
  case TIE_MORE_PEOPLE:
    add_measure(d, MEASURE_PEOPLE, 1, sum);
    break;
  case TIE_MORE_COUNTRIES:
    draft_countries(d, (subject){&of, DIMENSION_NONE, ""}, draft_entrants(d), 1,
                    false, sum);
    break;
  case TIE_FEWER_YEN:
    add_measure(d, MEASURE_YEN, -1, sum);
    break;
  case TIE_EARLIER_RECEIVED:
    add_earliness(d, sum);
    break;
  case TIE_LOT:
    break;
  }
}

/* ---- walks */

typedef struct walk {
  step *steps;
  int *columns;
  int step_count, column_count;
} walk;

static walk walk_of(draft *d) {
  return (walk){.steps = ARENA_ARRAY(d->home, step, d->award_columns),
                .columns = ARENA_ARRAY(d->home, int, d->award_columns)};
}

static void step_add(walk *w, int first_column, int count) {
  w->steps[w->step_count++] = (step){w->column_count, count};
  for (int i = 0; i < count; i++)
    w->columns[w->column_count++] = first_column + i;
}

static objective walked(const walk *w, const char *name) {
  return (objective){.kind = OBJECTIVE_WALK,
                     .name = name,
                     .rule = -1,
                     .scale = 1,
                     .steps = w->steps,
                     .step_count = w->step_count,
                     .walk_columns = w->columns};
}

/* by worth: each award a step of its own, larger ones first */
static objective by_rank(draft *d) {
  walk w = walk_of(d);
  for (int i = 0; i < d->from->selection_count; i++) {
    const int a = d->from->selection[i];
    for (int k = 0; k < draft_award_count(d, a); k++)
      step_add(&w, d->first_column[a] + k, 1);
  }
  return walked(&w, "rank_order");
}

static objective by_lot(draft *d) {
  walk w = walk_of(d);
  for (int i = 0; i < d->from->selection_count; i++)
    step_add(&w, d->first_column[d->from->lot[i]],
             draft_award_count(d, d->from->lot[i]));
  return walked(&w, "lot");
}

/* larger level, then smaller id: award by award, and inside it by application,
 * which stand by id */
static objective by_id(draft *d) {
  walk w = walk_of(d);
  for (int level = 0; w.column_count < d->award_columns; level++)
    for (int j = 0; j < d->award_columns; j++)
      if (d->g->columns[j].award == level)
        step_add(&w, j, 1);
  return walked(&w, "id");
}

static bool ties(draft *d) {
  for (int k = 0; k < d->rules->tie_count; k++) {
    const tie *const t = &d->rules->ties[k];
    if (t->kind == TIE_LOT) {
      append(d, by_lot(d));
      continue;
    }
    terms sum = {0};
    add_tie(d, t, &sum);
    const objective o = {
        .kind = OBJECTIVE_TIE, .name = t->word, .rule = -1, .scale = 1};
    if (!append_sum(d, o, &sum))
      return false;
  }
  append(d, by_id(d));
  return true;
}

bool draft_objectives(draft *d) {
  program *const g = d->g;
  const int room = d->rules->rule_count + d->rules->tie_count + 2;
  g->objectives = ARENA_ARRAY(d->home, objective, room);
  objective *const sum = ARENA_NEW(d->home, objective);
  objective *const rank = ARENA_NEW(d->home, objective);
  if (!aims(d) || !worth_sum(d, sum))
    return false;
  *rank = by_rank(d);
  g->worth = sum;
  g->rank_order = rank;
  append(d, d->rules->objective == OBJECTIVE_RANK_ORDER ? *rank : *sum);
  return ties(d);
}
