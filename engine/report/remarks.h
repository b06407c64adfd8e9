/* remarks - what lint found, in words. */
#ifndef SAITAKU_REPORT_REMARKS_H
#define SAITAKU_REPORT_REMARKS_H

#include "../formulate/lint.h"
#include "page.h"
#include <jansson.h>

/* the word files use; the same in every language */
const char *remark_word(remark_code code);
/* the reason, a sentence without its end */
char *remark_phrase(arena *home, language in, const remark *r);

/* a heading and a line each; nothing when there are none */
void remarks_list(page *p, const remarks *all);
/* objects with about, code, key, other, seen, allowed, reason_text */
json_t *remarks_json(arena *home, language in, const remarks *all);

#endif
