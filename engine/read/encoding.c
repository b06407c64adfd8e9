#include "encoding.h"

#include <assert.h>
#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <utf8proc.h>

static const char BYTE_ORDER_MARK[] = "\xEF\xBB\xBF";

static bool is_ascii(char byte) { return (unsigned char)byte < 0x80; }

/* the length of the longest prefix that is valid UTF-8 */
static size_t utf8_prefix(bytes raw) {
  size_t at = 0;
  while (at < raw.length) {
    utf8proc_int32_t point;
    const utf8proc_ssize_t step =
        is_ascii(raw.at[at])
            ? 1
            : utf8proc_iterate((const utf8proc_uint8_t *)raw.at + at,
                               (utf8proc_ssize_t)(raw.length - at), &point);
    if (step < 1)
      return at;
    at += (size_t)step;
  }
  return at;
}

/* one byte makes at most three, and only one above ASCII makes more than one */
static size_t utf8_room(bytes raw) {
  size_t room = 1;
  for (size_t i = 0; i < raw.length; i++)
    room += is_ascii(raw.at[i]) ? 1 : 3;
  return room;
}

static size_t convert(iconv_t from, bytes raw, char *to, size_t *room) {
  char *in = (char *)raw.at; /* iconv takes it so, and only reads */
  size_t left = raw.length;
  const size_t done = iconv(from, &in, &left, &to, room);
  assert(done != (size_t)-1 || errno != E2BIG);
  (void)done;
  return raw.length - left;
}

/* the length of the longest prefix that is CP932; *to is all of it or nothing
 */
static bool cp932_prefix(arena *home, bytes raw, plain_text *to, size_t *prefix,
                         error *err) {
  const iconv_t from = iconv_open("UTF-8", "CP932");
  if (from == (iconv_t)-1)
    return FAIL(err, ERROR_SYSTEM, NULL, 0, 0,
                "this machine's iconv has no table for CP932");
  const size_t room = utf8_room(raw);
  char *const text = ARENA_ARRAY(home, char, room);
  size_t left = room;
  *prefix = convert(from, raw, text, &left);
  iconv_close(from);
  *to = (plain_text){text, room - left, true};
  return true;
}

static place place_of(bytes raw, size_t offset) {
  place at = {1, 1, 0, 0};
  for (size_t i = 0; i < offset; i++) {
    const bool ends =
        raw.at[i] == '\n' || (raw.at[i] == '\r' && raw.at[i + 1] != '\n');
    at.column = ends ? 1 : at.column + 1;
    at.line += ends;
  }
  return at;
}

static outcome refuse(arena *home, bytes raw, size_t offset, fault *why) {
  assert(offset < raw.length);
  *why = (fault){place_of(raw, offset),
                 arena_format(home, "0x%02X", (unsigned char)raw.at[offset]),
                 "UTF-8, CP932"};
  return OUTCOME_REFUSED;
}

static size_t larger(size_t a, size_t b) { return a > b ? a : b; }

static bytes without_mark(bytes raw, bool *marked) {
  const size_t mark = sizeof BYTE_ORDER_MARK - 1;
  *marked = raw.length >= mark && !memcmp(raw.at, BYTE_ORDER_MARK, mark);
  return *marked ? (bytes){raw.at + mark, raw.length - mark} : raw;
}

outcome encoding_decode(arena *home, bytes raw, plain_text *to, fault *why,
                        error *err) {
  bool marked;
  const bytes body = without_mark(raw, &marked);
  const char *const nul = memchr(body.at, '\0', body.length);
  if (nul)
    return refuse(home, body, (size_t)(nul - body.at), why);
  const size_t utf8 = utf8_prefix(body);
  *to = (plain_text){body.at, body.length, false};
  if (utf8 == body.length)
    return OUTCOME_DONE;
  if (marked)
    return refuse(home, body, utf8, why);
  size_t cp932;
  if (!cp932_prefix(home, body, to, &cp932, err))
    return OUTCOME_FAILED;
  return cp932 == body.length ? OUTCOME_DONE
                              : refuse(home, body, larger(utf8, cp932), why);
}

/* CP932 writes ASCII and the half-width katakana U+FF61..U+FF9F, which are EF
 * BD A1 .. EF BE 9F in UTF-8, in one byte and all else in two. */
int encoding_width(const char *at, bool cp932) {
  const unsigned char first = (unsigned char)at[0];
  if (!cp932 || first < 0x80)
    return 1;
  if ((first & 0xC0) == 0x80)
    return 0;
  if (first != 0xEF)
    return 2;
  const int rest = (unsigned char)at[1] << 8 | (unsigned char)at[2];
  return rest >= 0xBDA1 && rest <= 0xBE9F ? 1 : 2;
}
