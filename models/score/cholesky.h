/* cholesky - dense symmetric positive definite matrices: the one door to
 * LAPACK. Matrices are n x n, by columns; only the lower triangle is read and
 * written. Cost: n^3/3 to factor, 2n^3/3 to invert, 2n^2 a right-hand side.
 * Gives the same bits on one machine and library (one thread). */
#ifndef SAITAKU_MODELS_SCORE_CHOLESKY_H
#define SAITAKU_MODELS_SCORE_CHOLESKY_H

#include <stdbool.h>

/* L L' = matrix, L over the matrix; false if it is not positive definite */
bool cholesky_factor(double *matrix, int n);
double cholesky_log_determinant(const double *factor, int n);
/* the inverse over the factor; false if the factor is singular */
bool cholesky_invert(double *factor, int n);
/* count right-hand sides of n figures each, solved in place */
void cholesky_solve(const double *factor, int n, double *sides, int count);

#endif
