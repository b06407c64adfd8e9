#include "plain.h"
#include <stdbool.h>
#include <string.h>

/* C0 and DEL; C1 is two bytes in UTF-8: C2 80 to C2 9F */
static int control_bytes(const char *at) {
  const unsigned char *const byte = (const unsigned char *)at;
  if (byte[0] < 0x20 || byte[0] == 0x7F)
    return 1;
  return byte[0] == 0xC2 && byte[1] >= 0x80 && byte[1] < 0xA0 ? 2 : 0;
}

const char *plain_text(arena *home, const char *from) {
  char *const to = arena_text(home, from, strlen(from));
  for (char *at = to; *at; at++) {
    const int bytes = control_bytes(at);
    memset(at, ' ', (size_t)bytes);
    at += bytes == 2;
  }
  return to;
}
