/* worths - merit and priority as one integer an award; int64 from here on.
 * Made by   weigh
 * Used by   formulate, explain, report; read-only
 * worth = merit + min(ceiling, combined bonuses) + within, in units.
 * A bonus counts when any / more than half of a plan's people are in its group,
 * or by share: points x people in the group / people, half up to the unit, each
 * item by itself. within is the largest comparable_merit item whose group has a
 * person in the plan (34 CFR 75.105 (c)(2)(ii)).
 * value of an award = worth x worth_percent / 100, half up; under
 * merit_x_people worth x the award's people. */
#ifndef SAITAKU_WEIGH_WORTHS_H
#define SAITAKU_WEIGH_WORTHS_H

#include "../score/merits.h"

typedef struct points {
  int item; /* index of the policy's priority item */
  int64_t units;
} points;

typedef struct worth {
  bool competes; /* has a column in the program: admitted and above every
                    threshold, or overridden in */
  int64_t merit;
  points *items; /* what each bonus and comparable_merit item gives, >0 only */
  int item_count;
  int64_t bonus;       /* after combining and the ceiling */
  int64_t within;      /* comparable merit */
  int64_t total;       /* merit + bonus + within */
  int64_t *value;      /* one an award; units */
  int selection_order; /* 1.. among those that compete; 0: does not */
} worth;

typedef struct worths {
  const merits *from;
  worth *item;    /* one an application, as in the pool */
  int *selection; /* application indices in selection order: worth descending,
                     then larger within first, earlier received, lot, id */
  int selection_count;
  int *lot; /* those that compete, by SHA-256("seed:application_id") */
} worths;

worths *weigh(arena *home, const merits *from, error *err);

/* what one country of an item's group adds to the objective, once, in units;
 * 0 for items that are not once_per_country */
int64_t worths_once_points(const policy *rules, int item);

#endif
