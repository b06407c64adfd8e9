/* encoding - the bytes of a file as UTF-8. They are UTF-8, with or without a
 * byte order mark, or CP932, which is what Excel in Japanese writes (SHIFT_JIS
 * by name lacks ①㈱髙 and turns a backslash into a yen sign). The one door to
 * iconv.
 *
 * What is valid UTF-8 is UTF-8. Else the encoding is taken that fewer bytes
 * misfit, but CP932 knows no shame: much Japanese text in UTF-8 passes as
 * CP932 without a misfit (あい as 縺ゅ＞), so that one broken byte would turn
 * it all into other characters. Hence characters of several bytes that are
 * right speak for UTF-8: it is also taken when they outnumber its misfits.
 * Cost: linear in time; at most five times the bytes in memory. */
#ifndef SAITAKU_READ_ENCODING_H
#define SAITAKU_READ_ENCODING_H

#include "../base/arena.h"
#include "../base/error.h"
#include "../base/file.h"
#include "place.h"

/* A byte that the encoding has no character for, or NUL; in the text a SUB
 * (U+001A) stands for it. */
typedef struct misfit {
  size_t offset; /* in the plain text */
  place at;      /* without a cell */
  unsigned char byte;
} misfit;

typedef struct plain_text {
  const char *at; /* valid UTF-8 without NUL and without byte order mark */
  size_t length;
  bool cp932;                      /* as it was in the file */
  misfit *misfits;                 /* the first COMPLAINTS_MAX */
  int utf8_misfits, cp932_misfits; /* the file's, taken as the one or other; the
                                      latter are counted if there are former */
} plain_text;

/* False only where the machine fails. */
bool encoding_decode(arena *home, bytes raw, plain_text *to, error *err);

/* Is it EUC-JP? Each of its characters could be one there, and as what it was
 * taken it has misfits or, where kana should be, the marks ､ and ･ (kana of
 * EUC-JP read as half-width forms of CP932). */
bool encoding_is_euc(bytes raw, const plain_text *taken);

int encoding_misfits(const plain_text *of); /* of the encoding taken */

/* How many bytes of the file the character at `at` took: counted at its first
 * byte, 0 at the others. */
int encoding_width(const char *at, bool cp932);

#endif
