/* header_names - the other names of columns, in one table. */
#ifndef SAITAKU_READ_HEADER_NAMES_H
#define SAITAKU_READ_HEADER_NAMES_H

#include "../base/arena.h"

/* the column's English name; the name itself where the table has no other */
const char *header_english(const char *folded);

/* "people, 人数, ...": every name the column may have */
const char *header_allowed(arena *home, const char *english);

#endif
