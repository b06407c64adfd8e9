/* model - what a search works on: a program's rows, fewer or more of them, and
 * a box. Earlier objectives are held by further rows; columns that no set of
 * interest can move are fixed in the box. */
#ifndef SAITAKU_SOLVE_MODEL_H
#define SAITAKU_SOLVE_MODEL_H

#include "log.h"

typedef struct model {
  const program *of;
  row *rows;        /* the program's own first */
  named_row *names; /* of the rows */
  int row_count, room;
  box within;
  /* What a search for any set follows, null where there is nothing to follow:
     every permitted set has at least guide_value of this sum. First it is minus
     the budget row (the cheapest sets, least), then, once the worth is held,
     the worth: no other objectives close boxes as early. */
  const int64_t *guide;
  named_row guide_name;
  wide guide_value;
  bool worth_held;
} model;

model *model_of(arena *home, const program *g);
model *model_copy(arena *home, const model *from);
void model_add_row(arena *home, model *to, row r, named_row name);
/* at least `value` of the sum */
void model_hold(arena *home, model *to, const entry *entries, int count,
                wide value, named_row name);
/* another set than x, the set of this number, by at least one award column */
void model_forbid(arena *home, model *to, const int64_t *x, int set);
void model_drop_owner(model *from, int owner);

/* every row in integers, and the box on award columns (the others follow from
 * them and are tested by the rows) */
bool model_permits(const model *m, const int64_t *x);

/* Narrows the box as far as single rows allow, again and again; false when a
 * row cannot be kept. */
bool model_propagate(const model *m, box narrowed);

#endif
