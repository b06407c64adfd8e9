/* finding - the list of findings as it grows, its order, and how a finding
 * cites the policy. */
#ifndef SAITAKU_ADMIT_FINDING_H
#define SAITAKU_ADMIT_FINDING_H

#include "pool.h"

typedef struct finding_list {
  arena *home;
  finding *item;
  int count, room;
} finding_list;

void finding_add(finding_list *to, finding one);
/* by application (-1 first), gate, seen, then allowed and cites */
void finding_sort(finding_list *list);

/* "admission" + "oldest_age" + "40": "admission.oldest_age: 40"; without words
 * the key path alone */
const char *finding_cite(arena *home, const char *under, const char *key,
                         const char *words);
const char *finding_integer(arena *home, int64_t value);
/* as policies write it: 2.0, 2.5, 0.125 */
const char *finding_decimal(arena *home, decimal value);
const char *finding_names(arena *home, const names *list); /* "A, B, C" */

#endif
