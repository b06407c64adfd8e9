#include "encoding.h"

#include <assert.h>
#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <utf8proc.h>

static const char BYTE_ORDER_MARK[] = "\xEF\xBB\xBF";
enum { SUBSTITUTE = 0x1A };

static bool is_ascii(char byte) { return (unsigned char)byte < 0x80; }

/* ---- misfits, found from the first to the last */

typedef struct finder {
  arena *home;
  bytes raw;
  misfit *found;
  int count;
  size_t offset; /* of the place */
  place at;
} finder;

static finder finder_new(arena *home, bytes raw) {
  return (finder){.home = home, .raw = raw, .at = {1, 1, 0, 0}};
}

static void move_to(finder *f, size_t offset) {
  assert(f->offset <= offset);
  for (; f->offset < offset; f->offset++) {
    const char *const at = f->raw.at + f->offset;
    const bool ends = at[0] == '\n' || (at[0] == '\r' && at[1] != '\n');
    f->at.column = ends ? 1 : f->at.column + 1;
    f->at.line += ends;
  }
}

static void add_misfit(finder *f, size_t offset, size_t in_text) {
  if (!f->found)
    f->found = ARENA_ARRAY(f->home, misfit, COMPLAINTS_MAX);
  if (f->count < COMPLAINTS_MAX) {
    move_to(f, offset);
    f->found[f->count] =
        (misfit){in_text, f->at, (unsigned char)f->raw.at[offset]};
  }
  f->count += f->count < INT32_MAX;
}

/* ---- UTF-8 */

typedef struct survey {
  int64_t misfits, pairs, longer; /* characters of two bytes, of more */
} survey;

/* the bytes of the character at `at`; 0: a misfit */
static size_t utf8_step(bytes raw, size_t at) {
  if (is_ascii(raw.at[at]))
    return raw.at[at] != '\0';
  utf8proc_int32_t point;
  const utf8proc_ssize_t step =
      utf8proc_iterate((const utf8proc_uint8_t *)raw.at + at,
                       (utf8proc_ssize_t)(raw.length - at), &point);
  return step < 1 ? 0 : (size_t)step;
}

/* A character that breaks off is one misfit, not one a byte. */
static size_t misfit_length(bytes raw, size_t at) {
  const unsigned char first = (unsigned char)raw.at[at];
  const size_t whole = first >= 0xF0   ? 4
                       : first >= 0xE0 ? 3
                       : first >= 0xC0 ? 2
                                       : 1;
  size_t length = 1;
  while (length < whole && at + length < raw.length &&
         ((unsigned char)raw.at[at + length] & 0xC0) == 0x80)
    length++;
  return length;
}

/* Are these eight bytes ASCII, none of them NUL? */
static bool eight_ascii(const char *at) {
  const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
  uint64_t word;
  memcpy(&word, at, sizeof word);
  return ((word | (word - ones)) & tops) == 0;
}

static size_t behind_ascii(bytes raw, size_t at) {
  while (raw.length - at >= 8 && eight_ascii(raw.at + at))
    at += 8;
  return at;
}

static survey utf8_survey(bytes raw) {
  survey s = {0};
  for (size_t at = behind_ascii(raw, 0); at < raw.length;
       at = behind_ascii(raw, at)) {
    const size_t step = utf8_step(raw, at);
    s.misfits += step == 0;
    s.pairs += step == 2;
    s.longer += step > 2;
    at += step > 0 ? step : misfit_length(raw, at);
  }
  return s;
}

static void take_utf8(arena *home, bytes raw, plain_text *to) {
  finder f = finder_new(home, raw);
  char *const copy = arena_text(home, raw.at, raw.length);
  for (size_t at = 0; at < raw.length;) {
    const size_t step = utf8_step(raw, at);
    const size_t length = step > 0 ? step : misfit_length(raw, at);
    if (step == 0) {
      add_misfit(&f, at, at);
      memset(copy + at, SUBSTITUTE, length);
    }
    at += length;
  }
  to->at = copy;
  to->length = raw.length;
  to->misfits = f.found;
}

/* ---- CP932 */

/* one byte makes at most three, and only one above ASCII makes more than one */
static size_t utf8_room(bytes raw) {
  size_t room = 1;
  for (size_t i = 0; i < raw.length; i++)
    room += is_ascii(raw.at[i]) ? 1 : 3;
  return room;
}

/* what lies before the next NUL, which iconv would take as a character */
static size_t next_nul(bytes raw, size_t from) {
  const char *const nul = memchr(raw.at + from, '\0', raw.length - from);
  return nul ? (size_t)(nul - raw.at) : raw.length;
}

static size_t convert(iconv_t from, const char *in, size_t length, char **to,
                      size_t *room) {
  char *at = (char *)in; /* iconv takes it so, and only reads */
  size_t left = length;
  const size_t done = iconv(from, &at, &left, to, room);
  assert(done != (size_t)-1 || errno != E2BIG);
  (void)done;
  return length - left;
}

static void convert_all(iconv_t from, finder *f, plain_text *to) {
  size_t room = utf8_room(f->raw);
  char *const text = ARENA_ARRAY(f->home, char, room);
  char *end = text;
  size_t nul = next_nul(f->raw, 0);
  for (size_t at = 0; at < f->raw.length;) {
    at += convert(from, f->raw.at + at, nul - at, &end, &room);
    if (at == f->raw.length)
      break;
    add_misfit(f, at++, (size_t)(end - text));
    *end++ = SUBSTITUTE;
    room--;
    if (at > nul)
      nul = next_nul(f->raw, at);
  }
  *to = (plain_text){.at = text,
                     .length = (size_t)(end - text),
                     .cp932 = true,
                     .misfits = f->found,
                     .cp932_misfits = f->count};
}

static bool take_cp932(arena *home, bytes raw, plain_text *to, error *err) {
  const iconv_t from = iconv_open("UTF-8", "CP932");
  if (from == (iconv_t)-1)
    return FAIL(err, ERROR_SYSTEM, NULL, 0, 0,
                errno == ENOMEM
                    ? "out of memory"
                    : "this machine's iconv has no table for CP932");
  finder f = finder_new(home, raw);
  convert_all(from, &f, to);
  iconv_close(from);
  return true;
}

/* ---- which of them */

static bytes without_mark(bytes raw, bool *marked) {
  const size_t mark = sizeof BYTE_ORDER_MARK - 1;
  *marked = raw.length >= mark && !memcmp(raw.at, BYTE_ORDER_MARK, mark);
  return *marked ? (bytes){raw.at + mark, raw.length - mark} : raw;
}

/* Half-width katakana in CP932 make a pair of UTF-8 now and then (ﾃｽ as ý), but
 * not twice as many pairs as misfits; longer characters are hardly ever made
 * so.
 */
static bool speaks_for_utf8(const survey *s) {
  return s->pairs > 2 * s->misfits ||
         (s->longer > 0 && s->longer + s->pairs / 2 >= s->misfits);
}

static int bounded(int64_t count) {
  return count < INT32_MAX ? (int)count : INT32_MAX;
}

bool encoding_decode(arena *home, bytes raw, plain_text *to, error *err) {
  bool marked;
  const bytes body = without_mark(raw, &marked);
  const survey utf8 = utf8_survey(body);
  *to = (plain_text){.at = body.at, .length = body.length};
  if (utf8.misfits == 0)
    return true;
  if (!take_cp932(home, body, to, err))
    return false;
  to->utf8_misfits = bounded(utf8.misfits);
  if (!marked && !speaks_for_utf8(&utf8) && utf8.misfits > to->cp932_misfits)
    return true;
  to->cp932 = false;
  take_utf8(home, body, to);
  return true;
}

/* ---- EUC-JP */

static bool is_high(const char *at, unsigned first, unsigned last) {
  return (unsigned char)*at >= first && (unsigned char)*at <= last;
}

/* the bytes of the character, or of an ASCII one; 0: none of EUC-JP */
static size_t euc_step(const char *at) {
  if (is_ascii(*at))
    return *at != '\0';
  if (is_high(at, 0x8E, 0x8E))
    return is_high(at + 1, 0xA1, 0xDF) ? 2 : 0;
  const size_t lead = is_high(at, 0x8F, 0x8F);
  return is_high(at + lead, 0xA1, 0xFE) && is_high(at + lead + 1, 0xA1, 0xFE)
             ? lead + 2
             : 0;
}

bool encoding_is_euc(bytes raw, const plain_text *taken) {
  const int misfits = encoding_misfits(taken);
  if (misfits == 0 && !taken->cp932)
    return false;
  size_t pairs = 0, kana = 0;
  for (size_t at = 0; at < raw.length;) {
    const size_t step = euc_step(raw.at + at);
    if (step == 0)
      return false;
    pairs += step > 1;
    kana += is_high(raw.at + at, 0xA4, 0xA5);
    at += step;
  }
  return misfits > 0 ? pairs > 0 : kana >= 4 && kana * 4 >= pairs;
}

int encoding_misfits(const plain_text *of) {
  return of->cp932 ? of->cp932_misfits : of->utf8_misfits;
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
