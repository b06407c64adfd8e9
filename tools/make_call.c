/* make_call - an invented round of any size: a call folder that is shaped like
 * the real thing and the same, byte for byte, for the same arguments. */
#include "../engine/base/file.h"
#include "../engine/base/number.h"
#include "../engine/base/text.h"
#include "make_call_policy.h"
#include "make_call_tables.h"
#include <assert.h>
#include <stdio.h>

static const char usage[] =
    "make_call --plans N --seed S DIR\n"
    "\n"
    "Writes an invented call of N plans (1..1000000) into DIR: policy.json "
    "and\n"
    "the tables. The same N and S (0..2^53) give the same bytes everywhere.\n";

enum { PLANS_MOST = 1000000 };
#define SEED_MOST (INT64_C(1) << 53)

typedef struct order {
  int64_t plans, seed; /* UNSTATED until given */
  const char *folder;
} order;

static bool take_number(const char *name, const char *value, int64_t low,
                        int64_t high, int64_t *to, error *err) {
  if (value && number_integer(value, low, high, to))
    return true;
  return FAIL(err, ERROR_USAGE, NULL, 0, 0, "%s is %s, outside %lld..%lld",
              name, value ? value : "missing", (long long)low, (long long)high);
}

static bool order_read(order *to, char **words, error *err) {
  *to = (order){UNSTATED, UNSTATED, NULL};
  for (char **at = words; *at; at++) {
    if (text_same(*at, "--plans") || text_same(*at, "--seed")) {
      const bool plans = text_same(*at, "--plans");
      const char *const value = at[1];
      if (!take_number(*at, value, plans ? 1 : 0,
                       plans ? PLANS_MOST : SEED_MOST,
                       plans ? &to->plans : &to->seed, err))
        return false;
      at++;
    } else if (**at == '-' || to->folder) {
      return FAIL(err, ERROR_USAGE, NULL, 0, 0, "%s is not understood", *at);
    } else {
      to->folder = *at;
    }
  }
  if (to->plans == UNSTATED || to->seed == UNSTATED || !to->folder)
    return FAIL(err, ERROR_USAGE, NULL, 0, 0,
                "--plans, --seed and a folder are needed");
  return true;
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
  fprintf(t->file[TABLE_OVERRIDES], "%s,%s,%s,agency,2025-07-02,%s\n", id,
          decision, reason, level);
}

static void step_in(steps_in *done, const tables *t, const plan *p) {
  if (t->of->plans < 100 || p->number < t->of->plans / 10 ||
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
  for (int64_t i = 1; i <= t->of->plans; i++) {
    const plan p = plan_drawn(t->of, i);
    tables_add_plan(t, &p);
    tables_add_reviews(t, &p);
    step_in(&done, t, &p);
    totals_add(&sum, &p);
  }
  tables_add_reviewers(t);
  tables_add_history(t);
  return sum;
}

static bool write_policy(const totals *of, const char *path, error *err) {
  FILE *const to = fopen(path, "wb");
  if (!to)
    return FAIL(err, ERROR_SYSTEM, path, 0, 0, "cannot be written");
  policy_write(to, of);
  const bool written = !ferror(to);
  if (fclose(to) != 0 || !written)
    return FAIL(err, ERROR_SYSTEM, path, 0, 0, "cannot be written");
  return true;
}

static bool make_call(arena *home, const order *o, error *err) {
  const world w = world_of((uint64_t)o->seed, o->plans);
  tables t;
  if (!tables_open(&t, &w, o->folder, home, err))
    return false;
  const totals sum = write_tables(&t);
  return tables_close(&t, err) &&
         write_policy(&sum, file_join(home, o->folder, "policy.json"), err);
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
