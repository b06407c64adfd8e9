/* vipr - one level's proof as a certificate of VIPR 1.0, which viprchk and
 * other checkers of that format accept.
 * Source    Cheung, Gleixner, Steffy: Verifying integer programming results,
 *           IPCO 2017; github.com/scipopt/vipr, cert_spec_v1_0.md
 * Made by   vipr_certificate, from the program and the log of its searches
 * Lifetime  that of `home`
 *
 * The program is stated as "maximise the worth subject to the columns' bounds,
 * the rows, and the aims before the worth, held at the set's values". Bounds
 * come first (constraint 2j: column j's low, 2j + 1: its high), then row i as
 * 2n + i, then the aims. The proof assumes  worth >= value + 1  and derives
 * 0 <= -1: every narrowed bound is a Chvatal-Gomory step (rnd) of the rows that
 * narrowed it and the other columns' bounds, every leaf a sum of rows and
 * bounds (lin), every split a pair of assumptions (asm, uns). Only what leaves
 * need is written; a split whose assumption one side did without goes. At last
 * the assumption and its counterpart  worth <= value  are taken together.
 * Cost: a few times the replay; the text has up to a term a column for every
 * leaf. */
#ifndef SAITAKU_CERTIFY_VIPR_H
#define SAITAKU_CERTIFY_VIPR_H

#include "proof.h"

/* Is the worth a sum among the levels? VIPR has no word for a walk. */
bool vipr_can_say(const program *g);

/* For programs that it can say. Of a search that was stopped before the worth
 * was proved: the set, and no bound. */
const char *vipr_certificate(arena *home, const program *g, const plan *found,
                             const proof_origin *origin);

#endif
