#include "derive.h"
#include "derive_rows.h"
#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* ---- lines */

/* digits by hand: certificates are mostly numbers, and long */
void derive_add_wide(text *to, wide value) {
  if (!exact_fits(value)) {
    text_add(to, exact_text(to->home, (ratio){value, 1}, 0));
    return;
  }
  char digits[24];
  size_t at = sizeof digits;
  uint64_t rest = (uint64_t)(value < 0 ? -value : value);
  do {
    digits[--at] = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (value < 0)
    digits[--at] = '-';
  text_add_bytes(to, digits + at, sizeof digits - at);
}

void derive_add_pair(text *to, int number, wide value) {
  text_add_bytes(to, " ", 1);
  derive_add_wide(to, number);
  text_add_bytes(to, " ", 1);
  derive_add_wide(to, value);
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
    derive_add_pair(&d->to, t.constraint, by.num);
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

int derive_reason(deriving *d, const char *reason) {
  return end_line(d, begin_line(d, reason));
}

int derive_assumed(deriving *d, const char *words) {
  derive_label(d);
  text_add(&d->to, words);
  return derive_reason(d, "asm");
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
  if (!derive_weigh(d, from))
    return false;
  const wide left = derive_spare(d, from->at);
  assert(left < 0);
  wide slack = -left - 1;
  return derive_add_bounds(d, from->at, &slack);
}

static bool add_why_empty(deriving *d, weights by) {
  const replay *const p = d->state;
  if (by.count == 0 && p->crossed >= 0)
    return add_crossed(d, p->crossed);
  const cause closing = {.kind = CAUSE_WEIGHTS, .by = by, .at = p->trail_count};
  return add_sum(d, by.count == 0 ? &p->emptied : &closing);
}

/* a falsehood is one at any scale */
static void make_small(deriving *d) {
  wide common = 0;
  for (int i = 0; i < d->term_count; i++)
    common = exact_gcd(common, d->terms[i].num);
  for (int i = 0; i < d->term_count; i++)
    d->terms[i].num /= common;
}

int derive_falsehood(deriving *d, weights by) {
  while (!add_why_empty(d, by))
    derive_wanted(d);
  make_small(d);
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
  d->is_kept = ARENA_ARRAY(home, bool, n);
  d->term_room = n + g->row_count + g->objective_count + 2;
  d->terms = ARENA_ARRAY(home, term, d->term_room);
  text_add(&d->to, "DER ");
  d->count_blanks = d->to.length;
  text_format(&d->to, "%*s\n", INDEX_DIGITS, "");
}
