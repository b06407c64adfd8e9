/* desk - a call folder that fuzzed bytes are laid into. It starts as BASE_CALL,
 * a call with a use for every table; what one input changes the next finds as
 * it was. It lies in TMPDIR (else /tmp) and goes when the program ends. */
#ifndef SAITAKU_TESTS_DESK_H
#define SAITAKU_TESTS_DESK_H

#include "../../engine/base/file.h"

const char *desk_folder(void);

/* Lays sections into the folder: each is a line "@@ FILE" and what follows
 * until the next such line. Bytes before the first go into `first`; null: they
 * are nobody's. Files that no call has are left out. */
void desk_lay(bytes input, const char *first);

void desk_clear(void); /* the folder is BASE_CALL again */

/* the section's file is one of a call's; index 0.., -1: no */
int desk_file(const char *name, size_t length);

#endif
