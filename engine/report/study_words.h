/* study_words - the sentences and words of `score`, by code and language. */
#ifndef SAITAKU_REPORT_STUDY_WORDS_H
#define SAITAKU_REPORT_STUDY_WORDS_H

#include "../base/text.h"
#include "../score/study.h"
#include "sentences.h"
#include "study_sentence_table.h"
#include "study_sets.h"

typedef enum study_word {
#define STUDY_WORD_CODE(code, en, ja) WORD_##code,
  STUDY_WORD_TABLE(STUDY_WORD_CODE)
#undef STUDY_WORD_CODE
      STUDY_WORDS
} study_word;

const char *study_word_of(language in, study_word code);
/* why a rank moves; "" if it does not. The same for programs: "unmoved" */
const char *study_reason_of(language in, study_reason why);
const char *study_reason_word(study_reason why);
/* the note's word for programs: "separate_groups" */
const char *study_note_word(study_code code);
/* its whole sentence, values filled in */
char *study_note_text(arena *home, language in, const study_note *of);
/* the figure's first `places` digits behind the point, rounded; "" unknown */
char *study_figure(arena *home, figure of, int places);

/* the screen of `score`, and canonical JSON for programs; sets: null where no
 * call is decided */
char *report_study(arena *home, language in, const study *s,
                   const study_sets *sets);
char *report_study_json(arena *home, const study *s, const study_sets *sets);

#endif
