/* strike - the machine fails at a chosen moment: an allocation finds no memory,
 * or a call of the file system finds no room, or the process is killed at one.
 * The linker puts the functions below in the place of the C library's (malloc,
 * calloc and realloc for libraries, too; open, write, fsync, close, rename and
 * mkdir, with --wrap, for our own code). */
#ifndef SAITAKU_TESTS_STRIKE_H
#define SAITAKU_TESTS_STRIKE_H

typedef enum strike_kind {
  STRIKE_NONE,
  STRIKE_MEMORY,      /* one allocation fails */
  STRIKE_MEMORY_GONE, /* it and all behind it fail */
  STRIKE_DISK,        /* one file call fails */
  STRIKE_DISK_GONE,   /* it and all behind it fail */
  STRIKE_KILL,        /* SIGKILL at a file call; a write is done by half */
  STRIKE_TERM,        /* SIGTERM at a file call */
  STRIKE_KINDS
} strike_kind;

/* counts from here; the count-th call of the kind is struck, 1 is the next */
void strike_arm(strike_kind kind, long count);
long strike_calls(void); /* of the kind armed, until now */

#endif
