#include "text.h"
#include "digest.h"
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

text text_empty(arena *home) {
  return (text){home, ARENA_ARRAY(home, char, 64), 0, 64};
}

/* room for `more` bytes and the NUL; doubling keeps the sum of copies linear */
static void make_room(text *to, size_t more) {
  assert(to->length < to->room);
  if (more < to->room - to->length)
    return;
  size_t room = to->room;
  while (room && more >= room - to->length)
    room *= 2;
  /* past half of memory: let the arena say that it is out */
  room = room ? room : SIZE_MAX;
  to->at = arena_grow(to->home, to->at, 1, to->length + 1, room);
  to->room = room;
}

void text_add_bytes(text *to, const char *piece, size_t length) {
  assert(piece || !length);
  make_room(to, length);
  if (length)
    memcpy(to->at + to->length, piece, length);
  to->length += length;
  to->at[to->length] = '\0';
}

void text_add(text *to, const char *piece) {
  text_add_bytes(to, piece, strlen(piece));
}

void text_format(text *to, const char *format, ...) {
  va_list list, again;
  va_start(list, format);
  va_copy(again, list);
  const int length = vsnprintf(NULL, 0, format, list);
  assert(length >= 0);
  make_room(to, (size_t)length);
  vsnprintf(to->at + to->length, (size_t)length + 1, format, again);
  to->length += (size_t)length;
  va_end(again);
  va_end(list);
}

int text_order(const char *a, const char *b) { return strcmp(a, b); }

bool text_same(const char *a, const char *b) { return strcmp(a, b) == 0; }

typedef struct slot {
  const char *key; /* null: free */
  uint64_t hash;
  int index;
} slot;

struct text_table {
  arena *home;
  slot *slots;
  size_t room, used; /* room is a power of two, at least twice used */
  short_key key;
};

text_table *text_table_new(arena *home, size_t expected) {
  assert(expected <= SIZE_MAX / 8);
  text_table *t = ARENA_NEW(home, text_table);
  t->home = home;
  t->key = digest_short_key();
  t->room = 16;
  while (t->room / 2 <= expected)
    t->room *= 2;
  t->slots = ARENA_ARRAY(home, slot, t->room);
  return t;
}

/* the slot that holds the key, or the free one where it would go */
static slot *find_slot(const text_table *t, uint64_t hash, const char *key) {
  assert(t->used < t->room && (t->room & (t->room - 1)) == 0);
  size_t at = (size_t)hash & (t->room - 1);
  while (t->slots[at].key &&
         (t->slots[at].hash != hash || !text_same(t->slots[at].key, key)))
    at = (at + 1) & (t->room - 1);
  return &t->slots[at];
}

int text_table_find(const text_table *t, const char *key) {
  const slot *s = find_slot(t, digest_short(&t->key, key, strlen(key)), key);
  return s->key ? s->index : -1;
}

static void double_room(text_table *t) {
  const slot *const old = t->slots;
  const size_t old_room = t->room;
  t->room *= 2;
  t->slots = ARENA_ARRAY(t->home, slot, t->room);
  for (size_t i = 0; i < old_room; i++)
    if (old[i].key)
      *find_slot(t, old[i].hash, old[i].key) = old[i];
}

int text_table_add(text_table *t, const char *key, int index) {
  assert(key && index >= 0);
  const uint64_t hash = digest_short(&t->key, key, strlen(key));
  const slot *const there = find_slot(t, hash, key);
  if (there->key)
    return there->index;
  if (++t->used > t->room / 2)
    double_room(t);
  *find_slot(t, hash, key) = (slot){key, hash, index};
  return index;
}
