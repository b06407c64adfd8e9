/* write_call - the invented call as a folder that saitaku reads. Files that the
 * call does without are removed. */
#ifndef SAITAKU_ORACLE_WRITE_CALL_H
#define SAITAKU_ORACLE_WRITE_CALL_H

#include "../../engine/base/arena.h"
#include "../../engine/base/error.h"
#include "call.h"

bool write_call(arena *home, const call *c, const char *folder, error *err);
char *write_policy(arena *home, const call *c); /* policy.json's text */

#endif
