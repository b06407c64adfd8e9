/* digest - SHA-256 (FIPS 180-4), by libsodium. */
#ifndef SAITAKU_BASE_DIGEST_H
#define SAITAKU_BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

enum { DIGEST_BYTES = 32 };
typedef struct digest {
  uint8_t byte[DIGEST_BYTES];
} digest;

digest digest_of(const void *bytes, size_t length);
int digest_compare(const digest *a, const digest *b); /* as memcmp */
void digest_hex(const digest *d, char hex[2 * DIGEST_BYTES + 1]);

#endif
