/* shorten - multipliers with as few digits as still do the same. */
#ifndef SAITAKU_CERTIFY_SHORTEN_H
#define SAITAKU_CERTIFY_SHORTEN_H

#include "replay.h"

/* `does`: what shorter weights must still do where the full ones do it */
weights shorten(arena *home, replay *p, weights full,
                bool (*does)(replay *p, weights full, weights shorter));

#endif
