#include "../engine/report/study_words.h"
#include "call.h"
#include "commands.h"
#include "score_sets.h"
#include <string.h>

enum {
  OPTION_REVIEWS,
  OPTION_BETTER,
  OPTION_CRITERION,
  OPTION_MEANS,
  OPTION_BEST,
  OPTION_NODES,
  OPTION_NO_SETS,
  OPTION_LANG,
  OPTION_JSON
};
static const option options[] = {
    {"--reviews", "FILE",
     "instead of CALL: a table reviewer, application, criterion, score",
     OPTION_TEXT, 0, 0},
    {"--better", "high|low", "which scores of the table are better",
     OPTION_CHOICE, 0, 0},
    {"--criterion", "ID", "this criterion alone (default: all, weighted)",
     OPTION_TEXT, 0, 0},
    {"--means", "one|separate|panels",
     "one mean, or one for each group of plans, or each panel (default one)",
     OPTION_CHOICE, 0, 0},
    {"--best", "K",
     "chances to be among the best K (default: as many as raw scores adopt; a "
     "third)",
     OPTION_INTEGER, 1, INT32_MAX},
    {"--nodes", "N",
     "stop after N nodes of the search for a set (default 2000)",
     OPTION_INTEGER, 1, INT64_C(1000000000000)},
    {"--no-sets", "", "do not look what calibration would change in the set",
     OPTION_FLAG, 0, 0},
    {"--lang", "en|ja", "the language of the screen (default en)",
     OPTION_CHOICE, 0, 0},
    {"--json", "", "print every figure as JSON instead", OPTION_FLAG, 0, 0},
    {0}};

static const ballot *read_bare(arena *home, const given *in, language lang,
                               error *err) {
  complaints list = {0};
  const bare *const rows =
      bare_read(home, in->option[OPTION_REVIEWS].text, &list, err);
  if (!rows && list.count > 0) {
    fputs(report_complaints(home, lang, &list), stderr);
    err->text[0] = '\0'; /* the list says it better */
  }
  const bool low = in->option[OPTION_BETTER].number == 1;
  return rows ? ballot_of_bare(home, rows, low) : NULL;
}

typedef struct material { /* what the study is made of */
  const ballot *of;
  const study_sets *sets; /* null: not asked for */
} material;

static bool read_call(arena *home, const given *in, language lang, material *to,
                      error *err) {
  const dossier *inputs = NULL;
  const pool *const p = call_admit(home, in->argument[0], lang, &inputs, err);
  if (!p)
    return false;
  to->of = ballot_of_pool(home, p, inputs);
  if (in->option[OPTION_CRITERION].text || in->option[OPTION_NO_SETS].text)
    return true;
  to->sets = score_sets_make(home, p, in->option[OPTION_NODES].number, err);
  return to->sets;
}

static bool read_material(arena *home, const given *in, language lang,
                          material *to, error *err) {
  const bool is_bare = in->option[OPTION_REVIEWS].text;
  if (is_bare == (in->argument_count > 0))
    return FAIL(err, ERROR_USAGE, NULL, 0, 0,
                "score takes either CALL or --reviews FILE");
  if (is_bare) {
    to->of = read_bare(home, in, lang, err);
    return to->of;
  }
  if (in->option[OPTION_BETTER].text)
    return FAIL(
        err, ERROR_USAGE, NULL, 0, 0,
        "--better goes with --reviews; the call's policy says it itself");
  return read_call(home, in, lang, to, err);
}

/* -1: all of them; -2, with *err, if there is none of that name */
static int criterion_asked(const ballot *of, const char *id, error *err) {
  const int found = id ? names_find(&of->criteria, id) : -1;
  if (id && found < 0) {
    error_at(err, ERROR_USAGE, NULL, 0, 0, "there is no criterion \"%s\"", id);
    return -2;
  }
  return found;
}

/* as many as raw scores adopt; 0: let the study choose */
static int best_of(const given *in, const material *from) {
  const int asked = (int)in->option[OPTION_BEST].number;
  const bool known = from->sets && from->sets->status == SETS_MADE;
  return asked || !known
             ? asked
             : (int)from->sets->item[SET_RAW].account->adopted.awards;
}

static bool print_study(arena *home, const given *in, error *err) {
  const language lang = (language)in->option[OPTION_LANG].number;
  material from = {NULL, NULL};
  if (!read_material(home, in, lang, &from, err))
    return false;
  const int which =
      criterion_asked(from.of, in->option[OPTION_CRITERION].text, err);
  if (which < -1)
    return false;
  const study_options how = {.criterion = which,
                             .means =
                                 (study_means)in->option[OPTION_MEANS].number,
                             .best = best_of(in, &from)};
  const study *const s = study_make(home, from.of, &how);
  return call_print(in->option[OPTION_JSON].text
                        ? report_study_json(home, s, from.sets)
                        : report_study(home, lang, s, from.sets),
                    err);
}

static int run(const given *in, error *err) {
  arena *const home = arena_open();
  print_study(home, in, err);
  arena_close(home);
  return 0;
}

const command command_score = {
    "score",
    "CALL",
    "raw and calibrated scores, and how sure they are",
    ARGUMENT_OPTIONAL,
    options,
    run};
