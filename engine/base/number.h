/* number - text to integers and back: no locale, no floats, no trailing junk,
 * no silent overflow. Decimals are integers of a fixed number of places. */
#ifndef SAITAKU_BASE_NUMBER_H
#define SAITAKU_BASE_NUMBER_H

#include "arena.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DECIMAL_PLACES = 6 };
#define DECIMAL_ONE 1000000 /* in millionths: "0.25" is 250000 */
typedef int64_t decimal;

/* ASCII digits with at most one leading '-'; false on anything else or when
 * the value leaves low..high */
bool number_integer(const char *text, int64_t low, int64_t high, int64_t *to);

/* The same for the integer that a text begins with: gives what stands behind
 * it, or null. */
const char *number_lead(const char *text, int64_t low, int64_t high,
                        int64_t *to);

/* "-12.050" with at most `places` digits behind the point (0..18), as an
 * integer of 10^-places; false when malformed, finer, or past int64 */
bool number_decimal(const char *text, int places, int64_t *to);

/* value in 10^-places as text with exactly that many digits: -0.250 */
char *number_decimal_text(arena *home, int64_t value, int places);

/* 12345678 as 12,345,678 */
char *number_grouped_text(arena *home, int64_t value);

bool number_add(int64_t a, int64_t b, int64_t *to); /* false on overflow */
bool number_multiply(int64_t a, int64_t b, int64_t *to);

#endif
