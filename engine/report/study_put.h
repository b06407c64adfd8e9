/* study_put - pieces of the JSON of `score`, straight as text. An object is
 * open when its members are put; they come by sorted key. */
#ifndef SAITAKU_REPORT_STUDY_PUT_H
#define SAITAKU_REPORT_STUDY_PUT_H

#include "study_words.h"

/* the key, and the comma before it if it is not the object's first */
void study_put_key(text *to, const char *key);
/* with twelve digits behind the point; null if it is not known */
void study_put_figure(text *to, const char *key, figure of);
void study_put_count(text *to, const char *key, int value);
/* ranks are from 1; 0 is none */
void study_put_rank(text *to, const char *key, int value);
void study_put_text(text *to, const char *key, const char *value);
void study_put_escaped(text *to, const char *value);

/* lists of the whole, an item a line */
void study_put_list(text *to, const char *key);
void study_put_item(text *to, int index);
void study_put_end(text *to);

#endif
