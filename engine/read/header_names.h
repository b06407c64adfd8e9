/* header_names - the other names of columns, in one table. */
#ifndef SAITAKU_READ_HEADER_NAMES_H
#define SAITAKU_READ_HEADER_NAMES_H

#include "../base/arena.h"
#include <stdbool.h>

/* the column's English name; the name itself where the table has no other */
const char *header_english(const char *folded);

/* Is the folded header that name? Blanks, line breaks, _ and - mean nothing,
 * nor do marks at its end such as * and (必須). */
bool header_same(const char *name, const char *given);

/* "people, 人数, ...": every name the column may have */
const char *header_allowed(arena *home, const char *english);

#endif
