#include "glpk_reader.h"
#include "../base/file.h"
#include "../base/number.h"
#include "glpk_lp.h"
#include <ctype.h>
#include <stdio.h>
#include <string.h>

typedef enum layout { LAYOUT_NONE, LAYOUT_LP, LAYOUT_MPS } layout;

/* ---- the kind of file */

static bool ends_in(const char *path, size_t length, const char *ending) {
  const size_t n = strlen(ending);
  if (length <= n)
    return false;
  for (size_t i = 0; i < n; i++)
    if (tolower((unsigned char)path[length - n + i]) != ending[i])
      return false;
  return true;
}

static layout layout_of(const char *path) {
  size_t length = strlen(path);
  if (ends_in(path, length, ".gz"))
    length -= 3;
  if (ends_in(path, length, ".lp"))
    return LAYOUT_LP;
  return ends_in(path, length, ".mps") ? LAYOUT_MPS : LAYOUT_NONE;
}

static bool is_there(const char *path, error *err) {
  uint64_t size;
  switch (file_look(path, &size)) {
  case FILE_ABSENT:
    return FAIL(err, ERROR_SYSTEM, path, 0, 0,
                "cannot open: No such file or directory");
  case FILE_FOLDER:
    return FAIL(err, ERROR_INPUT, path, 0, 0, "is a folder, not a file");
  case FILE_DEVICE:
    return FAIL(err, ERROR_INPUT, path, 0, 0, "is a device, not a file");
  case FILE_REGULAR:
  case FILE_HIDDEN:
    break;
  }
  return true;
}

/* ---- GLPK's words */

static void keep_words(glpk_ear *to, int line, const char *words) {
  to->line = line;
  snprintf(to->text, sizeof to->text, "%.*s", (int)sizeof to->text - 1, words);
}

/* "PATH:LINE: words"; the words of a warning are not kept */
static void hear_line(glpk_ear *to, const char *said) {
  const size_t length = strlen(to->path);
  if (strncmp(said, "Unable to open ", 15) == 0) {
    const char *const why = strstr(said, "' - ");
    to->cannot_open = true;
    keep_words(to, 0, why ? why + 4 : said);
  }
  if (strncmp(said, to->path, length) != 0 || said[length] != ':')
    return;
  int64_t line = 0;
  const char *const end = number_lead(said + length + 1, 0, INT32_MAX, &line);
  if (!end || strncmp(end, ": ", 2) != 0 || strncmp(end, ": warning", 9) == 0)
    return;
  keep_words(to, (int)line, end + 2);
}

/* GLPK says a line in pieces; what passes the room is lost */
static int listen(void *info, const char *piece) {
  glpk_ear *const to = info;
  to->starved = to->starved || strstr(piece, "memory") != NULL;
  size_t length = strlen(to->begun);
  for (; *piece; piece++) {
    if (*piece != '\n') {
      if (length + 1 < sizeof to->begun)
        to->begun[length++] = *piece;
      continue;
    }
    to->begun[length] = '\0';
    hear_line(to, to->begun);
    length = 0;
  }
  to->begun[length] = '\0';
  return 1; /* not to be printed */
}

static bool complain(const glpk_ear *heard, error *err) {
  if (heard->cannot_open)
    return FAIL(err, ERROR_SYSTEM, heard->path, 0, 0, "cannot open: %s",
                heard->text);
  return FAIL(err, ERROR_INPUT, heard->path, heard->line, 0, "%s",
              *heard->text ? heard->text : "GLPK cannot read it");
}

/* ---- reading */

static bool read_as(glp_prob *to, int how, glpk_ear *heard) {
  *heard = (glpk_ear){.path = heard->path, .starved = heard->starved};
  return (how == 0 ? glp_read_lp(to, NULL, heard->path)
                   : glp_read_mps(to, how, NULL, heard->path)) == 0;
}

/* Fixed fields first: what breaks them soon is free form. */
static bool read_mps(glp_prob *to, glpk_ear *heard) {
  if (read_as(to, GLP_MPS_DECK, heard))
    return true;
  const glpk_ear fixed = *heard;
  if (read_as(to, GLP_MPS_FILE, heard))
    return true;
  if (fixed.line > heard->line)
    *heard = fixed;
  return false;
}

glp_prob *glpk_read(glpk_ear *ear, error *err) {
  const layout as = layout_of(ear->path);
  if (as == LAYOUT_NONE) {
    error_at(err, ERROR_USAGE, ear->path, 0, 0,
             "the name must end in .lp or .mps (.gz may follow)");
    return NULL;
  }
  if (!is_there(ear->path, err))
    return NULL;
  glp_prob *const to = glp_create_prob();
  glp_term_hook(listen, ear);
  if (as == LAYOUT_LP ? read_as(to, 0, ear) : read_mps(to, ear))
    return to;
  glp_delete_prob(to);
  complain(ear, err);
  return NULL;
}

bool glpk_listening(void (*body)(void *context), void *context, glpk_ear *ear,
                    error *err) {
  error own = {.kind = ERROR_NONE};
  if (glpk_guarded(body, context, &own))
    return true;
  return own.kind == ERROR_DEFECT && ear->starved
             ? FAIL(err, ERROR_SYSTEM, NULL, 0, 0, "out of memory")
             : FAIL(err, own.kind, ear->path, 0, 0, "%s", own.text);
}
