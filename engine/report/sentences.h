/* sentences - what the program says, by code and language. The one place with
 * sentences; everything before report/ hands over codes and figures. */
#ifndef SAITAKU_REPORT_SENTENCES_H
#define SAITAKU_REPORT_SENTENCES_H

#include "../base/arena.h"
#include "remark_table.h"
#include "sentence_table.h"

typedef enum language { LANGUAGE_EN, LANGUAGE_JA, LANGUAGE_COUNT } language;

typedef enum sentence_code {
#define SENTENCE_CODE(code, en, ja) SAY_##code,
#define SENTENCE_REMARK(code, word, en, ja) SAY_REMARK_##code,
  SENTENCE_TABLE(SENTENCE_CODE) REMARK_SENTENCES(SENTENCE_CODE)
      REMARK_TABLE(SENTENCE_REMARK)
#undef SENTENCE_REMARK
#undef SENTENCE_CODE
          SENTENCE_COUNT
} sentence_code;

enum { SENTENCE_VALUES = 4 };
typedef struct sentence_values { /* what {0} to {3} stand for; null: "" */
  const char *at[SENTENCE_VALUES];
} sentence_values;

/* as it stands in the table */
const char *sentence_of(language in, sentence_code code);
/* with its values filled in */
char *sentence_fill(arena *home, language in, sentence_code code,
                    sentence_values values);

#endif
