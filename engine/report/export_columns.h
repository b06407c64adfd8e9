/* export_columns - what a program's columns are called and stand for, in
 * exports and proofs. */
#ifndef SAITAKU_REPORT_EXPORT_COLUMNS_H
#define SAITAKU_REPORT_EXPORT_COLUMNS_H

#include "../formulate/program.h"
#include "export_names.h"

/* x_ID or x_ID_LEVEL: an award; y_COUNTRY: a coverage; s_RULE or s_RULE_KEY: a
 * shortfall; one a column of the program */
const char *const *export_column_names(arena *home, const program *g);
/* "application A01, full, 3000000 yen, 5 people" */
char *export_column_words(arena *home, const program *g, int j);

#endif
