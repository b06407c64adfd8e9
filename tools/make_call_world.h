/* make_call_world - who can take part in a made call: countries, their senders,
 * hosts, reviewers. Nothing is stored: each is a function of seed and number.
 * The weights of the countries follow the published counts of the programme's
 * first years and the call's present aims; the hosts, senders, people and the
 * list of countries without record are invented. */
#ifndef SAITAKU_TOOLS_MAKE_CALL_WORLD_H
#define SAITAKU_TOOLS_MAKE_CALL_WORLD_H

#include "../engine/base/date.h"
#include "make_call_draw.h"

enum {
  WORLD_ID = 32,      /* room for an id and its NUL */
  WORLD_PANEL = 8,    /* reviewers of a panel */
  WORLD_FIRST = 2014, /* of the years on record */
  WORLD_YEAR_MOST = 2100,
  WORLD_ROUNDS = 4 /* of a fiscal year */
};

typedef struct world {
  uint64_t seed;
  int64_t plans;   /* of the year, 1..10^6: what all else grows with */
  int64_t hosts;   /* of the open call and online exchange */
  int64_t offices; /* of the agency: the hosts of direct invitation */
  int64_t panels;  /* a ring: some reviewers also read for the panel before */
  int year;        /* fiscal year, WORLD_FIRST + 1..WORLD_YEAR_MOST */
  int round;       /* 1..WORLD_ROUNDS */
  int64_t first;   /* plans of the year before this round's first */
  int64_t own;     /* plans of this round */
  int64_t before;  /* plans of the round before this one, 1 or more */
} world;

/* Fiscal year 2025, round 2, and all plans in it, until that is set otherwise:
 * rounds of one seed and as many plans a year share hosts, senders, reviewers
 * and history. */
world world_of(uint64_t seed, int64_t plans);

/* Before 2020: the open call alone, its courses A, B and C, ten people. */
bool world_is_early(const world *w);
int32_t world_opening(const world *w); /* day on which the call opens, date.h */
int32_t world_meeting(const world *w); /* day on which the committee meets */

typedef enum record { /* what the programme's history knows of a country */
                      RECORD_FULL,
                      RECORD_ONLINE, /* only online exchange */
                      RECORD_NONE
} record;

typedef struct origin { /* a country that sends people */
  const char *code;     /* ISO 3166-1 alpha-2 */
  int weight;
  int airfare_yen; /* there and back, one person */
  record known;
  bool africa;
} origin;

int world_origins(void);
const origin *world_origin(int index);
int world_draw_origin(random_source *from);
int world_draw_any(random_source *from); /* each as likely as the next */
int world_draw_recommended(random_source *from); /* India or Africa */

int64_t world_senders(const world *w, int origin); /* >= 3, numbered from 0 */
void world_sender_id(int origin, int64_t sender, char id[WORLD_ID]);

typedef struct host {
  char id[WORLD_ID];
  const char *type;
  bool company;    /* itself or the foundation of one */
  int64_t quality; /* thousandths of a point above the average */
} host;

host world_host(const world *w, int64_t number);
host world_office(int64_t number);
int64_t world_draw_host(const world *w, random_source *from);

void world_reviewer_id(int64_t reviewer, char id[WORLD_ID]);
int64_t world_leniency(const world *w, int64_t reviewer); /* thousandths */

#endif
