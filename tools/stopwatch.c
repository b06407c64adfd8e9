#include "stopwatch.h"
#include <time.h>

int64_t stopwatch_now(void) {
  struct timespec now = {0};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t stopwatch_elapsed(const stopwatch *w) {
  return stopwatch_now() - w->started;
}

stopwatch stopwatch_start(int64_t limit_thousandths) {
  return (stopwatch){.started = stopwatch_now(), .limit = limit_thousandths};
}

void stopwatch_hold(stopwatch *w) {
  sigemptyset(&w->held);
  sigaddset(&w->held, SIGINT);
  sigaddset(&w->held, SIGTERM);
  sigprocmask(SIG_BLOCK, &w->held, &w->before);
}

bool stopwatch_stops(const stopwatch *w) {
  sigset_t waiting;
  sigemptyset(&waiting);
  sigpending(&waiting);
  return sigismember(&waiting, SIGINT) == 1 ||
         sigismember(&waiting, SIGTERM) == 1 ||
         (w->limit > 0 && stopwatch_elapsed(w) >= w->limit);
}

/* takes what came in, so that what was found can still be written */
void stopwatch_release(stopwatch *w) {
  const struct timespec at_once = {0};
  while (sigtimedwait(&w->held, NULL, &at_once) > 0) {
  }
  sigprocmask(SIG_SETMASK, &w->before, NULL);
}
