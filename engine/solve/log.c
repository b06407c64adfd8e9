#include "log.h"
#include <string.h>

void log_add(arena *home, search_log *to, log_line line) {
  if (to->count == to->room) {
    to->room = to->room ? 2 * to->room : 64;
    to->lines = arena_grow(home, to->lines, sizeof *to->lines,
                           (size_t)to->count, (size_t)to->room);
  }
  to->lines[to->count++] = line;
}

weights log_keep(arena *home, weights from) {
  if (from.count == 0)
    return from;
  weight *const each = ARENA_ARRAY(home, weight, from.count);
  memcpy(each, from.each, (size_t)from.count * sizeof *each);
  return (weights){each, from.count};
}
