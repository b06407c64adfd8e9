/* ballot - the reviews of a call, or of a bare table, as the score models take
 * them: one column of scores a criterion.
 * Made by   ballot_of_pool, ballot_of_bare
 * Used by   study
 * Reviews stand by application, then reviewer. Scores are in points, in the
 * direction in which they were given; a missing one is NAN. A review in
 * conflict of interest is none; what score it gave stands aside. */
#ifndef SAITAKU_SCORE_BALLOT_H
#define SAITAKU_SCORE_BALLOT_H

#include "../admit/pool.h"
#include "../read/bare.h"

typedef struct marked { /* scores given in spite of a conflict of interest */
  int count;
  const int *application, *reviewer, *panel;
  double *const *score; /* by criterion; NAN: none */
} marked;

typedef struct ballot {
  names applications, reviewers, criteria, panels;
  int count; /* reviews */
  const int *application, *reviewer;
  const int *panel;     /* by review; -1: none stated */
  double *const *score; /* by criterion, then review */
  const double *weight; /* by criterion; they sum to 1 */
  double low, high;     /* of the scale; equal: not known */
  bool low_is_better;
  int conflicts, missing; /* scores that do not count */
  marked marked;          /* never among the reviews */
} ballot;

/* inputs: whose scores of reviews dropped for a conflict are looked up; may be
 * null */
ballot *ballot_of_pool(arena *home, const pool *from, const dossier *inputs);
/* the criteria weigh the same; low and high are those that were given */
ballot *ballot_of_bare(arena *home, const bare *from, bool low_is_better);

#endif
