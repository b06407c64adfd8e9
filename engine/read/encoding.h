/* encoding - the bytes of a file as UTF-8: taken as UTF-8, with or without a
 * byte order mark, when they are valid UTF-8, else as CP932, which is what
 * Excel in Japanese writes (SHIFT_JIS by name lacks ①㈱髙 and turns a
 * backslash into a yen sign). The one door to iconv.
 * Cost: linear in time; at most three times the bytes in memory. */
#ifndef SAITAKU_READ_ENCODING_H
#define SAITAKU_READ_ENCODING_H

#include "../base/arena.h"
#include "../base/error.h"
#include "../base/file.h"
#include "place.h"

typedef struct plain_text {
  const char *at; /* valid UTF-8 without NUL and without byte order mark */
  size_t length;
  bool cp932; /* as it was in the file */
} plain_text;

/* Refused: a NUL byte, or bytes that neither encoding knows; the fault stands
 * where the encoding that got further had to stop. */
outcome encoding_decode(arena *home, bytes raw, plain_text *to, fault *why,
                        error *err);

/* How many bytes of the file the character at `at` took: counted at its first
 * byte, 0 at the others. */
int encoding_width(const char *at, bool cp932);

#endif
