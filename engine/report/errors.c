/* An error as a line, in either language. */
#include "../base/text.h"
#include "error_table.h"
#include "report.h"
#include <string.h>

enum { CAPTURES = 4, DEPTH_MAX = 4 };

typedef struct piece {
  const char *at;
  size_t length;
} piece;

typedef struct pair {
  const char *english, *japanese;
} pair;

static const pair pairs[] = {
#define ERROR_PAIR(en, ja) {en, ja},
    ERROR_TABLE(ERROR_PAIR)
#undef ERROR_PAIR
};
enum { PAIRS = sizeof pairs / sizeof *pairs };

/* the number of the place "{n}" that stands here, or -1 */
static int place_at(const char *at) {
  const int place = at[0] == '{' && at[1] && at[2] == '}' ? at[1] - '0' : -1;
  return place >= 0 && place < CAPTURES ? place : -1;
}

static size_t fixed_length(const char *pattern) {
  size_t length = 0;
  while (pattern[length] && place_at(pattern + length) < 0)
    length++;
  return length;
}

static bool begins(piece in, const char *with, size_t length) {
  return in.length >= length && memcmp(in.at, with, length) == 0;
}

static piece behind(piece in, size_t length) {
  return (piece){in.at + length, in.length - length};
}

/* The shortest text for each place will do, but what the last one stands for
 * reaches to the end of the pattern. */
static bool fits(piece in, const char *pattern, piece found[CAPTURES]) {
  const size_t fixed = fixed_length(pattern);
  if (!begins(in, pattern, fixed))
    return false;
  pattern += fixed;
  in = behind(in, fixed);
  if (!*pattern)
    return in.length == 0;
  const int place = place_at(pattern);
  for (size_t length = 0; length <= in.length; length++)
    if (fits(behind(in, length), pattern + 3, found)) {
      found[place] = (piece){in.at, length};
      return true;
    }
  return false;
}

static void translate(text *to, piece in, int depth);

static void fill(text *to, const char *japanese, const piece found[CAPTURES],
                 int depth) {
  for (const char *at = japanese; *at;) {
    const int place = place_at(at);
    if (place < 0) {
      text_add_bytes(to, at++, 1);
      continue;
    }
    translate(to, found[place], depth + 1);
    at += 3;
  }
}

/* as it is where no row fits */
static void translate(text *to, piece in, int depth) {
  piece found[CAPTURES] = {{NULL, 0}};
  for (int i = 0; depth < DEPTH_MAX && i < PAIRS; i++)
    if (fits(in, pairs[i].english, found)) {
      fill(to, pairs[i].japanese, found, depth);
      return;
    }
  text_add_bytes(to, in.at, in.length);
}

/* "rules[0].share: seen ...": a path of keys has no blanks */
static size_t path_length(const char *of) {
  static const char whole[] = "the policy";
  const size_t length = strncmp(of, whole, sizeof whole - 1) == 0
                            ? sizeof whole - 1
                            : strcspn(of, " :");
  return strncmp(of + length, ": ", 2) == 0 ? length : 0;
}

static void add_japanese(text *to, const char *what) {
  const size_t path = path_length(what);
  if (path > 0) {
    text_add_bytes(to, what, path);
    text_add(to, "：");
    what += path + 2;
  }
  translate(to, (piece){what, strlen(what)}, 0);
}

char *report_error(arena *home, language in, const error *err) {
  text to = text_empty(home);
  text_add(&to, "saitaku: ");
  text_add(&to, err->file);
  if (*err->file && err->line > 0)
    text_format(&to, ":%d", err->line);
  if (*err->file && err->line > 0 && err->column > 0)
    text_format(&to, ":%d", err->column);
  text_add(&to, *err->file ? ": " : "");
  if (in == LANGUAGE_JA)
    add_japanese(&to, err->text);
  else
    text_add(&to, err->text);
  text_add(&to, "\n");
  return to.at;
}
