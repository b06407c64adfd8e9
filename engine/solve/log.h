/* log - what the searches of one solve have shown, step by step: rows weighted
 * by integers that prove a box empty or narrow it, and the splits between.
 * certify replays it. Commands and trees stand as in certify/proof.h. */
#ifndef SAITAKU_SOLVE_LOG_H
#define SAITAKU_SOLVE_LOG_H

#include "../formulate/program.h"

/* Which row, by what it means: an index into a model lasts no longer than the
 * model. */
typedef struct named_row {
  char kind;  /* r: of the program; h: a level held; g: what is tried to improve
                 on; t: a step taken; n: not this set; s: a split of the
                 path, numbered from 0 down; 0: none */
  int level;  /* of h and t */
  int number; /* of r, t, n and s */
} named_row;

typedef struct weight {
  named_row of;
  int64_t u; /* > 0 */
} weight;

typedef struct weights {
  const weight *each;
  int count;
} weights;

typedef enum log_kind {
  LOG_LEVEL,     /* nothing is better on this level */
  LOG_BOUND,     /* nothing has more than `last`: a search stopped there */
  LOG_REFUSE,    /* this step of this walk cannot be taken */
  LOG_WALK,      /* the walk is done */
  LOG_ONLY,      /* nothing as good on this level but the sets listed */
  LOG_NONE,      /* nothing is permitted */
  LOG_PROPAGATE, /* each row alone */
  LOG_FIX,       /* by weights */
  LOG_SPLIT,     /* the sum of columns <= last here, then > last */
  LOG_LEAF,      /* closed by weights, or by what narrowed it */
  LOG_DECIDED    /* closed because awards and what follows from them are set */
} log_kind;

typedef struct log_line {
  log_kind kind;
  int level, step;
  const int *columns; /* of a split; ascending */
  int column_count;
  int64_t last;
  weights by;
} log_line;

typedef struct search_log {
  log_line *lines;
  int count, room;
} search_log;

void log_add(arena *home, search_log *to, log_line line);

/* copies what it weighs, for a log that outlives the search */
weights log_keep(arena *home, weights from);

#endif
