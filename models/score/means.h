/* means - the fixed effects: which of several means each review's score has,
 * and C^-1, the covariance (in units of s2) of their estimates.
 * X has one row a review with a 1 for its mean. A component of the graph may
 * have several means, and a mean several components; C falls into blocks of
 * means that components join, each of them dense.
 * Made by   means_make; spread_new
 * Cost      means_make: reviews + levels; spread_invert: the blocks' sizes
 *           cubed; memory: squared */
#ifndef SAITAKU_MODELS_SCORE_MEANS_H
#define SAITAKU_MODELS_SCORE_MEANS_H

#include "graph.h"
#include <stddef.h>

typedef struct means {
  const graph *g;
  int count;        /* 1 or more, each with a review */
  const int *of;    /* by review */
  const int *local; /* by review: which of its component's means it is */
  const int *first; /* by component: of its means in list .. first[c + 1] - 1 */
  const int *list;  /* ascending within a component */
  int most;         /* the most that a component has */
  int blocks;
  const int *block, *place; /* by mean: its block, and where it stands there */
  const int *size;          /* by block */
} means;

/* of: 0 .. count - 1 by review */
means *means_make(arena *home, const graph *g, const int *of, int count);

/* the means of a level's component: how many, and which */
int means_count(const means *m, int level);
const int *means_list(const means *m, int level);

/* how many reviews of the level have each of its component's means */
void means_reviews(const means *m, int level, int *count);

typedef struct mean_spread { /* C, and once it is inverted C^-1 */
  const means *of;
  const size_t *start; /* by block */
  double *matrix;      /* the blocks, one behind the other, by columns */
} mean_spread;

mean_spread *spread_new(arena *home, const means *of);
void spread_clear(const mean_spread *s);
void spread_add(const mean_spread *s, int mean, int other, double value);
/* false if it is not positive definite */
bool spread_invert(const mean_spread *s, double *log_determinant);

/* ---- of C^-1 */

/* figures by mean, `used` of every `stride`: become C^-1 times themselves */
void spread_apply(const mean_spread *s, double *figures, int stride, int used);
/* d' C^-1 d, where d is 0 but at the means of the list */
double spread_form(const mean_spread *s, const int *list, const double *d,
                   int count);

#endif
