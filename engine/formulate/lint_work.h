/* lint_work - the list of remarks while it grows; private to lint. */
#ifndef SAITAKU_FORMULATE_LINT_WORK_H
#define SAITAKU_FORMULATE_LINT_WORK_H

#include "lint.h"

typedef struct row_span { /* rows of one owner stand together */
  const row *at;
  int count;
} row_span;

typedef struct lint_work {
  arena *home;
  arena *scratch; /* of one rule */
  const program *g;
  const pool *pool;
  const policy *rules;
  int award_columns;
  row_span *rows; /* one an owner */
  int *owner_of;  /* of each rule */
  remark *item;
  int count, room;
} lint_work;

void lint_add(lint_work *w, remark one);
/* without figures; other may be null */
void lint_say(lint_work *w, remark_code code, const char *about,
              const char *other);

/* does it count anybody of a plan that competes? */
bool lint_counts(const lint_work *w, const selector *of);

/* one file each */
void lint_money(lint_work *w); /* the budget and reserved money */
void lint_rules(lint_work *w);
void lint_groups(lint_work *w);
void lint_priority(lint_work *w);
void lint_scoring(lint_work *w);
void lint_ties(lint_work *w);

/* ---- rules, row by row */
typedef struct ruled { /* a rule and its rows */
  const rule *of;
  row_span rows;
  int64_t scale; /* the rows count 1/scale of the measure's unit */
} ruled;

ruled lint_rule(const lint_work *w, int which);
bool lint_of_adopted(const rule *r); /* a share of what is adopted */

/* Is each row of `of` kept whenever those of `by`, a must, are? */
bool lint_implies(const ruled *by, const ruled *of, const program *g);
/* Looks for a row of the at_least that asks more than a row of the at_most
 * leaves: what is asked and what is possible, in the measure's unit. */
typedef struct conflict {
  const char *key;
  ratio asked, possible; /* of the at_least, a whole figure at best */
  ratio limit, forced;   /* of the at_most: its limit, what the other forces */
} conflict;
bool lint_conflict(const ruled *at_least, const ruled *at_most,
                   const program *g, conflict *to);
bool lint_same_subject(const rule *a, const rule *b);

#endif
