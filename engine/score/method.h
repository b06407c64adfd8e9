/* method - how an application's reviews become one figure: a table, one row a
 * method. Every method joins the raw marks exactly, for the thresholds; one
 * that calibrates says what merit is, in points, higher is better, instead. */
#ifndef SAITAKU_SCORE_METHOD_H
#define SAITAKU_SCORE_METHOD_H

#include "../../models/average.h"
#include "../admit/finding.h"
#include "marks.h"

/* points: one an application; those without a review are left alone. May add
 * findings of the call as a whole; false, with *err, if the policy asks to stop
 * where the reviews do not say enough. */
typedef bool calibration(arena *home, const pool *of, const marks *m,
                         double *points, finding_list *findings, error *err);

calibration calibrate_mixed; /* calibrate.c: the mixed model */

typedef struct method_row {
  method method;
  const char *word; /* the policy's */
  average *join;
  calibration *calibrate; /* null: merit is the joined figure itself */
} method_row;

const method_row *method_find(method wanted);

#endif
