/* date - a day of the Gregorian calendar as days since 1970-01-01. */
#ifndef SAITAKU_BASE_DATE_H
#define SAITAKU_BASE_DATE_H

#include "arena.h"
#include <stdbool.h>
#include <stdint.h>

#define DATE_MISSING INT32_MAX /* sorts behind every day */

bool date_parse(const char *text, int32_t *days); /* 2025-07-04 or 2025/7/4 */
char *date_text(arena *home, int32_t days); /* 2025-07-04; "" if missing */

#endif
