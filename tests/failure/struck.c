/* struck KIND CALL OUT [FIRST [STEP]] - runs `propose CALL` again and again,
 * each time with the next call of the machine failing (strike.h), until one run
 * is not reached any more. After each run the files in OUT are whole: those of
 * an earlier result, or the new ones. Prints what happened how often; exit 1
 * with a line for each run that went wrong. */
#include "../../engine/base/file.h"
#include "../../engine/base/number.h"
#include "../../engine/base/text.h"
#include "strike.h"
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int saitaku_main(int count, char **words);

enum { FILES = 4, BYTES_MOST = 1 << 26, SECONDS_MOST = 60, ENDINGS = 256 };
/* in the order in which they are put in place */
static const char *const names[FILES] = {"adoption.csv", "findings.csv",
                                         "proof", "decision.json"};
static const char *const old[FILES] = {"old adoption\n", "old findings\n",
                                       "old proof\n", "{\"old\": true}\n"};

static const struct {
  const char *name;
  strike_kind kind;
} kinds[] = {
    {"memory", STRIKE_MEMORY}, {"memory-gone", STRIKE_MEMORY_GONE},
    {"disk", STRIKE_DISK},     {"disk-gone", STRIKE_DISK_GONE},
    {"kill", STRIKE_KILL},     {"term", STRIKE_TERM},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

typedef struct trial {
  arena *home;
  strike_kind kind;
  const char *call, *out;
  const char *said; /* the file that takes what a run says */
  bytes fresh[FILES];
  long first, step;
  long endings[ENDINGS]; /* by exit status, or 128 + signal */
  long bad;
} trial;

static void stop(const error *err) {
  fprintf(stderr, "struck: %s: %s\n", err->file, err->text);
  exit(6);
}

static void put_old_files(const trial *t) {
  error err = {0};
  bool ok = file_make_folder(t->out, &err);
  for (int i = 0; i < FILES; i++)
    ok = ok && file_write(file_join(t->home, t->out, names[i]), old[i],
                          strlen(old[i]), &err);
  if (!ok)
    stop(&err);
}

static void clear_leftovers(const trial *t) {
  DIR *const folder = opendir(t->out);
  for (const struct dirent *of = folder ? readdir(folder) : NULL; of;
       of = readdir(folder))
    if (of->d_name[0] == '.' && strlen(of->d_name) > 2)
      unlink(file_join(t->home, t->out, of->d_name));
  if (folder)
    closedir(folder);
}

/* ---- one run */

typedef struct ending {
  int status;   /* exit status, or 128 + signal */
  bool reached; /* was there a call to strike? */
} ending;

static void run_child(const trial *t, long count, int tell) {
  char *words[] = {"saitaku", "propose",      (char *)t->call,
                   "--out",   (char *)t->out, NULL};
  if (!freopen("/dev/null", "w", stdout) || !freopen(t->said, "w", stderr))
    _exit(99);
  setvbuf(stderr, NULL, _IONBF, 0);
  alarm(SECONDS_MOST);
  strike_arm(t->kind, count);
  const int status = saitaku_main(5, words);
  const bool reached = strike_calls() >= count;
  strike_arm(STRIKE_NONE, 0);
  if (!reached && write(tell, "x", 1) != 1)
    _exit(99);
  _exit(status);
}

static ending run(const trial *t, long count) {
  int tell[2];
  if (pipe(tell) != 0)
    exit(6);
  fflush(NULL);
  const pid_t child = fork();
  if (child == 0)
    run_child(t, count, tell[1]);
  int status = 0;
  close(tell[1]);
  if (child < 0 || waitpid(child, &status, 0) != child)
    exit(6);
  char mark;
  const bool reached = read(tell[0], &mark, 1) == 0;
  close(tell[0]);
  return (ending){WIFEXITED(status) ? WEXITSTATUS(status)
                                    : 128 + WTERMSIG(status),
                  reached};
}

/* ---- what a run must leave */

static bytes content(arena *home, const char *path) {
  error err = {0};
  bytes got = {"", 0};
  if (!file_read(home, path, BYTES_MOST, &got, &err))
    return (bytes){"", 0};
  return got;
}

static bool same(bytes a, const char *at, size_t length) {
  return a.length == length && memcmp(a.at, at, length) == 0;
}

/* how many of the files, from the first on, are new; -1 if one is neither old
 * nor new, or an old one stands before a new one */
static int count_new(const trial *t, arena *home) {
  int fresh = 0;
  for (int i = 0; i < FILES; i++) {
    const bytes got = content(home, file_join(home, t->out, names[i]));
    const bool is_new = same(got, t->fresh[i].at, t->fresh[i].length);
    if (!is_new && !same(got, old[i], strlen(old[i])))
      return -1;
    if (is_new && fresh++ != i)
      return -1;
  }
  return fresh;
}

static bool is_named_so(const char *name) {
  static const char start[] = ".saitaku-unfinished-";
  return strncmp(name, start, sizeof start - 1) == 0;
}

/* nothing but the three files; after a kill also what says it is unfinished */
static bool is_tidy(const trial *t, bool killed) {
  DIR *const folder = opendir(t->out);
  int strangers = folder ? 0 : 1, files = 0;
  for (const struct dirent *of = folder ? readdir(folder) : NULL; of;
       of = readdir(folder)) {
    if (text_same(of->d_name, ".") || text_same(of->d_name, ".."))
      continue;
    bool known = killed && is_named_so(of->d_name);
    for (int i = 0; i < FILES; i++)
      known = known || text_same(of->d_name, names[i]);
    strangers += !known;
    files++;
  }
  if (folder)
    closedir(folder);
  return strangers == 0 && files >= FILES;
}

/* one line, and it is ours */
static bool is_said_well(const trial *t, arena *home) {
  const bytes said = content(home, t->said);
  const char *const end = memchr(said.at, '\n', said.length);
  return strncmp(said.at, "saitaku: ", 9) == 0 &&
         end == said.at + said.length - 1;
}

static const char *fault_of(const trial *t, arena *home, ending e) {
  const bool killed = e.status == 128 + SIGKILL;
  const bool may_die = (t->kind == STRIKE_KILL && killed) ||
                       (t->kind == STRIKE_TERM && e.status == 128 + SIGTERM);
  if (e.status != 0 && e.status != 6 && !may_die)
    return "ended otherwise";
  if (e.status == 6 && !is_said_well(t, home))
    return "did not say why in one line";
  if (!is_tidy(t, killed))
    return "left something behind";
  const int fresh = count_new(t, home);
  if (fresh < 0 || (e.status == 0 && fresh != FILES))
    return "left a file that is neither old nor new";
  /* between two renames, and there alone, the disk can tear a result apart */
  const bool memory = t->kind == STRIKE_MEMORY || t->kind == STRIKE_MEMORY_GONE;
  if (fresh != 0 && fresh != FILES && (memory || t->kind == STRIKE_TERM))
    return "left a result of old and new files";
  return NULL;
}

static bool try_one(trial *t, long count) {
  arena *const home = arena_open();
  put_old_files(t);
  const ending e = run(t, count);
  const char *const fault = fault_of(t, home, e);
  t->endings[e.status % ENDINGS]++;
  if (fault) {
    t->bad++;
    printf("call %ld: status %d: %s: %.200s\n", count, e.status, fault,
           content(home, t->said).at);
  }
  clear_leftovers(t);
  arena_close(home);
  return e.reached;
}

/* ---- all runs */

static void find_fresh_files(trial *t) {
  const strike_kind kind = t->kind;
  t->kind = STRIKE_NONE;
  put_old_files(t);
  const ending e = run(t, 1);
  for (int i = 0; i < FILES; i++)
    t->fresh[i] = content(t->home, file_join(t->home, t->out, names[i]));
  if (e.status != 0 || t->fresh[0].length == strlen(old[0])) {
    printf("without a strike it ends with %d: %s\n", e.status,
           content(t->home, t->said).at);
    exit(1);
  }
  t->kind = kind;
}

static void summarise(const trial *t, long runs) {
  printf("%ld runs:", runs);
  for (int i = 0; i < ENDINGS; i++)
    if (t->endings[i] > 0)
      printf(" %ld with status %d", t->endings[i], i);
  printf("; %ld went wrong\n", t->bad);
}

static bool number(const char *word, long *to) {
  int64_t value;
  const bool ok = number_integer(word, 1, INT32_MAX, &value);
  *to = ok ? (long)value : 1;
  return ok;
}

static bool read_words(trial *t, int count, char **words) {
  for (int i = 0; count >= 4 && count <= 6 && i < KINDS; i++)
    if (text_same(kinds[i].name, words[1]))
      t->kind = kinds[i].kind;
  t->first = t->step = 1;
  if (t->kind == STRIKE_NONE || (count > 4 && !number(words[4], &t->first)) ||
      (count > 5 && !number(words[5], &t->step)))
    return false;
  t->call = words[2];
  t->out = words[3];
  t->said = arena_format(t->home, "%s.said", t->out);
  return true;
}

int main(int count, char **words) {
  trial t = {.home = arena_open()};
  if (!read_words(&t, count, words)) {
    fputs("usage: struck KIND CALL OUT [FIRST [STEP]]\n", stderr);
    return 2;
  }
  find_fresh_files(&t);
  long runs = 1;
  for (long at = t.first; try_one(&t, at); at += t.step)
    runs++;
  summarise(&t, runs);
  arena_close(t.home);
  return t.bad > 0;
}
