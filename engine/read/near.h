/* near - which id was meant? Ids that differ only in what spreadsheets and
 * keyboards change: leading zeros of digits, full or half width, case, an
 * apostrophe in front.
 * Cost: linear to make, constant time a question on average. */
#ifndef SAITAKU_READ_NEAR_H
#define SAITAKU_READ_NEAR_H

#include "complaint.h"
#include "roster.h"

typedef struct near near;

near *near_new(arena *home, const roster *of);

/* the roster's id that is near the given one, which it does not hold; -1 */
int near_find(const near *n, const char *given);

/* which of the ID_ complaints tells the two apart */
complaint_code near_kind(const char *given, const char *there);

#endif
