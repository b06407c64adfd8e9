/* export - one level of a program for other solvers, as text.
 * Gives    CPLEX LP, free MPS, or data for models/adoption.mod; the same bytes
 *          for the same program. Every figure is a whole number with all its
 *          digits; the objective has no constant.
 * Names    letters, digits and underscores, never two alike; what stands for
 *          what is in the comments at the top of the text.
 * Senses   LP and MathProg maximise, as the program does. MPS has no word for
 *          that which every reader knows: there the negative is minimised.
 * Level    rows of the earlier levels hold those at the values proved. */
#ifndef SAITAKU_REPORT_EXPORT_H
#define SAITAKU_REPORT_EXPORT_H

#include "../solve/solve.h"

typedef enum export_format {
  EXPORT_LP,
  EXPORT_MPS,
  EXPORT_MATHPROG
} export_format;

typedef struct export_order {
  const program *of;
  const objective *level; /* a sum */
  int before;             /* how many objectives stand before it */
  const plan *held;       /* proved those; null: there are none, or no set is
                             permitted, so that they have no value */
} export_order;

char *report_export(arena *home, const export_order *o, export_format as);

/* The level of that name, and how many objectives stand before it; null: there
 * is no such sum (what is decided plan by plan, as by lot, is none). name null:
 * the worth, which behind the aims can always be had. */
const objective *export_level(const program *g, const char *name, int *before);
/* "aim:africa, merit, fewer_yen" */
char *export_level_names(arena *home, const program *g);

#endif
