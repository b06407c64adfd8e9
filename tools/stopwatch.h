/* stopwatch - the one clock, and the wish to stop: a time that has run out,
 * Ctrl-C or a polite kill. Signals are held back and asked after, so that no
 * handler runs and no state outlives the call. */
#ifndef SAITAKU_TOOLS_STOPWATCH_H
#define SAITAKU_TOOLS_STOPWATCH_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct stopwatch {
  int64_t started; /* thousandths of a second, monotonic */
  int64_t limit;   /* thousandths; 0: none */
  sigset_t held, before;
} stopwatch;

int64_t stopwatch_now(void);
int64_t stopwatch_elapsed(const stopwatch *w);

stopwatch stopwatch_start(int64_t limit_thousandths);
/* from here to stopwatch_release SIGINT and SIGTERM ask to stop, and no more */
void stopwatch_hold(stopwatch *w);
bool stopwatch_stops(const stopwatch *w);
void stopwatch_release(stopwatch *w);

#endif
