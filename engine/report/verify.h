/* verify - what became of a check of everything, on the screen and as JSON.
 * Made by   tools (verify), part by part
 * Used by   report_verify, report_verify_json */
#ifndef SAITAKU_REPORT_VERIFY_H
#define SAITAKU_REPORT_VERIFY_H

#include "../audit/audit.h"
#include "sentences.h"

typedef enum part_state {
  PART_LEFT, /* could not be looked at, or there was no need */
  PART_DONE
} part_state;

typedef struct verification {
  const char *call;   /* the folder; null: a proof alone */
  const char *proof;  /* its path */
  const char *status; /* as the record has it; null: not read */
  int inputs, plans, rules;
  int64_t figures; /* recounted */
  part_state state[AUDIT_PART_COUNT];
  const char *proof_says; /* the checker's words; null: not asked */
  bool proof_needed;      /* was anything claimed that a proof must show? */
  differences *found;
} verification;

/* how many differences a part has */
int verify_count(const verification *v, audit_part part);

char *report_verify(arena *home, language in, const verification *v);
char *report_verify_json(arena *home, language in, const verification *v,
                         error *err);

/* one difference as a sentence */
char *verify_phrase(arena *home, language in, const difference *d);

#endif
