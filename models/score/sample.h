/* sample - the diagonal of K^-1 where K is too large to invert: errors of
 * made-up data. With u* of variance 1/lambda, e* of variance 1 and
 * y* = Z u* + e*, the error u* - K^-1 Z'y* has covariance K^-1. Of it only the
 * neighbours' part is sampled (Rao-Blackwell):
 *   K^-1[v,v] = 1/D[v] + Var(sum of the neighbours' errors) / D[v]^2.
 * u* and e* are +-1 times their sd, from a fixed seed, so that the result is a
 * smooth function of the lambdas and has the same bits on every run.
 * Cost  reviews x steps of the solver, LANES samples together */
#ifndef SAITAKU_MODELS_SCORE_SAMPLE_H
#define SAITAKU_MODELS_SCORE_SAMPLE_H

#include "henderson.h"

enum { SAMPLE_BATCHES_MOST = 8 };

/* sums of the diagonal over one factor, by sample: their spread over the
 * samples is the error of the sampling */
typedef struct sample_traces {
  double application[SAMPLE_BATCHES_MOST * LANES];
  double reviewer[SAMPLE_BATCHES_MOST * LANES];
  int samples;
} sample_traces;

/* Adds to the diagonal (zero at first) the entries of the levels that are
 * solved by iteration. guess: batches arrays of h->solved_count, kept from one
 * call to the next. */
void sample_diagonal(const henderson *h, int batches, lanes *const *guess,
                     double *diagonal, sample_traces *traces);

#endif
