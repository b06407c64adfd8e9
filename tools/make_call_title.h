/* make_call_title - the title of an invented plan, in Japanese or English. */
#ifndef SAITAKU_TOOLS_MAKE_CALL_TITLE_H
#define SAITAKU_TOOLS_MAKE_CALL_TITLE_H

#include "../engine/base/text.h"
#include "make_call_plan.h"

void title_add(text *to, const plan *p, const world *w);

#endif
