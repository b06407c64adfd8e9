#include "options.h"
#include "../engine/base/number.h"
#include <assert.h>
#include <inttypes.h>
#include <string.h>

enum { SECONDS_PLACES = 3, PERCENT_PLACES = 4 };

typedef struct cursor {
  const command *of;
  int count, at;
  char **words;
  given *to;
  error *err;
} cursor;

/* length: of the name without "=value" */
static int option_named(const command *of, const char *name, size_t length) {
  for (int i = 0; of->options[i].name; i++)
    if (strlen(of->options[i].name) == length &&
        memcmp(of->options[i].name, name, length) == 0)
      return i;
  return -1;
}

static bool refuse_value(const option *o, const char *text, const char *allowed,
                         error *err) {
  return FAIL(err, ERROR_USAGE, NULL, 0, 0, "%s is \"%s\"; allowed: %s",
              o->name, text, allowed);
}

static bool take_number(const option *o, option_value *to, error *err) {
  char allowed[96];
  const bool seconds = o->kind == OPTION_SECONDS;
  if (seconds)
    snprintf(allowed, sizeof allowed,
             "%" PRId64 ".%03" PRId64 "..%" PRId64 " seconds", o->low / 1000,
             o->low % 1000, o->high / 1000);
  else
    snprintf(allowed, sizeof allowed, "%" PRId64 "..%" PRId64, o->low, o->high);
  const bool ok = seconds
                      ? number_decimal(to->text, SECONDS_PLACES, &to->number)
                      : number_integer(to->text, o->low, o->high, &to->number);
  return (ok && to->number >= o->low && to->number <= o->high) ||
         refuse_value(o, to->text, allowed, err);
}

/* "0.5" or "0.5%" */
static bool take_percent(const option *o, option_value *to, error *err) {
  char digits[32], allowed[64];
  const size_t length = strlen(to->text);
  const size_t kept = length - (length > 0 && to->text[length - 1] == '%');
  snprintf(allowed, sizeof allowed,
           "%" PRId64 "..%" PRId64 ", at most %d decimals", o->low / 10000,
           o->high / 10000, PERCENT_PLACES);
  if (kept >= sizeof digits)
    return refuse_value(o, to->text, allowed, err);
  memcpy(digits, to->text, kept);
  digits[kept] = '\0';
  return (number_decimal(digits, PERCENT_PLACES, &to->number) &&
          to->number >= o->low && to->number <= o->high) ||
         refuse_value(o, to->text, allowed, err);
}

static bool take_choice(const option *o, option_value *to, error *err) {
  const char *at = o->value;
  for (int64_t which = 0; *at; which++) {
    const size_t length = strcspn(at, "|");
    if (strlen(to->text) == length && memcmp(at, to->text, length) == 0) {
      to->number = which;
      return true;
    }
    at += length + (at[length] == '|');
  }
  return refuse_value(o, to->text, o->value, err);
}

static bool take_value(const option *o, option_value *to, error *err) {
  switch (o->kind) {
  case OPTION_INTEGER:
  case OPTION_SECONDS:
    return take_number(o, to, err);
  case OPTION_PERCENT:
    return take_percent(o, to, err);
  case OPTION_CHOICE:
    return take_choice(o, to, err);
  case OPTION_TEXT:
    return *to->text || refuse_value(o, "", o->value, err);
  case OPTION_FLAG:
    break;
  }
  return true;
}

static bool take_option(cursor *c) {
  const char *const word = c->words[c->at++];
  const char *const equals = strchr(word, '=');
  const size_t length = equals ? (size_t)(equals - word) : strlen(word);
  const int at = option_named(c->of, word, length);
  if (at < 0)
    return FAIL(c->err, ERROR_USAGE, NULL, 0, 0,
                "%s knows no option %s; see saitaku %s --help", c->of->name,
                word, c->of->name);
  const option *const o = &c->of->options[at];
  option_value *const to = &c->to->option[at];
  if (to->text)
    return FAIL(c->err, ERROR_USAGE, NULL, 0, 0, "%s is given twice", o->name);
  if (o->kind == OPTION_FLAG) {
    to->text = o->name;
    return !equals || refuse_value(o, equals + 1, "no value", c->err);
  }
  if (!equals && c->at == c->count)
    return FAIL(c->err, ERROR_USAGE, NULL, 0, 0, "%s needs a value: %s",
                o->name, o->value);
  to->text = equals ? equals + 1 : c->words[c->at++];
  return take_value(o, to, c->err);
}

static bool take_argument(cursor *c) {
  const char *const word = c->words[c->at++];
  const bool optional = c->of->argument_count == ARGUMENT_OPTIONAL;
  if (c->to->argument_count == (optional ? 1 : c->of->argument_count))
    return FAIL(c->err, ERROR_USAGE, NULL, 0, 0,
                "%s is one argument too many; usage: saitaku %s %s", word,
                c->of->name, c->of->arguments);
  c->to->argument[c->to->argument_count++] = word;
  return true;
}

bool options_parse(const command *of, int count, char **words, given *to,
                   error *err) {
  assert(of->argument_count <= ARGUMENTS_MAX);
  cursor c = {of, count, 0, words, to, err};
  bool only_arguments = false;
  *to = (given){0};
  while (c.at < count) {
    const char *const word = words[c.at];
    const bool dashed = word[0] == '-' && word[1] != '\0' && !only_arguments;
    if (dashed && strcmp(word, "--") == 0) {
      only_arguments = true;
      c.at++;
    } else if (!(dashed ? take_option(&c) : take_argument(&c))) {
      return false;
    }
  }
  if (to->argument_count < of->argument_count)
    return FAIL(err, ERROR_USAGE, NULL, 0, 0,
                "an argument is missing; usage: saitaku %s %s", of->name,
                of->arguments);
  return true;
}

static int label_of(const option *o, char *to, size_t size) {
  return snprintf(to, size, "%s%s%s", o->name, *o->value ? " " : "", o->value);
}

void options_help(const command *of, FILE *to) {
  char label[64];
  int widest = 0;
  for (const option *o = of->options; o->name; o++) {
    const int width = label_of(o, label, sizeof label);
    widest = width > widest ? width : widest;
  }
  fprintf(to, "usage: saitaku %s %s [option...]\n\n%s\n\n", of->name,
          of->arguments, of->summary);
  for (const option *o = of->options; o->name; o++) {
    label_of(o, label, sizeof label);
    fprintf(to, "  %-*s  %s\n", widest, label, o->summary);
  }
}
