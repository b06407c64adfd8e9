/* replay_work - the state behind replay.h, shared by its parts and by those who
 * must say of every bound where it came from. */
#ifndef SAITAKU_CERTIFY_REPLAY_WORK_H
#define SAITAKU_CERTIFY_REPLAY_WORK_H

#include "replay.h"

/* a row as it counts now: sign x sum <= limit */
typedef struct view {
  const entry *entries;
  int count, sign;
  wide limit;
  named_row of;
} view;

/* what a bound follows from: the weighted rows, with the box as it was when the
 * trail was `at` long */
typedef enum cause_kind {
  CAUSE_GIVEN,  /* a column's split or a step held: nothing */
  CAUSE_ROW,    /* one row, as it is */
  CAUSE_WEIGHTS /* rows of levels rounded first */
} cause_kind;
typedef struct cause {
  cause_kind kind;
  named_row row;
  weights by;
  int at;
} cause;

typedef struct undo { /* a bound as it was; column -1: a split began here */
  int column;
  int64_t low, high;
  bool empty;
  int low_by, high_by; /* as it was, too */
  cause of;            /* what came: */
  int64_t new_low, new_high;
  int64_t serial; /* no two alike */
} undo;

/* a side of a split above the box in hand: sum <= last, or sum > last */
typedef struct side {
  entry *entries;
  int count, room;
  bool is_upper;
  int64_t last;
  int place; /* on the trail: the bound of a column, else where it began */
} side;

struct replay {
  arena *home;
  const program *g;
  const sets *listed;
  box within;
  bool empty;
  undo *trail;
  int trail_count, trail_room;
  int64_t serial;
  side *sides; /* of the path, from the root down */
  int side_count, side_room;
  int *low_by, *high_by; /* where on the trail each bound came; -1: the
                            program's own */
  cause now;             /* of what narrows */
  cause emptied;         /* of the empty box, unless bounds have crossed */
  int crossed;           /* the column they crossed at, or -1 */
  log_line command;      /* in hand */
  bool *held;            /* levels that are sums */
  int *walked;           /* steps held of each level that is a walk */
  const row **others;    /* of each set, made when first asked for */
  const entry **taken;   /* of each walk: its columns, weighing 1 */
  /* the sum of weighted rows, over the columns it touches */
  wide *sum;
  int *touched;
  int touched_count;
  bool *is_touched;
  wide limit;
  box fixed; /* scratch of comparisons */
};

/* ---- replay_rows.c */
view replay_row(replay *p, named_row of);
/* rounded as far as the box allows (levels alone are) */
view replay_rounded(replay *p, named_row of);
bool replay_is_fixed_step(const replay *p, int k, int s); /* of one column */
/* calls narrow for every row that stands now */
void replay_each_row(replay *p, bool (*narrow)(replay *p, view v), bool *moved);

/* ---- replay.c */
void replay_bound(replay *p, int j, int64_t low, int64_t high);

#endif
