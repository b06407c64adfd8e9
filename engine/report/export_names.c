#include "export_names.h"
#include <assert.h>
#include <string.h>

struct export_names {
  arena *home;
  text_table *taken;
  int *next; /* the number to try next behind a name that is taken */
  int count, room;
};

export_names *export_names_new(arena *home, size_t expected) {
  export_names *const to = ARENA_NEW(home, export_names);
  *to = (export_names){.home = home, .taken = text_table_new(home, expected)};
  return to;
}

static bool plain(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= '0' && c <= '9');
}

/* one underscore a character, however many bytes it has */
static void add_word(text *to, const char *word) {
  text_add(to, "_");
  for (const char *at = word; *at && to->length < EXPORT_NAME; at++)
    if (((unsigned char)*at & 0xC0) != 0x80)
      text_add_bytes(to, plain(*at) ? at : "_", 1);
}

static bool take(export_names *in, const char *name) {
  if (text_table_find(in->taken, name) >= 0)
    return false;
  if (in->count == in->room) {
    in->room = in->room ? 2 * in->room : 64;
    in->next = arena_grow(in->home, in->next, sizeof *in->next,
                          (size_t)in->count, (size_t)in->room);
  }
  in->next[in->count] = 2;
  text_table_add(in->taken, name, in->count++);
  return true;
}

const char *export_name(export_names *in, const char *prefix, const char *first,
                        const char *second) {
  assert(plain(*prefix));
  text base = text_empty(in->home);
  text_add(&base, prefix);
  if (first && *first)
    add_word(&base, first);
  if (second && *second)
    add_word(&base, second);
  if (take(in, base.at))
    return base.at;
  const int at = text_table_find(in->taken, base.at);
  for (;;) {
    const char *const name =
        arena_format(in->home, "%s_%d", base.at, in->next[at]++);
    if (take(in, name))
      return name;
  }
}
