#include "../engine/report/study_words.h"
#include "call.h"
#include "commands.h"
#include <string.h>

enum {
  OPTION_REVIEWS,
  OPTION_BETTER,
  OPTION_CRITERION,
  OPTION_MEANS,
  OPTION_BEST,
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
    {"--means", "one|separate",
     "one mean, or one for each group of plans (default one)", OPTION_CHOICE, 0,
     0},
    {"--best", "K", "chances to be among the best K (default: a third)",
     OPTION_INTEGER, 1, INT32_MAX},
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

static const ballot *read_ballot(arena *home, const given *in, language lang,
                                 error *err) {
  const bool is_bare = in->option[OPTION_REVIEWS].text;
  if (is_bare == (in->argument_count > 0)) {
    error_at(err, ERROR_USAGE, NULL, 0, 0,
             "score takes either CALL or --reviews FILE");
    return NULL;
  }
  if (is_bare)
    return read_bare(home, in, lang, err);
  if (in->option[OPTION_BETTER].text) {
    error_at(err, ERROR_USAGE, NULL, 0, 0,
             "--better goes with --reviews; the call's policy says it itself");
    return NULL;
  }
  const outcome *const o = call_read(home, in->argument[0], lang, err);
  return o ? ballot_of_pool(home, o->merits->of) : NULL;
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

static bool print_study(arena *home, const given *in, error *err) {
  const language lang = (language)in->option[OPTION_LANG].number;
  const ballot *const of = read_ballot(home, in, lang, err);
  const int which =
      of ? criterion_asked(of, in->option[OPTION_CRITERION].text, err) : -2;
  if (which < -1)
    return false;
  const study_options how = {.criterion = which,
                             .separate_means =
                                 in->option[OPTION_MEANS].number == 1,
                             .best = (int)in->option[OPTION_BEST].number};
  const study *const s = study_make(home, of, &how);
  return call_print(in->option[OPTION_JSON].text ? report_study_json(home, s)
                                                 : report_study(home, lang, s),
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
