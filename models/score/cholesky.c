#include "cholesky.h"
#include <assert.h>
#include <math.h>
#include <stddef.h>

/* LAPACK's own names and Fortran's calling sequence: the lengths of texts come
 * last. */
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda,
             int *info, size_t uplo_length);
void dpotri_(const char *uplo, const int *n, double *a, const int *lda,
             int *info, size_t uplo_length);
void dpotrs_(const char *uplo, const int *n, const int *nrhs, const double *a,
             const int *lda, double *b, const int *ldb, int *info,
             size_t uplo_length);

bool cholesky_factor(double *matrix, int n) {
  int info = 0;
  if (n > 0)
    dpotrf_("L", &n, matrix, &n, &info, 1);
  assert(info >= 0);
  return info == 0;
}

double cholesky_log_determinant(const double *factor, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++)
    sum += log(factor[(size_t)i * (size_t)n + (size_t)i]);
  return 2 * sum;
}

bool cholesky_invert(double *factor, int n) {
  int info = 0;
  if (n > 0)
    dpotri_("L", &n, factor, &n, &info, 1);
  assert(info >= 0);
  return info == 0;
}

void cholesky_solve(const double *factor, int n, double *sides, int count) {
  int info = 0;
  if (n > 0 && count > 0)
    dpotrs_("L", &n, &count, factor, &n, sides, &n, &info, 1);
  assert(info == 0);
}
