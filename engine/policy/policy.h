/* policy - the rules of one call, exactly as they were signed off.
 * Made by   policy_read, from the call's policy.json
 * Used by   every later room; read-only
 * Lifetime  that of `home`; there is no policy_free
 * Money is in yen (0..10^12), merit and points in units of `unit`, shares in
 * ten-thousandths, other decimals in millionths (number.h).
 * Absent lists have count 0, absent texts are "", absent limits are NONE. */
#ifndef SAITAKU_POLICY_POLICY_H
#define SAITAKU_POLICY_POLICY_H

#include "../base/arena.h"
#include "../base/date.h"
#include "../base/error.h"
#include "../base/file.h"
#include "../base/number.h"
#include "country.h"

enum { POLICY_GROUPS_MAX = 64, SHARE_ONE = 10000 };
#define POLICY_NONE INT64_MIN
#define POLICY_YEN_MAX INT64_C(1000000000000)

typedef struct names {
  const char **item;
  int count;
} names;
int names_find(const names *list, const char *name); /* index or -1 */

/* ---- who may compete */
typedef struct strand {
  const char *id;
  names courses; /* empty: the strand has no courses */
} strand;

typedef struct days_rule { /* domestic_km_at_least -> days */
  int64_t km_at_least, days;
} days_rule;
typedef struct people_rule { /* senders_at_least -> people */
  int64_t senders_at_least, people;
} people_rule;

typedef struct course {
  const char *id;
  int64_t days, people; /* POLICY_NONE: no limit */
  days_rule *days_if;   /* of those that apply the largest limit counts */
  int days_if_count;
  people_rule *people_if;
  int people_if_count;
  int all_people_in; /* group index; -1: anybody */
  bool visit_stated; /* does the course speak of first visits itself? */
  bool first_visit;
} course;

typedef enum excess { EXCESS_LATEST_FAIL, EXCESS_ALL_FAIL } excess;

typedef struct admission {
  int64_t oldest_age; /* POLICY_NONE: no gate, as for all of these */
  bool first_visit;   /* guests must come for the first time */
  names roles, fields;
  int64_t reviews_at_least;
  int64_t applications_per_host_at_most;
  excess on_excess;
} admission;

typedef struct host_heads { /* heads that may be paid to one type of host */
  const char *host_type;
  names heads;
} host_heads;

typedef struct cost {
  names heads;           /* heads that may be paid at all; empty: any */
  decimal admin_percent; /* of the direct cost, in millionths of a percent */
  host_heads *by_host_type;
  int by_host_type_count;
} cost;

/* ---- scores */
typedef enum method {
  METHOD_MEAN,
  METHOD_MEDIAN,
  METHOD_TRIMMED_MEAN,
  METHOD_T_SCORE,
  METHOD_MIXED_MODEL
} method;

/* what mixed_model does where the reviews cannot compare all plans */
typedef enum unidentified {
  UNIDENTIFIED_STOP,   /* refuse the scores */
  UNIDENTIFIED_RAW,    /* merit is the raw mean */
  UNIDENTIFIED_ASSUME, /* groups are alike on average, as far as the fit shares
                          their difference out; where nothing fits, raw */
  UNIDENTIFIED_EQUAL_GROUPS, /* every group has a mean of its own, and all means
                                count the same; where nothing fits, raw */
  UNIDENTIFIED_ENVELOPES     /* the same, and every group has a part of the
                                budget of its own; so with any method */
} unidentified;

/* in proportion to what a group's envelope is cut */
typedef enum envelopes_by {
  ENVELOPES_BY_YEN,  /* the yen its competing plans ask for at full award */
  ENVELOPES_BY_PLANS /* how many of its plans compete */
} envelopes_by;

typedef struct grade {
  const char *id;
  decimal score;
} grade;

typedef struct criterion {
  const char *id;
  decimal weight;   /* > 0 */
  decimal at_least; /* POLICY_NONE: no threshold */
} criterion;

typedef struct scoring {
  decimal low, high; /* low < high */
  bool low_is_better;
  grade *grades;
  int grade_count;
  criterion *criteria; /* 1 or more */
  int criterion_count;
  method method;
  unidentified unidentified;
  envelopes_by envelopes_by;
  bool panel_effects; /* mixed_model: a fixed effect for every panel */
  decimal trim;       /* share cut off each end, 0 <= trim < 0.5 */
  decimal at_least;   /* POLICY_NONE: no threshold */
  decimal unit;       /* > 0, a power of ten: 0.000001 .. 1 */
  int unit_places;    /* digits behind the point that show one unit */
} scoring;

/* ---- groups: every condition stated must hold */
typedef struct record_test { /* people >= 1 in a fiscal year >= since */
  bool stated;
  int64_t since;
  names strands; /* empty: any */
} record_test;

typedef struct group {
  const char *id;
  bool countries_stated; /* by countries, territory and minus, expanded */
  country_set countries;
  record_test has_record, no_record, senders_with_record;
  names fields, host_types, strands, courses;
  uint64_t any_of, all_of; /* bits of groups; 0: not stated */
} group;

/* ---- priority */
typedef enum priority_mode {
  PRIORITY_BONUS,
  PRIORITY_COMPARABLE_MERIT,
  PRIORITY_INVITE,
  PRIORITY_RESERVED
} priority_mode;

typedef enum counts_when {
  COUNTS_ANY,
  COUNTS_MAJORITY,
  COUNTS_SHARE
} counts_when;

typedef struct priority_item {
  int group;
  priority_mode mode;
  int64_t points; /* bonus, in units */
  counts_when counts_when;
  bool once_per_country;
  int64_t within; /* comparable_merit, in units */
  int64_t yen;    /* reserved */
  bool release;
  const char *text, *source;
} priority_item;

typedef struct priority {
  bool largest_only; /* combine: max */
  int64_t at_most;   /* ceiling on a plan's bonus, units; POLICY_NONE: none */
  priority_item *items;
  int count;
} priority;

/* ---- rules over the adopted set */
typedef enum dimension { /* what for_each and `of` can name beside groups */
                         DIMENSION_NONE,
                         DIMENSION_HOST,
                         DIMENSION_SENDER,
                         DIMENSION_COUNTRY,
                         DIMENSION_FIELD,
                         DIMENSION_COURSE,
                         DIMENSION_STRAND,
                         DIMENSION_HOST_TYPE
} dimension;

typedef enum measure {
  MEASURE_AWARDS,
  MEASURE_PEOPLE,
  MEASURE_YEN,
  MEASURE_COUNTRIES
} measure;

typedef enum strength { STRENGTH_MUST, STRENGTH_AIM, STRENGTH_PRICED } strength;

typedef struct selector { /* whom a rule counts: every stated key must hold */
  uint64_t groups;        /* bits; any of them; 0: not stated */
  bool countries_stated;
  country_set countries;
  names strands, courses, fields, host_types, hosts;
} selector;

typedef enum share_base { BASE_BUDGET, BASE_ADOPTED } share_base;

typedef struct rule {
  const char *id;
  bool at_most; /* else at_least */
  selector of;
  dimension for_each;
  measure measure;
  bool is_share;
  int64_t limit; /* in the measure's unit, when not a share */
  int64_t share; /* ten-thousandths, 0..10000 */
  share_base base;
  strength strength;
  int64_t rank;            /* aims: 1 is first; no two equal */
  decimal points_per_unit; /* priced: points, not units of merit, per unit of
                              the measure, in millionths */
  const char *text, *source;
} rule;

/* ---- what is best */
typedef enum aim_of_call {
  OBJECTIVE_MERIT,
  OBJECTIVE_MERIT_X_PEOPLE,
  OBJECTIVE_RANK_ORDER
} aim_of_call;

typedef enum tie_kind {
  TIE_MORE_PEOPLE,
  TIE_MORE_COUNTRIES,
  TIE_FEWER_YEN,
  TIE_EARLIER_RECEIVED,
  TIE_LOT
} tie_kind;

typedef struct tie {
  tie_kind kind;
  int group;        /* more_countries:GROUP; -1: all countries */
  const char *word; /* as the policy has it */
} tie;

typedef struct policy {
  const char *programme;
  int64_t fiscal_year, round;
  int32_t as_of; /* days, date.h */
  strand *strands;
  int strand_count; /* 0: the policy names none, any will do */
  course *courses;
  int course_count;
  admission admission;
  cost cost;
  scoring scoring;
  group *groups;
  int group_count;
  priority priority;
  int64_t budget_yen, hold_back_yen; /* 0 <= hold_back <= budget */
  rule *rules;
  int rule_count;
  aim_of_call objective;
  tie *ties;
  int tie_count;
  int64_t seed;       /* 0 .. 2^53 */
  const char *json;   /* the policy's own text, canonical: sorted keys */
  const char *sha256; /* of the file as read, in hex */
} policy;

/* null, with *err filled in (key path, what was seen, what is allowed), on
 * failure. `name` is what messages call the file. */
policy *policy_parse(arena *home, const char *name, bytes text, error *err);
policy *policy_read(arena *home, const char *folder, error *err);

int policy_group(const policy *p, const char *id);  /* index or -1 */
int policy_course(const policy *p, const char *id); /* index or -1 */
int policy_strand(const policy *p, const char *id); /* index or -1 */
/* what the rules may spend: yen - hold_back_yen; the base of shares */
int64_t policy_base_yen(const policy *p);

#endif
