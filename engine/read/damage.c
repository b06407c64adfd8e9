#include "damage.h"

#include "../base/date.h"
#include "../base/number.h"
#include "../base/text.h"
#include <string.h>

static const char digits[] = "0123456789";

static bool is_listed(const char *const *words, const char *given) {
  while (*words && !text_same(*words, given))
    words++;
  return *words;
}

bool damage_is_error(const char *folded) {
  static const char *const words[] = {"#ref!",   "#n/a",    "#value!", "#name?",
                                      "#div/0!", "#null!",  "#num!",   "#calc!",
                                      "#spill!", "#field!", "#busy!",  NULL};
  return *folded == '#' && is_listed(words, folded);
}

bool damage_is_hidden(const char *folded) {
  const size_t length = strspn(folded, "#");
  return length >= 2 && folded[length] == '\0';
}

/* behind between `least` and `most` digits; null if there are others */
static const char *behind_digits(const char *at, size_t least, size_t most) {
  const size_t length = strspn(at, digits);
  return length >= least && length <= most ? at + length : NULL;
}

static const char *behind_word(const char *at, const char *word) {
  const size_t length = strlen(word);
  return at && strncmp(at, word, length) == 0 ? at + length : NULL;
}

static bool ends(const char *at) { return at && *at == '\0'; }

bool damage_is_shortened(const char *folded) {
  const char *at = folded + (*folded == '-');
  at = behind_digits(at, 1, 1);
  if (at && *at == '.')
    at = behind_digits(at + 1, 1, 20);
  at = behind_word(at, "e+");
  return at && ends(behind_digits(at, 1, 3));
}

bool damage_is_apostrophe(const char *folded) {
  return *folded == '\'' || behind_word(folded, "\xE2\x80\x99");
}

/* ---- dates */

static const char *behind_month(const char *at) {
  static const char *const months[] = {"jan", "feb", "mar", "apr",
                                       "may", "jun", "jul", "aug",
                                       "sep", "oct", "nov", "dec"};
  for (int i = 0; i < 12; i++)
    if (behind_word(at, months[i]))
      return behind_word(at, months[i]);
  return NULL;
}

static bool is_english(const char *folded) {
  const char *const month = behind_month(folded);
  if (month) /* may-03 */
    return *month == '-' && ends(behind_digits(month + 1, 2, 4));
  const char *const day = behind_digits(folded, 1, 2); /* 3-may */
  return day && *day == '-' && ends(behind_month(day + 1));
}

static bool is_japanese(const char *folded) {
  const char *const year = behind_digits(folded, 4, 4); /* 2025年5月 */
  const char *at = year ? behind_word(year, "年") : folded;
  at = at ? behind_digits(at, 1, 2) : NULL;
  at = behind_word(at, "月");
  if (ends(at))
    return year;
  at = at ? behind_digits(at, 1, 2) : NULL; /* 5月3日 */
  return ends(behind_word(at, "日"));
}

bool damage_is_date_of_two(const char *folded) {
  return is_english(folded) || is_japanese(folded);
}

bool damage_is_date(const char *folded) {
  int32_t days;
  return damage_is_date_of_two(folded) || date_parse(folded, &days);
}

/* Day 1 is 1900-01-01, but 1900 is taken for a leap year, so that from March
 * 1900 on it counts from 1899-12-30 (ECMA-376 part 1, 18.17.4.1). */
bool damage_is_serial(const char *folded, int32_t *days) {
  enum { DAY_ZERO = -25569, FIRST = 14611, LAST = 80354 };
  int64_t serial;
  if (!number_integer(folded, FIRST, LAST, &serial))
    return false;
  *days = (int32_t)serial + DAY_ZERO;
  return true;
}

/* ---- totals */

/* 【合計】, (total), 合計:, ※小計: the bytes of such a mark, 0 if there is none
 */
static size_t mark_at(const char *at) {
  static const char *const marks[] = {"【", "】", "「", "」", "『", "』",
                                      "《", "》", "〈", "〉", "※"};
  if (strchr("<>()[]:*=", *at))
    return 1;
  const bool wide = (unsigned char)*at >= 0x80;
  for (size_t i = 0; wide && i < sizeof marks / sizeof *marks; i++)
    if (strncmp(at, marks[i], strlen(marks[i])) == 0)
      return strlen(marks[i]);
  return 0;
}

/* without marks, and a wide text without blanks; false: too long */
static bool squeeze(const char *folded, char *to, size_t room) {
  const bool wide = (unsigned char)folded[mark_at(folded)] >= 0x80;
  size_t length = 0;
  for (const char *at = folded; *at;) {
    const size_t mark = wide && *at == ' ' ? 1 : mark_at(at);
    if (mark == 0 && length == room - 1)
      return false;
    if (mark == 0)
      to[length++] = *at++;
    at += mark;
  }
  to[length] = '\0';
  return true;
}

bool damage_is_total(const char *folded) {
  static const char *const words[] = {
      "計",       "平均",      "最大",      "最小",        "件数",
      "標準偏差", "total",     "totals",    "grand total", "sum",
      "subtotal", "sub total", "count",     "max",         "min",
      "mean",     "average",   "sub-total", NULL};
  static const char *const starts[] = {"合計", "総計", "小計", "総合計",
                                       "平均点"}; /* 合計額, 小計4件 */
  char squeezed[64];
  if (!squeeze(folded, squeezed, sizeof squeezed))
    return false;
  for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
    if (behind_word(squeezed, starts[i]))
      return true;
  return is_listed(words, squeezed);
}

/* ---- at a glance */

bool damage_may_be_total(const char *given) {
  if (!*given)
    return false;
  if ((unsigned char)*given >= 0x80) /* wide ones may count: 合計 4件 */
    return true;
  while (*given && (*given < '0' || *given > '9'))
    given++;
  return !*given;
}

/* 1.2E+08, -1E+05, 3-May and 5月3日 begin with a digit, full width or not, or
 * with a minus; May-03 has one behind three letters. */
bool damage_may_be_changed(const char *given) {
  const unsigned char first = (unsigned char)*given;
  const bool begins = first >= 0x80 || first == '-' ||
                      (first >= '0' && first <= '9') ||
                      (strnlen(given, 4) == 4 && given[3] == '-');
  for (; begins && *given; given++)
    if (*given == '+' || *given == '-' || (unsigned char)*given >= 0x80)
      return true;
  return false;
}
