#include "sentences.h"
#include "../base/text.h"
#include <assert.h>

static const char *const table[SENTENCE_COUNT][LANGUAGE_COUNT] = {
#define SENTENCE_ROW(code, en, ja) {en, ja},
#define SENTENCE_REMARK(code, word, en, ja) {en, ja},
    SENTENCE_TABLE(SENTENCE_ROW) REMARK_SENTENCES(SENTENCE_ROW)
        REMARK_TABLE(SENTENCE_REMARK)
#undef SENTENCE_REMARK
#undef SENTENCE_ROW
};

const char *sentence_of(language in, sentence_code code) {
  assert(in < LANGUAGE_COUNT && code < SENTENCE_COUNT);
  return table[code][in];
}

static int place_at(const char *at) {
  const int place = at[0] == '{' ? at[1] - '0' : -1;
  return place >= 0 && place < SENTENCE_VALUES && at[2] == '}' ? place : -1;
}

char *sentence_fill(arena *home, language in, sentence_code code,
                    sentence_values values) {
  text to = text_empty(home);
  for (const char *at = sentence_of(in, code); *at; at++) {
    const int place = place_at(at);
    if (place < 0) {
      text_add_bytes(&to, at, 1);
      continue;
    }
    text_add(&to, values.at[place] ? values.at[place] : "");
    at += 2;
  }
  return to.at;
}
