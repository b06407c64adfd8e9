/* draft - the program while it grows; private to formulate. */
#ifndef SAITAKU_FORMULATE_DRAFT_H
#define SAITAKU_FORMULATE_DRAFT_H

#include "measure.h"
#include "program.h"

/* a sum in the making; `wide`, so that nothing is lost before it is checked */
typedef struct term {
  int column;
  wide coefficient;
} term;
typedef struct terms {
  term *item;
  int count, room;
} terms;

typedef struct draft {
  arena *home;
  const worths *from;
  const pool *pool;
  const policy *rules;
  program *g;
  int *entrants; /* applications that compete, ascending */
  int entrant_count;
  int *first_column; /* of each application; -1: it does not compete */
  int award_columns; /* they stand first */
  bool *capped;      /* coverage columns that must not exceed their members' sum
                        and must reach each member; by column */
  int column_room, row_room, owner_room;
  terms spare;                              /* room to merge terms in */
  const int64_t *totals[MEASURE_COUNTRIES]; /* draft_totals, once asked for */
  error *err;
} draft;

int draft_owner(draft *d, owner_kind kind, const char *id, int rule);
int draft_column(draft *d, column c);
void terms_add(draft *d, terms *to, int column, wide coefficient);
/* sorted, merged, without zeros; false with d->err when one is past
 * PROGRAM_MAX. `what` names the source in the message. */
bool draft_entries(draft *d, terms *from, const char *what, const entry **to,
                   int *count);
bool draft_row(draft *d, int owner, const char *key, terms *sum, wide limit);

/* some of the entrants */
typedef struct plans_of {
  const int *applications;
  int count;
} plans_of;
plans_of draft_entrants(const draft *d); /* all of them */
/* the award columns of one: from first_column on */
int draft_award_count(const draft *d, int application);
/* what each award column counts where nothing is selected */
const int64_t *draft_totals(draft *d, measure m);

/* one file each */
void draft_awards(draft *d);        /* columns */
bool draft_plan_rows(draft *d);     /* one award a plan; overrides */
bool draft_budget_rows(draft *d);   /* budget, envelopes, reserved money */
bool draft_rule_rows(draft *d);     /* every rule; shortfall columns */
bool draft_objectives(draft *d);    /* aims, worth, ties, walks */
bool draft_coverage_rows(draft *d); /* last: what coverages mean */

/* may the plan be given this award? An override may name another one */
bool draft_offers(const application *a, int award);
/* a soft row of this rule counts 1/scale of the measure's unit */
int64_t draft_rule_scale(const draft *d, const rule *r);

/* Adds, for each country in which an award of these plans brings a person the
 * subject counts, weight x that country's coverage column. exact: the columns
 * must equal 1 only if and always if a member is adopted, whatever the
 * objective wants. */
void draft_countries(draft *d, subject s, plans_of among, wide weight,
                     bool exact, terms *to);

#endif
