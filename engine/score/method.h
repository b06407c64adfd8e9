/* method - how an application's reviews become one figure: a table, one row a
 * method. Every method joins the raw marks exactly, for the thresholds; one
 * that calibrates says what merit is, in points, higher is better, instead. */
#ifndef SAITAKU_SCORE_METHOD_H
#define SAITAKU_SCORE_METHOD_H

#include "../../models/average.h"
#include "marks.h"

/* points: one an application; those without a review are left alone */
typedef void calibration(arena *home, const pool *of, const marks *m,
                         double *points);

typedef struct method_row {
  method method;
  average *join;
  calibration *calibrate; /* null: merit is the joined figure itself */
} method_row;

const method_row *method_find(method wanted);

#endif
