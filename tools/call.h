/* call - a call folder read, admitted and scored, as every command wants it. */
#ifndef SAITAKU_TOOLS_CALL_H
#define SAITAKU_TOOLS_CALL_H

#include "../engine/report/report.h"

/* Null on failure; all complaints are then on stderr. */
outcome *call_read(arena *home, const char *folder, language in, error *err);

/* the same up to the pool, its merits not made: for scores that the policy's
 * own method refuses. The dossier goes to *inputs. */
const pool *call_admit(arena *home, const char *folder, language in,
                       const dossier **inputs, error *err);

/* to stdout, down to the disk or pipe behind it; ERROR_SYSTEM on failure */
bool call_print(const char *screen, error *err);

#endif
