#include "../engine/base/file.h"
#include "call.h"
#include "commands.h"
#include "verify_call.h"
#include <string.h>

enum { OPTION_OUT, OPTION_LANG, OPTION_JSON };
static const option options[] = {
    {"--out", "DIR", "where propose wrote its files (default DIR/out)",
     OPTION_TEXT, 0, 0},
    {"--lang", "en|ja", "the language of the screen (default en)",
     OPTION_CHOICE, 0, 0},
    {"--json", "", "print what was found as JSON", OPTION_FLAG, 0, 0},
    {0}};

enum { EXIT_REFUTED = 1 };

/* ---- what the argument is: a call, its out folder, or a proof */

static bool holds(arena *home, const char *folder, const char *name) {
  uint64_t size;
  return file_look(file_join(home, folder, name), &size) != FILE_ABSENT;
}

/* "calls/a/out" to "calls/a"; what ends in dots is left to the system */
static const char *parent_of(arena *home, const char *folder) {
  size_t end = strlen(folder);
  while (end > 0 && folder[end - 1] == '/')
    end--;
  size_t start = end;
  while (start > 0 && folder[start - 1] != '/')
    start--;
  if (start == end || folder[end - 1] == '.')
    return file_join(home, folder, "..");
  while (start > 1 && folder[start - 1] == '/')
    start--;
  return start == 0 ? "." : arena_text(home, folder, start);
}

static bool find_folders(arena *home, const given *in, verify_places *to,
                         error *err) {
  const char *const named = in->argument[0];
  const char *const out = in->option[OPTION_OUT].text;
  uint64_t size;
  const file_kind kind = file_look(named, &size);
  if (kind == FILE_ABSENT)
    return FAIL(err, ERROR_SYSTEM, named, 0, 0, "no such file or folder");
  if (kind != FILE_FOLDER) {
    to->proof = named;
    return !out || FAIL(err, ERROR_USAGE, NULL, 0, 0,
                        "--out goes with a call, not with a proof alone");
  }
  const bool is_out = !out && holds(home, named, "decision.json") &&
                      !holds(home, named, "policy.json");
  to->call = is_out ? parent_of(home, named) : named;
  to->out = is_out ? named : out ? out : file_join(home, named, "out");
  to->proof = file_join(home, to->out, "proof");
  if (holds(home, to->out, "decision.json"))
    return true;
  return FAIL(err, ERROR_SYSTEM, file_join(home, to->out, "decision.json"), 0,
              0, "no such file; run saitaku propose first");
}

static int verify(arena *home, const given *in, error *err) {
  const language lang = (language)in->option[OPTION_LANG].number;
  verify_places where = {0};
  verification v = {0};
  const bool ok = find_folders(home, in, &where, err) &&
                  (where.call ? verify_call(home, &where, lang, &v, err)
                              : verify_proof(home, &where, &v, err));
  if (!ok)
    return 0;
  const char *const screen = in->option[OPTION_JSON].text
                                 ? report_verify_json(home, lang, &v, err)
                                 : report_verify(home, lang, &v);
  if (!screen || !call_print(screen, err))
    return 0;
  return v.found->count > 0 ? EXIT_REFUTED : 0;
}

static int run(const given *in, error *err) {
  arena *const home = arena_open();
  const int status = verify(home, in, err);
  arena_close(home);
  return status;
}

const command command_verify = {
    "verify",
    "DIR|PROOF",
    "believe nothing: inputs, decision and proof checked again",
    1,
    options,
    run};
