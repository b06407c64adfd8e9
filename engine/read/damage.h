/* damage - what spreadsheets do to a cell on its way into a file, told by the
 * cell's look. Texts are folded (fold.h) to lower case. */
#ifndef SAITAKU_READ_DAMAGE_H
#define SAITAKU_READ_DAMAGE_H

#include <stdbool.h>
#include <stdint.h>

bool damage_is_error(const char *folded);      /* #ref!, #n/a, #value!, ... */
bool damage_is_hidden(const char *folded);     /* ####: a narrow column */
bool damage_is_shortened(const char *folded);  /* 1.2e+08 */
bool damage_is_apostrophe(const char *folded); /* '00012 */

/* 3-may, may-03, 5月3日, 2025年5月, 2025/5/3: what was 3-5 or 5/3 once */
bool damage_is_date(const char *folded);
/* only those that nobody types: 3-may, may-03, 5月3日, 2025年5月 */
bool damage_is_date_of_two(const char *folded);

/* 45842 as the day that spreadsheets count so, 1940-01-01 to 2119-12-31 */
bool damage_is_serial(const char *folded, int32_t *days);

/* 合計, 小計, total, sum, average, ...: a row that sums up others */
bool damage_is_total(const char *folded);

/* What rows ask of every id, unfolded: false, which it mostly is, at a glance.
 */
bool damage_may_be_total(const char *given);
bool damage_may_be_changed(const char *given); /* shortened, or a date of two */

#endif
