/* roll - every plan of a call as its raw tables have it, reckoned anew.
 * Made by   roll_of, in the order of the functions below
 * Used by   audit_decision
 * Entries stand by application_id (bytewise). */
#ifndef SAITAKU_AUDIT_ROLL_H
#define SAITAKU_AUDIT_ROLL_H

#include "../base/exact.h"
#include "../base/text.h"
#include "../read/dossier.h"

typedef struct party { /* people of one country and one sender */
  int country;
  const char *sender; /* "": none named */
  int64_t people;
  uint64_t groups; /* bits of the policy's */
} party;

typedef struct grant { /* what a plan may be given, larger ones first */
  const char *level;
  int64_t yen, people, percent;
  wide value; /* units */
  int64_t *party_yen, *party_people;
} grant;

typedef struct entry {
  const application_row *row;
  const override_row *ruling; /* null: none */
  const course *course;       /* null: none that the policy knows */
  party *parties;             /* by country code, then sender */
  int party_count;
  grant *grants;
  int grant_count;
  int64_t yen_asked, yen_payable; /* payable: what may be paid of it */
  bool fails, corrected;          /* by the gates */
  int reviews;
  int group; /* of plans that reviews link, from 1; 0: no review counts */
  bool scored, passes;
  ratio raw;
  int64_t merit; /* units */
  int rank;
  int64_t *points; /* one an item of the priority, units */
  int64_t bonus, within;
  wide worth;
  bool competes;
  int order;          /* 1.. among those that compete */
  int given, by_rank; /* grant; -1: none. As the record has them */
} entry;

/* rows of a table by entry: first[entry], next[row]; -1 ends */
typedef struct chain {
  int *first, *next;
} chain;

typedef struct sheet { /* what one reviewer wrote on one plan */
  int reviewer, entry;
  int next, next_of_reviewer; /* -1 ends */
  bool conflict;
  int given;      /* criteria with a score */
  decimal *score; /* one a criterion; meaningful when whole */
  bool *has;
} sheet;

typedef struct roll {
  arena *home;
  const policy *rules;
  const dossier *from;
  entry *entries;
  int count;
  int *place; /* of each row of applications.csv */
  chain delegations, costs, levels;
  sheet *sheets;
  int sheet_count;
  int *sheet_of_entry, *sheet_of_reviewer; /* first; -1: none */
  int group_count;
} roll;

roll roll_open(arena *home, const policy *rules, const dossier *from);

void roll_parties(roll *r);
void roll_grants(roll *r); /* and gates on costs */
void roll_sheets(roll *r);
void roll_groups(roll *r); /* numbered by their first plan */
void roll_gates(roll *r);
/* raw scores and thresholds; merits but those of the mixed model */
void roll_scores(roll *r);
/* ranks by merit, points, who competes, worths, order of selection */
void roll_worths(roll *r);

/* Hamilton: floors first, then one each to the largest remainders, of equal
 * ones to the earlier; nothing at all where no weight is more than 0 */
void roll_apportion(arena *home, int64_t total, const int64_t *weight,
                    int count, int64_t *part);

bool sheet_counts(const roll *r, const sheet *s);
/* sum of weight x score, millionths of millionths */
wide sheet_weighted(const roll *r, const sheet *s);
/* each counted sheet's T-score in 10^-15 points */
void roll_t_scores(const roll *r, wide *to);

int roll_find(const roll *r, const char *id); /* entry or -1 */

static inline bool bit_of(uint64_t set, int k) { return set >> k & 1; }
/* a list that is not stated holds everything */
static inline bool names_allow(const names *list, const char *name) {
  return list->count == 0 || names_find(list, name) >= 0;
}

#endif
