/* exact - arithmetic that decides: 128-bit integers and their quotients.
 * Range: money up to 10^12 yen, shares of four decimals, 10^6 plans and
 * multipliers below 2^40 stay below 10^35; the type holds 1.7 * 10^38. */
#ifndef SAITAKU_BASE_EXACT_H
#define SAITAKU_BASE_EXACT_H

#include "arena.h"
#include <stdbool.h>
#include <stdint.h>

__extension__ typedef __int128 wide;

/* a fraction; den > 0 */
typedef struct ratio {
  wide num, den;
} ratio;

wide exact_floor(wide num, wide den);   /* den > 0; toward minus infinity */
wide exact_ceil(wide num, wide den);    /* den > 0 */
wide exact_half_up(wide num, wide den); /* den > 0; floor(num/den + 1/2) */
wide exact_gcd(wide a, wide b);         /* >= 0; gcd(0, 0) = 0 */
ratio exact_ratio(wide num, wide den);  /* in lowest terms; den != 0 */
int exact_compare(ratio a, ratio b);    /* -1, 0, 1; never overflows */
int64_t exact_narrow(wide value);       /* asserts that it fits */
bool exact_fits(wide value);            /* does it fit int64_t? */

/* a ratio with `places` digits behind the point, half up: for the eye only */
char *exact_text(arena *home, ratio value, int places);

#endif
