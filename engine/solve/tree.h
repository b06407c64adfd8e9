/* tree - the state of one search: its nodes, its best set, what branching has
 * cost so far. Private to search.c, tree.c and branch.c. */
#ifndef SAITAKU_SOLVE_TREE_H
#define SAITAKU_SOLVE_TREE_H

#include "climb.h"
#include "core.h"
#include "heap.h"
#include "memory.h"
#include "search.h"

#define UNBOUNDED ((wide)1 << 120) /* stands for: no bound is known */

/* A node is its parent's box with some columns narrowed further. */
typedef struct node {
  int parent; /* -1: the root */
  int change_count;
  const change *changes;
  wide bound;
  weights bound_by, fixed_by, closed_by; /* for the log */
  bool decided;
  int split; /* column or tally; meaningless without children */
  int64_t last;
  int down, up; /* children; 0: none */
} node;

/* how a dive came to the node in hand, to learn what the step cost */
typedef struct descent {
  int column; /* -1: nothing to learn */
  int up;
  double distance, objective;
} descent;

typedef struct tree {
  run *r;
  const quest *q;
  arena *home; /* of this search alone */
  core *k;
  climber *on;
  node *nodes;
  int node_count, node_room;
  heap open;
  int *near; /* open nodes of the last few dives, the youngest last */
  int near_count, near_room, near_taken;
  int *path; /* scratch */
  int path_room;
  change *changed;   /* scratch, one a core column */
  int64_t *values;   /* scratch, core columns */
  int64_t *point;    /* scratch, program columns */
  pseudocost *costs; /* one a column of the program, then one a tally's key */
  descent came_by;
  bool found;
  search_log trace; /* of the root */
  wide bound;       /* the root's */
  weights bound_by;
  box outer;      /* of the root, over the program's columns */
  judgement root; /* of the core in hand */
  wide *root_regret;
  suggestion hint;                    /* of a neighbour */
  const vantage *stood_first, *stood; /* where the first and last root did */
  int root_shift;
  int64_t begun_at; /* nodes of the run when this tree began */
  int64_t dug;      /* of those since then: of the digs' own trees */
  int64_t dig_at;   /* nodes of this tree at the next dig */
  bool is_outgrown; /* see root_outgrown; weighed before this node */
  int64_t weighed_at;
  int64_t improved_at; /* nodes of the run when the best set was found */
  int64_t climbed_at;  /* and when the last climb ended */
  wide value;
  int64_t **best; /* sets of that value over the program's columns: one, or all
                     found so far while they are gathered */
  int best_count;
  bool too_many; /* to be gathered */
} tree;

/* ---- tree.c */
int tree_add(tree *t, int parent, const change *changes, int count);
void tree_narrow(tree *t, int at, const change *changes, int count);
void tree_enter(tree *t, int at); /* the core's box becomes the node's */
/* completes x, tests it, keeps it when it is the best so far */
void tree_offer(tree *t, int64_t *x);
void tree_offer_leaf(tree *t); /* the box's low corner */
/* has a search for the first better set ended? */
bool tree_satisfied(const tree *t);
/* the least value of interest, in *room; null: every permitted set is */
const wide *tree_target(const tree *t, wide *room);

/* ---- tree_log.c: what the log wants to know; nothing without a log */
weights tree_reason(tree *t, const judgement *of);
void tree_trace(tree *t, log_kind kind, weights by);
search_log tree_log(const tree *t); /* of all boxes, when the search is done */
/* of boxes that together show no set has more than the bound, which none still
 * open may exceed */
search_log tree_log_bound(const tree *t, wide bound);

/* ---- root.c */
/* Reduces, relaxes, rounds and reduces again while that fixes a good part of
 * the columns. False when the root itself settles the search. */
bool root_settle(tree *t, outcome *to);
/* Has the best set become so much better that the core would shrink? */
bool root_outgrown(tree *t);
/* looks for sets near the rounded relaxation and near the best one */
void root_climb(tree *t, bool solved);

/* ---- dig.c: searches small cores that grow, the columns the relaxation is
 * least sure of, for sets to begin with (Balas and Zemel 1980, An algorithm for
 * large zero-one knapsack problems). The relaxation must be solved. */
void root_dig(tree *t);
/* Searches where the relaxed optimum in hand and the best set differ (Danna,
 * Rothberg and Le Pape 2005, relaxation induced neighborhoods). */
void tree_dig(tree *t);

/* ---- branch.c */
bool branch_whole(const core *k); /* does the relaxed optimum decide awards? */
/* -1: every award is decided, and with them all that follows from them */
int branch_column(tree *t, bool solved);
/* the last whole value of the lower child */
int64_t branch_split(const core *k, int j, bool solved);
void branch_learn(tree *t, const judgement *of); /* from t->came_by */

#endif
