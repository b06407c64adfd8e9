/* foreign - text that is no CSV: cells between semicolons or tabs. Files that
 * are no text at all: base/format.h. */
#ifndef SAITAKU_READ_FOREIGN_H
#define SAITAKU_READ_FOREIGN_H

#include "encoding.h"

/* Do other separators than commas part the first line's cells? seen: which */
bool foreign_separator(const plain_text *body, fault *why);

#endif
