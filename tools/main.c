/* saitaku - the command line: finds the command, reads its options, runs it,
 * turns an error into one line and an exit status. */
#include "../engine/report/report.h"
#include "commands.h"
#include <errno.h>
#include <signal.h>
#include <string.h>

static const command *const commands[] = {&command_check,
                                          &command_propose,
                                          &command_score,
                                          &command_export,
                                          &command_solve,
                                          &command_verify,
                                          NULL};

static const char ending[] =
    "\nsaitaku COMMAND --help tells the options of a command.\n"
    "\nExit status: 0 done, 1 it does not hold, 2 usage, 3 data refused, 4 no\n"
    "set is permitted, 5 stopped before the proof was complete, 6 file, disk\n"
    "or memory.\n";

static void list_commands(FILE *to) {
  fputs("usage: saitaku COMMAND ARGUMENT... [option...]\n\n", to);
  for (int i = 0; commands[i]; i++)
    fprintf(to, "  %-8s %-9s %s\n", commands[i]->name, commands[i]->arguments,
            commands[i]->summary);
  fputs("\n  --help          this text\n  --version       the version\n", to);
  fputs(ending, to);
}

static const command *command_named(const char *name) {
  for (int i = 0; commands[i]; i++)
    if (strcmp(commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

static bool asks(const char *word, const char *shorter, const char *longer) {
  return strcmp(word, shorter) == 0 || strcmp(word, longer) == 0;
}

/* `--` ends the options, here too */
static bool asks_help(int count, char **words) {
  for (int i = 0; i < count && strcmp(words[i], "--") != 0; i++)
    if (asks(words[i], "-h", "--help"))
      return true;
  return false;
}

static void close_stdout(error *err) {
  if (fflush(stdout) != 0 || ferror(stdout))
    error_at(err, ERROR_SYSTEM, "stdout", 0, 0, "cannot write: %s",
             strerror(errno));
}

/* An empty text: all was said already. */
static void complain(language in, error *err) {
  if (*err->text == '\0')
    return;
  arena *const home = arena_open();
  fputs(report_error(home, in, err), stderr);
  arena_close(home);
  err->text[0] = '\0';
}

static language language_of(const command *of, const given *in) {
  for (int i = 0; of->options[i].name; i++)
    if (strcmp(of->options[i].name, "--lang") == 0)
      return (language)in->option[i].number;
  return LANGUAGE_EN;
}

static int run_command(const command *of, int count, char **words, error *err) {
  if (asks_help(count, words)) {
    options_help(of, stdout);
    close_stdout(err);
    return 0;
  }
  given in;
  if (!options_parse(of, count, words, &in, err))
    return 0;
  const int status = of->run(&in, err);
  complain(language_of(of, &in), err);
  return status;
}

static int run_words(int count, char **words, error *err) {
  if (count < 2)
    return FAIL(err, ERROR_USAGE, NULL, 0, 0,
                "a command is missing; see saitaku --help");
  const command *const named = command_named(words[1]);
  if (named)
    return run_command(named, count - 2, words + 2, err);
  if (asks(words[1], "-h", "--help"))
    list_commands(stdout);
  else if (strcmp(words[1], "--version") == 0)
    puts("saitaku " SAITAKU_VERSION);
  else
    return FAIL(err, ERROR_USAGE, NULL, 0, 0,
                "\"%s\" is no command; see saitaku --help", words[1]);
  close_stdout(err);
  return 0;
}

int main(int count, char **words) {
  error err = {.kind = ERROR_NONE};
  signal(SIGPIPE, SIG_IGN); /* a closed pipe is an error that we report, */
  signal(SIGXFSZ, SIG_IGN); /* and so is a file that may not grow */
  const int status = run_words(count, words, &err);
  complain(LANGUAGE_EN, &err);
  return err.kind == ERROR_NONE ? status : error_exit_status(&err);
}
