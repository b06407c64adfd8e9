/* oracle --count N [--seed S] [--go-on]
 * oracle --write DIR [--seed S]
 * Invents N small calls, from the seeds S, S + 1 and so on, and compares the
 * engine's answers with those of trying every set. At the first difference it
 * says the seed, both answers and the folder of the call, which it leaves, and
 * exits 1; --go-on compares the rest first and keeps the first folder.
 * --write only writes the call of one seed, for other tests to use. */
#include "../../engine/base/file.h"
#include "../../engine/base/number.h"
#include "compare.h"
#include "compare_proof.h"
#include "compare_record.h"
#include "write_call.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct options {
  int64_t count, seed;
  bool go_on;
  const char *write; /* null: compare */
} options;

typedef struct counts {
  int64_t calls, different, infeasible, only_empty, tied;
} counts;

static void note(counts *n, const reckoning *all, const answer_expected *e) {
  const int keys = all->of->of->key_count;
  n->infeasible += !e->feasible;
  n->only_empty += e->feasible && e->only_empty;
  n->tied += e->feasible && e->decided_by > 0 && keys > 0;
}

/* "" when both say the same */
static const char *compare_call(arena *home, const call *c, const field *f,
                                const char *folder, counts *n) {
  error err = {0};
  engine_run run = {0};
  text said = text_empty(home);
  if (!write_call(home, c, folder, &err) ||
      !engine_solve(home, folder, &run, &err)) {
    text_format(&said, "the engine refuses it: %s:%d: %s\n", err.file, err.line,
                err.text);
    return said.at;
  }
  compare_plans(&run, f, &said);
  if (said.length > 0)
    return said.at;
  const reckoning *const all = reckon(home, f);
  const answer_expected e = reckon_best(home, all);
  compare_sets(&run, all, &e, &said);
  compare_presence(&run, all, &e, &said);
  note(n, all, &e);
  compare_proof(home, run.program, run.plan, &said);
  compare_record(home, &(recorded_run){run.inputs, run.program, run.plan},
                 &said);
  return said.at;
}

static void invent_sure(uint64_t seed, call *c, field *f) {
  invent(seed, c);
  appraise(c, f);
  if (!f->unsure)
    return;
  c->scale.way = WAY_MEAN; /* no tolerances here */
  appraise(c, f);
}

static int write_only(const options *o) {
  arena *const home = arena_open();
  call *const c = ARENA_NEW(home, call);
  field *const f = ARENA_NEW(home, field);
  error err = {0};
  invent_sure((uint64_t)o->seed, c, f);
  if (!file_make_folder(o->write, &err) || !write_call(home, c, o->write, &err))
    fprintf(stderr, "%s: %s\n", err.file, err.text);
  arena_close(home);
  return error_exit_status(&err);
}

static bool try_seed(uint64_t seed, const char *folder, counts *n) {
  arena *const home = arena_open();
  call *const c = ARENA_NEW(home, call);
  field *const f = ARENA_NEW(home, field);
  invent_sure(seed, c, f);
  const char *const said = compare_call(home, c, f, folder, n);
  const bool alike = *said == '\0';
  if (!alike)
    printf("seed %" PRIu64 ":\n%s", seed, said);
  n->calls++;
  n->different += !alike;
  arena_close(home);
  return alike;
}

static void remove_folder(const char *folder) {
  static const char *const files[] = {
      "policy.json", "applications.csv", "delegations.csv", "costs.csv",
      "levels.csv",  "scores.csv",       "reviewers.csv",   "conflicts.csv",
      "history.csv", "overrides.csv"};
  arena *const home = arena_open();
  for (size_t k = 0; k < sizeof files / sizeof *files; k++)
    remove(file_join(home, folder, files[k]));
  rmdir(folder);
  arena_close(home);
}

static bool read_options(int argc, char **argv, options *to) {
  for (int i = 1; i < argc; i++) {
    const bool more = i + 1 < argc;
    if (strcmp(argv[i], "--go-on") == 0)
      to->go_on = true;
    else if (strcmp(argv[i], "--count") == 0 && more &&
             number_integer(argv[i + 1], 1, INT32_MAX, &to->count))
      i++;
    else if (strcmp(argv[i], "--seed") == 0 && more &&
             number_integer(argv[i + 1], 0, INT64_MAX / 2, &to->seed))
      i++;
    else if (strcmp(argv[i], "--write") == 0 && more)
      to->write = argv[++i];
    else
      return false;
  }
  return to->count > 0 || to->write;
}

static bool open_folder(char *folder, size_t size) {
  const char *const under = getenv("TMPDIR");
  const int length =
      snprintf(folder, size, "%s/oracle-XXXXXX", under ? under : "/tmp");
  return length > 0 && (size_t)length < size && mkdtemp(folder) != NULL;
}

int main(int argc, char **argv) {
  options o = {.seed = 1};
  counts n = {0};
  char folder[1024], kept[1024] = "";
  if (!read_options(argc, argv, &o)) {
    fputs("usage: oracle --count N [--seed S] [--go-on]\n"
          "       oracle --write DIR [--seed S]\n",
          stderr);
    return 2;
  }
  if (o.write)
    return write_only(&o);
  if (!open_folder(folder, sizeof folder)) {
    perror("a temporary folder");
    return 6;
  }
  for (int64_t k = 0; k < o.count && (o.go_on || n.different == 0); k++) {
    if (try_seed((uint64_t)(o.seed + k), folder, &n) || *kept)
      continue;
    memcpy(kept, folder, sizeof kept);
    if (o.go_on && !open_folder(folder, sizeof folder))
      return 6;
  }
  if (strcmp(kept, folder) != 0)
    remove_folder(folder);
  printf("%" PRId64 " calls (%" PRId64 " infeasible, %" PRId64
         " with the empty set alone, %" PRId64 " tied), %" PRId64
         " different%s%s\n",
         n.calls, n.infeasible, n.only_empty, n.tied, n.different,
         *kept ? "; the first is in " : "", kept);
  return n.different ? 1 : 0;
}
