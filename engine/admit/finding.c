#include "finding.h"
#include "../base/text.h"
#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>

void finding_add(finding_list *to, finding one) {
  assert(one.seen && one.allowed && one.cites);
  if (to->count == to->room) {
    const int room = to->room ? 2 * to->room : 64;
    to->item = arena_grow(to->home, to->item, sizeof *to->item,
                          (size_t)to->count, (size_t)room);
    to->room = room;
  }
  to->item[to->count++] = one;
}

static int order(int a, int b) { return a < b ? -1 : a > b; }

static int by_place(const void *a, const void *b) {
  const finding *p = a, *q = b;
  int c = order(p->application, q->application);
  if (c == 0)
    c = order((int)p->gate, (int)q->gate);
  if (c == 0)
    c = text_order(p->seen, q->seen);
  if (c == 0)
    c = text_order(p->allowed, q->allowed);
  return c ? c : text_order(p->cites, q->cites);
}

void finding_sort(finding_list *list) {
  if (list->count > 1)
    qsort(list->item, (size_t)list->count, sizeof *list->item, by_place);
}

const char *finding_cite(arena *home, const char *under, const char *key,
                         const char *words) {
  const char *dot = *under && *key ? "." : "";
  const char *colon = *words ? ": " : "";
  return arena_format(home, "%s%s%s%s%s", under, dot, key, colon, words);
}

const char *finding_integer(arena *home, int64_t value) {
  return arena_format(home, "%" PRId64, value);
}

const char *finding_decimal(arena *home, decimal value) {
  int places = DECIMAL_PLACES;
  for (; places > 1 && value % 10 == 0; places--)
    value /= 10;
  return number_decimal_text(home, value, places);
}

const char *finding_names(arena *home, const names *list) {
  text all = text_empty(home);
  for (int i = 0; i < list->count; i++) {
    text_add(&all, i ? ", " : "");
    text_add(&all, list->item[i]);
  }
  return all.at;
}
