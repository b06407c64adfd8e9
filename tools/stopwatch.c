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

/* ---- while it searches */

/* That it came is told by what SA_RESETHAND leaves: the default action, which
 * ends the program at the next one. So there is nothing to do or to keep. */
static void take_wish(int which) { (void)which; }

static const int wishes[] = {
    [WISH_INTERRUPT] = SIGINT, [WISH_TERMINATE] = SIGTERM};

void stopwatch_listen(stopwatch *w) {
  struct sigaction first = {.sa_handler = take_wish,
                            .sa_flags = (int)SA_RESETHAND | SA_RESTART};
  sigemptyset(&first.sa_mask);
  for (int i = 0; i < WISH_COUNT; i++)
    sigaction(wishes[i], &first, &w->unheard[i]);
}

static bool has_come(int which) {
  struct sigaction now = {.sa_handler = take_wish};
  sigaction(which, NULL, &now);
  return now.sa_handler == SIG_DFL;
}

bool stopwatch_stops(const stopwatch *w) {
  return has_come(SIGINT) || has_come(SIGTERM) ||
         (w->limit > 0 && stopwatch_elapsed(w) >= w->limit);
}

void stopwatch_leave(stopwatch *w) {
  for (int i = 0; i < WISH_COUNT; i++)
    sigaction(wishes[i], &w->unheard[i], NULL);
}

/* ---- while files are put in place */

void stopwatch_hold(stopwatch *w) {
  sigemptyset(&w->held);
  for (int i = 0; i < WISH_COUNT; i++)
    sigaddset(&w->held, wishes[i]);
  sigprocmask(SIG_BLOCK, &w->held, &w->before);
}

/* takes what came in, so that what was written can still be told of */
void stopwatch_release(stopwatch *w) {
  const struct timespec at_once = {0};
  while (sigtimedwait(&w->held, NULL, &at_once) > 0) {
  }
  sigprocmask(SIG_SETMASK, &w->before, NULL);
}
