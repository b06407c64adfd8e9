/* keys - which rows say the same thing? Rows by a key of small integers, found
 * by hashing; asked row by row, never iterated.
 * Cost: constant time a row on average; 36 bytes a row that was announced. */
#ifndef SAITAKU_READ_KEYS_H
#define SAITAKU_READ_KEYS_H

#include "../base/arena.h"

enum { KEY_PARTS = 4 };

typedef struct row_key {
  int part[KEY_PARTS]; /* those not needed are 0; the last one is the one in
                          which rows that follow each other mostly differ */
} row_key;

typedef struct keys keys;

keys *keys_new(arena *home, int rows_at_most);
int keys_add(keys *k, row_key key, int line); /* 0, or the line it was on */
int keys_find(const keys *k, row_key key);    /* the line it is on, or 0 */

#endif
