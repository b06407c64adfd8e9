/* mixed_work - between the files of mixed. */
#ifndef SAITAKU_MODELS_SCORE_MIXED_WORK_H
#define SAITAKU_MODELS_SCORE_MIXED_WORK_H

#include "mixed.h"

/* ---- mixed_means.c */
/* sets the fit's panel_of */
const means *mixed_means_of(arena *home, const mixed_input *in, mixed_fit *fit);
/* is every one of the levels first .. end - 1 made up of whole means? Then the
 * means hold whatever the factor could */
bool mixed_is_held(const means *m, int first, int end);
/* is there room for U and its products? */
bool mixed_has_room(const means *m);

/* ---- mixed_error.c */
/* what part each mean has in mu: those of a plan as its reviews are of them,
 * and every plan the same; and the room that errors need */
void mixed_take_weights(arena *home, mixed_fit *fit);
/* (parts - U)' C^-1 (parts - U): how the errors of the means move those of a
 * level's mu + effect; in units of s2 */
double mixed_means_error(const mixed_fit *fit, int level);

#endif
