#include "certificate.h"
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void give_up(int status, const char *format, ...) {
  va_list rest;
  va_start(rest, format);
  fputs(status == REFUSED ? "refused: " : "unreadable: ", stdout);
  vprintf(format, rest);
  puts("");
  va_end(rest);
  exit(status);
}

void *make_room(void *old, size_t size, size_t count) {
  void *const to = realloc(old, size * (count > 0 ? count : 1));
  if (!to)
    give_up(UNREADABLE, "out of memory");
  return to;
}

static int next_byte(words *w) {
  const int c = getc(w->from);
  w->line += c == '\n';
  w->ends_line = c == '\n' || c == EOF;
  return c;
}

static bool is_blank(int c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool read_word(words *w) {
  int c = next_byte(w);
  while (is_blank(c))
    c = next_byte(w);
  for (w->length = 0; c != EOF && !is_blank(c); c = next_byte(w)) {
    if (w->length + 2 > w->room) {
      w->room = 2 * w->room + 64;
      w->word = make_room(w->word, 1, w->room);
    }
    w->word[w->length++] = (char)c;
  }
  if (w->length > 0)
    w->word[w->length] = '\0';
  return w->length > 0;
}

void skip_line(words *w) {
  while (!w->ends_line)
    next_byte(w);
}

void read_some(words *w) {
  if (!read_word(w))
    give_up(UNREADABLE, "line %ld: the file ends too early", w->line);
}

bool is_word(const words *w, const char *wanted) {
  return strcmp(w->word, wanted) == 0;
}

void read_this(words *w, const char *wanted) {
  read_some(w);
  if (!is_word(w, wanted))
    give_up(UNREADABLE, "line %ld: \"%s\" instead of \"%s\"", w->line, w->word,
            wanted);
}

long to_integer(const words *w, long low, long high) {
  char *end;
  errno = 0;
  const long value = strtol(w->word, &end, 10);
  if (*end || errno)
    give_up(UNREADABLE, "line %ld: \"%s\" is no integer", w->line, w->word);
  if (value < low || value > high)
    give_up(UNREADABLE, "line %ld: %ld is outside %ld..%ld", w->line, value,
            low, high);
  return value;
}

long read_integer(words *w, long low, long high) {
  read_some(w);
  return to_integer(w, low, high);
}

/* 12.5 is 125 / 10 */
static bool set_decimal(mpq_t value, const char *word, const char *point) {
  const size_t whole = (size_t)(point - word), places = strlen(point + 1);
  char *const digits = make_room(NULL, 1, whole + places + 1);
  memcpy(digits, word, whole);
  memcpy(digits + whole, point + 1, places + 1);
  bool ok = strchr(digits, '/') == NULL &&
            mpz_set_str(mpq_numref(value), digits, 10) == 0;
  mpz_ui_pow_ui(mpq_denref(value), 10, places);
  free(digits);
  return ok;
}

static bool set_value(mpq_t value, const char *word) {
  word += *word == '+';
  const char *const point = strchr(word, '.');
  const bool ok = point ? set_decimal(value, word, point)
                        : mpq_set_str(value, word, 10) == 0;
  if (!ok || mpz_sgn(mpq_denref(value)) == 0)
    return false;
  mpq_canonicalize(value);
  return true;
}

void to_value(const words *w, mpq_t value) {
  if (!set_value(value, w->word))
    give_up(UNREADABLE, "line %ld: \"%s\" is no number", w->line, w->word);
}

void read_value(words *w, mpq_t value) {
  read_some(w);
  to_value(w, value);
}
