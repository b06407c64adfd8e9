#include "derive.h"
#include "derive_rows.h"
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- lines */

void derive_add_wide(text *to, wide value) {
  if (exact_fits(value))
    text_format(to, "%" PRId64, (int64_t)value);
  else
    text_add(to, exact_text(to->home, (ratio){value, 1}, 0));
}

static void refer(deriving *d, int constraint, int from) {
  if (constraint >= d->stated)
    d->lines[constraint - d->stated].last = from;
}

/* label, the constraint and how its reason begins */
static int begin_line(deriving *d, const char *reason) {
  if (d->line_count == d->line_room) {
    d->line_room = d->line_room ? 2 * d->line_room : 1024;
    d->lines = arena_grow(d->home, d->lines, sizeof *d->lines,
                          (size_t)d->line_count, (size_t)d->line_room);
  }
  const int index = d->stated + d->line_count++;
  text_format(&d->to, " { %s", reason);
  return index;
}

enum { INDEX_DIGITS = 11 };

static int end_line(deriving *d, int index) {
  text_add(&d->to, " } ");
  d->lines[index - d->stated] = (derived){d->to.length, index};
  text_format(&d->to, "%*s\n", INDEX_DIGITS, "");
  return index;
}

void derive_label(deriving *d) { text_format(&d->to, "d%d", d->line_count); }

static void add_terms(deriving *d, int index) {
  text_format(&d->to, " %d", d->term_count);
  for (int i = 0; i < d->term_count; i++) {
    const term t = d->terms[i];
    const ratio by = exact_ratio(t.num, t.den);
    text_format(&d->to, " %d ", t.constraint);
    derive_add_wide(&d->to, by.num);
    if (by.den != 1) {
      text_add(&d->to, "/");
      derive_add_wide(&d->to, by.den);
    }
    refer(d, t.constraint, index);
  }
}

int derive_combined(deriving *d, const char *reason) {
  const int index = begin_line(d, reason);
  add_terms(d, index);
  return end_line(d, index);
}

int derive_assumed(deriving *d, const char *words) {
  derive_label(d);
  text_add(&d->to, words);
  return end_line(d, begin_line(d, "asm"));
}

int derive_unsplit(deriving *d, const char *words, const int with[4]) {
  derive_label(d);
  text_add(&d->to, words);
  const int index = begin_line(d, "uns");
  for (int i = 0; i < 4; i++) {
    text_format(&d->to, " %d", with[i]);
    refer(d, with[i], index);
  }
  return end_line(d, index);
}

int derive_copy(deriving *d, int falsehood) {
  d->terms[0] = (term){falsehood, 1, 1};
  d->term_count = 1;
  derive_label(d);
  text_add(&d->to, " L -1 0");
  return derive_combined(d, "lin");
}

static void fill_in(deriving *d, size_t blanks, int number) {
  char word[INDEX_DIGITS + 1];
  const int length = snprintf(word, sizeof word, "%d", number);
  memcpy(d->to.at + blanks, word, (size_t)length);
}

void derive_end(deriving *d) {
  fill_in(d, d->count_blanks, d->line_count);
  for (int i = 0; i < d->line_count; i++)
    fill_in(d, d->lines[i].blanks,
            i + 1 < d->line_count ? d->lines[i].last : -1);
}

/* ---- bounds */

int derive_known(const deriving *d, int place, int64_t serial) {
  return place < d->told_room && d->told[place].serial == serial
             ? d->told[place].constraint
             : -1;
}

static int known(const deriving *d, int place) {
  return derive_known(d, place, d->state->trail[place].serial);
}

static void know(deriving *d, int place, int constraint) {
  if (place >= d->told_room) {
    const int room = 2 * place + 256;
    d->told = arena_grow(d->home, d->told, sizeof *d->told,
                         (size_t)d->told_room, (size_t)room);
    for (int i = d->told_room; i < room; i++)
      d->told[i].serial = -1;
    d->told_room = room;
  }
  d->told[place] = (told){d->state->trail[place].serial, constraint};
}

int derive_bound(deriving *d, bound_at of) {
  if (of.place < 0)
    return 2 * of.column + of.is_high;
  const int constraint = known(d, of.place);
  if (constraint >= 0)
    return constraint;
  if (d->wanted_count == d->wanted_room) {
    d->wanted_room = d->wanted_room ? 2 * d->wanted_room : 256;
    d->wanted = arena_grow(d->home, d->wanted, sizeof *d->wanted,
                           (size_t)d->wanted_count, (size_t)d->wanted_room);
  }
  d->wanted[d->wanted_count++] = of.place;
  return -1;
}

/* The earliest bound of the column that leaves the sum small enough: it needs
 * less, and mostly nothing. */
static bound_at loosest(const deriving *d, bound_at of, wide factor,
                        wide *slack) {
  while (of.place >= 0 && known(d, of.place) < 0) {
    const bound_at earlier = bound_before(d->state, of);
    const wide moved =
        bound_value(d->state, of) > bound_value(d->state, earlier)
            ? bound_value(d->state, of) - bound_value(d->state, earlier)
            : bound_value(d->state, earlier) - bound_value(d->state, of);
    const wide size = factor > 0 ? factor : -factor;
    if (moved > *slack / size)
      return of;
    *slack -= moved * size;
    of = earlier;
  }
  return of;
}

/* Adds the bounds where the touched columns' sum is least, but of `but`, which
 * may rise by `slack`. False: some must be derived first. */
static bool add_bounds(deriving *d, int at, int but, wide slack, wide den) {
  bool ready = true;
  for (int i = 0; i < d->touched_count; i++) {
    const int j = d->touched[i];
    const wide factor = d->sum[j];
    if (j == but || factor == 0)
      continue;
    const bound_at of =
        loosest(d, bound_then(d->state, j, factor < 0, at), factor, &slack);
    const int constraint = derive_bound(d, of);
    ready = ready && constraint >= 0;
    d->terms[d->term_count++] = (term){constraint, -factor, den};
  }
  return ready;
}

/* the limit less the least that all columns but one come to */
static wide left_for(const deriving *d, int at, int but) {
  wide left = d->limit;
  for (int i = 0; i < d->touched_count; i++) {
    const int j = d->touched[i];
    if (j != but)
      left -= d->sum[j] *
              bound_value(d->state, bound_then(d->state, j, d->sum[j] < 0, at));
  }
  return left;
}

static bool derive_given(deriving *d, int place) {
  const undo *const e = &d->state->trail[place];
  char words[80];
  if (e->new_high < e->high)
    snprintf(words, sizeof words, " L %" PRId64 " 1 %d 1", e->new_high,
             e->column);
  else
    snprintf(words, sizeof words, " G %" PRId64 " 1 %d 1", e->new_low,
             e->column);
  know(d, place, derive_assumed(d, words));
  return true;
}

/* Divided by the column's weight and rounded. False: something must be derived
 * first. */
static bool derive_narrowed(deriving *d, int place) {
  const undo *const e = &d->state->trail[place];
  const int j = e->column;
  if (!derive_weigh(d, &e->of, j))
    return false;
  const wide factor = d->sum[j], size = factor > 0 ? factor : -factor;
  const wide left = left_for(d, e->of.at, j);
  const wide reach = factor > 0 ? (wide)e->new_high + 1 : 1 - (wide)e->new_low;
  const wide slack = size * reach - 1 - left;
  assert(size > 0 && slack >= 0);
  if (!add_bounds(d, e->of.at, j, slack, factor))
    return false;
  derive_label(d);
  text_format(&d->to, " %c %" PRId64 " 1 %d 1", factor > 0 ? 'L' : 'G',
              factor > 0 ? e->new_high : e->new_low, j);
  know(d, place, derive_combined(d, "rnd"));
  return true;
}

void derive_wanted(deriving *d) {
  while (d->wanted_count > 0) {
    const int place = d->wanted[d->wanted_count - 1];
    const bool done =
        known(d, place) >= 0 || (d->state->trail[place].of.kind == CAUSE_GIVEN
                                     ? derive_given(d, place)
                                     : derive_narrowed(d, place));
    d->wanted_count -= done;
  }
}

/* ---- falsehoods */

static bool add_crossed(deriving *d, int j) {
  const int at = d->state->trail_count;
  const int high = derive_bound(d, bound_then(d->state, j, true, at));
  const int low = derive_bound(d, bound_then(d->state, j, false, at));
  d->terms[0] = (term){high, 1, 1};
  d->terms[1] = (term){low, -1, 1};
  d->term_count = 2;
  return high >= 0 && low >= 0;
}

static bool add_sum(deriving *d, const cause *from) {
  if (!derive_weigh(d, from, -1))
    return false;
  const wide left = left_for(d, from->at, -1);
  assert(left < 0);
  return add_bounds(d, from->at, -1, -left - 1, 1);
}

static bool add_why_empty(deriving *d, weights by) {
  const replay *const p = d->state;
  if (by.count == 0 && p->crossed >= 0)
    return add_crossed(d, p->crossed);
  const cause closing = {.kind = CAUSE_WEIGHTS, .by = by, .at = p->trail_count};
  return add_sum(d, by.count == 0 ? &p->emptied : &closing);
}

int derive_falsehood(deriving *d, weights by) {
  while (!add_why_empty(d, by))
    derive_wanted(d);
  derive_label(d);
  text_add(&d->to, " L -1 0");
  return derive_combined(d, "lin");
}

void derive_begin(deriving *d, arena *home, const program *g, replay *state,
                  int stated) {
  const int n = g->column_count;
  d->home = home;
  d->g = g;
  d->state = state;
  d->stated = stated;
  d->goal = -1;
  d->sum = ARENA_ARRAY(home, wide, n);
  d->touched = ARENA_ARRAY(home, int, n);
  d->is_touched = ARENA_ARRAY(home, bool, n);
  d->term_room = n + g->row_count + g->objective_count + 2;
  d->terms = ARENA_ARRAY(home, term, d->term_room);
  text_add(&d->to, "DER ");
  d->count_blanks = d->to.length;
  text_format(&d->to, "%*s\n", INDEX_DIGITS, "");
}
