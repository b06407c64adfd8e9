/* graph - who reviewed what, as a graph: applications and reviewers are its
 * levels (applications first), reviews its edges.
 * Made by   graph_make
 * Used by   every score model; read-only
 * Lifetime  that of `home`; `application` and `reviewer` are the caller's
 * Two levels that a chain of reviews joins are in one component; within one,
 * and nowhere else, reviews say how levels compare. Components are numbered by
 * their first application, those without one behind by their first reviewer.
 * Cost: reviews + levels, in time and memory. */
#ifndef SAITAKU_MODELS_SCORE_GRAPH_H
#define SAITAKU_MODELS_SCORE_GRAPH_H

#include "../../engine/base/arena.h"
#include <stdbool.h>

typedef struct graph {
  int applications, reviewers, levels, reviews;
  const int *application, *reviewer; /* one a review, each counted from 0 */
  const int *start;  /* edges of level v: start[v] .. start[v + 1] - 1 */
  const int *next;   /* the level at the other end, in the reviews' order */
  const int *review; /* the review that is the edge */
  const int *component;
  int components;
} graph;

/* counts >= 0; a pair may be reviewed more than once */
graph *graph_make(arena *home, const int *application, const int *reviewer,
                  int reviews, int applications, int reviewers);

int graph_degree(const graph *g, int level);
bool graph_is_reviewer(const graph *g, int level);

/* how many components hold two levels or more */
int graph_linked_components(const graph *g);

#endif
