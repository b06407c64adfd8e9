#include "../base/text.h"
#include "verify.h"
#include <string.h>

enum { SHOWN_BYTES = 120 }; /* of a value; rows of a program are long */

/* "" needs quotes to be seen; what is long is cut between characters */
static const char *shown(arena *home, const char *value) {
  size_t length = strlen(value);
  if (length == 0)
    return "\"\"";
  if (length <= SHOWN_BYTES)
    return value;
  length = SHOWN_BYTES;
  while (length > 0 && ((unsigned char)value[length] & 0xC0) == 0x80)
    length--;
  return arena_format(home, "%s...", arena_text(home, value, length));
}

char *verify_phrase(arena *home, language in, const difference *d) {
  static const sentence_code say[] = {
#define ROW(code, word, part) [AUDIT_##code] = SAY_VERIFY_##code,
      AUDIT_CODES(ROW)
#undef ROW
  };
  return sentence_fill(
      home, in, say[d->code],
      (sentence_values){{d->subject, d->field, shown(home, d->recorded),
                         shown(home, d->recounted)}});
}

int verify_count(const verification *v, audit_part part) {
  int count = 0;
  for (int i = 0; i < v->found->count; i++)
    count += audit_part_of(v->found->item[i].code) == part;
  return count;
}
