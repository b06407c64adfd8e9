/* threshold - the least an application must score, by criterion and overall,
 * on exact raw scores in the policy's own direction; equality passes. */
#ifndef SAITAKU_SCORE_THRESHOLD_H
#define SAITAKU_SCORE_THRESHOLD_H

#include "../admit/finding.h"
#include "merits.h"
#include "method.h"

/* Sets passes and adds a finding for every threshold missed; raw is made. */
void threshold_test(const pool *of, const marks *m, const method_row *how,
                    merit *item, finding_list *findings);

#endif
