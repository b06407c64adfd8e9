/* progress - what a search asks and tells while it runs: whether to stop, and
 * how far it is, on stderr when that is a terminal. */
#ifndef SAITAKU_TOOLS_PROGRESS_H
#define SAITAKU_TOOLS_PROGRESS_H

#include "../engine/solve/solve.h"
#include "stopwatch.h"

typedef struct progress {
  stopwatch clock;
  bool shows;       /* is stderr a terminal? */
  int64_t shown_at; /* thousandths of a second; 0: never */
  /* a value of the worth in the scale people know, to so many places */
  ratio (*scale)(const void *model, wide value);
  const void *model;
  int places;
  const char *worth; /* the objective that scale is for */
} progress;

progress progress_start(int64_t limit_thousandths);

/* for solve_options, with the progress as context */
bool progress_stops(void *context);
void progress_show(void *context, const solve_progress *now);

/* Between these the first SIGINT or SIGTERM asks to stop: what is left to do
 * when no search runs any more is done. */
void progress_begin(progress *p);
void progress_wipe(const progress *p); /* the line, when the search has ended */
void progress_end(progress *p);

#endif
