/* envelope - where groups of plans share no reviewer and the policy says
 * scoring.unidentified: envelopes, each group has a part of the budget of its
 * own, so that no decision rests on how plans of two groups compare.
 * Made by   envelopes_split
 * Used by   formulate (rows), explain, report
 * Of the yen to spend, first what plans put in without a counted review may
 * take at most is set apart: they are of no group. The rest is shared out by
 * largest remainder, in yen, in proportion to the yen that a group's competing
 * plans ask for at full award, or to how many they are
 * (scoring.envelopes_by); where nobody asks for a yen, to how many they are.
 * Equal remainders: the lower group first. Groups without a competing plan
 * have no envelope; if fewer than two have one, there is none at all. */
#ifndef SAITAKU_FORMULATE_ENVELOPE_H
#define SAITAKU_FORMULATE_ENVELOPE_H

#include "../weigh/worths.h"

typedef struct envelope {
  int group;          /* of the merits */
  const char *id;     /* "envelope:GROUP" */
  const int *members; /* applications that compete, ascending */
  int plans;          /* how many, 1 or more */
  int64_t asked;      /* yen, at full award */
  int64_t least;      /* yen of the smallest award that it may give */
  int64_t yen;        /* at most this is adopted in the group */
} envelope;

typedef struct envelopes {
  const envelope *item;    /* by group */
  int count;               /* 0: nothing is split */
  int64_t apart_yen;       /* for plans of no group */
  const finding *findings; /* one an envelope */
} envelopes;

const envelopes *envelopes_split(arena *home, const worths *from);

#endif
