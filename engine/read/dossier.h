/* dossier - the call folder's tables, typed and linked, every row with its
 * place, nothing judged yet.
 * Made by   read_dossier
 * Used by   admit; report for the inputs' digests
 * Lifetime  that of `home`
 * Rows stand in the order of their file. An empty cell is missing: texts "",
 * numbers DOSSIER_MISSING, dates DATE_MISSING, yes/no ANSWER_MISSING.
 * Cost: time and memory linear in the bytes read. */
#ifndef SAITAKU_READ_DOSSIER_H
#define SAITAKU_READ_DOSSIER_H

#include "../policy/policy.h"
#include "complaint.h"

#define DOSSIER_MISSING INT64_MIN

typedef enum answer { ANSWER_MISSING, ANSWER_NO, ANSWER_YES } answer;

typedef struct application_row {
  int line;
  const char *id, *host_id, *host_type, *course, *strand, *title, *field;
  const char *resubmission_of;
  int64_t yen; /* 0..10^12; from costs.csv where that alone states it */
  int64_t days, domestic_km;
  int32_t received_on;
} application_row;

typedef struct delegation_row {
  int line, application; /* index of its application_row */
  int country;           /* country.h */
  int32_t people;        /* 1..10^6 */
  const char *sender_id, *role;
  int64_t leaders, oldest_age;
  answer first_visit;
} delegation_row;

typedef struct cost_row {
  int line, application;
  const char *head;
  int64_t yen;
} cost_row;

typedef struct level_row {
  int line, application;
  const char *level;
  int64_t yen, people, worth_percent; /* 1..99 */
} level_row;

typedef struct reviewer_row {
  int line;
  const char *id, *panel;
} reviewer_row;

typedef struct conflict_row {
  int line, reviewer, application;
  const char *reason;
} conflict_row;

typedef enum score_state {
  SCORE_GIVEN,
  SCORE_MISSING,
  SCORE_CONFLICT
} score_state;

typedef struct score_row {
  int line, reviewer, application, criterion; /* criterion: index in policy */
  score_state state;
  decimal score; /* within the policy's scale; grades already turned */
} score_row;

typedef struct history_row {
  int line;
  int64_t fiscal_year, people;
  int country;
  const char *strand, *sender_id; /* "" counts in every strand */
} history_row;

typedef struct override_row {
  int line, application;
  bool in; /* else out */
  const char *reason, *decided_by, *level;
  int32_t decided_on;
} override_row;

typedef struct input_file {
  const char *name;   /* "scores.csv" */
  const char *sha256; /* of the bytes as read, hex */
  int64_t rows;
} input_file;

typedef struct dossier {
  application_row *applications;
  delegation_row *delegations;
  cost_row *costs;
  level_row *levels;
  reviewer_row *reviewers; /* of reviewers.csv, else as scores.csv names them */
  conflict_row *conflicts;
  score_row *scores;
  history_row *history;
  override_row *overrides;
  int application_count, delegation_count, cost_count, level_count;
  int reviewer_count, conflict_count, score_count, history_count;
  int override_count;
  input_file *files; /* policy.json first, then by name; only those present */
  int file_count;
  const complaint *notes; /* ignored columns and the like; not errors */
  int note_count;
} dossier;

/* Reads every table of the folder. Null on any complaint: all of them, up to
 * COMPLAINTS_MAX a file, are in *list, the first also in *err. */
dossier *read_dossier(arena *home, const policy *rules, const char *folder,
                      complaints *list, error *err);

#endif
