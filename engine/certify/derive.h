/* derive - the derivations of a VIPR certificate: each bound that the replay
 * has narrowed is derived when it is first needed. Private to certify. */
#ifndef SAITAKU_CERTIFY_DERIVE_H
#define SAITAKU_CERTIFY_DERIVE_H

#include "../base/text.h"
#include "replay_work.h"

/* a constraint of the certificate, num / den times */
typedef struct term {
  int constraint;
  wide num, den;
} term;

/* A line of the section DER. Its last word, the last constraint that refers to
 * it, is put into the blanks left for it. */
typedef struct derived {
  size_t blanks; /* where in the text */
  int last;
} derived;

/* a bound on the trail that has been derived */
typedef struct told {
  int64_t serial;
  int constraint;
} told;

/* what was narrowed together, and halves of it: their sum <= limit */
typedef struct told_part {
  bool is_told;
  int constraint;
  wide limit;
} told_part;
typedef struct told_parts_of {
  int64_t serial; /* of the first place */
  told_part *each;
} told_parts_of;

/* A level's row rounded to what the box could have when the trail was `at`
 * long: its sum is least or more, and the fixed columns' part of it is base.
 * The constraint is that of the other columns, divided by common. */
typedef struct rounding {
  named_row of;
  int at;
  int64_t serial; /* of the trail's entry before `at` */
  wide least, base, common;
  int constraint;
} rounding;

typedef struct deriving {
  arena *home;
  const program *g;
  replay *state;
  text to;
  derived *lines;
  int line_count, line_room;
  size_t count_blanks; /* where the number of lines goes */
  int stated;          /* constraints before the first derived */
  int goal;            /* the constraint that wants more than the set has */
  told *told;
  int told_room;
  told_parts_of *parts; /* by the first place */
  int part_room;
  int *wanted; /* places on the trail to derive, the last one first */
  int wanted_count, wanted_room;
  rounding *roundings;
  int rounding_count, rounding_room;
  /* weighted rows in hand: sum over the touched columns <= limit */
  wide *sum;
  int *touched;
  int touched_count;
  bool *is_touched, *is_kept;
  wide limit;
  term *terms; /* room for a term each of the weights and columns */
  int term_count, term_room;
} deriving;

/* Begins the section; `to` holds the others, which state so many constraints.
 */
void derive_begin(deriving *d, arena *home, const program *g, replay *state,
                  int stated);
void derive_end(deriving *d);

/* ---- lines; what each gives is its constraint's index */
int derive_assumed(deriving *d, const char *words); /* of a constraint */
int derive_unsplit(deriving *d, const char *words, const int with[4]);

/* 0 <= -1, from the weighted rows in the box in hand; without weights from what
 * has emptied it */
int derive_falsehood(deriving *d, weights by);
int derive_copy(deriving *d, int falsehood);

/* the constraint of the bound at this place of the trail; -1: not derived */
int derive_known(const deriving *d, int place, int64_t serial);

/* ---- numbers */
void derive_add_wide(text *to, wide value);
void derive_add_pair(text *to, int number, wide value); /* " NUMBER VALUE" */

#endif
