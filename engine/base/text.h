/* text - a growing piece of text, and the order of identifiers. */
#ifndef SAITAKU_BASE_TEXT_H
#define SAITAKU_BASE_TEXT_H

#include "arena.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct text {
  arena *home;
  char *at; /* always ends in NUL; valid until the next addition */
  size_t length, room;
} text;

text text_empty(arena *home);
void text_add(text *to, const char *piece);
void text_add_bytes(text *to, const char *piece, size_t length);
void text_format(text *to, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* bytewise order, the one order of ids everywhere */
int text_order(const char *a, const char *b);
bool text_same(const char *a, const char *b);

/* id -> index by hashing; never iterated, so its order cannot leak out */
typedef struct text_table text_table;
text_table *text_table_new(arena *home, size_t expected);
int text_table_find(const text_table *t, const char *key); /* -1: absent */
/* adds key -> index unless key is there; returns the index it now has; the key
 * is kept by reference */
int text_table_add(text_table *t, const char *key, int index);

#endif
