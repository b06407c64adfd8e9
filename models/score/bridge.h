/* bridge - where a comparison hangs by a thread.
 * A review is a bridge if without it the graph falls apart into two pieces
 * that both hold two applications and two reviewers or more. A reviewer is a
 * lone link if without them it falls apart into two such pieces or more.
 * Source  Tarjan 1974: depth-first search with lowest points
 * Cost    reviews + levels */
#ifndef SAITAKU_MODELS_SCORE_BRIDGE_H
#define SAITAKU_MODELS_SCORE_BRIDGE_H

#include "graph.h"

typedef struct bridges {
  const int *review; /* ascending */
  int review_count;
  const int *reviewer; /* ascending */
  const int *pieces;   /* how many it joins, 2 or more */
  int reviewer_count;
} bridges;

bridges *bridges_find(arena *home, const graph *g);

#endif
