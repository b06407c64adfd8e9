#include "henderson.h"
#include "cholesky.h"
#include <assert.h>
#include <math.h>

/* ---- which side of each component is solved for */

typedef struct sides { /* of a component */
  int applications, reviewers;
} sides;

static const sides *count_sides(arena *home, const graph *g) {
  sides *of = ARENA_ARRAY(home, sides, g->components + 1);
  for (int v = 0; v < g->levels; v++) {
    if (graph_is_reviewer(g, v))
      of[g->component[v]].reviewers++;
    else
      of[g->component[v]].applications++;
  }
  return of;
}

static int smaller(sides s) {
  return s.reviewers <= s.applications ? s.reviewers : s.applications;
}

static bool is_solved(const graph *g, const sides *of, int v) {
  const sides s = of[g->component[v]];
  return graph_is_reviewer(g, v) == (s.reviewers <= s.applications);
}

/* dense components stand first, each in one piece */
static int first_places(const graph *g, const sides *of, int dense_most,
                        int *first) {
  int places = 0, dense;
  for (int c = 0; c < g->components; c++) {
    first[c] = places;
    places += smaller(of[c]) <= dense_most ? smaller(of[c]) : 0;
  }
  dense = places;
  for (int c = 0; c < g->components; c++)
    if (smaller(of[c]) > dense_most) {
      first[c] = places;
      places += smaller(of[c]);
    }
  return dense;
}

static block *take_blocks(arena *home, const graph *g, const sides *of,
                          const int *first, int dense_most) {
  block *b = ARENA_ARRAY(home, block, g->components + 1);
  for (int c = 0; c < g->components; c++) {
    const size_t n = (size_t)smaller(of[c]);
    if (n <= (size_t)dense_most && n > 0)
      b[c] = (block){first[c], (int)n, ARENA_ARRAY(home, double, n *n)};
  }
  return b;
}

static void give_places(arena *home, henderson *h, int dense_most) {
  const graph *g = h->g;
  arena *const scratch = arena_open();
  const sides *of = count_sides(scratch, g);
  int *first = ARENA_ARRAY(scratch, int, g->components + 1);
  h->iterative_from = first_places(g, of, dense_most, first);
  h->block_of = take_blocks(home, g, of, first, dense_most);
  for (int v = 0; v < g->levels; v++)
    if (is_solved(g, of, v)) {
      h->place[v] = first[g->component[v]]++;
      h->solved[h->place[v]] = v;
      h->solved_count++;
    }
  arena_close(scratch);
}

static void take_room(arena *home, henderson *h) {
  int longest = 1;
  for (int c = 0; c < h->g->components; c++)
    if (h->block_of[c].count > longest)
      longest = h->block_of[c].count;
  h->work = ARENA_ARRAY(home, lanes, h->solved_count + 1);
  h->column = ARENA_ARRAY(home, double, (size_t)longest *LANES);
}

henderson *henderson_new(arena *home, const graph *g, bool uses_applications,
                         bool uses_reviewers, int dense_most) {
  henderson *h = ARENA_NEW(home, henderson);
  *h = (henderson){.g = g,
                   .uses_applications = uses_applications,
                   .uses_reviewers = uses_reviewers,
                   .place = ARENA_ARRAY(home, int, g->levels + 1),
                   .solved = ARENA_ARRAY(home, int, g->levels + 1),
                   .far = ARENA_ARRAY(home, int, 2 * (size_t)g->reviews + 1),
                   .inverse = ARENA_ARRAY(home, double, g->levels + 1)};
  for (int v = 0; v < g->levels; v++)
    h->place[v] = -1;
  if (uses_applications && uses_reviewers)
    give_places(home, h, dense_most);
  else
    h->block_of = ARENA_ARRAY(home, block, g->components + 1);
  for (int e = 0; e < 2 * g->reviews; e++)
    h->far[e] = h->place[g->next[e]];
  take_room(home, h);
  return h;
}

bool henderson_iterates(const henderson *h, int level) {
  const int first = h->g->start[level], end = h->g->start[level + 1];
  int at = h->place[level];
  if (at < 0 && first < end)
    at = h->far[first];
  return at >= h->iterative_from && h->iterative_from < h->solved_count;
}

/* ---- M of the dense components */

static double *entry_at(const block *b, int p, int q) {
  assert(p >= b->first && p < b->first + b->count);
  const size_t row = (size_t)((p > q ? p : q) - b->first);
  const size_t column = (size_t)((p > q ? q : p) - b->first);
  return &b->matrix[column * (size_t)b->count + row];
}

static void eliminate(const henderson *h, const block *b, int v) {
  const graph *g = h->g;
  const double inverse = h->inverse[v];
  for (int e = g->start[v]; e < g->start[v + 1]; e++) {
    const int p = h->far[e];
    *entry_at(b, p, p) -= inverse;
    for (int f = e + 1; f < g->start[v + 1]; f++) {
      const int q = h->far[f];
      *entry_at(b, p, q) -= p == q ? 2 * inverse : inverse;
    }
  }
}

static void clear_blocks(const henderson *h) {
  for (int c = 0; c < h->g->components; c++) {
    const block *b = &h->block_of[c];
    const size_t n = (size_t)b->count;
    for (size_t i = 0; i < n * n; i++)
      b->matrix[i] = 0;
  }
}

static void assemble(const henderson *h) {
  clear_blocks(h);
  for (int v = 0; v < h->g->levels; v++) {
    const block *b = &h->block_of[h->g->component[v]];
    if (b->count == 0)
      continue;
    if (h->place[v] >= 0)
      *entry_at(b, h->place[v], h->place[v]) += 1 / h->inverse[v];
    else
      eliminate(h, b, v);
  }
}

static void set_diagonal(henderson *h) {
  for (int v = 0; v < h->g->levels; v++) {
    const bool reviewer = graph_is_reviewer(h->g, v);
    const bool used = reviewer ? h->uses_reviewers : h->uses_applications;
    const double lambda = reviewer ? h->lambda_reviewer : h->lambda_application;
    h->inverse[v] = used ? 1 / (graph_degree(h->g, v) + lambda) : 0;
  }
}

static double eliminated_log(const henderson *h) {
  double sum = 0;
  for (int v = 0; v < h->g->levels; v++)
    if (h->place[v] < 0 && h->inverse[v] > 0)
      sum -= log(h->inverse[v]);
  return sum;
}

bool henderson_set(henderson *h, double lambda_application,
                   double lambda_reviewer) {
  assert(lambda_application > 0 && lambda_reviewer > 0);
  h->lambda_application = lambda_application;
  h->lambda_reviewer = lambda_reviewer;
  set_diagonal(h);
  h->log_determinant = eliminated_log(h);
  assemble(h);
  for (int c = 0; c < h->g->components; c++) {
    const block *b = &h->block_of[c];
    if (!cholesky_factor(b->matrix, b->count))
      return false;
    h->log_determinant += cholesky_log_determinant(b->matrix, b->count);
  }
  return true;
}

/* ---- solving */

static void add_scaled(lanes *to, const lanes *from, double by) {
  for (int l = 0; l < LANES; l++)
    to->at[l] += by * from->at[l];
}

/* side of the solved levels, less what the eliminated ones say */
static lanes *reduce(const henderson *h, const lanes *side) {
  const graph *g = h->g;
  lanes *to = h->work;
  for (int p = 0; p < h->solved_count; p++)
    to[p] = side[h->solved[p]];
  for (int v = 0; v < g->levels; v++)
    for (int e = g->start[v]; h->place[v] < 0 && e < g->start[v + 1]; e++)
      if (h->far[e] >= 0)
        add_scaled(&to[h->far[e]], &side[v], -h->inverse[v]);
  return to;
}

static void solve_block(const henderson *h, const block *b, lanes *side,
                        int used) {
  const int n = b->count;
  double *column = h->column;
  for (int l = 0; l < used; l++)
    for (int i = 0; i < n; i++)
      column[l * n + i] = side[b->first + i].at[l];
  cholesky_solve(b->matrix, n, column, used);
  for (int l = 0; l < used; l++)
    for (int i = 0; i < n; i++)
      side[b->first + i].at[l] = column[l * n + i];
}

static void substitute_back(const henderson *h, const lanes *solved,
                            lanes *side) {
  const graph *g = h->g;
  for (int v = 0; v < g->levels; v++) {
    if (h->place[v] >= 0)
      continue;
    for (int e = g->start[v]; e < g->start[v + 1]; e++)
      if (h->far[e] >= 0)
        add_scaled(&side[v], &solved[h->far[e]], -1);
    for (int l = 0; l < LANES; l++)
      side[v].at[l] *= h->inverse[v];
  }
  for (int p = 0; p < h->solved_count; p++)
    side[h->solved[p]] = solved[p];
}

static void iterate(const henderson *h, lanes *solved, int used, lanes *guess,
                    double tolerance) {
  arena *const scratch = arena_open();
  lanes *x = guess ? guess : ARENA_ARRAY(scratch, lanes, h->solved_count);
  conjugate_solve(h, solved, x, used, tolerance);
  for (int p = h->iterative_from; p < h->solved_count; p++)
    solved[p] = x[p];
  arena_close(scratch);
}

void henderson_solve(const henderson *h, lanes *side, int used, lanes *guess,
                     double tolerance) {
  assert(used >= 1 && used <= LANES);
  lanes *const solved = reduce(h, side);
  for (int c = 0; c < h->g->components; c++)
    if (h->block_of[c].count > 0)
      solve_block(h, &h->block_of[c], solved, used);
  if (h->iterative_from < h->solved_count)
    iterate(h, solved, used, guess, tolerance);
  substitute_back(h, solved, side);
}

/* ---- the inverse */

bool henderson_invert(henderson *h) {
  for (int c = 0; c < h->g->components; c++)
    if (!cholesky_invert(h->block_of[c].matrix, h->block_of[c].count))
      return false;
  return true;
}

/* sum of M^-1's entries between place p and the reviews of v */
static double against(const henderson *h, const block *b, int p, int v) {
  const graph *g = h->g;
  double sum = 0;
  for (int e = g->start[v]; e < g->start[v + 1]; e++)
    sum += *entry_at(b, p, h->far[e]);
  return sum;
}

static double between(const henderson *h, const block *b, int v, int w) {
  const graph *g = h->g;
  double sum = 0;
  for (int e = g->start[v]; e < g->start[v + 1]; e++)
    sum += against(h, b, h->far[e], w);
  return sum;
}

double henderson_entry(const henderson *h, int v, int w) {
  const block *b = &h->block_of[h->g->component[v]];
  if (h->g->component[v] != h->g->component[w])
    return 0;
  if (b->count == 0)
    return v == w ? h->inverse[v] : 0;
  const int p = h->place[v], q = h->place[w];
  if (p >= 0 && q >= 0)
    return *entry_at(b, p, q);
  if (p >= 0)
    return -h->inverse[w] * against(h, b, p, w);
  if (q >= 0)
    return -h->inverse[v] * against(h, b, q, v);
  return h->inverse[v] * h->inverse[w] * between(h, b, v, w) +
         (v == w ? h->inverse[v] : 0);
}

/* M^-1 times the row of v in N, for an eliminated v; by place in the block */
static void reach(const henderson *h, const block *b, int v, double *to) {
  for (int p = 0; p < b->count; p++)
    to[p] = against(h, b, b->first + p, v);
}

static double gathered(const henderson *h, const block *b, int v,
                       const double *of) {
  double sum = 0;
  for (int e = h->g->start[v]; e < h->g->start[v + 1]; e++)
    sum += of[h->far[e] - b->first];
  return sum;
}

void henderson_row(const henderson *h, int v, double *to) {
  const graph *g = h->g;
  const block *b = &h->block_of[g->component[v]];
  double *const of = h->column;
  const bool solved = h->place[v] >= 0;
  if (!solved)
    reach(h, b, v, of);
  for (int p = 0; solved && p < b->count; p++)
    of[p] = -*entry_at(b, h->place[v], b->first + p);
  const double by = solved ? 1 : h->inverse[v];
  for (int w = 0; w < g->levels; w++) {
    to[w] = 0;
    if (g->component[w] != g->component[v])
      continue;
    if (b->count > 0 && h->place[w] >= 0)
      to[w] = -by * of[h->place[w] - b->first];
    else if (b->count > 0)
      to[w] = by * h->inverse[w] * gathered(h, b, w, of);
    to[w] += v == w && !solved ? h->inverse[v] : 0;
  }
}
