#include "tree.h"
#include <assert.h>

weights tree_reason(tree *t, const judgement *of) {
  if (!t->r->log)
    return (weights){.count = 0};
  const named_row none = {.kind = 0};
  return core_weights(t->home, t->k,
                      of->bounded && !of->empty ? t->q->goal : none);
}

void tree_trace(tree *t, log_kind kind, weights by) {
  if (t->r->log)
    log_add(t->home, &t->trace, (log_line){.kind = kind, .by = by});
}

/* A box whose own bound is as low as what is to be shown ends the tree. */
static bool goes_on(const node *n, const wide *bound) {
  return n->up > 0 && (!bound || n->bound > *bound);
}

static void log_closing(arena *home, search_log *to, const node *n) {
  const weights by = n->closed_by.count > 0 ? n->closed_by : n->bound_by;
  const log_line leaf = {.kind = n->decided ? LOG_DECIDED : LOG_LEAF,
                         .by = n->decided ? (weights){.count = 0}
                                          : log_keep(home, by)};
  log_add(home, to, leaf);
}

static log_line split_line(arena *home, const core *k, const node *n) {
  const int g = n->split - k->column_count;
  const int *const columns = g < 0 ? &n->split : k->tallies[g].columns;
  const int count = g < 0 ? 1 : k->tallies[g].count;
  int *const of = ARENA_ARRAY(home, int, count);
  for (int i = 0; i < count; i++)
    of[i] = k->column_of[columns[i]];
  return (log_line){
      .kind = LOG_SPLIT, .columns = of, .column_count = count, .last = n->last};
}

static void log_node(arena *home, search_log *to, const tree *t, int at,
                     const wide *bound) {
  const node *const n = &t->nodes[at];
  const bool ends = n->up > 0 && !goes_on(n, bound);
  if (n->fixed_by.count > 0 && !ends)
    log_add(home, to,
            (log_line){.kind = LOG_FIX, .by = log_keep(home, n->fixed_by)});
  if (goes_on(n, bound))
    log_add(home, to, split_line(home, t->k, n));
  else
    log_closing(home, to, n);
}

/* each node before its children, the lower child first */
static void log_nodes(arena *home, search_log *to, const tree *t,
                      const wide *bound) {
  int *const waiting = ARENA_ARRAY(t->home, int, t->node_count + 1);
  int count = 0;
  waiting[count++] = 0;
  while (count > 0) {
    const int at = waiting[--count];
    log_node(home, to, t, at, bound);
    if (!goes_on(&t->nodes[at], bound))
      continue;
    waiting[count++] = t->nodes[at].up;
    waiting[count++] = t->nodes[at].down;
  }
}

static search_log log_root(const tree *t) {
  arena *const home = t->r->home;
  search_log to = {.count = 0};
  for (int i = 0; i < t->trace.count; i++) {
    log_line line = t->trace.lines[i];
    line.by = log_keep(home, line.by);
    log_add(home, &to, line);
  }
  return to;
}

search_log tree_log(const tree *t) {
  search_log to = log_root(t);
  if (t->node_count > 0)
    log_nodes(t->r->home, &to, t, NULL);
  return to;
}

/* Stopped before there was a tree, the root's own bound ends it. */
search_log tree_log_bound(const tree *t, wide bound) {
  arena *const home = t->r->home;
  search_log to = log_root(t);
  const log_kind last = to.count > 0 ? to.lines[to.count - 1].kind : LOG_FIX;
  if (t->node_count > 0)
    log_nodes(home, &to, t, &bound);
  else if (last != LOG_LEAF && last != LOG_DECIDED)
    log_add(home, &to,
            (log_line){.kind = LOG_LEAF, .by = log_keep(home, t->bound_by)});
  return to;
}

void run_log(run *r, log_line command, const outcome *proved) {
  if (!r->log)
    return;
  assert(!proved || proved->tree.count > 0);
  log_add(r->home, r->log, command);
  for (int i = 0; proved && i < proved->tree.count; i++)
    log_add(r->home, r->log, proved->tree.lines[i]);
}
