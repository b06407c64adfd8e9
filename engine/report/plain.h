/* plain - text that a terminal can only show, not obey. */
#ifndef SAITAKU_REPORT_PLAIN_H
#define SAITAKU_REPORT_PLAIN_H

#include "../base/arena.h"

/* control characters as blanks */
const char *plain_text(arena *home, const char *from);

#endif
