/* costing - what of an itemised cost may be paid.
 * Model   payable   heads that may be paid at all
 *         direct    payable heads but administration
 *         corrected direct + min(administration, floor(direct percent / 100))
 * Units   yen; percent in millionths of a percent
 * Ranges  yen >= 0, their sum < 2^63; percent >= 0, or none,
 *         said by limited = false
 * Exact, with 128 bits. */
#ifndef SAITAKU_MODELS_COSTING_H
#define SAITAKU_MODELS_COSTING_H

#include "../engine/base/number.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct cost_part {
  int64_t yen;
  bool payable, administration;
} cost_part;

typedef struct costing {
  int64_t asked, payable, corrected; /* asked >= payable >= corrected */
  int64_t administration;            /* payable administration */
  int64_t administration_at_most;    /* = administration if not limited */
} costing;

costing costing_of(const cost_part *part, int count, bool limited,
                   decimal percent);

#endif
