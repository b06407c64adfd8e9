#include "means.h"
#include "cholesky.h"
#include <assert.h>
#include <math.h>
#include <stdlib.h>

static int component_of(const graph *g, int review) {
  return g->component[g->application[review]];
}

/* ---- the means of each component */

typedef struct pair { /* a component has a mean */
  int component, mean;
} pair;

static int pair_order(const void *a, const void *b) {
  const pair *const left = a, *const right = b;
  if (left->component != right->component)
    return left->component < right->component ? -1 : 1;
  return (left->mean > right->mean) - (left->mean < right->mean);
}

/* every pair once; a review's pair mostly is the one seen last of its mean */
static int gather(arena *scratch, const graph *g, const int *of, int count,
                  pair *to) {
  int *last = ARENA_ARRAY(scratch, int, count), pairs = 0, kept = 0;
  for (int e = 0; e < g->reviews; e++) {
    const int c = component_of(g, e);
    if (last[of[e]] != c + 1)
      to[pairs++] = (pair){c, of[e]};
    last[of[e]] = c + 1;
  }
  if (pairs > 1)
    qsort(to, (size_t)pairs, sizeof *to, pair_order);
  for (int i = 0; i < pairs; i++)
    if (kept == 0 || pair_order(&to[kept - 1], &to[i]) != 0)
      to[kept++] = to[i];
  return kept;
}

static int mean_order(const void *a, const void *b) {
  const int left = *(const int *)a, right = *(const int *)b;
  return (left > right) - (left < right);
}

/* the mean is among them */
static int place_in(const int *list, int count, int mean) {
  const int *const at =
      bsearch(&mean, list, (size_t)count, sizeof *list, mean_order);
  assert(at);
  return (int)(at - list);
}

static void list_means(arena *home, means *m, const pair *pairs, int count) {
  const graph *g = m->g;
  int *first = ARENA_ARRAY(home, int, g->components + 2);
  int *list = ARENA_ARRAY(home, int, count + 1);
  int *local = ARENA_ARRAY(home, int, g->reviews + 1);
  for (int i = 0; i < count; i++) {
    list[i] = pairs[i].mean;
    first[pairs[i].component + 1]++;
  }
  for (int c = 0; c < g->components; c++) {
    m->most = first[c + 1] > m->most ? first[c + 1] : m->most;
    first[c + 1] += first[c];
  }
  for (int e = 0; e < g->reviews; e++) {
    const int c = component_of(g, e);
    local[e] = place_in(list + first[c], first[c + 1] - first[c], m->of[e]);
  }
  m->first = first;
  m->list = list;
  m->local = local;
}

/* ---- blocks */

static int root_of(int *parent, int at) {
  while (parent[at] != at)
    at = parent[at] = parent[parent[at]];
  return at;
}

static void find_blocks(arena *home, means *m) {
  int *parent = ARENA_ARRAY(home, int, m->count);
  int *block = ARENA_ARRAY(home, int, m->count);
  int *place = ARENA_ARRAY(home, int, m->count);
  int *size = ARENA_ARRAY(home, int, m->count);
  for (int k = 0; k < m->count; k++)
    parent[k] = k;
  for (int c = 0; c < m->g->components; c++)
    for (int i = m->first[c] + 1; i < m->first[c + 1]; i++) {
      const int a = root_of(parent, m->list[i - 1]);
      const int b = root_of(parent, m->list[i]);
      parent[a > b ? a : b] = a > b ? b : a;
    }
  for (int k = 0; k < m->count; k++) { /* a root stands before its others */
    const int root = root_of(parent, k);
    block[k] = root == k ? m->blocks++ : block[root];
    place[k] = size[block[k]]++;
  }
  m->block = block;
  m->place = place;
  m->size = size;
}

means *means_make(arena *home, const graph *g, const int *of, int count) {
  assert(count >= 1);
  means *m = ARENA_NEW(home, means);
  *m = (means){.g = g, .count = count, .of = of};
  arena *const scratch = arena_open();
  pair *pairs = ARENA_ARRAY(scratch, pair, g->reviews + 1);
  list_means(home, m, pairs, gather(scratch, g, of, count, pairs));
  arena_close(scratch);
  find_blocks(home, m);
  return m;
}

int means_count(const means *m, int level) {
  const int c = m->g->component[level];
  return m->first[c + 1] - m->first[c];
}

const int *means_list(const means *m, int level) {
  return m->list + m->first[m->g->component[level]];
}

void means_reviews(const means *m, int level, int *count) {
  const graph *g = m->g;
  for (int k = 0; k < means_count(m, level); k++)
    count[k] = 0;
  for (int e = g->start[level]; e < g->start[level + 1]; e++)
    count[m->local[g->review[e]]]++;
}

/* ---- C */

mean_spread *spread_new(arena *home, const means *of) {
  mean_spread *s = ARENA_NEW(home, mean_spread);
  size_t *start = ARENA_ARRAY(home, size_t, of->blocks + 1);
  for (int b = 0; b < of->blocks; b++)
    start[b + 1] = start[b] + (size_t)of->size[b] * (size_t)of->size[b];
  *s = (mean_spread){of, start, ARENA_ARRAY(home, double, start[of->blocks])};
  return s;
}

void spread_clear(const mean_spread *s) {
  for (size_t i = 0; i < s->start[s->of->blocks]; i++)
    s->matrix[i] = 0;
}

/* of means of one block */
static double *entry_of(const mean_spread *s, int row, int column) {
  const means *m = s->of;
  const int b = m->block[row];
  assert(b == m->block[column]);
  return &s->matrix[s->start[b] +
                    (size_t)m->place[column] * (size_t)m->size[b] +
                    (size_t)m->place[row]];
}

void spread_add(const mean_spread *s, int mean, int other, double value) {
  *entry_of(s, mean, other) += value;
}

static void mirror(double *matrix, int n) {
  for (int j = 0; j < n; j++)
    for (int i = 0; i < j; i++)
      matrix[j * n + i] = matrix[i * n + j];
}

bool spread_invert(const mean_spread *s, double *log_determinant) {
  *log_determinant = 0;
  for (int b = 0; b < s->of->blocks; b++) {
    double *const matrix = &s->matrix[s->start[b]];
    const int n = s->of->size[b];
    if (n == 1) {
      if (!(*matrix > 0))
        return false;
      *log_determinant += log(*matrix);
      *matrix = 1 / *matrix;
      continue;
    }
    if (!cholesky_factor(matrix, n))
      return false;
    *log_determinant += cholesky_log_determinant(matrix, n);
    if (!cholesky_invert(matrix, n))
      return false;
    mirror(matrix, n);
  }
  return true;
}

/* ---- C^-1 */

static void apply_block(const mean_spread *s, const int *member, int n,
                        const double *from, double *to, int stride) {
  for (int i = 0; i < n; i++) {
    double sum = 0;
    for (int j = 0; j < n; j++)
      sum += *entry_of(s, member[i], member[j]) * from[j];
    to[(size_t)member[i] * (size_t)stride] = sum;
  }
}

/* means by block: start[b] .. start[b + 1] - 1 */
static int *sort_by_block(arena *scratch, const means *m, int *start) {
  int *member = ARENA_ARRAY(scratch, int, m->count);
  for (int b = 0; b < m->blocks; b++)
    start[b + 1] = start[b] + m->size[b];
  for (int k = 0; k < m->count; k++)
    member[start[m->block[k]] + m->place[k]] = k;
  return member;
}

void spread_apply(const mean_spread *s, double *figures, int stride, int used) {
  const means *m = s->of;
  arena *const scratch = arena_open();
  int *start = ARENA_ARRAY(scratch, int, m->blocks + 1);
  const int *member = sort_by_block(scratch, m, start);
  double *from = ARENA_ARRAY(scratch, double, m->count);
  for (int b = 0; b < m->blocks; b++)
    for (int l = 0; l < used; l++) {
      const int *own = member + start[b];
      for (int j = 0; j < m->size[b]; j++)
        from[j] = figures[(size_t)own[j] * (size_t)stride + (size_t)l];
      apply_block(s, own, m->size[b], from, figures + l, stride);
    }
  arena_close(scratch);
}

double spread_form(const mean_spread *s, const int *list, const double *d,
                   int count) {
  double sum = 0;
  for (int i = 0; i < count; i++)
    for (int j = 0; j < count; j++)
      if (s->of->block[list[i]] == s->of->block[list[j]])
        sum += d[i] * d[j] * *entry_of(s, list[i], list[j]);
  return sum;
}
