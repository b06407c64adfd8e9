#include "cell.h"

#include "../base/date.h"
#include "../base/text.h"
#include "damage.h"
#include "fold.h"
#include <stdio.h>
#include <string.h>

bool cell_given(const row *in, int which) {
  return in->cell[which] && *in->cell[which]->text != '\0';
}

/* of a column that the file lacks, the header has been complained of */
static bool take_given(row *in, int which, const char *allowed) {
  if (cell_given(in, which))
    return true;
  if (in->cell[which] && in->columns[which].need == NEED_VALUE)
    row_complain(in, which, COMPLAINT_VALUE_MISSING, allowed);
  return false;
}

static bool take_folded(row *in, int which, bool lower, const char *allowed,
                        char to[FOLD_BYTES]) {
  if (!take_given(in, which, allowed))
    return false;
  if (!fold_text(in->cell[which]->text, lower, to))
    *to = '\0'; /* too long to be anything that is allowed */
  return true;
}

const char *cell_text(row *in, int which) {
  return take_given(in, which, NULL) ? in->cell[which]->text : "";
}

const char *cell_id(row *in, int which) {
  const char *const given = cell_text(in, which);
  char folded[FOLD_BYTES];
  if (!damage_may_be_changed(given) || !fold_text(given, true, folded))
    return given;
  if (damage_is_shortened(folded))
    row_complain(in, which, COMPLAINT_NUMBER_SHORTENED, NULL);
  else if (damage_is_date_of_two(folded))
    row_complain(in, which, COMPLAINT_NUMBER_AS_DATE, NULL);
  else
    return given;
  return "";
}

static complaint_code number_fault(const char *given) {
  char folded[FOLD_BYTES];
  if (!fold_text(given, true, folded))
    return COMPLAINT_VALUE_BAD;
  if (damage_is_shortened(folded))
    return COMPLAINT_NUMBER_SHORTENED;
  if (damage_is_apostrophe(folded))
    return COMPLAINT_NUMBER_AS_TEXT;
  return damage_is_date(folded) ? COMPLAINT_NUMBER_AS_DATE
                                : COMPLAINT_VALUE_BAD;
}

void cell_refuse_number(row *in, int which, const char *allowed) {
  row_complain(in, which, number_fault(in->cell[which]->text), allowed);
}

int64_t cell_integer(row *in, int which, int64_t low, int64_t high) {
  char allowed[64] = "", folded[FOLD_BYTES];
  int64_t value;
  if (cell_given(in, which) &&
      fold_text(in->cell[which]->text, false, folded) &&
      number_integer(folded, low, high, &value))
    return value;
  snprintf(allowed, sizeof allowed, "%lld..%lld", (long long)low,
           (long long)high);
  if (take_given(in, which, allowed))
    cell_refuse_number(in, which, allowed);
  return DOSSIER_MISSING;
}

static const char *skip_start(const char *from, const char *start) {
  const size_t length = strlen(start);
  return strncmp(from, start, length) == 0 ? from + length : from;
}

static void cut_end(char *from, const char *end) {
  const size_t length = strlen(from), cut = strlen(end);
  if (length >= cut && strcmp(from + length - cut, end) == 0)
    from[length - cut] = '\0';
}

/* true if the separators, if any, stand before each third digit */
static bool grouped_well(const char *digits) {
  const char *comma = strchr(digits, ',');
  if (comma && (comma == digits || comma - digits > 3))
    return false;
  for (; comma; comma = strchr(comma + 1, ','))
    if (strspn(comma + 1, "0123456789") != 3)
      return false;
  return true;
}

/* CP932 has its yen sign where ASCII has the backslash. */
static bool parse_yen(char folded[FOLD_BYTES], int64_t *to) {
  const char *start = skip_start(folded, "¥");
  if (start == folded)
    start = skip_start(folded, "\\");
  memmove(folded, start, strlen(start) + 1);
  cut_end(folded, "円");
  const char *from = fold_trim(folded);
  if (!grouped_well(from))
    return false;
  char digits[FOLD_BYTES];
  size_t length = 0;
  for (; *from; from++)
    if (*from != ',')
      digits[length++] = *from;
  digits[length] = '\0';
  return number_integer(digits, 0, POLICY_YEN_MAX, to);
}

int64_t cell_yen(row *in, int which) {
  static const char allowed[] = "0..1000000000000";
  char folded[FOLD_BYTES];
  int64_t value;
  if (!take_folded(in, which, false, allowed, folded))
    return DOSSIER_MISSING;
  if (parse_yen(folded, &value))
    return value;
  cell_refuse_number(in, which, allowed);
  return DOSSIER_MISSING;
}

static void refuse_date(row *in, int which, const char *folded,
                        const char *allowed) {
  int32_t days;
  arena *const scratch = arena_open();
  if (damage_is_serial(folded, &days))
    row_complain(in, which, COMPLAINT_DATE_AS_NUMBER, date_text(scratch, days));
  else
    row_complain(in, which,
                 damage_is_apostrophe(folded) ? COMPLAINT_NUMBER_AS_TEXT
                                              : COMPLAINT_VALUE_BAD,
                 allowed);
  arena_close(scratch);
}

int32_t cell_date(row *in, int which) {
  static const char allowed[] = "2025-07-04, 2025/7/4";
  char folded[FOLD_BYTES];
  int32_t days;
  if (!take_folded(in, which, false, allowed, folded))
    return DATE_MISSING;
  if (date_parse(folded, &days))
    return days;
  refuse_date(in, which, folded, allowed);
  return DATE_MISSING;
}

static char upper(char c) { return (char)(c >= 'a' && c <= 'z' ? c - 32 : c); }

int cell_country(row *in, int which) {
  static const char allowed[] = "ISO 3166-1 alpha-2";
  char folded[FOLD_BYTES];
  if (!take_folded(in, which, false, allowed, folded))
    return -1;
  for (char *at = folded; *at; at++)
    *at = upper(*at);
  const int country = country_find(folded);
  if (country < 0)
    row_complain(in, which, COMPLAINT_VALUE_BAD, allowed);
  return country;
}

int cell_word(row *in, int which, const word *words, int count,
              const char *allowed) {
  char folded[FOLD_BYTES];
  if (!take_folded(in, which, true, allowed, folded))
    return 0;
  for (int i = 0; i < count; i++)
    if (text_same(words[i].spelling, folded))
      return words[i].meaning;
  row_complain(in, which, COMPLAINT_VALUE_BAD, allowed);
  return 0;
}

answer cell_answer(row *in, int which) {
  static const word words[] = {
      {"yes", ANSWER_YES},   {"y", ANSWER_YES},    {"true", ANSWER_YES},
      {"1", ANSWER_YES},     {"はい", ANSWER_YES}, {"〇", ANSWER_YES},
      {"○", ANSWER_YES},     {"◯", ANSWER_YES},    {"no", ANSWER_NO},
      {"n", ANSWER_NO},      {"false", ANSWER_NO}, {"0", ANSWER_NO},
      {"いいえ", ANSWER_NO}, {"×", ANSWER_NO},     {"✕", ANSWER_NO},
  };
  return (answer)cell_word(in, which, words, sizeof words / sizeof *words,
                           "yes, no");
}
