#include "../base/text.h"
#include "audit.h"

enum { FIRST_ROOM = 16 };

void audit_add(differences *to, difference one) {
  if (to->count == to->room) {
    const int room = to->room ? 2 * to->room : FIRST_ROOM;
    to->item = arena_grow(to->home, to->item, sizeof *to->item,
                          (size_t)to->count, (size_t)room);
    to->room = room;
  }
  to->item[to->count++] = one;
}

bool audit_compare(differences *to, difference one) {
  to->compared++;
  if (text_same(one.recorded, one.recounted))
    return true;
  audit_add(to, one);
  return false;
}

audit_part audit_part_of(audit_code code) {
  static const audit_part parts[] = {
#define PART(code, word, part) AUDIT_PART_##part,
      AUDIT_CODES(PART)
#undef PART
  };
  return parts[code];
}

const char *audit_part_word(audit_part part) {
  static const char *const words[] = {
#define WORD(code, word) word,
      AUDIT_PARTS(WORD)
#undef WORD
  };
  return words[part];
}

const char *audit_word(audit_code code) {
  static const char *const words[] = {
#define WORD(code, word, part) word,
      AUDIT_CODES(WORD)
#undef WORD
  };
  return words[code];
}
