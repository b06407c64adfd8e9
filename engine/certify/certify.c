#include "../base/digest.h"
#include "proof.h"
#include "retell.h"
#include "statement.h"
#include <inttypes.h>

typedef struct writing {
  retelling from;
  text to;
} writing;

/* ---- weights */

static void add_row_word(writing *w, named_row of) {
  const log_line *const c = w->from.command;
  if (of.kind == 'g' && c && c->kind == LOG_ONLY)
    of = (named_row){'h', c->level, 0};
  text_format(&w->to, " %c", of.kind);
  if (of.kind == 'h')
    text_format(&w->to, "%d", of.level);
  if (of.kind == 't')
    text_format(&w->to, "%d.%d", of.level, of.number);
  if (of.kind == 'r' || of.kind == 'n' || of.kind == 's')
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

/* ---- what is told, line by line */

static void add_leaf(void *to, weights by) { add_weights(to, "leaf", by); }

static void add_fix(void *to, weights by) { add_weights(to, "fix", by); }

static void add_propagate(void *to) {
  writing *const w = to;
  text_add(&w->to, "propagate\n");
}

static void add_split(void *to, const log_line *at) {
  writing *const w = to;
  text_format(&w->to, "split %" PRId64, at->last);
  for (int i = 0; i < at->column_count; i++)
    text_format(&w->to, at->column_count > 1 ? " %d:1" : " %d", at->columns[i]);
  text_add(&w->to, "\n");
}

static void add_walked(void *to, const log_line *command) {
  writing *const w = to;
  text_format(&w->to, "walk %d\n", command->level);
}

static void add_command(void *to, const log_line *c) {
  static const char *const words[] = {[LOG_LEVEL] = "level",
                                      [LOG_BOUND] = "level",
                                      [LOG_REFUSE] = "refuse",
                                      [LOG_ONLY] = "only",
                                      [LOG_NONE] = "none"};
  writing *const w = to;
  text_add(&w->to, words[c->kind]);
  if (c->kind != LOG_NONE)
    text_format(&w->to, " %d", c->level);
  if (c->kind == LOG_REFUSE)
    text_format(&w->to, " %d", c->step);
  if (c->kind == LOG_BOUND)
    text_format(&w->to, " %" PRId64, c->last);
  text_add(&w->to, "\n");
}

static const teller lines = {.command = add_command,
                             .walked = add_walked,
                             .propagated = add_propagate,
                             .fixed = add_fix,
                             .leaf = add_leaf,
                             .split = add_split};

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
  writing w = {.from = {.home = home,
                        .log = &found->log,
                        .state = replay_begin(home, g, &listed),
                        .set_count = listed.count,
                        .tell = &lines},
               .to = text_empty(home)};
  w.from.to = &w;
  statement_add_origin(&w.to, origin);
  statement_add(&w.to, g, origin->column_names);
  statement_add_sets(&w.to, g, &listed);
  text_add(&w.to, "proof\n");
  while (w.from.at < w.from.log->count)
    retell(&w.from);
  add_end(&w.to);
  return w.to.at;
}
