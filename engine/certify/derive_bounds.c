#include "derive_rows.h"
#include <assert.h>
#include <inttypes.h>

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

/* Adds the bounds where the touched columns' sum is least, but of those that
 * are kept; it may rise by `slack`. False: some must be derived first. */
bool derive_add_bounds(deriving *d, int at, wide *slack) {
  bool ready = true;
  for (int i = 0; i < d->touched_count; i++) {
    const int j = d->touched[i];
    const wide factor = d->sum[j];
    if (d->is_kept[j] || factor == 0)
      continue;
    const bound_at of =
        loosest(d, bound_then(d->state, j, factor < 0, at), factor, slack);
    const int constraint = derive_bound(d, of);
    ready = ready && constraint >= 0;
    d->terms[d->term_count++] = (term){constraint, -factor, 1};
  }
  return ready;
}

/* the least that a column's part of the sum comes to */
static wide least_part(const deriving *d, int j, int at) {
  return d->sum[j] *
         bound_value(d->state, bound_then(d->state, j, d->sum[j] < 0, at));
}

wide derive_spare(const deriving *d, int at) {
  wide left = d->limit;
  for (int i = 0; i < d->touched_count; i++)
    left -= least_part(d, d->touched[i], at);
  return left;
}

static bool derive_given(deriving *d, int place) {
  const undo *const e = &d->state->trail[place];
  const bool is_high = e->new_high < e->high;
  derive_label(d);
  text_format(&d->to, " %c %" PRId64 " 1 %d 1", is_high ? 'L' : 'G',
              is_high ? e->new_high : e->new_low, e->column);
  know(d, place, derive_reason(d, "asm"));
  return true;
}

int derive_side(deriving *d, int number) {
  const side *const s = &d->state->sides[number];
  if (known(d, s->place) >= 0)
    return known(d, s->place);
  derive_label(d);
  text_format(&d->to, " %c %" PRId64 " %d", s->is_upper ? 'G' : 'L',
              s->last + s->is_upper, s->count);
  for (int i = 0; i < s->count; i++)
    derive_add_pair(&d->to, s->entries[i].column, s->entries[i].coefficient);
  know(d, s->place, derive_reason(d, "asm"));
  return known(d, s->place);
}

/* ---- bounds narrowed together: places first .. end - 1 of the trail
 * The weighted rows' sum is taken down to the narrowed columns, by the bounds
 * of all others; then down to the halves of these, until few are left; then
 * each bound follows by rounding. For N columns that takes N log N terms. */

enum { FEW = 8 };

typedef struct part {
  int first, end, number; /* number: as in a heap, the whole is 1 */
} part;

static part whole_of(const deriving *d, int place) {
  const replay *const p = d->state;
  const int first = p->trail[place].of.at;
  int end = place + 1;
  while (end < p->trail_count && p->trail[end].column >= 0 &&
         p->trail[end].of.kind != CAUSE_GIVEN && p->trail[end].of.at == first)
    end++;
  return (part){first, end, 1};
}

static part half_of(part of, int place) {
  const int middle = of.first + (of.end - of.first) / 2;
  return place < middle ? (part){of.first, middle, 2 * of.number}
                        : (part){middle, of.end, 2 * of.number + 1};
}

static void keep(deriving *d, part of, bool kept) {
  for (int i = of.first; i < of.end; i++)
    d->is_kept[d->state->trail[i].column] = kept;
}

/* where the halves of what was narrowed together are remembered */
static told_part *told_parts(deriving *d, part whole) {
  const int64_t serial = d->state->trail[whole.first].serial;
  if (whole.first >= d->part_room) {
    const int room = 2 * whole.first + 256;
    d->parts = arena_grow(d->home, d->parts, sizeof *d->parts,
                          (size_t)d->part_room, (size_t)room);
    for (int i = d->part_room; i < room; i++)
      d->parts[i].serial = -1;
    d->part_room = room;
  }
  told_parts_of *const to = &d->parts[whole.first];
  if (to->serial == serial)
    return to->each;
  to->serial = serial;
  to->each =
      ARENA_ARRAY(d->home, told_part, 4 * (whole.end - whole.first) / FEW + 2);
  return to->each;
}

/* by how much the sum may rise so that the bound still follows */
static wide slack_of(const deriving *d, int place, wide spare) {
  const undo *const e = &d->state->trail[place];
  const wide factor = d->sum[e->column];
  const wide size = factor > 0 ? factor : -factor;
  const wide reach = factor > 0 ? (wide)e->new_high + 1 : 1 - (wide)e->new_low;
  return size * reach - 1 - spare - least_part(d, e->column, e->of.at);
}

static void add_part_line(deriving *d, part of, told_part *to) {
  derive_label(d);
  text_add(&d->to, " L ");
  derive_add_wide(&d->to, to->limit);
  text_format(&d->to, " %d", of.end - of.first);
  for (int i = of.first; i < of.end; i++) {
    const int j = d->state->trail[i].column;
    derive_add_pair(&d->to, j, d->sum[j]);
  }
  to->constraint = derive_combined(d, "lin");
  to->is_told = true;
}

/* False: something must be derived first. */
static bool derive_whole(deriving *d, part whole, told_part *to) {
  const int at = whole.first;
  const wide spare = derive_spare(d, at);
  wide least = slack_of(d, whole.first, spare);
  for (int i = whole.first + 1; i < whole.end; i++)
    if (slack_of(d, i, spare) < least)
      least = slack_of(d, i, spare);
  assert(least >= 0);
  wide left = least;
  keep(d, whole, true);
  const bool ready = derive_add_bounds(d, at, &left);
  keep(d, whole, false);
  if (!ready)
    return false;
  to->limit = spare + least - left;
  for (int i = whole.first; i < whole.end; i++)
    to->limit += least_part(d, d->state->trail[i].column, at);
  add_part_line(d, whole, to);
  return true;
}

/* from a larger part by the bounds of what it has besides; these are earlier
 * ones of the same columns */
static bool take_down(deriving *d, part from, part to,
                      const told_part *known_as, wide *limit) {
  bool ready = true;
  const int at = d->state->trail[from.first].of.at;
  d->term_count = 0;
  d->terms[d->term_count++] = (term){known_as->constraint, 1, 1};
  *limit = known_as->limit;
  for (int i = from.first; i < from.end; i++) {
    const int j = d->state->trail[i].column;
    if (i >= to.first && i < to.end)
      continue;
    const int constraint =
        derive_bound(d, bound_then(d->state, j, d->sum[j] < 0, at));
    ready = ready && constraint >= 0;
    d->terms[d->term_count++] = (term){constraint, -d->sum[j], 1};
    *limit -= least_part(d, j, at);
  }
  return ready;
}

static bool derive_half(deriving *d, part from, part of, told_part *each) {
  told_part *const to = &each[of.number];
  if (to->is_told)
    return true;
  if (!take_down(d, from, of, &each[from.number], &to->limit))
    return false;
  add_part_line(d, of, to);
  return true;
}

/* Divided by the column's weight and rounded. */
static void derive_rounded(deriving *d, int place) {
  const undo *const e = &d->state->trail[place];
  const wide factor = d->sum[e->column];
  for (int i = 0; i < d->term_count; i++)
    d->terms[i].den = factor;
  derive_label(d);
  text_format(&d->to, " %c %" PRId64 " 1 %d 1", factor > 0 ? 'L' : 'G',
              factor > 0 ? e->new_high : e->new_low, e->column);
  know(d, place, derive_combined(d, "rnd"));
}

/* a short row needs no line of its own */
static bool derive_at_once(deriving *d, int place) {
  const undo *const e = &d->state->trail[place];
  wide slack = slack_of(d, place, derive_spare(d, e->of.at));
  assert(slack >= 0);
  d->is_kept[e->column] = true;
  const bool ready = derive_add_bounds(d, e->of.at, &slack);
  d->is_kept[e->column] = false;
  if (ready)
    derive_rounded(d, place);
  return ready;
}

/* False: something must be derived first. */
static bool derive_narrowed(deriving *d, int place) {
  if (!derive_weigh(d, &d->state->trail[place].of))
    return false;
  if (d->touched_count <= FEW)
    return derive_at_once(d, place);
  part of = whole_of(d, place);
  told_part *const each = told_parts(d, of);
  if (!each[1].is_told && !derive_whole(d, of, &each[1]))
    return false;
  while (of.end - of.first > FEW) {
    const part half = half_of(of, place);
    if (!derive_half(d, of, half, each))
      return false;
    of = half;
  }
  wide limit;
  if (!take_down(d, of, (part){place, place + 1, 0}, &each[of.number], &limit))
    return false;
  derive_rounded(d, place);
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
