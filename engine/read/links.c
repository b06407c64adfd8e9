/* What ids in one file say of another: the row they mean, or the complaint. */
#include "../base/text.h"
#include "cell.h"
#include "fold.h"
#include "reading.h"
#include <stdio.h>

typedef struct target { /* where an id should be */
  const char *file;
  const near *ids;
  int (*line_of)(const reading *r, int which);
  const roster *names;
} target;

/* true if an id is there that was meant */
static bool complain_of_near(const reading *r, row *in, int which,
                             const target *of) {
  const char *const given = in->cell[which]->text;
  const int meant = near_find(of->ids, given);
  if (meant < 0)
    return false;
  const char *const there = of->names->item[meant];
  char allowed[FOLD_BYTES + 64];
  snprintf(allowed, sizeof allowed, "%s (%s:%d)", there, of->file,
           of->line_of(r, meant));
  row_complain(in, which, near_kind(given, there), allowed);
  return true;
}

/* ---- applications */

static int application_line(const reading *r, int which) {
  return r->to->applications[which].line;
}

static void complain_of_application(reading *r, row *in, int which) {
  if (!r->near_applications)
    r->near_applications = near_new(r->scratch, r->applications);
  const target of = {"applications.csv", r->near_applications, application_line,
                     r->applications};
  if (!complain_of_near(r, in, which, &of))
    row_complain(in, which, COMPLAINT_ID_UNKNOWN, of.file);
}

int link_application(reading *r, row *in, int which) {
  const char *const id = cell_id(in, which);
  const int found = *id != '\0' ? roster_find(r->applications, id) : -1;
  in->lost = in->lost || found < 0;
  if (found < 0 && *id != '\0' && r->applications_state == TABLE_WHOLE)
    complain_of_application(r, in, which);
  return found;
}

/* ---- reviewers */

/* Without reviewers.csv the reviewers appear one by one, so their array grows
 * here and not by the rows of a file. */
int link_new_reviewer(reading *r, const char *id, const char *panel, int line) {
  dossier *const to = r->to;
  const int count = to->reviewer_count;
  if ((count & (count - 1)) == 0) /* full at 0, 1, 2, 4, 8, ... */
    to->reviewers =
        arena_grow(r->home, to->reviewers, sizeof *to->reviewers, (size_t)count,
                   count > 0 ? 2 * (size_t)count : 1);
  const int index = roster_add(r->reviewers, id);
  to->reviewers[index] = (reviewer_row){line, r->reviewers->item[index],
                                        roster_word(r->words, panel)};
  to->reviewer_count++;
  return index;
}

static int reviewer_line(const reading *r, int which) {
  return r->to->reviewers[which].line;
}

static const near *near_reviewers(reading *r) {
  if (!r->near_reviewers)
    r->near_reviewers = near_new(r->scratch, r->reviewers);
  return r->near_reviewers;
}

/* Who scores is a reviewer where no file lists them; who is only in conflict
 * may be one, too, unless the id is one of the others, misspelt. */
static int add_unlisted(reading *r, row *in, int which) {
  if (r->scores_are_read) {
    const target of = {"scores.csv", near_reviewers(r), reviewer_line,
                       r->reviewers};
    if (complain_of_near(r, in, which, &of))
      return -1;
  }
  return link_new_reviewer(r, in->cell[which]->text, "", in->line);
}

int link_reviewer(reading *r, row *in, int which) {
  const char *const id = cell_id(in, which);
  const int found = *id != '\0' ? roster_find(r->reviewers, id) : -1;
  if (found >= 0)
    return found;
  if (*id != '\0' && r->reviewers_state == TABLE_ABSENT)
    return add_unlisted(r, in, which);
  in->lost = true;
  if (*id == '\0' || r->reviewers_state == TABLE_BROKEN)
    return -1;
  const target of = {"reviewers.csv", near_reviewers(r), reviewer_line,
                     r->reviewers};
  if (!complain_of_near(r, in, which, &of))
    row_complain(in, which, COMPLAINT_ID_UNKNOWN, of.file);
  return -1;
}

/* ---- senders */

static int delegation_line(const reading *r, int which) {
  return r->to->delegations[r->sender_seen[which]].line;
}

static void list_senders(reading *r) {
  const dossier *const d = r->to;
  r->senders = roster_new(r->scratch);
  r->sender_seen = ARENA_ARRAY(r->scratch, int, d->delegation_count);
  for (int i = 0; i < d->delegation_count; i++) {
    const int before = r->senders->count;
    const int index = roster_add(r->senders, d->delegations[i].sender_id);
    if (index == before)
      r->sender_seen[index] = i;
  }
  r->near_senders = near_new(r->scratch, r->senders);
}

/* A sender on record need not come again; but if one with the same digits
 * comes, the two are one sender who has lost the zeros on the way. */
void link_sender(reading *r, row *in, int which) {
  if (!cell_given(in, which))
    return;
  if (!r->senders)
    list_senders(r);
  const char *const id = in->cell[which]->text;
  const int meant =
      roster_find(r->senders, id) < 0 ? near_find(r->near_senders, id) : -1;
  if (meant < 0)
    return;
  const char *const there = r->senders->item[meant];
  row_note(in, which, near_kind(id, there),
           arena_format(r->scratch, "%s (delegations.csv:%d)", there,
                        delegation_line(r, meant)));
}
