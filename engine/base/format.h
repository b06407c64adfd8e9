/* format - what a file is that is no plain text, told by its bytes: a workbook
 * saved as .xlsx and renamed, a page saved as .csv, text in UTF-16. */
#ifndef SAITAKU_BASE_FORMAT_H
#define SAITAKU_BASE_FORMAT_H

#include "file.h"

/* the format's name, the same in every language: "XLSX (zip)"; null: none that
 * is known. Looks at the first bytes, and for the escapes of ISO-2022-JP at
 * all of them. */
const char *format_foreign(bytes raw);

#endif
