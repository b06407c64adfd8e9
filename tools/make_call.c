/* make_call - an invented round of any size: a call folder that is shaped like
 * the real thing and the same, byte for byte, for the same arguments. */
#include "../engine/base/file.h"
#include "../engine/base/number.h"
#include "../engine/base/text.h"
#include "make_call_policy.h"
#include "make_call_tables.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

static const char usage[] =
    "make_call --plans N|--rounds N,N,... --seed S [--year Y] [--round R]\n"
    "          [--budget P] DIR\n"
    "\n"
    "Writes an invented call of N plans (1..1000000) into DIR: policy.json "
    "and\n"
    "the tables, for round R (1..4, default 2) of fiscal year Y (2015..2100,\n"
    "default 2025) with a budget of P percent (1..100, default 58) of what is\n"
    "asked for. With --rounds N is that of the round, and the rounds of a "
    "year\n"
    "share hosts, senders, reviewers and history. Before 2020 it is the open\n"
    "call alone, with courses A to C and ten people a plan. The same options\n"
    "and S (0..2^53) give the same bytes everywhere.\n";

enum { PLANS_MOST = 1000000 };
#define SEED_MOST (INT64_C(1) << 53)

enum { SEED, YEAR, ROUND, BUDGET, NUMBERS };
static const struct {
  const char *name;
  int64_t low, high, usual; /* UNSTATED: must be given */
} numbers[NUMBERS] = {
    [SEED] = {"--seed", 0, SEED_MOST, UNSTATED},
    [YEAR] = {"--year", WORLD_FIRST + 1, WORLD_YEAR_MOST, 2025},
    [ROUND] = {"--round", 1, WORLD_ROUNDS, 2},
    [BUDGET] = {"--budget", 1, 100, 58},
};

typedef struct order {
  int64_t number[NUMBERS];
  int64_t plans[WORLD_ROUNDS]; /* of each round; --plans: of the one */
  int rounds;                  /* 0: --plans */
  const char *folder;
} order;

static bool refuse(const char *name, const char *value, int64_t low,
                   int64_t high, error *err) {
  return FAIL(err, ERROR_USAGE, NULL, 0, 0, "%s is %s, outside %lld..%lld",
              name, value ? value : "missing", (long long)low, (long long)high);
}

static bool take_number(int which, const char *value, order *to, error *err) {
  const int64_t low = numbers[which].low, high = numbers[which].high;
  return (value && number_integer(value, low, high, &to->number[which])) ||
         refuse(numbers[which].name, value, low, high, err);
}

/* "230,267" as two numbers; 0 if it is anything else */
static int take_counts(const char *value, int64_t to[WORLD_ROUNDS]) {
  int count = 0;
  while (count < WORLD_ROUNDS) {
    char digits[16] = "";
    const size_t length = strcspn(value, ",");
    if (length >= sizeof digits)
      return 0;
    memcpy(digits, value, length);
    if (!number_integer(digits, 1, PLANS_MOST / WORLD_ROUNDS, &to[count++]))
      return 0;
    if (value[length] == '\0')
      return count;
    value += length + 1;
  }
  return 0;
}

static bool take_plans(const char *name, const char *value, order *to,
                       error *err) {
  to->rounds = 0;
  if (text_same(name, "--plans"))
    return (value && number_integer(value, 1, PLANS_MOST, &to->plans[0])) ||
           refuse(name, value, 1, PLANS_MOST, err);
  to->rounds = value ? take_counts(value, to->plans) : 0;
  return to->rounds > 0 ||
         refuse(name, value, 1, PLANS_MOST / WORLD_ROUNDS, err);
}

static int number_named(const char *name) {
  int i = 0;
  while (i < NUMBERS && !text_same(numbers[i].name, name))
    i++;
  return i;
}

/* how many words it takes; 0, with err filled in, if it is not understood */
static int take_option(char **at, order *to, error *err) {
  const int which = number_named(*at);
  if (which < NUMBERS)
    return take_number(which, at[1], to, err) ? 2 : 0;
  if (text_same(*at, "--plans") || text_same(*at, "--rounds"))
    return take_plans(*at, at[1], to, err) ? 2 : 0;
  if (**at != '-' && !to->folder) {
    to->folder = *at;
    return 1;
  }
  error_at(err, ERROR_USAGE, NULL, 0, 0, "%s is not understood", *at);
  return 0;
}

static bool order_read(order *to, char **words, error *err) {
  *to = (order){.folder = NULL};
  for (int i = 0; i < NUMBERS; i++)
    to->number[i] = numbers[i].usual;
  for (int taken = 0; *words; words += taken) {
    taken = take_option(words, to, err);
    if (taken == 0)
      return false;
  }
  if (to->plans[0] == 0 || to->number[SEED] == UNSTATED || !to->folder)
    return FAIL(err, ERROR_USAGE, NULL, 0, 0,
                "--plans or --rounds, --seed and a folder are needed");
  if (to->rounds > 0 && to->number[ROUND] > to->rounds)
    return FAIL(err, ERROR_USAGE, NULL, 0, 0, "--rounds has no round %lld",
                (long long)to->number[ROUND]);
  return true;
}

static int64_t plans_until(const order *o, int round) {
  int64_t sum = 0;
  for (int i = 0; i < round; i++)
    sum += o->plans[i];
  return sum;
}

static world world_ordered(const order *o) {
  const uint64_t seed = (uint64_t)o->number[SEED];
  const int round = (int)o->number[ROUND];
  const bool one = o->rounds == 0;
  world w = world_of(seed, one ? o->plans[0] : plans_until(o, o->rounds));
  w.year = (int)o->number[YEAR];
  w.round = round;
  if (one)
    return w;
  w.first = plans_until(o, round - 1);
  w.own = o->plans[round - 1];
  w.before = round > 1 ? o->plans[round - 2] : 1;
  return w;
}

/* The agency steps in three times in calls of a hundred plans or more: it takes
 * in a plan that the age gate refuses, gives one plan less than it asks for,
 * and takes one out: the first of each kind past the first tenth. */
typedef struct steps_in {
  bool in, smaller, out;
} steps_in;

static void override(const tables *t, const plan *p, const char *decision,
                     const char *reason, const char *level) {
  char id[WORLD_ID];
  plan_id(t->of, p->number, id);
  arena *const home = arena_open();
  fprintf(t->file[TABLE_OVERRIDES], "%s,%s,%s,agency,%s,%s\n", id, decision,
          reason, date_text(home, world_meeting(t->of) - 2), level);
  arena_close(home);
}

static void step_in(steps_in *done, const tables *t, const plan *p) {
  if (t->of->own < 100 || p->number - t->of->first < t->of->own / 10 ||
      p->kind != PLAN_EXPERIENCE)
    return;
  if (!done->in && p->flaw == FLAW_AGE) {
    override(t, p, "in",
             "age limit waived for the head of a partner laboratory", "");
    done->in = true;
  } else if (!done->smaller && p->level_count == LEVELS_MAX) {
    override(t, p, "in", "half of the group was agreed with the embassy",
             p->levels[1].name);
    done->smaller = true;
  } else if (!done->out && p->flaw == FLAW_NONE && p->quality > 4200) {
    override(t, p, "out", "withdrawn by the host", "");
    done->out = true;
  }
}

static totals write_tables(const tables *t) {
  totals sum = {0};
  steps_in done = {0};
  for (int64_t i = 1; i <= t->of->own; i++) {
    const plan p = plan_drawn(t->of, t->of->first + i);
    tables_add_plan(t, &p);
    tables_add_reviews(t, &p);
    step_in(&done, t, &p);
    totals_add(&sum, &p);
  }
  tables_add_reviewers(t);
  tables_add_history(t);
  return sum;
}

static bool write_policy(const world *w, const totals *of, int64_t percent,
                         const char *path, error *err) {
  FILE *const to = fopen(path, "wb");
  if (!to)
    return FAIL(err, ERROR_SYSTEM, path, 0, 0, "cannot be written");
  policy_write(to, w, of, percent);
  const bool written = !ferror(to);
  if (fclose(to) != 0 || !written)
    return FAIL(err, ERROR_SYSTEM, path, 0, 0, "cannot be written");
  return true;
}

static bool make_call(arena *home, const order *o, error *err) {
  const world w = world_ordered(o);
  tables t;
  if (!tables_open(&t, &w, o->folder, home, err))
    return false;
  const totals sum = write_tables(&t);
  return tables_close(&t, err) &&
         write_policy(&w, &sum, o->number[BUDGET],
                      file_join(home, o->folder, "policy.json"), err);
}

int main(int count, char **words) {
  if (count == 2 && text_same(words[1], "--help"))
    return fputs(usage, stdout) == EOF ? 6 : 0;
  arena *const home = arena_open();
  error err = {0};
  order o;
  if (!order_read(&o, words + 1, &err) || !make_call(home, &o, &err))
    fprintf(stderr, "make_call: %s%s%s\n", err.file, *err.file ? ": " : "",
            err.text);
  if (err.kind == ERROR_USAGE)
    fputs(usage, stderr);
  arena_close(home);
  return error_exit_status(&err);
}
