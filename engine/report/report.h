/* report - what a run came to, as bytes: the exports and the text for people.
 * Made by   report_*, each a whole file or screen
 * Used by   tools
 * The same inputs give the same bytes: no clock, host or address in them, and
 * no number in floating point. decision.json is the same in every language. */
#ifndef SAITAKU_REPORT_REPORT_H
#define SAITAKU_REPORT_REPORT_H

#include "../explain/account.h"
#include "../formulate/lint.h"
#include "sentences.h"

typedef struct outcome { /* everything that is known at the end of a run */
  const dossier *inputs;
  const merits *merits;
  const account *account; /* null: nothing was decided */
  language in;
} outcome;

/* canonical JSON: sorted keys, one blank a level, a newline at the end; null
 * with *err when memory runs out */
char *report_decision_json(arena *home, const outcome *o, error *err);
char *report_check_json(arena *home, const outcome *o, const remarks *found,
                        error *err);

/* RFC 4180 with a BOM, for Excel; one row a plan, by id */
char *report_adoption_csv(arena *home, const outcome *o);
/* one row a finding, those of the call as a whole first */
char *report_findings_csv(arena *home, const outcome *o);

/* the screen of `propose`; folder: where the files went */
char *report_summary(arena *home, const outcome *o, const char *folder);
/* the screen of `check` */
char *report_check(arena *home, const outcome *o, const remarks *found);

/* "file:line:column: (cell) sentence" */
char *report_complaint(arena *home, language in, const complaint *c);
/* one line a complaint */
char *report_complaints(arena *home, language in, const complaints *list);
/* "saitaku: file:line:column: text" and a newline. Errors are in English; in
 * Japanese are those that error_table.h knows. */
char *report_error(arena *home, language in, const error *err);

#endif
