/* arena - memory of one run: taken piece by piece, given back all at once.
 * Running out ends the program with exit 6 in arena.c, the one place that may;
 * sizes that come from input are therefore bounded by their readers first.
 * Built with ARENA_BLOCK_BYTES=1 every piece is a block of its own, so that
 * AddressSanitizer sees an overrun. */
#ifndef SAITAKU_BASE_ARENA_H
#define SAITAKU_BASE_ARENA_H

#include <stddef.h>

typedef struct arena arena;

arena *arena_open(void);
void arena_close(arena *home);

/* malloc that never gives null, for a library that cannot bear it; to be given
 * back by free */
void *arena_lend(size_t bytes);

/* count pieces of size bytes, zeroed, aligned for any type, never null */
void *arena_take(arena *home, size_t size, size_t count);
#define ARENA_NEW(home, type) ((type *)arena_take((home), sizeof(type), 1))
#define ARENA_ARRAY(home, type, count)                                         \
  ((type *)arena_take((home), sizeof(type), (size_t)(count)))

/* a longer copy of an array that was taken from home: for arrays that grow by
 * doubling; the old piece stays where it is until the arena closes */
void *arena_grow(arena *home, const void *old, size_t size, size_t old_count,
                 size_t new_count);

char *arena_text(arena *home, const char *bytes, size_t length);
char *arena_format(arena *home, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
