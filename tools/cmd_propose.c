#include "../engine/base/file.h"
#include "../engine/certify/vipr.h"
#include "../engine/report/figures.h"
#include "call.h"
#include "commands.h"
#include "progress.h"
#include "proof.h"
#include <string.h>

enum {
  OPTION_OUT,
  OPTION_ALTERNATIVES,
  OPTION_WITHIN,
  OPTION_NODES,
  OPTION_TIME_LIMIT,
  OPTION_VIPR,
  OPTION_LANG,
  OPTION_JSON
};
static const option options[] = {
    {"--out", "DIR", "where the files go (default CALL/out)", OPTION_TEXT, 0,
     0},
    {"--alternatives", "K", "also the K next best sets, 0..100 (default 0)",
     OPTION_INTEGER, 0, 100},
    {"--within", "P%",
     "also which plans are in all, some or none of the sets at most P% below "
     "the best worth, 0..100",
     OPTION_PERCENT, 0, 1000000},
    {"--nodes", "N", "stop after N nodes of the search; the same on every run",
     OPTION_INTEGER, 1, INT64_C(1000000000000)},
    {"--time-limit", "S", "stop after S seconds", OPTION_SECONDS, 1,
     INT64_C(1000000000)},
    {"--vipr", "FILE", "where the proof of the worth goes, as VIPR 1.0, too",
     OPTION_TEXT, 0, 0},
    {"--lang", "en|ja", "the language of the screen and the files (default en)",
     OPTION_CHOICE, 0, 0},
    {"--json", "", "print decision.json instead of the summary", OPTION_FLAG, 0,
     0},
    {0}};

enum { EXIT_INFEASIBLE = 4, EXIT_UNPROVED = 5 };

static ratio in_points(const void *model, wide value) {
  return figure_worth_ratio(model, value);
}

static const plan *search(arena *home, const program *g, const given *in,
                          progress *p, error *err) {
  const option_value *const within = &in->option[OPTION_WITHIN];
  const solve_options how = {
      .nodes = in->option[OPTION_NODES].number,
      .alternatives = (int)in->option[OPTION_ALTERNATIVES].number,
      .within = {within->number, within->text ? 1000000 : 0},
      .stop = progress_stops,
      .progress = progress_show,
      .context = p};
  p->scale = in_points;
  p->model = g;
  p->places = figure_worth_places(g);
  p->worth = g->worth->name;
  progress_begin(p);
  const plan *const found = solve(home, g, &how, err);
  progress_wipe(p);
  return found;
}

static new_file written_as(arena *home, const char *folder, const char *name,
                           const char *content) {
  return (new_file){file_join(home, folder, name), {content, strlen(content)}};
}

static bool write_vipr(arena *home, const outcome *o, const char *path,
                       error *err) {
  if (!path)
    return true;
  const char *const of =
      vipr_of_call(home, o, o->account->of, o->account->from);
  return file_write(path, of, strlen(of), err);
}

/* The record comes last: beside an old one no other file is new for long. While
 * files are put in place Ctrl-C waits. */
static bool write_files(arena *home, const outcome *o, const given *in,
                        const char *folder, const char *decision, error *err) {
  const account *const a = o->account;
  const new_file files[] = {
      written_as(home, folder, "adoption.csv", report_adoption_csv(home, o)),
      written_as(home, folder, "findings.csv", report_findings_csv(home, o)),
      written_as(home, folder, "proof", proof_of_call(home, o, a->of, a->from)),
      written_as(home, folder, "decision.json", decision)};
  stopwatch held;
  stopwatch_hold(&held);
  const bool ok =
      file_make_folder(folder, err) &&
      write_vipr(home, o, in->option[OPTION_VIPR].text, err) &&
      file_write_all(files, (int)(sizeof files / sizeof *files), err);
  stopwatch_release(&held);
  return ok;
}

static int status_of(const plan *of) {
  switch (of->status) {
  case PLAN_OPTIMAL:
    return 0;
  case PLAN_INFEASIBLE:
    return EXIT_INFEASIBLE;
  case PLAN_FEASIBLE:
  case PLAN_UNKNOWN:
    break;
  }
  return EXIT_UNPROVED;
}

static bool deliver(arena *home, const outcome *o, const given *in,
                    error *err) {
  const char *const asked = in->option[OPTION_OUT].text;
  const char *const folder =
      asked ? asked : file_join(home, in->argument[0], "out");
  const char *const decision = report_decision_json(home, o, err);
  return decision && write_files(home, o, in, folder, decision, err) &&
         call_print(in->option[OPTION_JSON].text
                        ? decision
                        : report_summary(home, o, folder),
                    err);
}

static bool is_usable(const given *in, const program *g, error *err) {
  return !in->option[OPTION_VIPR].text || vipr_can_say(g) ||
         FAIL(err, ERROR_USAGE, NULL, 0, 0,
              "--vipr needs an objective that is a sum: VIPR has no word for "
              "\"rank_order\"");
}

static int propose(arena *home, const given *in, error *err) {
  progress p = progress_start(in->option[OPTION_TIME_LIMIT].number);
  const language lang = (language)in->option[OPTION_LANG].number;
  outcome *const o = call_read(home, in->argument[0], lang, err);
  const worths *const worth_of = o ? weigh(home, o->merits, err) : NULL;
  const program *const g = worth_of ? formulate(home, worth_of, err) : NULL;
  const plan *const found =
      g && is_usable(in, g, err) ? search(home, g, in, &p, err) : NULL;
  if (!found)
    return 0;
  o->account = explain(home, g, found, err);
  const bool done = o->account && deliver(home, o, in, err);
  progress_end(&p);
  return done ? status_of(found) : 0;
}

static int run(const given *in, error *err) {
  arena *const home = arena_open();
  const int status = propose(home, in, err);
  arena_close(home);
  return status;
}

const command command_propose = {
    "propose", "CALL",  "the set of plans to adopt, proved best, with reasons",
    1,         options, run};
