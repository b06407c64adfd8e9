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
