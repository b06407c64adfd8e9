#include "../engine/base/digest.h"
#include "../engine/base/file.h"
#include "../engine/certify/proof.h"
#include "../engine/certify/vipr.h"
#include "../engine/report/solved.h"
#include "../engine/solve/glpk_file.h"
#include "call.h"
#include "commands.h"
#include "progress.h"
#include <string.h>

enum {
  OPTION_PROOF,
  OPTION_VIPR,
  OPTION_NODES,
  OPTION_TIME_LIMIT,
  OPTION_SEARCH,
  OPTION_JSON
};
static const option options[] = {
    {"--proof", "FILE", "where the proof goes, for proofcheck and verify",
     OPTION_TEXT, 0, 0},
    {"--vipr", "FILE", "where a certificate in VIPR 1.0 goes, for viprchk",
     OPTION_TEXT, 0, 0},
    {"--nodes", "N", "stop after N nodes of the search; the same on every run",
     OPTION_INTEGER, 1, INT64_C(1000000000000)},
    {"--time-limit", "S", "stop after S seconds", OPTION_SECONDS, 1,
     INT64_C(1000000000)},
    {"--search", "saitaku|glpk",
     "who searches; what glpk finds is checked, not proved (default saitaku)",
     OPTION_CHOICE, 0, 0},
    {"--json", "", "print the result as JSON", OPTION_FLAG, 0, 0},
    {0}};

enum { SEARCH_SAITAKU, SEARCH_GLPK };
enum { EXIT_INFEASIBLE = 4, EXIT_UNPROVED = 5 };

typedef struct scale_of {
  const foreign *model;
  const program *of;
} scale_of;

static ratio own_scale(const void *model, wide value) {
  const scale_of *const s = model;
  return foreign_value(s->model, s->of, value);
}

/* a claim as a plan: a set if there is one, and no bound */
static const plan *plan_of(arena *home, const program *g, const claim *c) {
  plan *const to = ARENA_NEW(home, plan);
  to->x = c->x;
  to->status = c->x ? PLAN_FEASIBLE : PLAN_UNKNOWN;
  to->nodes = c->nodes;
  if (c->x)
    to->worth = program_activity(g->worth->entries, g->worth->count, c->x);
  return to;
}

static bool search(arena *home, const given *in, const solve_options *how,
                   solved *to, error *err) {
  if (in->option[OPTION_SEARCH].number == SEARCH_SAITAKU) {
    to->found = solve(home, to->of, how, err);
    return to->found != NULL;
  }
  to->claimed = glpk_intopt(home, to->model->path, to->of, how, err);
  if (to->claimed)
    to->found = plan_of(home, to->of, to->claimed);
  return to->claimed != NULL;
}

static bool search_watched(arena *home, const given *in, progress *p,
                           solved *to, error *err) {
  const scale_of own = {to->model, to->of};
  p->scale = own_scale;
  p->model = &own;
  p->places = foreign_places(to->model, to->of);
  p->worth = to->model->objective;
  const solve_options how = {.nodes = in->option[OPTION_NODES].number,
                             .is_bare = !in->option[OPTION_PROOF].text &&
                                        !in->option[OPTION_VIPR].text,
                             .stop = progress_stops,
                             .progress = progress_show,
                             .context = p};
  const int64_t started = stopwatch_elapsed(&p->clock);
  progress_begin(p);
  const bool ok = search(home, in, &how, to, err);
  progress_wipe(p);
  to->thousandths = stopwatch_elapsed(&p->clock) - started;
  return ok;
}

static const char *const *column_names(arena *home, const foreign *of) {
  const char **const to = ARENA_ARRAY(home, const char *, of->column_count);
  for (int j = 0; j < of->column_count; j++)
    to[j] = of->columns[j].name;
  return to;
}

static const char *last_of(const char *path) {
  const char *const slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

typedef const char *writer(arena *home, const program *g, const plan *found,
                           const proof_origin *origin);

/* Of a search that was stopped, too, as far as it came. */
static bool write_proof(arena *home, const solved *s, const char *path,
                        writer *as, error *err) {
  if (!path)
    return true;
  bytes content;
  if (!file_read(home, s->model->path, SIZE_MAX - 1, &content, err))
    return false;
  char hex[2 * DIGEST_BYTES + 1];
  const digest of = digest_of(content.at, content.length);
  digest_hex(&of, hex);
  const proof_input input = {last_of(s->model->path), hex};
  const proof_origin origin = {&input, 1, column_names(home, s->model)};
  const char *const proof = as(home, s->of, s->found, &origin);
  return file_write(path, proof, strlen(proof), err);
}

static int status_of(const plan *of) {
  if (of->status == PLAN_OPTIMAL)
    return 0;
  return of->status == PLAN_INFEASIBLE ? EXIT_INFEASIBLE : EXIT_UNPROVED;
}

static bool is_usable(const given *in, error *err) {
  const bool proof = in->option[OPTION_PROOF].text;
  return (!proof && !in->option[OPTION_VIPR].text) ||
         in->option[OPTION_SEARCH].number == SEARCH_SAITAKU ||
         FAIL(err, ERROR_USAGE, NULL, 0, 0,
              "%s needs our own search: glpk proves nothing",
              proof ? "--proof" : "--vipr");
}

static int solve_file(arena *home, const given *in, error *err) {
  if (!is_usable(in, err))
    return 0;
  progress p = progress_start(in->option[OPTION_TIME_LIMIT].number);
  solved s = {.model = glpk_file(home, in->argument[0], err)};
  s.of = s.model ? formulate_foreign(home, s.model, err) : NULL;
  if (!s.of || !search_watched(home, in, &p, &s, err))
    return 0;
  const bool written =
      write_proof(home, &s, in->option[OPTION_PROOF].text, certify, err) &&
      write_proof(home, &s, in->option[OPTION_VIPR].text, vipr_certificate,
                  err);
  progress_end(&p);
  if (!written)
    return 0;
  const char *const screen = in->option[OPTION_JSON].text
                                 ? report_solved_json(home, &s, err)
                                 : report_solved(home, &s);
  return screen && call_print(screen, err) ? status_of(s.found) : 0;
}

static int run(const given *in, error *err) {
  arena *const home = arena_open();
  const int status = solve_file(home, in, err);
  arena_close(home);
  return status;
}

const command command_solve = {
    "solve",
    "FILE",
    "the proved optimum of a 0/1 program in an LP or MPS file",
    1,
    options,
    run};
