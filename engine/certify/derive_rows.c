#include "derive_rows.h"
#include <assert.h>

/* ---- bounds as they stood */

static int place_before(const replay *p, bound_at of) {
  const undo *const e = &p->trail[of.place];
  return of.is_high ? e->high_by : e->low_by;
}

bound_at bound_before(const replay *p, bound_at of) {
  return (bound_at){of.column, of.is_high, place_before(p, of)};
}

bound_at bound_then(const replay *p, int j, bool is_high, int at) {
  bound_at of = {j, is_high, is_high ? p->high_by[j] : p->low_by[j]};
  while (of.place >= at)
    of.place = place_before(p, of);
  return of;
}

int64_t bound_value(const replay *p, bound_at of) {
  const column *const c = &p->g->columns[of.column];
  if (of.place < 0)
    return of.is_high ? c->high : c->low;
  const undo *const e = &p->trail[of.place];
  return of.is_high ? e->new_high : e->new_low;
}

static int64_t value_then(const replay *p, int j, bool is_high, int at) {
  return bound_value(p, bound_then(p, j, is_high, at));
}

static bool was_free(const replay *p, int j, int at) {
  return value_then(p, j, false, at) < value_then(p, j, true, at);
}

/* ---- rows of levels, rounded */

static bool is_level(named_row of) { return of.kind == 'g' || of.kind == 'h'; }

static bool same_row(named_row a, named_row b) {
  return a.kind == b.kind && a.level == b.level;
}

static int stated_row(deriving *d, named_row of) {
  const int rows = 2 * d->g->column_count;
  assert(of.kind == 'r' || of.kind == 's' || is_level(of));
  if (of.kind == 's')
    return derive_side(d, of.number);
  if (of.kind == 'r')
    return rows + of.number;
  return of.kind == 'g' ? d->goal : rows + d->g->row_count + of.level;
}

static int64_t serial_at(const deriving *d, int at) {
  return at > 0 ? d->state->trail[at - 1].serial : -1;
}

static bool still_stands(const deriving *d, const rounding *r) {
  return r->at <= d->state->trail_count && r->serial == serial_at(d, r->at);
}

static rounding rounding_then(const deriving *d, view v, int at) {
  rounding to = {
      .of = v.of, .at = at, .serial = serial_at(d, at), .least = -v.limit};
  for (int i = 0; i < v.count; i++) {
    const entry e = v.entries[i];
    if (was_free(d->state, e.column, at))
      to.common = exact_gcd(to.common, e.coefficient);
    else
      to.base +=
          (wide)e.coefficient * value_then(d->state, e.column, false, at);
  }
  if (to.common > 1)
    to.least = to.base + exact_ceil(to.least - to.base, to.common) * to.common;
  return to;
}

static const rounding *find_rounding(const deriving *d, const rounding *like) {
  for (int i = 0; i < d->rounding_count; i++) {
    const rounding *const r = &d->roundings[i];
    if (same_row(r->of, like->of) && r->at <= like->at &&
        r->least >= like->least && still_stands(d, r))
      return r;
  }
  return NULL;
}

static void keep_rounding(deriving *d, rounding r) {
  int kept = 0;
  for (int i = 0; i < d->rounding_count; i++)
    if (still_stands(d, &d->roundings[i]))
      d->roundings[kept++] = d->roundings[i];
  d->rounding_count = kept;
  if (kept == d->rounding_room) {
    d->rounding_room = kept ? 2 * kept : 16;
    d->roundings = arena_grow(d->home, d->roundings, sizeof *d->roundings,
                              (size_t)kept, (size_t)d->rounding_room);
  }
  d->roundings[d->rounding_count++] = r;
}

/* the fixed columns' part, on the side that makes the rest larger */
static bool add_fixed(deriving *d, const rounding *r, view v) {
  bool ready = true;
  d->terms[0] = (term){stated_row(d, v.of), 1, r->common};
  d->term_count = 1;
  for (int i = 0; i < v.count; i++) {
    const entry e = v.entries[i];
    if (was_free(d->state, e.column, r->at))
      continue;
    const int constraint = derive_bound(
        d, bound_then(d->state, e.column, e.coefficient > 0, r->at));
    ready = ready && constraint >= 0;
    d->terms[d->term_count++] =
        (term){constraint, -(wide)e.coefficient, r->common};
  }
  return ready;
}

static void add_free_terms(deriving *d, const rounding *r, view v) {
  int count = 0;
  for (int i = 0; i < v.count; i++)
    count += was_free(d->state, v.entries[i].column, r->at);
  text_format(&d->to, " %d", count);
  for (int i = 0; i < v.count; i++) {
    const entry e = v.entries[i];
    if (!was_free(d->state, e.column, r->at))
      continue;
    derive_add_pair(&d->to, e.column, e.coefficient / r->common);
  }
}

/* False: something must be derived first. */
static bool derive_rounding(deriving *d, rounding r, view v) {
  if (r.least <= -v.limit || find_rounding(d, &r))
    return true;
  if (!add_fixed(d, &r, v))
    return false;
  derive_label(d);
  text_add(&d->to, " G ");
  derive_add_wide(&d->to, (r.least - r.base) / r.common);
  add_free_terms(d, &r, v);
  r.constraint = derive_combined(d, "rnd");
  keep_rounding(d, r);
  return true;
}

/* ---- weighing */

static void touch(deriving *d, int j, wide by) {
  if (!d->is_touched[j]) {
    d->is_touched[j] = true;
    d->sum[j] = 0;
    d->touched[d->touched_count++] = j;
  }
  d->sum[j] += by;
}

static void weigh_row(deriving *d, view v, int64_t u) {
  const int constraint = stated_row(d, v.of);
  d->terms[d->term_count++] = (term){constraint, v.sign * (wide)u, 1};
  d->limit += v.limit * u;
  for (int i = 0; i < v.count; i++)
    touch(d, v.entries[i].column, (wide)v.sign * v.entries[i].coefficient * u);
}

static void weigh_rounded(deriving *d, view v, const rounding *r, int64_t u) {
  d->terms[d->term_count++] = (term){r->constraint, -r->common * u, 1};
  d->limit -= (r->least - r->base) * u;
  for (int i = 0; i < v.count; i++) {
    const entry e = v.entries[i];
    if (was_free(d->state, e.column, r->at))
      touch(d, e.column, -(wide)e.coefficient * u);
  }
}

static void weigh_level(deriving *d, view v, int64_t u, int at) {
  const rounding wanted = rounding_then(d, v, at);
  const rounding *const r =
      wanted.least > -v.limit ? find_rounding(d, &wanted) : NULL;
  if (r)
    weigh_rounded(d, v, r, u);
  else
    weigh_row(d, v, u);
}

static void forget_sum(deriving *d) {
  for (int i = 0; i < d->touched_count; i++)
    d->is_touched[d->touched[i]] = false;
  d->touched_count = d->term_count = 0;
  d->limit = 0;
}

static bool round_levels(deriving *d, const cause *from) {
  for (int i = 0; i < from->by.count; i++) {
    const named_row of = from->by.each[i].of;
    if (!is_level(of))
      continue;
    const view v = replay_row(d->state, of);
    if (!derive_rounding(d, rounding_then(d, v, from->at), v))
      return false;
  }
  return true;
}

static void weigh_all(deriving *d, const cause *from) {
  for (int i = 0; i < from->by.count; i++) {
    const weight w = from->by.each[i];
    const view v = replay_row(d->state, w.of);
    if (is_level(w.of))
      weigh_level(d, v, w.u, from->at);
    else
      weigh_row(d, v, w.u);
  }
}

/* for so many rows and the columns' bounds */
static void make_term_room(deriving *d, int rows) {
  const int room = rows + d->g->column_count;
  if (room <= d->term_room)
    return;
  d->terms = ARENA_ARRAY(d->home, term, 2 * room);
  d->term_room = 2 * room;
}

bool derive_weigh(deriving *d, const cause *from) {
  make_term_room(d, from->by.count);
  if (from->kind == CAUSE_WEIGHTS && !round_levels(d, from))
    return false;
  forget_sum(d);
  if (from->kind == CAUSE_WEIGHTS)
    weigh_all(d, from);
  else
    weigh_row(d, replay_row(d->state, from->row), 1);
  return true;
}
