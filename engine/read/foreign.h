/* foreign - files that are no CSV at all, told by how they begin: a sheet saved
 * as .xlsx and renamed, Excel's "Unicode text", cells between semicolons. */
#ifndef SAITAKU_READ_FOREIGN_H
#define SAITAKU_READ_FOREIGN_H

#include "encoding.h"

/* the format's name, the same in every language: "XLSX (zip)"; null: none */
const char *foreign_format(bytes raw);

/* Do other separators than commas part the first line's cells? seen: which */
bool foreign_separator(const plain_text *body, fault *why);

#endif
