/* make_call_draw - chance in integers: every number of a made call comes from
 * base/random.h, so that a seed gives the same bytes on every machine. */
#ifndef SAITAKU_TOOLS_MAKE_CALL_DRAW_H
#define SAITAKU_TOOLS_MAKE_CALL_DRAW_H

#include "../engine/base/random.h"
#include <stdbool.h>

typedef enum stream { /* what a sequence of numbers is for */
                      STREAM_PLAN,
                      STREAM_REVIEWS,
                      STREAM_HOST,
                      STREAM_REVIEWER,
                      STREAM_HISTORY,
                      STREAM_TITLE
} stream;

/* the numbers of one thing, whatever else is drawn before or after it */
random_source draw_stream(uint64_t seed, stream of, int64_t number);

bool draw_chance(random_source *from, int64_t of_1000);

/* near normal, mean 0: the sum of twelve uniform numbers (|value| <= 6 sd) */
int64_t draw_normal(random_source *from, int64_t sd);

/* 0..count-1, small numbers up to twice as often as the average */
int64_t draw_low(random_source *from, int64_t count);

/* index into weights, each as likely as its weight; the sum is positive */
int draw_weighted(random_source *from, const int *weights, int count);

#endif
