#include "retell.h"
#include "shorten.h"
#include <assert.h>

/* ---- leaves and narrowing */

static bool still_closes(replay *p, weights full, weights shorter) {
  (void)full;
  return replay_closes(p, shorter);
}

static void tell_leaf(retelling *w, weights by) {
  if (w->tell->leaf)
    w->tell->leaf(w->to, by);
}

static void tell_closed(retelling *w, weights by) {
  assert(replay_closes(w->state, by));
  tell_leaf(w, shorten(w->home, w->state, by, still_closes));
}

static void tell_empty(retelling *w) {
  assert(replay_empty(w->state));
  tell_leaf(w, (weights){.count = 0});
}

static void tell_propagate(retelling *w) {
  if (replay_propagate(w->state) && w->tell->propagated)
    w->tell->propagated(w->to);
}

static void tell_fix(retelling *w, weights by) {
  const weights shorter = shorten(w->home, w->state, by, replay_fixes_as_well);
  if (replay_fix(w->state, shorter) && w->tell->fixed)
    w->tell->fixed(w->to, shorter);
}

/* the box holds a set at most: a listed one, one no better, or none */
static void tell_decided(retelling *w) {
  const int k = w->command->level;
  tell_propagate(w);
  if (replay_empty(w->state)) {
    tell_empty(w);
    return;
  }
  const bool only = w->command->kind == LOG_ONLY;
  const weight goal = {only ? (named_row){'h', k, 0} : (named_row){'g', 0, 0},
                       1};
  if (replay_closes(w->state, (weights){&goal, 1})) {
    tell_closed(w, (weights){&goal, 1});
    return;
  }
  for (int i = 0; only && i < w->set_count; i++) {
    const weight other = {{'n', 0, i}, 1};
    if (!replay_closes(w->state, (weights){&other, 1}))
      continue;
    tell_closed(w, (weights){&other, 1});
    return;
  }
  assert(false);
}

/* ---- trees */

static void skip_tree(retelling *w) {
  for (int open = 1; open > 0; w->at++) {
    const log_kind kind = w->log->lines[w->at].kind;
    open += kind == LOG_SPLIT;
    open -= kind == LOG_LEAF || kind == LOG_DECIDED;
  }
}

/* narrows, then closes or splits; true when it has split */
static bool tell_node(retelling *w) {
  for (;;) {
    if (replay_empty(w->state)) {
      skip_tree(w);
      tell_empty(w);
      return false;
    }
    const log_line *const line = &w->log->lines[w->at++];
    switch (line->kind) {
    case LOG_PROPAGATE:
      tell_propagate(w);
      continue;
    case LOG_FIX:
      tell_fix(w, line->by);
      continue;
    case LOG_SPLIT:
      return true;
    case LOG_DECIDED:
      tell_decided(w);
      return false;
    default:
      break;
    }
    assert(line->kind == LOG_LEAF);
    tell_closed(w, line->by);
    return false;
  }
}

/* the splits above the box in hand */
typedef struct path {
  struct fork {
    const log_line *at;
    bool in_upper;
  } * forks;
  int count, room;
} path;

static void go_lower(retelling *w, path *on) {
  const log_line *const line = &w->log->lines[w->at - 1];
  if (on->count == on->room) {
    on->room = on->room ? 2 * on->room : 64;
    on->forks = arena_grow(w->home, on->forks, sizeof *on->forks,
                           (size_t)on->count, (size_t)on->room);
  }
  on->forks[on->count++] = (struct fork){line, false};
  replay_split(w->state, line, false);
  if (w->tell->split)
    w->tell->split(w->to, line);
}

/* false when it is not wanted: then it is done with */
static bool enter_upper(retelling *w, struct fork *of) {
  of->in_upper = true;
  replay_split(w->state, of->at, true);
  if (!w->tell->upper || w->tell->upper(w->to))
    return true;
  skip_tree(w);
  return false;
}

/* to the next upper side not yet seen; false when there is none */
static bool go_upper(retelling *w, path *on) {
  while (on->count > 0) {
    struct fork *const last = &on->forks[on->count - 1];
    replay_back(w->state);
    if (!last->in_upper) {
      if (enter_upper(w, last))
        return true;
      continue;
    }
    on->count--;
    if (w->tell->joined)
      w->tell->joined(w->to);
  }
  return false;
}

static void tell_tree(retelling *w) {
  path on = {.count = 0};
  do {
    while (tell_node(w))
      go_lower(w, &on);
  } while (go_upper(w, &on));
}

/* ---- commands */

static bool holds_tree(log_kind kind) {
  return kind == LOG_LEVEL || kind == LOG_BOUND || kind == LOG_REFUSE ||
         kind == LOG_ONLY || kind == LOG_NONE;
}

static void tell_line(retelling *w) {
  const log_line *const c = &w->log->lines[w->at++];
  if (c->kind == LOG_PROPAGATE)
    tell_propagate(w);
  if (c->kind == LOG_FIX)
    tell_fix(w, c->by);
  if (c->kind != LOG_WALK)
    return;
  replay_walk(w->state, c->level);
  if (w->tell->walked)
    w->tell->walked(w->to, c);
}

void retell_as(retelling *w, const log_line *command) {
  w->at++;
  if (w->tell->command)
    w->tell->command(w->to, command);
  w->command = command;
  replay_enter(w->state, command);
  tell_tree(w);
  replay_leave(w->state);
  w->command = NULL;
}

void retell(retelling *w) {
  const log_line *const line = &w->log->lines[w->at];
  if (holds_tree(line->kind))
    retell_as(w, line);
  else
    tell_line(w);
}

void retell_pass(retelling *w) {
  const log_line *const line = &w->log->lines[w->at];
  if (!holds_tree(line->kind)) {
    tell_line(w);
    return;
  }
  w->at++;
  replay_enter(w->state, line);
  skip_tree(w);
  replay_leave(w->state);
}
