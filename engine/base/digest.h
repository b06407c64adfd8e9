/* digest - SHA-256 (FIPS 180-4) and a keyed short hash, by libsodium. */
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

/* SipHash-2-4 (Aumasson and Bernstein 2012) under a key drawn afresh, so that
 * nobody can choose ids that collide. It differs from run to run: only for
 * places inside a table, never for anything that is written down. */
typedef struct short_key {
  uint8_t byte[16];
} short_key;

short_key digest_short_key(void);
uint64_t digest_short(const short_key *key, const void *bytes, size_t length);

#endif
