/* tally - what the adopted plans of a roll come to.
 * Made by   tally_of, from the grants that entries were given
 * Used by   audit_decision */
#ifndef SAITAKU_AUDIT_TALLY_H
#define SAITAKU_AUDIT_TALLY_H

#include "roll.h"

/* the grant an entry was given in one set; -1: none */
typedef int given_in(const entry *e);
int given_adopted(const entry *e);
int given_by_rank(const entry *e);

typedef struct tally_row { /* of a rule: one key of for_each, or all */
  const char *key;
  country_set countries;
  int last; /* entry counted last, so that each is one award a key */
  wide value;
  ratio limit, slack;
} tally_row;

typedef struct tally_rule {
  tally_row *rows;           /* by key */
  int count, room, tightest; /* -1: no row */
  ratio shortfall;
  int64_t scale; /* 1/scale of the unit is the finest it can be missed by */
} tally_rule;

typedef struct tally_country {
  int64_t awards, people, yen;
} tally_country;

typedef struct tally_reserve {
  int item;
  int64_t yen, released, group_yen, others_yen, others_limit;
} tally_reserve;

typedef struct tally_envelope { /* of a group of plans, in yen */
  const char *id;
  int64_t limit, adopted;
} tally_envelope;

typedef struct tally {
  int64_t awards, people, yen, base_yen;
  wide values;              /* sum of the grants' values, units */
  wide once;                /* once-per-country points, units */
  tally_country *countries; /* by country.h */
  country_set present;      /* with a person adopted */
  tally_rule *rules;        /* as in the policy */
  tally_reserve *reserves;
  int reserve_count;
  tally_envelope *envelopes; /* by group; none where nothing is split */
  int envelope_count;
  int places; /* the objective counts 10^-places points */
  wide worth; /* of the set, so counted */
} tally;

tally tally_of(const roll *r, given_in *given);
void tally_envelopes(const roll *r, given_in *given, tally *t); /* its part */

/* the tie's sum over the adopted */
wide tally_tie(const roll *r, const tally *t, given_in *given, const tie *key);

int tally_bits(const country_set *set);

#endif
