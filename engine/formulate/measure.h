/* measure - how much one award counts toward a rule: the meaning of `of`,
 * `for_each` and `measure`, in one place.
 * A delegation counts when it fits the selector and the key of for_each.
 * awards: 1 if a person of the award is in such a delegation; people, yen: the
 * sum of those delegations' parts; countries is not additive: see
 * measure_countries. Without any condition on people (no group, no country) a
 * plan's whole figure counts. */
#ifndef SAITAKU_FORMULATE_MEASURE_H
#define SAITAKU_FORMULATE_MEASURE_H

#include "../admit/pool.h"

typedef struct subject { /* whom a row of a rule counts */
  const selector *of;    /* null: everybody */
  dimension by;          /* DIMENSION_NONE: one row for all */
  const char *key;       /* of that dimension: a host id, a country code.. */
} subject;

int64_t measure_award(const pool *p, subject s, measure m, int application,
                      int award);

/* the countries in which the award brings a person the subject counts */
country_set measure_countries(const pool *p, subject s, int application,
                              int award);

/* The keys of a rule's for_each, in bytewise order, each with those of the
 * given applications that carry it, in the given order: keys whose people or
 * plans the rule selects. The key "" with all of them for DIMENSION_NONE.
 * Linear. */
typedef struct keyed {
  const char *key;
  int *applications;
  int count, room;
} keyed;
keyed *measure_by_key(arena *home, const pool *p, const rule *r,
                      const int *applications, int count, int *key_count);
names measure_keys(arena *home, const pool *p, const rule *r,
                   const int *applications, int count); /* the keys alone */

#endif
