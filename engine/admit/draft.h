/* draft - the pool while admit makes it: the one structure of this room's
 * files, seen by no other room.
 * Order   as declared: each step needs those before it. */
#ifndef SAITAKU_ADMIT_DRAFT_H
#define SAITAKU_ADMIT_DRAFT_H

#include "../../models/costing.h"
#include "finding.h"

/* The rows of a table that belong to application a are
 * row[start[a]] .. row[start[a + 1] - 1], in the order of their file. */
typedef struct rows_of {
  const int *start, *row;
} rows_of;

typedef struct bill { /* what costs.csv itemises of an application */
  bool itemised;
  costing sums;
} bill;

typedef struct draft {
  arena *home;
  const policy *rules;
  const dossier *from;
  pool *to;
  const application_row **row; /* by the pool's index */
  int *place;                  /* dossier's index -> pool's index */
  rows_of delegations, costs, levels;
  bill *bills;              /* one an application */
  const int *reviews;       /* complete ones, one an application */
  const int *host_position; /* 1..: by received_on, then id, in its host */
  const int *host_total;    /* applications of its host */
  finding_list findings;
} draft;

draft draft_open(arena *home, const policy *rules, const dossier *from);
void delegation_merge(draft *d);
void group_mark(draft *d);
void cost_settle(draft *d);
void award_share(draft *d);
void override_enter(draft *d);
void review_gather(draft *d);
void host_line_up(draft *d);
void gate_test(draft *d);

/* may this head be paid at all; and to this type of host? */
bool cost_head_payable(const cost *c, const char *head);
const names *cost_host_heads(const cost *c,
                             const char *host_type); /* or null */

#endif
