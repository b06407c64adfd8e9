#include "keys.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct entry {
  row_key key;
  int line;
} entry;

struct keys {
  entry *entries;
  int count, room;
  int *slots; /* 1 + index of an entry; 0: free */
  size_t mask;
};

keys *keys_new(arena *home, int rows_at_most) {
  assert(rows_at_most >= 0);
  size_t slots = 16;
  while (slots < 2 * (size_t)rows_at_most)
    slots *= 2;
  keys *k = ARENA_NEW(home, keys);
  *k = (keys){.entries = ARENA_ARRAY(home, entry, (size_t)rows_at_most + 1),
              .room = rows_at_most,
              .slots = ARENA_ARRAY(home, int, slots),
              .mask = slots - 1};
  return k;
}

/* the finishing step of SplitMix64 after each part */
static uint64_t mix(row_key key) {
  uint64_t h = 0;
  for (int i = 0; i < KEY_PARTS; i++) {
    h += (uint64_t)key.part[i] + UINT64_C(0x9E3779B97F4A7C15);
    h = (h ^ (h >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    h = (h ^ (h >> 27)) * UINT64_C(0x94D049BB133111EB);
    h ^= h >> 31;
  }
  return h;
}

/* Keys whose last parts are neighbours stand side by side: one line of the
 * cache holds them, and their rows mostly follow each other. */
static size_t first_slot(const keys *k, row_key key) {
  enum { NEIGHBOURS = 4 };
  const unsigned last = (unsigned)key.part[KEY_PARTS - 1];
  key.part[KEY_PARTS - 1] = (int)(last / NEIGHBOURS);
  return (size_t)(mix(key) * NEIGHBOURS + last % NEIGHBOURS) & k->mask;
}

static bool same(row_key a, row_key b) {
  for (int i = 0; i < KEY_PARTS; i++)
    if (a.part[i] != b.part[i])
      return false;
  return true;
}

/* the slot of the key, or the free one where it belongs */
static int *find_slot(const keys *k, row_key key) {
  size_t at = first_slot(k, key);
  while (k->slots[at] && !same(k->entries[k->slots[at] - 1].key, key))
    at = (at + 1) & k->mask;
  return &k->slots[at];
}

int keys_find(const keys *k, row_key key) {
  const int slot = *find_slot(k, key);
  return slot ? k->entries[slot - 1].line : 0;
}

int keys_add(keys *k, row_key key, int line) {
  int *const slot = find_slot(k, key);
  if (*slot)
    return k->entries[*slot - 1].line;
  assert(line > 0 && k->count < k->room);
  k->entries[k->count++] = (entry){key, line};
  *slot = k->count;
  return 0;
}
