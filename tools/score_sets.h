/* score_sets - the what-if of `score`: the same call decided with raw and with
 * calibrated scores.
 * Cost  three times that of a proposal; each search stops after so many nodes
 *       and then says that its set is not proved */
#ifndef SAITAKU_TOOLS_SCORE_SETS_H
#define SAITAKU_TOOLS_SCORE_SETS_H

#include "../engine/report/study_sets.h"

/* Null on failure. Nodes 0: as many as are usual, and none for more plans than
 * a round has. */
study_sets *score_sets_make(arena *home, const pool *of, int64_t nodes,
                            error *err);

#endif
