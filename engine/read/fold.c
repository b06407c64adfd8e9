#include "fold.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>
#include <utf8proc.h>

/* What nobody sees at the end of a text: blanks and controls of ASCII, U+00A0,
 * U+2000..U+200F, U+2028..U+202F, U+2060, U+3000 and byte order marks. The
 * bytes of the one at `at`; 0: it is none. */
static size_t blank_at(const char *at) {
  const unsigned char first = (unsigned char)at[0];
  if (first < 0x80)
    return (first > 0 && first <= ' ') || first == 0x7F;
  if (first == 0xC2)
    return (unsigned char)at[1] == 0xA0 ? 2 : 0;
  static const struct {
    const char *low, *high;
  } spans[] = {{"\xE2\x80\x80", "\xE2\x80\x8F"},
               {"\xE2\x80\xA8", "\xE2\x80\xAF"},
               {"\xE2\x81\xA0", "\xE2\x81\xA0"},
               {"\xE3\x80\x80", "\xE3\x80\x80"},
               {"\xEF\xBB\xBF", "\xEF\xBB\xBF"}};
  for (size_t i = 0; i < sizeof spans / sizeof *spans; i++)
    if (strncmp(at, spans[i].low, 3) >= 0 && strncmp(at, spans[i].high, 3) <= 0)
      return 3;
  return 0;
}

/* of the one that ends with the text */
static size_t blank_before(const char *text, size_t length) {
  size_t size = 1;
  while (size < length && size < 3 &&
         ((unsigned char)text[length - size] & 0xC0) == 0x80)
    size++;
  return blank_at(text + length - size) == size ? size : 0;
}

/* Does a blank begin or end with this byte? Most texts need no more. */
static bool may_be_blank(unsigned char byte) {
  return byte <= ' ' || (byte >= 0x7F && byte <= 0xAF) || byte == 0xBF ||
         byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF;
}

char *fold_trim(char *text) {
  while (may_be_blank((unsigned char)*text) && blank_at(text) > 0)
    text += blank_at(text);
  size_t length = strlen(text);
  while (length > 0 && may_be_blank((unsigned char)text[length - 1]) &&
         blank_before(text, length) > 0)
    length -= blank_before(text, length);
  text[length] = '\0';
  return text;
}

/* false at the first byte that is not ASCII */
static bool fold_ascii(const char *text, size_t length, bool lower, char *to) {
  for (size_t i = 0; i < length; i++) {
    const unsigned char byte = (unsigned char)text[i];
    if (byte >= 0x80)
      return false;
    to[i] = (char)(lower && byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
  }
  to[length] = '\0';
  return true;
}

static bool fold_wide(const char *text, size_t length, bool lower, char *to) {
  const utf8proc_option_t way = UTF8PROC_STABLE | UTF8PROC_COMPAT |
                                UTF8PROC_COMPOSE | UTF8PROC_IGNORE |
                                (lower ? UTF8PROC_CASEFOLD : 0);
  utf8proc_int32_t point[FOLD_BYTES + 1];
  const utf8proc_ssize_t count =
      utf8proc_decompose((const utf8proc_uint8_t *)text,
                         (utf8proc_ssize_t)length, point, FOLD_BYTES, way);
  if (count < 0 || count > FOLD_BYTES)
    return false;
  const utf8proc_ssize_t size = utf8proc_reencode(point, count, way);
  if (size < 0 || size >= FOLD_BYTES)
    return false;
  memcpy(to, point, (size_t)size);
  to[size] = '\0';
  return true;
}

bool fold_text(const char *text, bool lower, char to[FOLD_BYTES]) {
  const size_t length = strlen(text);
  if (length >= FOLD_BYTES)
    return false;
  if (!fold_ascii(text, length, lower, to) &&
      !fold_wide(text, length, lower, to))
    return false;
  const char *const trimmed = fold_trim(to);
  memmove(to, trimmed, strlen(trimmed) + 1);
  return true;
}
