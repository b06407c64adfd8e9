/* stages FOLDER             what each stage from files to scores takes
 * stages --run PROGRAM ...  what a run of it takes as a whole
 * One line of figures each, for tests/bench/size: seconds of the processor,
 * then those of the clock, then the peak of memory. */
#include "../../engine/base/file.h"
#include "../../engine/read/csv.h"
#include "../../engine/score/merits.h"
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char *const tables[] = {
    "applications.csv", "delegations.csv", "costs.csv",
    "levels.csv",       "reviewers.csv",   "conflicts.csv",
    "scores.csv",       "history.csv",     "overrides.csv"};
enum { TABLES = sizeof tables / sizeof *tables };

static double seconds_of(clockid_t which) {
  struct timespec t;
  clock_gettime(which, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double now(void) { return seconds_of(CLOCK_MONOTONIC); }

/* what the processor was busy with: also right where others use it, too */
static double busy(void) { return seconds_of(CLOCK_PROCESS_CPUTIME_ID); }

static int64_t peak_kilobytes(int whose) {
  struct rusage use;
  getrusage(whose, &use);
  return use.ru_maxrss;
}

/* ---- CSV with positions, nothing else */

typedef struct tally {
  int64_t rows, cells, columns; /* columns: so that positions are needed */
  size_t bytes;
  double seconds;
} tally;

static void count_row(void *context, csv_row *row) {
  tally *const t = context;
  t->rows++;
  t->cells += row->count;
  t->columns += row->cells[row->count - 1].at.column;
}

static void ignore_fault(void *context, const fault *what) {
  (void)context;
  (void)what;
}

static bool parse_table(const char *path, tally *to, error *err) {
  arena *const home = arena_open();
  const csv_visitor visit = {to, count_row, ignore_fault};
  bytes raw;
  plain_text body;
  bool ok = file_read(home, path, INT32_MAX, &raw, err);
  const double start = busy();
  ok = ok && encoding_decode(home, raw, &body, err) &&
       csv_rows(home, &body, &visit, err);
  to->seconds += busy() - start;
  to->bytes += ok ? raw.length : 0;
  arena_close(home);
  return ok;
}

static tally parse_all(const char *folder, error *err) {
  tally all = {0};
  arena *const home = arena_open();
  for (int i = 0; i < TABLES; i++) {
    uint64_t size;
    const char *const path = file_join(home, folder, tables[i]);
    if (file_look(path, &size) == FILE_REGULAR && !parse_table(path, &all, err))
      break;
  }
  arena_close(home);
  return all;
}

/* ---- the stages */

static int fail(const error *err) {
  fprintf(stderr, "stages: %s: %s\n", err->file, err->text);
  return error_exit_status(err);
}

static int time_stages(const char *folder) {
  error err = {.kind = ERROR_NONE};
  const tally csv = parse_all(folder, &err);
  arena *const home = arena_open();
  complaints list = {0};
  const double begin = now(), start = busy();
  const policy *const rules = policy_read(home, folder, &err);
  const dossier *const d =
      rules ? read_dossier(home, rules, folder, &list, &err) : NULL;
  const double read = busy();
  const pool *const p = d ? admit(home, rules, d, &err) : NULL;
  const double admitted = busy();
  const merits *const m = p ? score(home, p, &err) : NULL;
  const double scored = busy();
  if (m)
    printf("%d %d %.1f %.0f %.2f %.2f %.2f %.2f %.2f %lld\n", p->count,
           p->review_count, (double)csv.bytes / 1e6,
           (double)csv.bytes / 1e6 / csv.seconds, read - start, admitted - read,
           scored - admitted, scored - start, now() - begin,
           (long long)peak_kilobytes(RUSAGE_SELF) / 1000);
  arena_close(home);
  return m ? 0 : fail(&err);
}

/* ---- a program as a whole */

static double seconds_in(const struct timeval *t) {
  return (double)t->tv_sec + (double)t->tv_usec / 1e6;
}

static int time_run(char **words) {
  const double start = now();
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    execv(*words, words);
    _exit(127);
  }
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) < 0)
    return 6;
  struct rusage use;
  getrusage(RUSAGE_CHILDREN, &use);
  printf("%.2f %.2f %lld\n",
         seconds_in(&use.ru_utime) + seconds_in(&use.ru_stime), now() - start,
         (long long)peak_kilobytes(RUSAGE_CHILDREN) / 1000);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 6;
}

int main(int count, char **words) {
  if (count > 2 && strcmp(words[1], "--run") == 0)
    return time_run(words + 2);
  if (count == 2)
    return time_stages(words[1]);
  fputs("usage: stages FOLDER | stages --run PROGRAM ARGUMENT...\n", stderr);
  return 2;
}
