/* check - is this a proof? The format is in engine/certify/proof.h. Memory: the
 * program's, the longest line's and the deepest path's; none left: exit 6. */
#ifndef SAITAKU_PROOFCHECK_CHECK_H
#define SAITAKU_PROOFCHECK_CHECK_H
#include <stdio.h>

/* 0 proved, 1 refuted, 2 unreadable; says what is proved or which line fails */
int proof_check(FILE *from, FILE *say);

#endif
