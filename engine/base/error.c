#include "error.h"
#include <assert.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static bool continues(char c) { return ((unsigned char)c & 0xC0) == 0x80; }

static size_t sequence_length(char lead) {
  const unsigned char c = (unsigned char)lead;
  return c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
}

/* a text cut off at its room may end inside a UTF-8 sequence: drop that */
static void drop_broken_end(char *text) {
  const size_t length = strlen(text);
  size_t start = length;
  while (start && continues(text[start - 1]))
    start--;
  if (start && start - 1 + sequence_length(text[start - 1]) > length)
    text[start - 1] = '\0';
}

/* what was seen in a file may hold newlines and terminal commands */
static void keep_on_one_line(char *text) {
  for (char *c = text; *c; c++)
    if ((unsigned char)*c < ' ' || *c == 0x7F)
      *c = '?';
}

static void tidy(char *text) {
  drop_broken_end(text);
  keep_on_one_line(text);
}

void error_at(error *err, error_kind kind, const char *file, int line,
              int column, const char *format, ...) {
  assert(err && format);
  assert(kind != ERROR_NONE);
  assert(line >= 0 && column >= 0);
  if (err->kind != ERROR_NONE)
    return;
  *err = (error){.kind = kind, .line = line, .column = column};
  snprintf(err->file, sizeof err->file, "%s", file ? file : "");
  va_list list;
  va_start(list, format);
  vsnprintf(err->text, sizeof err->text, format, list);
  va_end(list);
  tidy(err->file);
  tidy(err->text);
}

int error_exit_status(const error *err) {
  static const int status[] = {[ERROR_NONE] = 0,
                               [ERROR_USAGE] = 2,
                               [ERROR_INPUT] = 3,
                               [ERROR_SYSTEM] = 6,
                               [ERROR_DEFECT] = 70};
  assert((size_t)err->kind < sizeof status / sizeof *status);
  return status[err->kind];
}
