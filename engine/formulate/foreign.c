#include "foreign.h"
#include <assert.h>

typedef struct workplace {
  arena *home;
  const foreign *from;
  program *g;
  error *err;
} workplace;

static int64_t power_of_ten(int places) {
  int64_t value = 1;
  for (int i = 0; i < places; i++)
    value *= 10;
  return value;
}

static int larger(int a, int b) { return a > b ? a : b; }

static int places_of(const foreign_term *terms, int count) {
  int places = 0;
  for (int i = 0; i < count; i++)
    places = larger(places, terms[i].value.places);
  return places;
}

/* value x 10^places */
static wide scaled(finite value, int places) {
  assert(places >= value.places);
  return (wide)value.digits * power_of_ten(places - value.places);
}

static bool is_small(wide value) {
  return value >= -PROGRAM_MAX && value <= PROGRAM_MAX;
}

static bool refuse_size(const workplace *at, const char *what,
                        const char *name) {
  return FAIL(at->err, ERROR_INPUT, at->from->path, 0, 0,
              "%s \"%s\" made whole has numbers beyond 10^17", what, name);
}

/* the terms x 10^places, with the sign turned where asked */
static const entry *scaled_terms(const workplace *at, const foreign_term *terms,
                                 int count, int places, bool turned) {
  entry *const to = ARENA_ARRAY(at->home, entry, count);
  for (int i = 0; i < count; i++) {
    const wide value = scaled(terms[i].value, places);
    if (!is_small(value))
      return NULL;
    to[i] = (entry){terms[i].column, (int64_t)(turned ? -value : value)};
  }
  return to;
}

/* ---- rows */

static bool add_side(const workplace *at, int i, finite limit, bool turned) {
  const foreign_row *const from = &at->from->rows[i];
  const int places = larger(places_of(from->terms, from->count),
                            larger(from->has_low ? from->low.places : 0,
                                   from->has_high ? from->high.places : 0));
  const entry *const entries =
      scaled_terms(at, from->terms, from->count, places, turned);
  const wide side = scaled(limit, places);
  if (!entries || !is_small(side))
    return refuse_size(at, "row", from->name);
  at->g->rows[at->g->row_count++] = (row){.owner = i,
                                          .key = "",
                                          .limit = turned ? -side : side,
                                          .entries = entries,
                                          .count = from->count};
  return true;
}

static bool add_rows(const workplace *at) {
  for (int i = 0; i < at->from->row_count; i++) {
    const foreign_row *const r = &at->from->rows[i];
    at->g->owners[i] = (owner){OWNER_FACT, r->name, -1};
    if ((r->has_high && !add_side(at, i, r->high, false)) ||
        (r->has_low && !add_side(at, i, r->low, true)))
      return false;
  }
  return true;
}

/* ---- columns */

/* x = 1 where x is 0 at most */
static void add_contradiction(const workplace *at, int j) {
  program *const g = at->g;
  entry *const e = ARENA_NEW(at->home, entry);
  *e = (entry){j, -1};
  g->owners[g->owner_count] =
      (owner){OWNER_FACT, at->from->columns[j].name, -1};
  g->rows[g->row_count++] = (row){.owner = g->owner_count++,
                                  .key = "",
                                  .limit = -1,
                                  .entries = e,
                                  .count = 1};
}

static void add_columns(const workplace *at) {
  for (int j = 0; j < at->from->column_count; j++) {
    const foreign_column *const c = &at->from->columns[j];
    const bool is_empty = c->low > c->high;
    at->g->columns[j] = (column){.kind = COLUMN_AWARD,
                                 .low = is_empty ? 0 : c->low,
                                 .high = is_empty ? 0 : c->high,
                                 .application = -1,
                                 .award = -1,
                                 .row = -1,
                                 .name = c->name};
    if (is_empty)
      add_contradiction(at, j);
  }
}

/* ---- the objective */

static bool add_objective(const workplace *at) {
  const foreign *const f = at->from;
  program *const g = at->g;
  g->places = places_of(f->terms, f->term_count);
  const entry *const entries =
      scaled_terms(at, f->terms, f->term_count, g->places, f->is_min);
  if (!entries)
    return refuse_size(at, "objective", f->objective);
  g->objectives = ARENA_NEW(at->home, objective);
  g->objectives[0] = (objective){.kind = OBJECTIVE_WORTH,
                                 .name = f->objective,
                                 .rule = -1,
                                 .scale = 1,
                                 .entries = entries,
                                 .count = f->term_count};
  g->objective_count = 1;
  g->worth = &g->objectives[0];
  return true;
}

program *formulate_foreign(arena *home, const foreign *from, error *err) {
  program *const g = ARENA_NEW(home, program);
  const workplace at = {home, from, g, err};
  const int n = from->column_count, m = from->row_count;
  g->columns = ARENA_ARRAY(home, column, n);
  g->column_count = n;
  g->owners = ARENA_ARRAY(home, owner, m + n);
  g->owner_count = m;
  g->rows = ARENA_ARRAY(home, row, 2 * m + n);
  if (!add_rows(&at) || !add_objective(&at))
    return NULL;
  add_columns(&at);
  return g;
}

int foreign_places(const foreign *from, const program *g) {
  return larger(g->places, from->constant.places);
}

ratio foreign_value(const foreign *from, const program *g, wide sum) {
  const int places = foreign_places(from, g);
  const wide own =
      (from->is_min ? -sum : sum) * power_of_ten(places - g->places);
  return (ratio){own + scaled(from->constant, places), power_of_ten(places)};
}
