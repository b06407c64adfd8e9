/* again FILE.lp|FILE.mps [STEPS]   what a second solve costs
 * Solves the program, then its neighbours: the widest row's limit at so many
 * thousandths (from -STEPS to STEPS, 5 if not said), each once anew and once
 * with the memory of the one before. One line a neighbour: seconds of the
 * processor and nodes of both; then the ratio of the sums. Exit 1 where the two
 * prove different values. Not a test: nothing is asserted of the times. */
#include "../../engine/solve/glpk_file.h"
#include "../../engine/solve/solve.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef struct spent {
  double seconds;
  int64_t nodes;
  wide worth;
  bool proved;
} spent;

static double busy(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static spent solve_once(const program *g, solve_memory *with, error *err) {
  arena *const home = arena_open();
  const double start = busy();
  const solve_options how = {.is_bare = true, .memory = with};
  const plan *const p = solve(home, g, &how, err);
  const spent to = {busy() - start, p ? p->nodes : 0, p ? p->worth : 0,
                    p && p->unproved < 0};
  arena_close(home);
  return to;
}

static row *widest_row(const program *g) {
  row *widest = g->rows;
  for (int i = 1; i < g->row_count; i++)
    if (g->rows[i].count > widest->count)
      widest = &g->rows[i];
  return widest;
}

static bool compare(const program *g, int steps, error *err) {
  solve_memory *const memory = solve_memory_open();
  row *const budget = widest_row(g);
  const wide limit = budget->limit;
  double anew = 0, again = 0;
  bool same = solve_once(g, memory, err).proved;
  printf("%6s %12s %8s %9s %8s %9s\n", "1/1000", "worth", "anew s", "nodes",
         "again s", "nodes");
  for (int k = -steps; k <= steps && err->kind == ERROR_NONE; k++) {
    budget->limit = limit + limit * k / 1000;
    const spent a = solve_once(g, NULL, err), b = solve_once(g, memory, err);
    printf("%6d %12lld %8.3f %9lld %8.3f %9lld\n", k, (long long)a.worth,
           a.seconds, (long long)a.nodes, b.seconds, (long long)b.nodes);
    same = same && a.proved && b.proved && a.worth == b.worth;
    anew += a.seconds;
    again += b.seconds;
  }
  printf("anew %.3f s, again %.3f s: %.2f times as fast\n", anew, again,
         anew / again);
  solve_memory_close(memory);
  return same;
}

int main(int argc, char **argv) {
  if (argc < 2 || argc > 3) {
    fputs("usage: again FILE.lp|FILE.mps [STEPS]\n", stderr);
    return 2;
  }
  error err = {ERROR_NONE, 0, 0, "", ""};
  arena *const home = arena_open();
  const foreign *const f = glpk_file(home, argv[1], &err);
  program *const g = f ? formulate_foreign(home, f, &err) : NULL;
  const bool same =
      g && compare(g, argc > 2 ? (int)strtol(argv[2], NULL, 10) : 5, &err);
  if (err.kind != ERROR_NONE)
    fprintf(stderr, "%s\n", err.text);
  arena_close(home);
  return same ? 0 : 1;
}
