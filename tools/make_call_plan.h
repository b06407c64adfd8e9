/* make_call_plan - one invented exchange plan: who comes from where, to whom,
 * for how long and at what cost. Most plans keep the call's rules; a few break
 * one, so that every gate has something to find. */
#ifndef SAITAKU_TOOLS_MAKE_CALL_PLAN_H
#define SAITAKU_TOOLS_MAKE_CALL_PLAN_H

#include "make_call_world.h"

typedef enum plan_kind { /* strands and, for invitation, courses */
                         PLAN_EXPERIENCE,
                         PLAN_RESEARCH,
                         PLAN_TRAINING,
                         PLAN_YEAR,
                         PLAN_DIRECT,
                         PLAN_ONLINE,
                         PLAN_KINDS
} plan_kind;

typedef enum plan_field {
  FIELD_NATURAL,
  FIELD_HUMANITIES,
  FIELD_SOCIAL,
  FIELD_ICT,
  FIELDS
} plan_field;

typedef enum flaw {
  FLAW_NONE,
  FLAW_AGE,
  FLAW_VISIT,
  FLAW_DAYS,
  FLAW_PEOPLE,
  FLAW_ROLE,
  FLAW_REGION, /* of the year-long course: neither India nor Africa */
  FLAW_REVIEWS,
  FLAWS
} flaw;

typedef enum head {
  HEAD_TRAVEL,
  HEAD_DOMESTIC,
  HEAD_PROGRAMME,
  HEAD_HONORARIUM,
  HEAD_TAX,
  HEAD_ADMIN,
  HEADS
} head;

enum { PARTIES_MAX = 3, LEVELS_MAX = 2, UNSTATED = -1 };

typedef struct party { /* people of one country, sent by one sender */
  int origin;
  int64_t sender, people, leaders;
  int64_t oldest_age;      /* UNSTATED: left empty */
  const char *first_visit; /* yes, no or empty */
  const char *role;
} party;

typedef struct smaller { /* an award the plan could live with */
  const char *name;
  int64_t people, yen, worth_percent;
} smaller;

typedef struct plan {
  int64_t number; /* 1.. */
  plan_kind kind;
  plan_field field;
  flaw flaw;
  host by;
  int64_t days, domestic_km, people, yen;
  int64_t received; /* day of the call's window; UNSTATED */
  int64_t earlier;  /* number it had in the round before; UNSTATED */
  int64_t quality;  /* what reviewers try to see: thousandths of a point */
  bool itemised;    /* states its heads in costs.csv */
  int64_t head_yen[HEADS];
  int64_t payable_yen; /* what is left when heads not allowed are taken off */
  party parties[PARTIES_MAX];
  int party_count;
  smaller levels[LEVELS_MAX];
  int level_count;
} plan;

plan plan_drawn(const world *w, int64_t number);

/* two halves of plan_drawn with files of their own */
void plan_draw_parties(plan *p, const world *w, random_source *from);
void plan_draw_costs(plan *p, random_source *from);

const char *plan_strand(const plan *p);
const char *plan_course(const plan *p); /* empty where there are none */
const char *plan_field_name(plan_field field);
const char *plan_head_name(head item);
void plan_id(const world *w, int64_t number, char id[WORLD_ID]);

#endif
