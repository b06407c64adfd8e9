#include "roster.h"

enum { FIRST_ROOM = 64 };

roster *roster_new(arena *home) {
  roster *r = ARENA_NEW(home, roster);
  *r = (roster){.home = home,
                .table = text_table_new(home, FIRST_ROOM),
                .item = ARENA_ARRAY(home, const char *, FIRST_ROOM),
                .room = FIRST_ROOM};
  return r;
}

int roster_find(const roster *r, const char *given) {
  return text_table_find(r->table, given);
}

int roster_add(roster *r, const char *given) {
  const int known = text_table_find(r->table, given);
  if (known >= 0)
    return known;
  if (r->count == r->room) {
    r->item = arena_grow(r->home, r->item, sizeof *r->item, (size_t)r->room,
                         2 * (size_t)r->room);
    r->room *= 2;
  }
  const int index = r->count++;
  r->item[index] = arena_format(r->home, "%s", given);
  return text_table_add(r->table, r->item[index], index);
}

const char *roster_word(roster *r, const char *given) {
  const int index = roster_add(r, given); /* may move r->item */
  return r->item[index];
}
