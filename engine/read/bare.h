/* bare - a table of reviews that belongs to no call: one score a row.
 * Columns  reviewer (or reviewer_id), application (or application_id), score;
 *          criterion (default: all rows are of one), panel. Headers as in
 *          scores.csv, Japanese ones, too. An empty score is missing; COI is a
 *          conflict of interest: neither counts. Nor does a score whose column
 *          conflict says yes, but it is kept aside.
 * Made by  bare_read. Ids stand in bytewise order, rows by application,
 *          reviewer, criterion, then as in the file.
 * Ranges   |score| <= 10^6 with at most nine decimals; 20 million rows
 * Cost     linear in the bytes of the file, n log n in its ids */
#ifndef SAITAKU_READ_BARE_H
#define SAITAKU_READ_BARE_H

#include "complaint.h"
#include "dossier.h"

enum { BARE_PLACES = 9 };

typedef struct bare_row {
  int reviewer, application, criterion;
  int panel;     /* -1: none stated */
  int64_t score; /* in 10^-9 */
} bare_row;

typedef struct bare {
  names applications, reviewers, criteria, panels;
  bare_row *rows;
  int count;
  bare_row *marked; /* scores given in spite of a conflict, in the same order */
  int marked_count;
  int conflicts, missing; /* rows that do not count, marked ones among them */
} bare;

/* null on any complaint, as read_dossier */
bare *bare_read(arena *home, const char *path, complaints *list, error *err);

#endif
