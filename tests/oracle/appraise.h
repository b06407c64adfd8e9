/* appraise - an invented call's plans as the design says they stand: gated,
 * scored, split over countries and weighed. Written from the design alone; of
 * the engine it uses base/ only.
 * Everything about people is by seat: a plan's people of one country and one
 * sender, by country code, then sender. */
#ifndef SAITAKU_ORACLE_APPRAISE_H
#define SAITAKU_ORACLE_APPRAISE_H

#include "call.h"

typedef struct seat {
  int country, sender;
  int64_t people;
  unsigned circles;
} seat;

typedef struct prize { /* the full award or a smaller one, larger ones first */
  int level;           /* word_level */
  int64_t yen, people, percent, value;
  int64_t seat_yen[PARTIES_MOST], seat_people[PARTIES_MOST];
} prize;

typedef struct standing {
  seat seats[PARTIES_MOST];
  int seat_count;
  prize prizes[AWARDS_MOST];
  int prize_count;
  int reviews;
  bool scored, passes, gated, competes; /* gated: a gate fails it */
  int64_t merit, bonus, within, worth;  /* units */
  int rank; /* by merit, 1, 2, 2, 4; 0: not scored */
} standing;

typedef struct field {
  const call *of;
  standing plans[PLANS_MOST];
  int selection[PLANS_MOST], lot[PLANS_MOST]; /* those that compete */
  int entrants;
  bool unsure; /* a T-score too near a half to be rounded with floats */
} field;

void appraise(const call *c, field *to);

/* the parts, in the order they are called */
void appraise_seats(field *f);
void appraise_prizes(field *f);
void appraise_scores(field *f);
void appraise_gates(field *f);
void appraise_worths(field *f);
void appraise_order(field *f);

/* mark by mark: a review counts when it is whole and nobody is in conflict */
bool review_counts(const call *c, int plan, int reviewer);

static inline bool in_set(unsigned set, int k) {
  return k >= 0 && (set >> k & 1) != 0;
}

#endif
