/* reviews make PLANS REVIEWERS EACH SEED   a table of made-up reviews, to
 * stdout reviews fit FILE                          what reading and fitting it
 * takes For tests/bench/score. Made up: plans of variance 1, reviewers of .25,
 * chance of 1, every plan with EACH reviewers drawn anew. Fit prints one line:
 * reviews, plans, reviewers, seconds of the processor to read, to fit with
 * standard errors, peak of memory (MB), then the three variances. */
#include "../../engine/base/random.h"
#include "../../engine/score/ballot.h"
#include "../../models/score/mixed.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static double uniform(random_source *by) {
  return ((double)(random_bits(by) >> 11) + 0.5) * 0x1p-53;
}

static double bell(random_source *by) {
  const double radius = sqrt(-2 * log(uniform(by)));
  return radius * cos(2 * acos(-1) * uniform(by));
}

static bool holds(const int *of, int count, int one) {
  for (int i = 0; i < count; i++)
    if (of[i] == one)
      return true;
  return false;
}

static int make(int plans, int reviewers, int each, uint64_t seed) {
  enum { EACH_MOST = 64 };
  int chosen[EACH_MOST];
  if (plans < 1 || reviewers < each || each < 1 || each > EACH_MOST)
    return 2;
  random_source by = random_seeded(seed);
  double *severity = malloc((size_t)reviewers * sizeof *severity);
  if (!severity)
    return 6;
  for (int r = 0; r < reviewers; r++)
    severity[r] = 0.5 * bell(&by);
  puts("reviewer,application,score");
  for (int a = 0; a < plans; a++) {
    const double merit = 3 + bell(&by);
    for (int k = 0; k < each; k++) {
      do
        chosen[k] = (int)random_between(&by, 0, reviewers - 1);
      while (holds(chosen, k, chosen[k]));
      printf("r%d,a%d,%.6f\n", chosen[k], a,
             merit + severity[chosen[k]] + bell(&by));
    }
  }
  free(severity);
  return fflush(stdout) == 0 ? 0 : 6;
}

static double busy(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static long long peak_megabytes(void) {
  struct rusage use;
  getrusage(RUSAGE_SELF, &use);
  return (long long)use.ru_maxrss / 1000;
}

static int fit(const char *path) {
  error err = {.kind = ERROR_NONE};
  complaints list = {0};
  arena *const home = arena_open();
  const double start = busy();
  const bare *const rows = bare_read(home, path, &list, &err);
  if (!rows) {
    fprintf(stderr, "reviews: %s: %s\n", err.file, err.text);
    return error_exit_status(&err);
  }
  const ballot *const of = ballot_of_bare(home, rows, false);
  const double read = busy();
  const graph *const g =
      graph_make(home, of->application, of->reviewer, of->count,
                 of->applications.count, of->reviewers.count);
  const mixed_fit *const f =
      mixed_solve(home, &(mixed_input){.g = g, .score = of->score[0]});
  printf("%d %d %d %.2f %.2f %lld %.6f %.6f %.6f\n", g->reviews,
         g->applications, g->reviewers, read - start, busy() - read,
         peak_megabytes(), f->variance[APPLICATION], f->variance[REVIEWER],
         f->variance[RESIDUAL]);
  const bool fitted = f->status == MIXED_FITTED;
  arena_close(home);
  return fitted ? 0 : 1;
}

int main(int count, char **words) {
  if (count == 6 && strcmp(words[1], "make") == 0)
    return make(atoi(words[2]), atoi(words[3]), atoi(words[4]),
                strtoull(words[5], NULL, 10));
  if (count == 3 && strcmp(words[1], "fit") == 0)
    return fit(words[2]);
  fputs("usage: reviews make PLANS REVIEWERS EACH SEED | reviews fit FILE\n",
        stderr);
  return 2;
}
