/* cell - a row's cells as values. An empty cell gives the missing value, and a
 * complaint where the column needs values; a bad one gives the missing value
 * and a complaint. Numbers, dates and words are read in NFKC. */
#ifndef SAITAKU_READ_CELL_H
#define SAITAKU_READ_CELL_H

#include "dossier.h"
#include "table.h"

/* One word a cell may hold, in lower case. */
typedef struct word {
  const char *spelling;
  int meaning; /* > 0 */
} word;

bool cell_given(const row *in, int which);

/* trimmed; valid while the row is */
const char *cell_text(row *in, int which);

/* the same, unless a spreadsheet took the id for a number or a date: then "" */
const char *cell_id(row *in, int which);

/* digits; DOSSIER_MISSING */
int64_t cell_integer(row *in, int which, int64_t low, int64_t high);

/* 0..10^12, as 1234567, 1,234,567, ¥1,234,567 or 1,234,567円 */
int64_t cell_yen(row *in, int which);

int32_t cell_date(row *in, int which); /* DATE_MISSING */
int cell_country(row *in, int which);  /* country.h; -1 */
answer cell_answer(row *in, int which);

/* complains of a cell that is no number, naming what made it so if it can */
void cell_refuse_number(row *in, int which, const char *allowed);

/* the meaning of the word; 0 if missing or none of them */
int cell_word(row *in, int which, const word *words, int count,
              const char *allowed);

#endif
