/* model - what a search works on: a program's rows, fewer or more of them, and
 * a box. Earlier objectives are held by further rows; columns that no set of
 * interest can move are fixed in the box. */
#ifndef SAITAKU_SOLVE_MODEL_H
#define SAITAKU_SOLVE_MODEL_H

#include "../formulate/program.h"

typedef struct model {
  const program *of;
  row *rows; /* the program's own first */
  int row_count, room;
  box within;
} model;

model *model_of(arena *home, const program *g);
model *model_copy(arena *home, const model *from);
void model_add_row(arena *home, model *to, row r);
/* at least `value` of the sum */
void model_hold(arena *home, model *to, const entry *entries, int count,
                wide value);
/* another set than x, by at least one award column */
void model_forbid(arena *home, model *to, const int64_t *x);
void model_drop_owner(model *from, int owner);

/* every row in integers, and the box on award columns (the others follow from
 * them and are tested by the rows) */
bool model_permits(const model *m, const int64_t *x);

/* Narrows the box as far as single rows allow, again and again; false when a
 * row cannot be kept. */
bool model_propagate(const model *m, box narrowed);

#endif
