#include "study_words.h"
#include <assert.h>

static const struct {
  const char *word, *text[LANGUAGE_COUNT];
} notes[] = {
#define STUDY_NOTE_ROW(code, word, en, ja) [STUDY_##code] = {word, {en, ja}},
    STUDY_NOTE_TABLE(STUDY_NOTE_ROW)
#undef STUDY_NOTE_ROW
};

static const char *const words[STUDY_WORDS][LANGUAGE_COUNT] = {
#define STUDY_WORD_ROW(code, en, ja) {en, ja},
    STUDY_WORD_TABLE(STUDY_WORD_ROW)
#undef STUDY_WORD_ROW
};

const char *study_word_of(language in, study_word code) {
  return words[code][in];
}

static const struct {
  const char *word;
  study_word says;
} reasons[STUDY_REASONS] = {
    [STUDY_UNMOVED] = {"unmoved", WORD_UNMOVED},
    [STUDY_HARSH] = {"harsh_reviewers", WORD_HARSH},
    [STUDY_LENIENT] = {"lenient_reviewers", WORD_LENIENT},
    [STUDY_FEW] = {"few_reviews", WORD_FEW},
    [STUDY_MANY] = {"many_reviews", WORD_MANY},
    [STUDY_UNTOLD] = {"not_told_apart", WORD_UNTOLD},
    [STUDY_OTHERS] = {"others_moved", WORD_OTHERS},
};

const char *study_reason_of(language in, study_reason why) {
  return study_word_of(in, reasons[why].says);
}

const char *study_reason_word(study_reason why) { return reasons[why].word; }

const char *study_note_word(study_code code) {
  static_assert(sizeof notes / sizeof *notes == STUDY_CODES, "a row each");
  return notes[code].word;
}

char *study_note_text(arena *home, language in, const study_note *of) {
  text to = text_empty(home);
  for (const char *at = notes[of->code].text[in]; *at; at++) {
    const int place = at[0] == '{' ? at[1] - '0' : -1;
    if (place < 0 || place > 2 || at[2] != '}') {
      text_add_bytes(&to, at, 1);
      continue;
    }
    text_add(&to, of->at[place] ? of->at[place] : "");
    at += 2;
  }
  return to.at;
}

char *study_figure(arena *home, figure of, int places) {
  static const wide one = (wide)1000000000000;
  return of.known ? exact_text(home, (ratio){of.value, one}, places) : "";
}
