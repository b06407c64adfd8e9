/* record - who has been in the programme before, by the history on the
 * policy's as_of: people >= 1 in a fiscal year >= since in one of the strands;
 * a history row without a strand counts in every strand. */
#ifndef SAITAKU_ADMIT_RECORD_H
#define SAITAKU_ADMIT_RECORD_H

#include "pool.h"

country_set record_countries(const record_test *test, const dossier *from);

/* one flag a sender of the list */
const bool *record_senders(arena *home, const record_test *test,
                           const dossier *from, const names *senders);

#endif
