#include "../engine/base/file.h"
#include "../engine/report/export.h"
#include "call.h"
#include "commands.h"
#include <string.h>

enum { OPTION_FORMAT, OPTION_LEVEL, OPTION_OUT, OPTION_NODES, OPTION_LANG };
static const option options[] = {
    {"--format", "lp|mps|mathprog",
     "CPLEX LP, free MPS, or data for models/adoption.mod (default lp)",
     OPTION_CHOICE, 0, 0},
    {"--level", "NAME",
     "what is maximised, as decision.json names its levels (default the worth)",
     OPTION_TEXT, 0, 0},
    {"--out", "FILE", "where it goes (default standard output)", OPTION_TEXT, 0,
     0},
    {"--nodes", "N", "stop after N nodes where earlier levels must be proved",
     OPTION_INTEGER, 1, INT64_C(1000000000000)},
    {"--lang", "en|ja", "the language of complaints (default en)",
     OPTION_CHOICE, 0, 0},
    {0}};

enum { EXIT_UNPROVED = 5 };

typedef struct level_choice {
  const objective *level;
  int before; /* levels that stand before it */
} level_choice;

static bool choose_level(arena *home, const program *g, const char *name,
                         level_choice *to, error *err) {
  to->level = export_level(g, name, &to->before);
  return to->level ||
         FAIL(err, ERROR_USAGE, NULL, 0, 0, "--level is \"%s\"; allowed: %s",
              name, export_level_names(home, g));
}

/* The levels before the chosen one, and, behind others than aims, the last of
 * the program, which leaves one set: the rest need not be decided. */
static program earlier_levels(arena *home, const program *g, int before) {
  program to = *g;
  to.objectives = ARENA_ARRAY(home, objective, before + 1);
  memcpy(to.objectives, g->objectives, (size_t)before * sizeof *to.objectives);
  to.objective_count = before;
  if (g->objectives[before - 1].kind != OBJECTIVE_AIM)
    to.objectives[to.objective_count++] = g->objectives[g->objective_count - 1];
  return to;
}

static const plan *prove_earlier(arena *home, const program *g, int before,
                                 int64_t nodes, error *err) {
  const program earlier = earlier_levels(home, g, before);
  const solve_options how = {.nodes = nodes, .is_bare = true};
  return solve(home, &earlier, &how, err);
}

static bool write_out(const char *content, const char *path, error *err) {
  return path ? file_write(path, content, strlen(content), err)
              : call_print(content, err);
}

static int stopped(const plan *found, const program *g) {
  fprintf(stderr,
          "saitaku: stopped before level %s was proved: nothing is exported\n",
          g->objectives[found->unproved].name);
  return EXIT_UNPROVED;
}

/* Are levels 0 .. before - 1 proved? What comes behind them does not matter. */
static bool is_proved(const plan *found, int before) {
  return found->status == PLAN_OPTIMAL ||
         (found->x && found->unproved >= before);
}

static int write_level(arena *home, const program *g, const given *in,
                       error *err) {
  level_choice chosen;
  if (!choose_level(home, g, in->option[OPTION_LEVEL].text, &chosen, err))
    return 0;
  export_order o = {.of = g, .level = chosen.level, .before = chosen.before};
  if (chosen.before > 0) {
    const plan *const found = prove_earlier(
        home, g, chosen.before, in->option[OPTION_NODES].number, err);
    if (!found)
      return 0;
    if (is_proved(found, chosen.before))
      o.held = found;
    else if (found->status != PLAN_INFEASIBLE)
      return stopped(found, g);
  }
  const export_format as = (export_format)in->option[OPTION_FORMAT].number;
  write_out(report_export(home, &o, as), in->option[OPTION_OUT].text, err);
  return 0;
}

static int run(const given *in, error *err) {
  arena *const home = arena_open();
  const language lang = (language)in->option[OPTION_LANG].number;
  const outcome *const o = call_read(home, in->argument[0], lang, err);
  const worths *const worth_of = o ? weigh(home, o->merits, err) : NULL;
  const program *const g = worth_of ? formulate(home, worth_of, err) : NULL;
  const int status = g ? write_level(home, g, in, err) : 0;
  arena_close(home);
  return status;
}

const command command_export = {
    "export", "CALL",  "the program of one level, for other solvers",
    1,        options, run};
