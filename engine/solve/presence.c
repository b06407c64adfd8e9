#include "presence.h"
#include "climb.h"
#include <assert.h>
#include <string.h>

enum { COUNTED_MOST = 20 };

/* the sets worth at least so much, as far as they are known */
typedef struct survey {
  run *r;
  model *m;      /* permits those sets and no other */
  model *loose;  /* permits sets of any worth */
  int plans;     /* applications */
  int *first;    /* of each application: its award columns, .. */
  int *columns;  /* .. from columns[first] to columns[first of the next] */
  bool *with;    /* there is a set with it */
  bool *without; /* there is one without it */
  bool *settled; /* both is known, or cannot be */
  const int64_t **sets; /* different ones */
  int count;            /* of sets; COUNTED_MOST + 1: more than are counted */
} survey;

wide plan_worth_within(wide best, ratio within) {
  const wide size = best < 0 ? -best : best;
  return exact_ceil(best * within.den - size * within.num, within.den);
}

/* ---- the model and who is where in it */

static void find_columns(survey *s, const program *g) {
  arena *const home = s->r->home;
  s->plans = g->from->from->of->count;
  s->first = ARENA_ARRAY(home, int, s->plans + 2);
  s->columns = ARENA_ARRAY(home, int, g->column_count);
  for (int j = 0; j < g->column_count; j++)
    if (g->columns[j].kind == COLUMN_AWARD)
      s->first[g->columns[j].application + 2]++;
  for (int i = 2; i <= s->plans + 1; i++)
    s->first[i] += s->first[i - 1];
  for (int j = 0; j < g->column_count; j++)
    if (g->columns[j].kind == COLUMN_AWARD)
      s->columns[s->first[g->columns[j].application + 1]++] = j;
}

/* the objective that is the worth; -1 when the set is taken by rank */
static int worth_level(const program *g) {
  for (int k = 0; k < g->objective_count; k++)
    if (g->objectives[k].kind == OBJECTIVE_WORTH)
      return k;
  return -1;
}

/* the aims as they were proved */
static model *model_aims(run *r, const plan *to) {
  const program *const g = r->g;
  model *const m = model_of(r->home, g);
  for (int k = 0; k < g->objective_count; k++) {
    const objective *const o = &g->objectives[k];
    if (o->kind == OBJECTIVE_AIM)
      model_hold(r->home, m, o->entries, o->count, to->levels[k].value,
                 (named_row){'h', k, 0});
  }
  return m;
}

static model *model_worth(run *r, const model *aims, wide least) {
  const program *const g = r->g;
  const named_row name = {'h', worth_level(g), 0};
  model *const m = model_copy(r->home, aims);
  model_hold(r->home, m, g->worth->entries, g->worth->count, least, name);
  m->guide = dense(r->home, g, g->worth->entries, g->worth->count);
  m->guide_name = name;
  m->guide_value = least;
  m->worth_held = true;
  return m;
}

static survey survey_of(run *r, const plan *to, wide least) {
  survey s = {.r = r, .loose = model_aims(r, to)};
  s.m = model_worth(r, s.loose, least);
  find_columns(&s, r->g);
  s.with = ARENA_ARRAY(r->home, bool, s.plans);
  s.without = ARENA_ARRAY(r->home, bool, s.plans);
  s.settled = ARENA_ARRAY(r->home, bool, s.plans);
  s.sets = ARENA_ARRAY(r->home, const int64_t *, COUNTED_MOST + 1);
  return s;
}

/* ---- sets that are known */

static bool same_awards(const survey *s, const int64_t *a, const int64_t *b) {
  for (int i = 0; i < s->first[s->plans]; i++)
    if (a[s->columns[i]] != b[s->columns[i]])
      return false;
  return true;
}

static void keep(survey *s, const int64_t *x) {
  for (int k = 0; k < s->count; k++)
    if (same_awards(s, s->sets[k], x))
      return;
  if (s->count <= COUNTED_MOST)
    s->sets[s->count++] = x;
}

static void note(survey *s, const int64_t *x) {
  if (!x || !model_permits(s->m, x))
    return;
  for (int i = 0; i < s->plans; i++) {
    bool taken = false;
    for (int k = s->first[i]; k < s->first[i + 1]; k++)
      taken = taken || x[s->columns[k]] > 0;
    *(taken ? &s->with[i] : &s->without[i]) = true;
    s->settled[i] = s->settled[i] || (s->with[i] && s->without[i]);
  }
  keep(s, x);
}

static void note_known(survey *s, const plan *to) {
  note(s, to->x);
  note(s, to->rank_order);
  for (int k = 0; k < to->best_count; k++)
    note(s, to->best[k]);
  for (int k = 0; k < to->alternative_count; k++)
    note(s, to->alternatives[k]);
}

/* every set is known */
static void settle_all(survey *s) {
  for (int i = 0; i < s->plans; i++)
    s->settled[i] = true;
}

/* ---- searches */

static void settle_fixed(survey *s) {
  const box b = s->m->within;
  for (int i = 0; i < s->plans; i++) {
    bool never = true, always = false;
    for (int k = s->first[i]; k < s->first[i + 1]; k++) {
      never = never && b.high[s->columns[k]] == 0;
      always = always || b.low[s->columns[k]] > 0;
    }
    s->settled[i] = s->settled[i] || never || always;
  }
}

/* an award of x not tried yet, of the least worth; -1: none is left */
static int least_taken(const survey *s, const int64_t *x, const bool *tried) {
  int least = -1;
  for (int i = 0; i < s->first[s->plans]; i++) {
    const int j = s->columns[i];
    if (x[j] > 0 && !tried[j] &&
        (least < 0 || s->m->guide[j] < s->m->guide[least]))
      least = j;
  }
  return least;
}

/* makes x permitted by leaving one of its awards that m does not fix */
static bool leave_one(const survey *s, arena *home, const model *m,
                      int64_t *x) {
  enum { TRIES_MOST = 60 };
  bool *const tried = ARENA_ARRAY(home, bool, m->of->column_count);
  for (int n = 0; n < TRIES_MOST; n++) {
    const int j = least_taken(s, x, tried);
    if (j < 0)
      return false;
    tried[j] = true;
    x[j] = 0;
    program_complete(m->of, x);
    if (model_permits(m, x))
      return true;
    x[j] = 1;
  }
  return false;
}

/* Looks for what is not known yet of application i without a search: most that
 * is missing stands just beside the best set, and small moves find it. */
static void settle_by_climbing(survey *s, int i) {
  arena *const home = arena_open();
  model *const m = model_copy(home, s->loose);
  int64_t *const x = point_copy(home, s->r->g, s->sets[0]);
  for (int k = s->first[i]; k < s->first[i + 1]; k++) {
    const int j = s->columns[k];
    x[j] = !s->with[i] && k == s->first[i];
    m->within.low[j] = m->within.high[j] = x[j];
  }
  program_complete(m->of, x);
  if (model_permits(m, x) || leave_one(s, home, m, x)) {
    climber *const on = climber_new(home, m, s->m->guide);
    climber_heed(on, s->r->how);
    climber_start(on, x);
    climber_improve(on);
    if (model_permits(s->m, climber_at(on)))
      note(s, point_copy(s->r->home, s->r->g, climber_at(on)));
  }
  arena_close(home);
}

/* a set with application i, by one more row */
static outcome one_with(survey *s, int i) {
  const int count = s->first[i + 1] - s->first[i];
  entry *const any = ARENA_ARRAY(s->r->home, entry, count);
  for (int k = 0; k < count; k++)
    any[k] = (entry){s->columns[s->first[i] + k], 1};
  model_hold(s->r->home, s->m, any, count, 1, (named_row){.kind = 'g'});
  const outcome found = search_any(s->r, s->m);
  s->m->row_count--;
  return found;
}

/* a set without application i, by a smaller box */
static outcome one_without(survey *s, int i) {
  const int from = s->first[i], count = s->first[i + 1] - from;
  int64_t *const high = ARENA_ARRAY(s->r->home, int64_t, count);
  for (int k = 0; k < count; k++) {
    high[k] = s->m->within.high[s->columns[from + k]];
    s->m->within.high[s->columns[from + k]] = 0;
  }
  const outcome found = search_any(s->r, s->m);
  for (int k = 0; k < count; k++)
    s->m->within.high[s->columns[from + k]] = high[k];
  return found;
}

/* x, one of the sets, tells either "with" or "without" of every application */
static void settle_by_search(survey *s, int i) {
  assert(s->with[i] != s->without[i]);
  const outcome found = s->with[i] ? one_without(s, i) : one_with(s, i);
  if (found.x)
    note(s, found.x);
  else
    s->settled[i] = found.proved;
  assert(!found.x || s->settled[i]);
}

static void search_all(survey *s) {
  search_narrow(s->r, s->m);
  settle_fixed(s);
  for (int i = 0; i < s->plans && run_goes_on(s->r); i++)
    if (!s->settled[i])
      settle_by_climbing(s, i);
  for (int i = 0; i < s->plans && !s->r->stopped; i++)
    if (!s->settled[i])
      settle_by_search(s, i);
}

/* how many sets there are; 0: more than are counted, or not known */
static int64_t count_sets(survey *s) {
  model *const others = model_copy(s->r->home, s->m);
  for (int k = 0; k < s->count; k++)
    model_forbid(s->r->home, others, s->sets[k], k);
  while (s->count <= COUNTED_MOST) {
    const outcome found = search_any(s->r, others);
    if (!found.x)
      return found.proved ? s->count : 0;
    note(s, found.x);
    model_forbid(s->r->home, others, found.x, s->count - 1);
  }
  return 0;
}

/* ---- what it comes to */

static presences told(const survey *s, wide least, int64_t count) {
  presence *const of = ARENA_ARRAY(s->r->home, presence, s->plans);
  for (int i = 0; i < s->plans; i++)
    of[i] = !s->settled[i]                ? PRESENCE_UNKNOWN
            : s->with[i] && s->without[i] ? PRESENCE_SOME
            : s->with[i]                  ? PRESENCE_ALL
                                          : PRESENCE_NONE;
  return (presences){least, count, of};
}

/* More best sets than the search lists are more than are counted here. */
static presences among_best(run *r, const decision *d, const plan *to,
                            bool asked) {
  survey s = survey_of(r, to, to->worth);
  const bool only = d->decided_by == worth_level(r->g);
  note_known(&s, to);
  if (d->best_count > 0 || only)
    settle_all(&s);
  else if (asked)
    search_all(&s);
  return told(&s, to->worth, d->best_count > 0 ? d->best_count : only);
}

static presences among_near(run *r, const plan *to, wide least) {
  survey s = survey_of(r, to, least);
  note_known(&s, to);
  search_all(&s);
  const int64_t count = count_sets(&s);
  return told(&s, least, count);
}

void presence_find(run *r, const decision *d, plan *to) {
  const program *const g = r->g;
  const ratio within = r->how->within;
  const int k = worth_level(g);
  to->within = within;
  if (!g->from || k < 0 || !to->x || !to->levels[k].proved)
    return;
  r->doing = g->worth->name;
  to->best_sets = among_best(r, d, to, within.den > 0);
  if (within.den == 0)
    return;
  const wide least = plan_worth_within(to->worth, within);
  to->near_sets = least < to->worth ? among_near(r, to, least) : to->best_sets;
}
