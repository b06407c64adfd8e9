/* misfits - the bytes of a file that are no text, each with its cell. */
#ifndef SAITAKU_READ_MISFITS_H
#define SAITAKU_READ_MISFITS_H

#include "complain.h"
#include "csv.h"

/* Complains of every misfit; false only where the machine fails. */
bool misfits_complain(arena *home, plain_text *body, const char *file,
                      complaint_book *book, error *err);

#endif
