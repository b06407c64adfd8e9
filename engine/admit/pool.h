/* pool - the applications of a call, linked, gated and frozen.
 * Made by   admit
 * Used by   score, weigh, formulate, explain, report; read-only
 * Lifetime  that of `home`
 * Applications stand by id (bytewise), so no later product depends on the order
 * of rows in a file. */
#ifndef SAITAKU_ADMIT_POOL_H
#define SAITAKU_ADMIT_POOL_H

#include "../read/dossier.h"

/* People of one country sent by one sender. A plan's delegations stand by
 * country code, then sender id; rows of the same pair are one. */
typedef struct delegation {
  int country;
  int sender; /* index into pool->senders; -1: none named */
  int64_t people;
  uint64_t groups; /* bit g: these people are in policy group g */
} delegation;

/* What a plan may be given: the full figure ([0]) or one of its levels, larger
 * ones first (yen, people, worth_percent descending, then name). Its yen and
 * people are split over the plan's countries in proportion to people by largest
 * remainder (ties by country code), then inside a country over its senders in
 * the same way (ties by sender id). */
typedef struct award {
  const char *level; /* "full" or the level's name */
  int64_t yen, people;
  int64_t worth_percent; /* 100 for full */
  const int64_t *delegation_yen, *delegation_people;
} award;

typedef enum verdict { VERDICT_OK, VERDICT_CORRECTABLE, VERDICT_FAIL } verdict;

typedef enum intervention {
  INTERVENTION_NONE,
  INTERVENTION_IN,
  INTERVENTION_OUT
} intervention;

typedef struct application {
  const char *id, *host, *host_type, *course, *strand, *field, *title;
  int32_t received; /* DATE_MISSING if not stated */
  delegation *delegations;
  int delegation_count;
  award *awards;
  int award_count;   /* 1 or more */
  int64_t yen_asked; /* before correction; awards[0].yen is what competes */
  verdict verdict;   /* the worst of its findings */
  intervention intervention;
  int intervention_award; /* award index; -1: any of its levels */
  const char *intervention_reason, *decided_by;
  int32_t decided_on; /* DATE_MISSING if not stated */
  int line;           /* in applications.csv */
} application;

/* Gates in the order they are tested; admit/gate.c has a row for each. */
typedef enum gate {
  GATE_DELEGATION,    /* no delegation listed */
  GATE_STRAND_COURSE, /* the strand does not offer the course */
  GATE_DAYS,
  GATE_PEOPLE,
  GATE_ALL_PEOPLE_IN,
  GATE_FIRST_VISIT,
  GATE_AGE,
  GATE_ROLE,
  GATE_FIELD,
  GATE_REVIEWS,
  GATE_HOST_EXCESS,
  GATE_COST_HEAD,           /* correctable: a head that may not be paid */
  GATE_ADMIN_PERCENT,       /* correctable: administration above its share */
  GATE_THRESHOLD_CRITERION, /* found by score/ */
  GATE_THRESHOLD,           /* found by score/ */
  GATE_GROUPS_APART,        /* found by score/: plans share no reviewer */
  GATE_NOT_CALIBRATED,      /* found by score/: the model does not fit */
  GATE_ENVELOPE,            /* found by formulate/: a group's own money.. */
  GATE_ENVELOPE_SHORT,      /* ..that its cheapest plan already exceeds */
  GATE_COUNT
} gate;

typedef struct finding {
  int application; /* index; -1: the call as a whole */
  gate gate;
  verdict verdict; /* OK: a note, such as a gate that could not be tested */
  const char *seen, *allowed; /* figures and ids, no sentences */
  const char *cites;          /* key path and words of the policy:
                                 "admission.oldest_age: 40" */
} finding;

/* One reviewer's complete review of one application. */
typedef struct review {
  int reviewer, application;
  const decimal *score; /* one a criterion of the policy, in its order */
} review;

typedef enum drop_reason { DROP_CONFLICT, DROP_INCOMPLETE } drop_reason;

typedef struct dropped_review {
  int reviewer, application;
  drop_reason why;
  const char *detail; /* the stated reason, or the criteria that lack a score */
} dropped_review;

typedef struct pool {
  const policy *rules;
  application *applications;
  int count;
  names hosts, senders;    /* by id */
  reviewer_row *reviewers; /* by id; line as in the file */
  int reviewer_count;
  review *reviews; /* by application, then reviewer */
  int review_count;
  dropped_review *dropped; /* by application, then reviewer */
  int dropped_count;
  finding *findings; /* by application (-1 first), then gate, then seen */
  int finding_count;
} pool;

pool *admit(arena *home, const policy *rules, const dossier *from, error *err);

/* the level an override names, "" for any or none */
const char *intervention_level(const application *a);

/* may this application be adopted as far as the gates go? No with a failed
 * gate, unless an override lifts it; never when overridden out */
bool pool_admits(const pool *p, int application);

#endif
