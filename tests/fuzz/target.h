/* target - what libFuzzer calls, and feed.c in its place: any bytes at all must
 * come back, without a crash, a leak or a broken promise. */
#ifndef SAITAKU_TESTS_TARGET_H
#define SAITAKU_TESTS_TARGET_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
