/* retell - goes through the log of a search beside its replay and tells a
 * writer, step by step, what it shows. Private to certify. */
#ifndef SAITAKU_CERTIFY_RETELL_H
#define SAITAKU_CERTIFY_RETELL_H

#include "replay.h"

/* What a writer is told: `to` is its own. Null: it does not want to know. Each
 * is called when the replay has done what it tells of, but command, before. */
typedef struct teller {
  void (*command)(void *to, const log_line *command);
  void (*walked)(void *to, const log_line *command);
  void (*propagated)(void *to);
  void (*fixed)(void *to, weights by);
  void (*leaf)(void *to, weights by); /* without weights: the narrowing did */
  void (*split)(void *to, const log_line *at); /* its lower side comes */
  bool (*upper)(void *to);  /* its upper side comes; false: pass that by */
  void (*joined)(void *to); /* both sides are done */
} teller;

typedef struct retelling {
  arena *home;
  const search_log *log;
  int at; /* in the log */
  replay *state;
  const log_line *command; /* in hand, or null */
  int set_count;
  const teller *tell;
  void *to;
} retelling;

/* What stands at `at`: a command with its tree, or what narrows for good. Every
 * step is replayed: one that does not do what the log says is a defect, found
 * by assert. Multipliers are told as short as they still do it. */
void retell(retelling *w);

/* the same, with the command told as another that its tree shows, too */
void retell_as(retelling *w, const log_line *command);

/* tells nothing of a command, but takes what it shows as shown */
void retell_pass(retelling *w);

#endif
