#include "digest.h"
#include <assert.h>
#include <sodium.h>
#include <string.h>

static_assert(DIGEST_BYTES == crypto_hash_sha256_BYTES, "SHA-256");
static_assert(sizeof(short_key) == crypto_shorthash_KEYBYTES, "SipHash key");
static_assert(sizeof(uint64_t) == crypto_shorthash_BYTES, "SipHash value");

digest digest_of(const void *bytes, size_t length) {
  assert(bytes || !length);
  digest d;
  crypto_hash_sha256(d.byte, bytes, length);
  return d;
}

int digest_compare(const digest *a, const digest *b) {
  return memcmp(a->byte, b->byte, DIGEST_BYTES);
}

void digest_hex(const digest *d, char hex[2 * DIGEST_BYTES + 1]) {
  sodium_bin2hex(hex, 2 * DIGEST_BYTES + 1, d->byte, DIGEST_BYTES);
}

short_key digest_short_key(void) {
  short_key key;
  randombytes_buf(key.byte, sizeof key.byte);
  return key;
}

uint64_t digest_short(const short_key *key, const void *bytes, size_t length) {
  assert(bytes || !length);
  uint64_t value;
  crypto_shorthash((unsigned char *)&value, bytes, length, key->byte);
  return value;
}
