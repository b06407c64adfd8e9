#include "graph.h"
#include <assert.h>

/* ---- edges of each level, in the order of the reviews */

static void count_edges(const graph *g, int *start) {
  for (int e = 0; e < g->reviews; e++) {
    assert(g->application[e] >= 0 && g->application[e] < g->applications);
    assert(g->reviewer[e] >= 0 && g->reviewer[e] < g->reviewers);
    start[g->application[e] + 1]++;
    start[g->applications + g->reviewer[e] + 1]++;
  }
  for (int v = 0; v < g->levels; v++)
    start[v + 1] += start[v];
}

static void place_edges(graph *g, arena *home) {
  int *start = ARENA_ARRAY(home, int, g->levels + 1);
  int *next = ARENA_ARRAY(home, int, 2 * (size_t)g->reviews + 1);
  int *review = ARENA_ARRAY(home, int, 2 * (size_t)g->reviews + 1);
  arena *const scratch = arena_open();
  int *at = ARENA_ARRAY(scratch, int, g->levels + 1);
  count_edges(g, start);
  for (int v = 0; v < g->levels; v++)
    at[v] = start[v];
  for (int e = 0; e < g->reviews; e++) {
    const int a = g->application[e], r = g->applications + g->reviewer[e];
    review[at[a]] = review[at[r]] = e;
    next[at[a]++] = r;
    next[at[r]++] = a;
  }
  arena_close(scratch);
  g->start = start;
  g->next = next;
  g->review = review;
}

/* ---- components by union-find, the smaller level on top */

static int top_of(int *above, int v) {
  while (above[v] != v) {
    above[v] = above[above[v]];
    v = above[v];
  }
  return v;
}

static void join(int *above, int v, int w) {
  const int top_v = top_of(above, v), top_w = top_of(above, w);
  if (top_v < top_w)
    above[top_w] = top_v;
  else
    above[top_v] = top_w;
}

static void find_components(graph *g, arena *home) {
  int *component = ARENA_ARRAY(home, int, g->levels + 1);
  arena *const scratch = arena_open();
  int *above = ARENA_ARRAY(scratch, int, g->levels + 1);
  for (int v = 0; v < g->levels; v++)
    above[v] = v;
  for (int e = 0; e < g->reviews; e++)
    join(above, g->application[e], g->applications + g->reviewer[e]);
  for (int v = 0; v < g->levels; v++) {
    const int top = top_of(above, v);
    assert(top <= v);
    component[v] = top == v ? g->components++ : component[top];
  }
  arena_close(scratch);
  g->component = component;
}

graph *graph_make(arena *home, const int *application, const int *reviewer,
                  int reviews, int applications, int reviewers) {
  assert(reviews >= 0 && applications >= 0 && reviewers >= 0);
  graph *g = ARENA_NEW(home, graph);
  *g = (graph){.applications = applications,
               .reviewers = reviewers,
               .levels = applications + reviewers,
               .reviews = reviews,
               .application = application,
               .reviewer = reviewer};
  place_edges(g, home);
  find_components(g, home);
  return g;
}

int graph_degree(const graph *g, int level) {
  return g->start[level + 1] - g->start[level];
}

bool graph_is_reviewer(const graph *g, int level) {
  return level >= g->applications;
}

int graph_linked_components(const graph *g) {
  int linked = 0, seen = -1;
  for (int v = 0; v < g->applications; v++) {
    const bool first = g->component[v] > seen;
    seen = first ? g->component[v] : seen;
    linked += first && graph_degree(g, v) > 0;
  }
  return linked;
}
