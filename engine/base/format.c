#include "format.h"

#include <stdbool.h>
#include <string.h>

typedef struct signature {
  const char *starts;
  size_t length;
  const char *format;
} signature;

static const signature signatures[] = {
    {"PK\3\4", 4, "XLSX (zip)"},
    {"PK\5\6", 4, "XLSX (zip)"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "XLS"},
    {"\xFF\xFE\0\0", 4, "UTF-32"},
    {"\0\0\xFE\xFF", 4, "UTF-32"},
    {"\xFF\xFE", 2, "UTF-16"},
    {"\xFE\xFF", 2, "UTF-16"},
    {"%PDF-", 5, "PDF"},
    {"{\\rtf", 5, "RTF"},
    {"\x1F\x8B", 2, "gzip"},
    {"7z\xBC\xAF\x27\x1C", 6, "7z"},
    {"Rar!\x1A\x07", 6, "RAR"},
    {"\x89PNG", 4, "PNG"},
    {"\xFF\xD8\xFF", 3, "JPEG"},
};
enum { SIGNATURES = sizeof signatures / sizeof *signatures };

static bool starts_with(bytes raw, const char *start, size_t length) {
  return raw.length >= length && memcmp(raw.at, start, length) == 0;
}

static const char *by_signature(bytes raw) {
  for (int i = 0; i < SIGNATURES; i++)
    if (starts_with(raw, signatures[i].starts, signatures[i].length))
      return signatures[i].format;
  return NULL;
}

/* ---- pages */

static bytes behind_blanks(bytes raw) {
  const size_t mark = starts_with(raw, "\xEF\xBB\xBF", 3) ? 3 : 0;
  const size_t blanks = strspn(raw.at + mark, " \t\r\n");
  return (bytes){raw.at + mark + blanks, raw.length - mark - blanks};
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static const char *by_tag(bytes raw) {
  const bytes page = behind_blanks(raw);
  if (starts_with(page, "<?xml", 5))
    return "XML";
  const bool tag = page.length >= 2 && page.at[0] == '<' &&
                   (is_letter(page.at[1]) || page.at[1] == '!');
  return tag ? "HTML" : NULL;
}

/* ---- encodings without a mark */

/* In UTF-16 the high byte of ASCII is NUL, always the first of two or always
 * the second; few characters (U+4E00) have it the other way. In UTF-32 half
 * the bytes or more are NUL. */
static const char *by_nuls(bytes raw) {
  enum { LOOKED_AT = 4096 };
  const size_t length = raw.length < LOOKED_AT ? raw.length : LOOKED_AT;
  size_t nuls[2] = {0};
  for (size_t i = 0; i < length; i++)
    nuls[i % 2] += raw.at[i] == '\0';
  const size_t more = nuls[0] > nuls[1] ? nuls[0] : nuls[1];
  const size_t all = nuls[0] + nuls[1];
  if (more >= 2 && more * 16 >= length && (all - more) * 4 <= more)
    return "UTF-16";
  return length >= 8 && all * 2 >= length && all * 8 <= length * 7 ? "UTF-32"
                                                                   : NULL;
}

/* ESC $ B or ESC $ @ begins its double bytes */
static const char *by_escapes(bytes raw) {
  const char *at = raw.at, *const end = raw.at + raw.length;
  while ((at = memchr(at, 0x1B, (size_t)(end - at))) != NULL) {
    at++;
    if (at[0] == '$' && (at[1] == 'B' || at[1] == '@'))
      return "ISO-2022-JP";
  }
  return NULL;
}

const char *format_foreign(bytes raw) {
  static const char *(*const ways[])(bytes) = {by_signature, by_tag, by_nuls,
                                               by_escapes};
  const char *format = NULL;
  for (size_t i = 0; !format && i < sizeof ways / sizeof *ways; i++)
    format = ways[i](raw);
  return format;
}
