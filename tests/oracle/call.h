/* call - one small invented call, as the oracle knows it: everything is held
 * in plain arrays that share no type with the engine's rooms.
 * Made by   invent
 * Used by   write_call, appraise, reckon, compare; read-only
 * Points, weights and scores are in millionths, shares in ten-thousandths,
 * money in yen. Words (hosts, countries..) are indices into words.h; -1 is
 * missing. Sets of them are bit masks; 0 where a policy key is not stated. */
#ifndef SAITAKU_ORACLE_CALL_H
#define SAITAKU_ORACLE_CALL_H

#include <stdbool.h>
#include <stdint.h>

enum {
  PLANS_MOST = 12,
  COLUMNS_MOST = 14, /* awards of all plans */
  PARTIES_MOST = 4,
  SMALLER_MOST = 2,
  AWARDS_MOST = 1 + SMALLER_MOST,
  REVIEWERS_MOST = 4,
  CRITERIA_MOST = 2,
  CIRCLES_MOST = 5,
  FAVOURS_MOST = 5,
  CLAUSES_MOST = 5,
  KEYS_MOST = 7,
  PAST_MOST = 6,
  COURSES = 2,
  HEADS = 4,
  HEAD_ADMIN = 3,
  HOSTS = 3,
  HOST_TYPES = 3
};

#define POINT INT64_C(1000000)
#define MARK_NONE INT64_C(-1) /* no cell for it */
#define MARK_COI INT64_C(-2)

typedef struct party { /* a row of delegations.csv */
  int country, sender, role;
  int64_t people;
  int age;
  bool again; /* not a first visit */
} party;

typedef struct smaller { /* a row of levels.csv; its name is words.h's */
  int64_t yen, people, percent;
} smaller;

typedef enum ruling { RULING_NONE, RULING_IN, RULING_OUT } ruling;

typedef struct proposal {
  char id[8];
  int host, strand, course, field;
  int64_t yen;          /* as asked, where the call has no costs.csv */
  int64_t heads[HEADS]; /* as asked, where it has */
  int days, km;
  int received; /* day of July 2025; 0: missing */
  party parties[PARTIES_MOST];
  int party_count;
  smaller levels[SMALLER_MOST];
  int level_count;
  ruling ruling;
  int ruling_level; /* -1: any; 0: full; k: levels[k - 1] */
  int64_t marks[REVIEWERS_MOST][CRITERIA_MOST];
  bool conflict[REVIEWERS_MOST];
} proposal;

typedef struct past { /* a row of history.csv */
  int year, country, strand, sender;
  int64_t people;
} past;

typedef struct record {
  bool stated;
  int since;
  unsigned strands;
} record;

typedef struct circle { /* a group of the policy */
  unsigned countries, minus;
  int territory; /* -1: none */
  record has, lacks, senders;
  unsigned fields, host_types, strands, courses;
  unsigned any_of, all_of; /* earlier circles */
} circle;

typedef enum mode {
  MODE_BONUS,
  MODE_ONCE, /* bonus, once_per_country */
  MODE_COMPARABLE,
  MODE_INVITE,
  MODE_RESERVED
} mode;
typedef enum when { WHEN_ANY, WHEN_MAJORITY, WHEN_SHARE } when;

typedef struct favour { /* an item of the policy's priority */
  int circle;
  mode mode;
  when when;
  int64_t points; /* of a bonus; within, of comparable merit */
  int64_t yen;
  bool release;
} favour;

typedef enum split {
  SPLIT_NONE,
  SPLIT_HOST,
  SPLIT_SENDER,
  SPLIT_COUNTRY,
  SPLIT_FIELD,
  SPLIT_COURSE,
  SPLIT_STRAND,
  SPLIT_HOST_TYPE
} split;
typedef enum gauge {
  GAUGE_AWARDS,
  GAUGE_PEOPLE,
  GAUGE_YEN,
  GAUGE_COUNTRIES
} gauge;
typedef enum force { FORCE_MUST, FORCE_AIM, FORCE_PRICED } force;
typedef enum base { BASE_NONE, BASE_OF_BUDGET, BASE_OF_ADOPTED } base;

typedef struct clause { /* a rule of the policy */
  bool at_most;
  unsigned circles, countries, strands, courses, fields, host_types, hosts;
  split by;
  gauge gauge;
  base base;     /* none: limit counts, else share */
  int64_t limit; /* of the gauge, or ten-thousandths */
  force force;
  int rank;
  int64_t price; /* millionths of a point per unit of the gauge */
} clause;

typedef enum tiebreak {
  KEY_PEOPLE,
  KEY_COUNTRIES,
  KEY_CIRCLE, /* more_countries:GROUP */
  KEY_YEN,
  KEY_EARLIER,
  KEY_LOT
} tiebreak;

typedef struct gates { /* 0 and false: not stated */
  int oldest_age, reviews_least, host_most;
  bool host_all_fail, first_visit;
  unsigned roles, fields;
  int64_t people[COURSES], people_two_senders[COURSES];
  int days[COURSES], days_far[COURSES];
  int all_in_circle; /* of the second course; -1: anybody */
  bool second_course_lifts_visit;
} gates;

typedef struct costing { /* costs.csv and what may be paid */
  bool stated;
  unsigned heads, heads_of_type[HOST_TYPES];
  int admin_percent; /* 0: not stated */
} costing;

typedef enum aim { AIM_MERIT, AIM_MERIT_X_PEOPLE, AIM_RANK_ORDER } aim;
typedef enum way { WAY_MEAN, WAY_MEDIAN, WAY_TRIMMED, WAY_T_SCORE } way;

/* is the budget split over groups that share no reviewer? */
typedef enum purse_key { PURSE_NONE, PURSE_BY_YEN, PURSE_BY_PLANS } purse_key;

typedef struct scale {
  int64_t low, high, unit;
  bool low_is_better, grades;
  int64_t weight[CRITERIA_MOST];
  int64_t least[CRITERIA_MOST]; /* threshold, 0: none */
  int criterion_count;
  way way;
  int64_t trim; /* share, millionths; 0: the policy's default, 0.2 */
  int64_t least_of_all;
  purse_key split;
} scale;

typedef struct call {
  uint64_t seed; /* of the oracle */
  bool coarse;   /* values chosen so that many sets tie */
  bool flat;     /* all marks alike, so that ties and rules decide */
  proposal plans[PLANS_MOST];
  int plan_count, reviewer_count;
  int host_type[HOSTS];
  bool strands_stated; /* strands and courses are in the policy */
  past past[PAST_MOST];
  int past_count;
  gates gates;
  costing costing;
  scale scale;
  circle circles[CIRCLES_MOST];
  int circle_count;
  favour favours[FAVOURS_MOST];
  int favour_count;
  bool largest_only;
  int64_t ceiling; /* points; -1: none */
  clause clauses[CLAUSES_MOST];
  int clause_count;
  int64_t budget, hold_back;
  aim aim;
  tiebreak keys[KEYS_MOST];
  int key_count, key_circle;
  int64_t lot_seed;
} call;

/* Fills *to from the seed alone. */
void invent(uint64_t seed, call *to);

#endif
