#include "roster.h"

#include <string.h>

enum { FIRST_ROOM = 64 };

roster *roster_new(arena *home) {
  roster *r = ARENA_NEW(home, roster);
  *r = (roster){.home = home,
                .table = text_table_new(home, FIRST_ROOM),
                .item = ARENA_ARRAY(home, const char *, FIRST_ROOM),
                .room = FIRST_ROOM};
  return r;
}

int roster_find(roster *r, const char *given) {
  const int last = r->recent + 2 < r->count ? r->recent + 2 : r->count;
  for (int i = r->recent; i < last; i++)
    if (text_same(r->item[i], given))
      return r->recent = i;
  const int found = text_table_find(r->table, given);
  r->recent = found < 0 ? r->recent : found;
  return found;
}

int roster_add(roster *r, const char *given) {
  const int known = roster_find(r, given);
  if (known >= 0)
    return known;
  if (r->count == r->room) {
    r->item = arena_grow(r->home, r->item, sizeof *r->item, (size_t)r->room,
                         2 * (size_t)r->room);
    r->room *= 2;
  }
  const int index = r->count++;
  r->item[index] = arena_text(r->home, given, strlen(given));
  r->recent = index;
  return text_table_add(r->table, r->item[index], index);
}

const char *roster_word(roster *r, const char *given) {
  const int index = roster_add(r, given); /* may move r->item */
  return r->item[index];
}
