#include "../base/digest.h"
#include "proof.h"
#include "shorten.h"
#include "statement.h"
#include <assert.h>
#include <inttypes.h>

typedef struct writing {
  arena *home;
  const program *g;
  const search_log *log;
  int at; /* in the log */
  replay *state;
  const log_line *command;
  int set_count;
  text to;
} writing;

/* ---- weights */

static void add_row_word(writing *w, named_row of) {
  const bool only = w->command && w->command->kind == LOG_ONLY;
  if (of.kind == 'g' && only)
    of = (named_row){'h', w->command->level, 0};
  text_format(&w->to, " %c", of.kind);
  if (of.kind == 'h')
    text_format(&w->to, "%d", of.level);
  if (of.kind == 't')
    text_format(&w->to, "%d.%d", of.level, of.number);
  if (of.kind == 'r' || of.kind == 'n')
    text_format(&w->to, "%d", of.number);
}

static void add_weights(writing *w, const char *word, weights by) {
  text_add(&w->to, word);
  for (int i = 0; i < by.count; i++) {
    add_row_word(w, by.each[i].of);
    text_format(&w->to, ":%" PRId64, by.each[i].u);
  }
  text_add(&w->to, "\n");
}

static bool still_closes(replay *p, weights full, weights shorter) {
  (void)full;
  return replay_closes(p, shorter);
}

static void write_leaf(writing *w, weights by) {
  assert(replay_closes(w->state, by));
  add_weights(w, "leaf", shorten(w->home, w->state, by, still_closes));
}

/* ---- narrowing: written only where it narrows */

static void write_propagate(writing *w) {
  if (replay_propagate(w->state))
    text_add(&w->to, "propagate\n");
}

static void write_fix(writing *w, weights by) {
  const weights shorter = shorten(w->home, w->state, by, replay_fixes_as_well);
  const size_t before = w->to.length;
  add_weights(w, "fix", shorter);
  if (!replay_fix(w->state, shorter)) {
    w->to.length = before;
    w->to.at[before] = '\0';
  }
}

/* ---- trees */

/* the box holds a set at most: a listed one, one no better, or none */
static void write_decided(writing *w) {
  const int k = w->command->level;
  write_propagate(w);
  if (replay_empty(w->state)) {
    text_add(&w->to, "leaf\n");
    return;
  }
  const bool only = w->command->kind == LOG_ONLY;
  const weight goal = {only ? (named_row){'h', k, 0} : (named_row){'g', 0, 0},
                       1};
  if (replay_closes(w->state, (weights){&goal, 1})) {
    write_leaf(w, (weights){&goal, 1});
    return;
  }
  for (int i = 0; only && i < w->set_count; i++) {
    const weight other = {{'n', 0, i}, 1};
    if (!replay_closes(w->state, (weights){&other, 1}))
      continue;
    write_leaf(w, (weights){&other, 1});
    return;
  }
  assert(false);
}

/* leaves out a tree whose box has turned out empty before it */
static void skip_tree(writing *w) {
  for (int open = 1; open > 0; w->at++) {
    const log_kind kind = w->log->lines[w->at].kind;
    open += kind == LOG_SPLIT;
    open -= kind == LOG_LEAF || kind == LOG_DECIDED;
  }
}

/* narrows, then closes or splits; true when it has split */
static bool write_node(writing *w) {
  for (;;) {
    if (replay_empty(w->state)) {
      skip_tree(w);
      text_add(&w->to, "leaf\n");
      return false;
    }
    const log_line *const line = &w->log->lines[w->at++];
    switch (line->kind) {
    case LOG_PROPAGATE:
      write_propagate(w);
      continue;
    case LOG_FIX:
      write_fix(w, line->by);
      continue;
    case LOG_SPLIT:
      text_format(&w->to, "split %" PRId64 " %d\n", line->last, line->column);
      return true;
    case LOG_DECIDED:
      write_decided(w);
      return false;
    default:
      break;
    }
    assert(line->kind == LOG_LEAF);
    write_leaf(w, line->by);
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

static void go_lower(writing *w, path *on) {
  const log_line *const line = &w->log->lines[w->at - 1];
  if (on->count == on->room) {
    on->room = on->room ? 2 * on->room : 64;
    on->forks = arena_grow(w->home, on->forks, sizeof *on->forks,
                           (size_t)on->count, (size_t)on->room);
  }
  on->forks[on->count++] = (struct fork){line, false};
  replay_split(w->state, line->column, INT64_MIN, line->last);
}

/* to the next upper side not yet seen; false when there is none */
static bool go_upper(writing *w, path *on) {
  while (on->count > 0) {
    struct fork *const last = &on->forks[on->count - 1];
    replay_back(w->state);
    if (!last->in_upper) {
      last->in_upper = true;
      replay_split(w->state, last->at->column, last->at->last + 1, INT64_MAX);
      return true;
    }
    on->count--;
  }
  return false;
}

static void write_tree(writing *w) {
  path on = {.count = 0};
  do {
    while (write_node(w))
      go_lower(w, &on);
  } while (go_upper(w, &on));
}

/* ---- commands */

static void add_command(writing *w, const log_line *c) {
  static const char *const words[] = {[LOG_LEVEL] = "level",
                                      [LOG_REFUSE] = "refuse",
                                      [LOG_ONLY] = "only",
                                      [LOG_NONE] = "none"};
  text_add(&w->to, words[c->kind]);
  if (c->kind != LOG_NONE)
    text_format(&w->to, " %d", c->level);
  if (c->kind == LOG_REFUSE)
    text_format(&w->to, " %d", c->step);
  text_add(&w->to, "\n");
}

static void write_command(writing *w) {
  const log_line *const c = &w->log->lines[w->at++];
  switch (c->kind) {
  case LOG_PROPAGATE:
    write_propagate(w);
    return;
  case LOG_FIX:
    write_fix(w, c->by);
    return;
  case LOG_WALK:
    text_format(&w->to, "walk %d\n", c->level);
    replay_walk(w->state, c->level);
    return;
  default:
    break;
  }
  add_command(w, c);
  w->command = c;
  replay_enter(w->state, c);
  write_tree(w);
  replay_leave(w->state);
  w->command = NULL;
}

/* so that verify sees any later change, even to another proof that holds */
static void add_end(text *to) {
  char hex[2 * DIGEST_BYTES + 1];
  const digest d = digest_of(to->at, to->length);
  digest_hex(&d, hex);
  text_format(to, "# sha256 %s\nend\n", hex);
}

const char *certify(arena *home, const program *g, const plan *found,
                    const proof_origin *origin) {
  const sets listed = sets_of(home, g, found);
  writing w = {.home = home,
               .g = g,
               .log = &found->log,
               .state = replay_begin(home, g, &listed),
               .set_count = listed.count,
               .to = text_empty(home)};
  statement_add_origin(&w.to, origin);
  statement_add(&w.to, g, origin->column_names);
  statement_add_sets(&w.to, g, &listed);
  text_add(&w.to, "proof\n");
  while (w.at < w.log->count)
    write_command(&w);
  add_end(&w.to);
  return w.to.at;
}
