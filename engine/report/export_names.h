/* export_names - names that every format takes: a letter, then letters, digits
 * and underscores, at most EXPORT_NAME bytes and a number; never two alike. */
#ifndef SAITAKU_REPORT_EXPORT_NAMES_H
#define SAITAKU_REPORT_EXPORT_NAMES_H

#include "../base/text.h"

enum { EXPORT_NAME = 60 };

typedef struct export_names export_names;

export_names *export_names_new(arena *home, size_t expected);
/* prefix, which begins with a letter, then the words, joined by underscores;
 * what is neither letter nor digit of ASCII becomes an underscore; words may
 * be null */
const char *export_name(export_names *in, const char *prefix, const char *first,
                        const char *second);

#endif
