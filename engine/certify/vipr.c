#include "vipr.h"
#include "derive.h"
#include "retell.h"
#include "vipr_statement.h"
#include <assert.h>

/* a split above the box in hand: a side's assumption on the trail */
typedef struct assumption {
  int place;
  int64_t serial;
} assumption;

typedef struct fork {
  assumption lower, upper;
  int lower_assumed; /* the constraint; -1: its side did without */
  int lower_false;
} fork;

typedef struct writing {
  retelling from;
  deriving d;
  fork *forks;
  int fork_count, fork_room;
  int falsehood; /* of the box closed last */
} writing;

/* ---- the tree */

static assumption assumed_last(const writing *w) {
  const replay *const p = w->d.state;
  const int place = p->sides[p->side_count - 1].place;
  return (assumption){place, p->trail[place].serial};
}

static int constraint_of(const writing *w, assumption a) {
  return derive_known(&w->d, a.place, a.serial);
}

static void on_leaf(void *to, weights by) {
  writing *const w = to;
  w->falsehood = derive_falsehood(&w->d, by);
}

static void on_split(void *to, const log_line *at) {
  writing *const w = to;
  (void)at;
  if (w->fork_count == w->fork_room) {
    w->fork_room = w->fork_room ? 2 * w->fork_room : 64;
    w->forks = arena_grow(w->d.home, w->forks, sizeof *w->forks,
                          (size_t)w->fork_count, (size_t)w->fork_room);
  }
  w->forks[w->fork_count++] = (fork){.lower = assumed_last(w)};
}

/* A lower side that is empty without its assumption leaves nothing above. */
static bool on_upper(void *to) {
  writing *const w = to;
  fork *const f = &w->forks[w->fork_count - 1];
  f->upper = assumed_last(w);
  f->lower_false = w->falsehood;
  f->lower_assumed = constraint_of(w, f->lower);
  return f->lower_assumed >= 0;
}

static void on_joined(void *to) {
  writing *const w = to;
  const fork f = w->forks[--w->fork_count];
  const int upper_assumed = constraint_of(w, f.upper);
  if (f.lower_assumed < 0 || upper_assumed < 0)
    return;
  const int with[] = {f.lower_false, f.lower_assumed, w->falsehood,
                      upper_assumed};
  w->falsehood = derive_unsplit(&w->d, " L -1 0", with);
}

static const teller derivations = {
    .leaf = on_leaf, .split = on_split, .upper = on_upper, .joined = on_joined};

/* ---- which command */

static int worth_level(const program *g) {
  for (int k = 0; k < g->objective_count; k++)
    if (g->objectives[k].kind == OBJECTIVE_WORTH)
      return k;
  return -1;
}

bool vipr_can_say(const program *g) { return worth_level(g) >= 0; }

/* the log's command that settles the level; -1: there is none */
static int find_command(const search_log *log, int k) {
  for (int i = 0; i < log->count; i++) {
    const log_line *const c = &log->lines[i];
    if (c->kind == LOG_NONE ||
        ((c->kind == LOG_LEVEL || c->kind == LOG_ONLY) && c->level == k))
      return i;
  }
  return -1;
}

/* ---- the whole */

static void prove_best(writing *w, int k, wide value) {
  deriving *const d = &w->d;
  const log_line better = {.kind = LOG_LEVEL, .level = k};
  const char *const most = arena_format(
      d->home, " L %s OBJ", exact_text(d->home, (ratio){value, 1}, 0));
  const char *const more = arena_format(
      d->home, " G %s OBJ", exact_text(d->home, (ratio){value + 1, 1}, 0));
  const int no_better = derive_assumed(d, most);
  d->goal = derive_assumed(d, more);
  retell_as(&w->from, &better);
  const int with[] = {no_better, no_better, w->falsehood, d->goal};
  derive_unsplit(d, most, with);
}

static void prove_none(writing *w) {
  retell(&w->from);
  if (w->falsehood != w->d.stated + w->d.line_count - 1)
    derive_copy(&w->d, w->falsehood);
}

static void prove(writing *w, int k, wide value) {
  const int command = find_command(w->from.log, k);
  while (w->from.at < command)
    retell_pass(&w->from);
  if (w->from.log->lines[command].kind == LOG_NONE)
    prove_none(w);
  else
    prove_best(w, k, value);
}

const char *vipr_certificate(arena *home, const program *g, const plan *found,
                             const proof_origin *origin) {
  const sets listed = sets_of(home, g, found);
  const int k = worth_level(g);
  assert(k >= 0);
  const vipr_claim claim = {g, k, found->x, find_command(&found->log, k) >= 0};
  writing w = {.from = {.home = home,
                        .log = &found->log,
                        .state = replay_begin(home, g, &listed),
                        .set_count = listed.count,
                        .tell = &derivations},
               .d = {.to = text_empty(home)}};
  w.from.to = &w;
  const int stated = vipr_state(&w.d.to, &claim, origin);
  derive_begin(&w.d, home, g, w.from.state, stated);
  if (claim.is_shown)
    prove(&w, k, vipr_value(&claim));
  derive_end(&w.d);
  return w.d.to.at;
}
