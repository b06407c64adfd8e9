#include "call.h"
#include "commands.h"

enum { OPTION_LANG, OPTION_JSON };
static const option options[] = {
    {"--lang", "en|ja", "the language of the screen (default en)",
     OPTION_CHOICE, 0, 0},
    {"--json", "", "print the findings as JSON instead", OPTION_FLAG, 0, 0},
    {0}};

static bool check(arena *home, const given *in, error *err) {
  const language lang = (language)in->option[OPTION_LANG].number;
  const outcome *const o = call_read(home, in->argument[0], lang, err);
  const worths *const worth_of = o ? weigh(home, o->merits, err) : NULL;
  const program *const g = worth_of ? formulate(home, worth_of, err) : NULL;
  if (!g)
    return false;
  const remarks *const found = lint(home, g);
  const char *const screen = in->option[OPTION_JSON].text
                                 ? report_check_json(home, o, found, err)
                                 : report_check(home, o, found);
  return screen && call_print(screen, err);
}

static int run(const given *in, error *err) {
  arena *const home = arena_open();
  check(home, in, err);
  arena_close(home);
  return 0;
}

const command command_check = {
    "check", "CALL",  "read and admit; every finding, nothing decided",
    1,       options, run};
