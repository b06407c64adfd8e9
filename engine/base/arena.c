#include "arena.h"
#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifndef ARENA_BLOCK_BYTES
#define ARENA_BLOCK_BYTES (1 << 20)
#endif

/* Pieces from here on get a block of their own, so that a big one never wastes
 * the rest of the shared block; with ARENA_BLOCK_BYTES=1 that is every piece.
 */
static const size_t own_block_bytes = ARENA_BLOCK_BYTES / 4;

typedef struct block {
  struct block *before;
  alignas(max_align_t) unsigned char at[];
} block;

struct arena {
  block *last;         /* of all blocks, for closing */
  unsigned char *free; /* what is left of the shared block */
  size_t left;         /* a multiple of the alignment */
};

_Noreturn static void run_out(void) {
  fputs("saitaku: out of memory\n", stderr);
  exit(6);
}

arena *arena_open(void) {
  arena *home = calloc(1, sizeof *home);
  if (!home)
    run_out();
  return home;
}

void arena_close(arena *home) {
  assert(home);
  for (block *b = home->last; b;) {
    block *const before = b->before;
    free(b);
    b = before;
  }
  free(home);
}

void *arena_lend(size_t bytes) {
  void *const lent = malloc(bytes ? bytes : 1);
  if (!lent)
    run_out();
  return lent;
}

static unsigned char *new_block(arena *home, size_t bytes) {
  if (bytes > PTRDIFF_MAX - sizeof(block))
    run_out();
  block *b = calloc(1, sizeof *b + bytes);
  if (!b)
    run_out();
  b->before = home->last;
  home->last = b;
  return b->at;
}

static unsigned char *carve(arena *home, size_t bytes) {
  const size_t unit = alignof(max_align_t);
  const size_t rounded = (bytes + unit - 1) / unit * unit;
  if (rounded > home->left || !home->free) {
    home->free = new_block(home, ARENA_BLOCK_BYTES);
    home->left = ARENA_BLOCK_BYTES;
  }
  unsigned char *const piece = home->free;
  home->free += rounded;
  home->left -= rounded;
  return piece;
}

void *arena_take(arena *home, size_t size, size_t count) {
  assert(home);
  if (size && count > SIZE_MAX / size)
    run_out();
  const size_t bytes = size * count;
  unsigned char *const piece =
      bytes < own_block_bytes ? carve(home, bytes) : new_block(home, bytes);
  assert((uintptr_t)piece % alignof(max_align_t) == 0);
  return piece;
}

void *arena_grow(arena *home, const void *old, size_t size, size_t old_count,
                 size_t new_count) {
  assert(new_count >= old_count);
  assert(old || !old_count);
  void *const longer = arena_take(home, size, new_count);
  if (size && old_count)
    memcpy(longer, old, size * old_count);
  return longer;
}

char *arena_text(arena *home, const char *bytes, size_t length) {
  assert(bytes || !length);
  if (length == SIZE_MAX)
    run_out();
  char *const copy = ARENA_ARRAY(home, char, length + 1);
  if (length)
    memcpy(copy, bytes, length);
  return copy;
}

char *arena_format(arena *home, const char *format, ...) {
  va_list list, again;
  va_start(list, format);
  va_copy(again, list);
  const int length = vsnprintf(NULL, 0, format, list);
  assert(length >= 0);
  char *const to = ARENA_ARRAY(home, char, (size_t)length + 1);
  vsnprintf(to, (size_t)length + 1, format, again);
  va_end(again);
  va_end(list);
  return to;
}
