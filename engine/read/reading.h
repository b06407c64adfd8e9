/* reading - what the tables of a folder share while they are read. It ends
 * with read_dossier; only the dossier stays. */
#ifndef SAITAKU_READ_READING_H
#define SAITAKU_READ_READING_H

#include "dossier.h"
#include "keys.h"
#include "near.h"
#include "roster.h"
#include "table.h"

/* What the other tables say of an application; `doubtful` marks a sum of
 * which some row could not be read, so that no second complaint follows. */
typedef struct plan_sum {
  place yen_at; /* of the cell in applications.csv */
  int64_t yen, cost, people;
  bool yen_doubtful, cost_stated, cost_doubtful, people_doubtful;
} plan_sum;

typedef struct reading {
  arena *home;    /* the dossier's */
  arena *scratch; /* closed at the end */
  const policy *rules;
  const char *folder;
  complaint_book *book;
  error *err; /* of the machine, not of the input */
  dossier *to;
  roster *applications, *reviewers;         /* by index in the dossier */
  near *near_applications, *near_reviewers; /* null until one is asked for */
  roster *senders; /* of delegations.csv; null until one is asked for */
  near *near_senders;
  int *sender_seen; /* by sender: the delegation that first has it */
  bool scores_are_read;
  roster *words;  /* texts that recur, kept once */
  plan_sum *sums; /* by application */
  table_head *applications_head;
  keys *levels; /* application, word of the level */
  keys *rows;   /* keys of the table being read */
  table_state applications_state, delegations_state, costs_state;
  table_state levels_state, reviewers_state;
  /* for complaints: the policy's ids and scale, "a, b, c" */
  const char *strands, *courses, *criteria, *scores;
} reading;

/* The tables, in the order in which they lean on one another. */
void read_applications(reading *r);
void read_delegations(reading *r);
void read_costs(reading *r);
bool lacks_yen(reading *r);  /* complains if applications.csv has no yen */
void settle_yen(reading *r); /* of applications.csv and costs.csv */
void read_levels(reading *r);
void read_reviewers(reading *r);
void read_scores(reading *r);
void read_conflicts(reading *r);
void read_history(reading *r);
void read_overrides(reading *r);

/* The index of the application or reviewer that the cell names. -1 if there is
 * none: the row is lost, with a complaint unless the file that lists them is
 * broken itself. */
int link_application(reading *r, row *in, int which);
int link_reviewer(reading *r, row *in, int which);
int link_new_reviewer(reading *r, const char *id, const char *panel, int line);

/* notes that a sender on record is one who comes now, but for the spelling */
void link_sender(reading *r, row *in, int which);

#endif
