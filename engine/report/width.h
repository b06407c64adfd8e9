/* width - how many columns of a terminal a piece of UTF-8 takes: two for the
 * wide and full-width characters of East Asia, none for marks that combine.
 * Source: Unicode UAX #11, by blocks; ambiguous ones count as narrow. */
#ifndef SAITAKU_REPORT_WIDTH_H
#define SAITAKU_REPORT_WIDTH_H

int width_of(const char *utf8);

#endif
