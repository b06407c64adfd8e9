/* error - the first failure of a run, as a plain value that owns nothing. */
#ifndef SAITAKU_BASE_ERROR_H
#define SAITAKU_BASE_ERROR_H

#include <stdbool.h>

typedef enum error_kind {
  ERROR_NONE,
  ERROR_USAGE,  /* exit 2 */
  ERROR_INPUT,  /* exit 3 */
  ERROR_SYSTEM, /* exit 6 */
  ERROR_DEFECT  /* exit 70: a promise of ours was broken */
} error_kind;

typedef struct error {
  error_kind kind;
  int line, column; /* 1-based, in bytes; 0 = not tied to one */
  char file[256], text[256];
} error;

/* Fills *err in unless it holds an earlier failure; file may be null. Texts
 * past their room are cut between characters; control characters become '?'.
 * Use FAIL, so that analysers see the false. */
void error_at(error *err, error_kind kind, const char *file, int line,
              int column, const char *format, ...)
    __attribute__((format(printf, 6, 7)));
#define FAIL(...) (error_at(__VA_ARGS__), false)

int error_exit_status(const error *err); /* 0, 2, 3, 6 or 70 */

#endif
