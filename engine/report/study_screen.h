/* study_screen - between the parts of the screen of `score`. */
#ifndef SAITAKU_REPORT_STUDY_SCREEN_H
#define SAITAKU_REPORT_STUDY_SCREEN_H

#include "page.h"
#include "study_change.h"
#include "study_words.h"

void study_head(page *p, study_word code);
/* says so where fewer are listed than there are */
void study_list_end(page *p, int listed, int all);

void study_screen_sets(page *p, const study *s, const study_sets *sets);

#endif
