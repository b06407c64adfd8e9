/* stopwatch - the one clock, and the wish to stop: a time that has run out,
 * Ctrl-C or a polite kill. No state outlives the call. */
#ifndef SAITAKU_TOOLS_STOPWATCH_H
#define SAITAKU_TOOLS_STOPWATCH_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

enum { WISH_INTERRUPT, WISH_TERMINATE, WISH_COUNT };

typedef struct stopwatch {
  int64_t started;                      /* thousandths of a second, monotonic */
  int64_t limit;                        /* thousandths; 0: none */
  struct sigaction unheard[WISH_COUNT]; /* what they did before */
  sigset_t held, before;
} stopwatch;

int64_t stopwatch_now(void);
int64_t stopwatch_elapsed(const stopwatch *w);

stopwatch stopwatch_start(int64_t limit_thousandths);

/* From here to stopwatch_leave the first SIGINT asks to stop, and so does the
 * first SIGTERM; a second one ends the program at once, as it does outside. */
void stopwatch_listen(stopwatch *w);
bool stopwatch_stops(const stopwatch *w); /* in between alone */
void stopwatch_leave(stopwatch *w);

/* from here to stopwatch_release SIGINT and SIGTERM do nothing */
void stopwatch_hold(stopwatch *w);
void stopwatch_release(stopwatch *w);

#endif
