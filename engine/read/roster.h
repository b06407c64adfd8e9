/* roster - each id or word once, numbered from 0 in the order of appearance.
 * Rows of a table mostly come in runs that name the same id, and the runs in
 * the order of the ids: the one asked for last and its next are tried first. */
#ifndef SAITAKU_READ_ROSTER_H
#define SAITAKU_READ_ROSTER_H

#include "../base/arena.h"
#include "../base/text.h"

typedef struct roster {
  arena *home;
  text_table *table;
  const char **item;
  int count, room;
  int recent; /* the last one found or added */
} roster;

roster *roster_new(arena *home);
int roster_find(roster *r, const char *given); /* -1: absent */
int roster_add(roster *r, const char *given);  /* copied when new */
const char *roster_word(roster *r, const char *given);

#endif
