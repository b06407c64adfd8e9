/* figures - integers and fractions as people and files read them. */
#ifndef SAITAKU_REPORT_FIGURES_H
#define SAITAKU_REPORT_FIGURES_H

#include "../explain/account.h"

/* units of the policy as a decimal: 4250 units of 0.001 are 4.250 */
char *figure_points(arena *home, const policy *rules, int64_t units);
/* a sum of the program's finest units as a decimal of points */
char *figure_worth(arena *home, const program *g, wide units);
ratio figure_worth_ratio(const program *g, wide units);
int figure_worth_places(const program *g);
/* what one of those finest units is worth in points: "0.001" */
char *figure_unit(arena *home, const program *g);

char *figure_wide(arena *home, wide value);
/* for files: an integer, or the four decimals that shares can have */
char *figure_exact(arena *home, ratio value);
/* with at most that many digits behind the point, no zeros at their end */
char *figure_trimmed(arena *home, ratio value, int places);
/* for the eye: 12,345.5 */
char *figure_grouped(arena *home, ratio value);

#endif
