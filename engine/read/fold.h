/* fold - one spelling for what people write in several: full-width and
 * half-width forms by Unicode's NFKC (utf8proc), characters that nobody sees,
 * blanks around a text. */
#ifndef SAITAKU_READ_FOLD_H
#define SAITAKU_READ_FOLD_H

#include <stdbool.h>

enum { FOLD_BYTES = 256 }; /* longer texts are no number, date or header */

/* text in NFKC, without blanks around it and zero-width characters in it; in
 * lower case if `lower`. False if it is too long. */
bool fold_text(const char *text, bool lower, char to[FOLD_BYTES]);

/* text without the blanks, controls and byte order marks around it, cut in
 * place */
char *fold_trim(char *text);

#endif
