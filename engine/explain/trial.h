/* trial - a set with one award more, or one swapped: what each row then comes
 * to. Coverages and shortfalls follow.
 * Cost: the set's rows once; a trial then looks only at the rows of the columns
 * that it changes. */
#ifndef SAITAKU_EXPLAIN_TRIAL_H
#define SAITAKU_EXPLAIN_TRIAL_H

#include "../formulate/program.h"

typedef struct trial trial;

/* x: complete, as program_complete leaves it */
trial *trial_of(arena *home, const program *g, const int64_t *x);

/* Forgets the change before. Takes an award that is not in the set; drops one
 * that is, -1: none. */
void trial_change(trial *t, int taken, int dropped);

wide trial_activity(const trial *t, int which); /* of a row */
wide trial_worth_gain(const trial *t);
/* what a grown shortfall takes off the worth; 0 where it has no price */
wide trial_cost(const trial *t, int shortfall);
bool trial_keeps_rows(const trial *t); /* all of them */
bool trial_keeps_aims(const trial *t); /* each sum as it is in the set */

/* Rows that are past their limit and are not in the set; columns of shortfalls
 * that have grown. Each ascending; valid until the next list is asked for. */
typedef struct trial_list {
  const int *item;
  int count;
} trial_list;
trial_list trial_rows_broken(trial *t);
trial_list trial_shortfalls_grown(trial *t);

#endif
