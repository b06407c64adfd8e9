#include "progress.h"
#include "../engine/base/text.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PROGRESS_EVERY = 200 }; /* thousandths of a second */

progress progress_start(int64_t limit_thousandths) {
  return (progress){.clock = stopwatch_start(limit_thousandths),
                    .shows = isatty(STDERR_FILENO) == 1};
}

bool progress_stops(void *context) {
  const progress *const p = context;
  return stopwatch_stops(&p->clock);
}

/* a bound out of all range says: none is known yet */
static bool is_known(wide bound) { return bound < (wide)1 << 90; }

static void add_value(text *to, const progress *p, const char *what,
                      wide value) {
  text_format(to, ", %s %s", what,
              exact_text(to->home, p->scale(p->model, value), p->places));
}

static void add_gap(text *to, const progress *p, const solve_progress *now) {
  const double best = (double)p->scale(p->model, now->best).num;
  const double left = (double)p->scale(p->model, now->bound).num - best;
  const double size = best < 0 ? -best : best;
  if (size > 0)
    text_format(to, ", gap %.4f %%", 100 * (left < 0 ? -left : left) / size);
}

static void add_values(text *to, const progress *p, const solve_progress *now) {
  if (!p->scale || strcmp(now->objective, p->worth) != 0)
    return;
  if (now->found)
    add_value(to, p, "best", now->best);
  if (is_known(now->bound))
    add_value(to, p, "bound", now->bound);
  if (now->found && is_known(now->bound))
    add_gap(to, p, now);
}

void progress_show(void *context, const solve_progress *now) {
  progress *const p = context;
  const int64_t elapsed = stopwatch_elapsed(&p->clock);
  if (!p->shows || elapsed - p->shown_at < PROGRESS_EVERY)
    return;
  p->shown_at = elapsed;
  arena *const home = arena_open();
  text line = text_empty(home);
  text_format(&line, "%s: %" PRId64 " nodes, %" PRId64 " s%s", now->objective,
              now->nodes, elapsed / 1000, now->found ? "" : ", no set yet");
  add_values(&line, p, now);
  fprintf(stderr, "\r%-78.78s\r%.78s", "", line.at);
  fflush(stderr);
  arena_close(home);
}

void progress_begin(progress *p) { stopwatch_listen(&p->clock); }

void progress_wipe(const progress *p) {
  if (p->shown_at > 0)
    fprintf(stderr, "\r%-78.78s\r", "");
}

void progress_end(progress *p) { stopwatch_leave(&p->clock); }
