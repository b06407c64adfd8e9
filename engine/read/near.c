#include "near.h"

#include "damage.h"
#include "fold.h"
#include <string.h>

struct near {
  text_table *table; /* simple form -> index in the roster */
};

static bool is_number(const char *given) {
  return *given != '\0' && given[strspn(given, "0123456789")] == '\0';
}

static const char *without_zeros(const char *given) {
  if (!is_number(given))
    return given;
  const char *const rest = given + strspn(given, "0");
  return *rest != '\0' ? rest : "0";
}

static const char *without_apostrophe(const char *given) {
  while (damage_is_apostrophe(given))
    given += *given == '\'' ? 1 : 3;
  return given;
}

/* the one spelling of all ids that are near each other; null: too long */
static const char *simple_form(const char *given, char folded[FOLD_BYTES]) {
  return fold_text(given, true, folded)
             ? without_zeros(without_apostrophe(folded))
             : NULL;
}

near *near_new(arena *home, const roster *of) {
  near *n = ARENA_NEW(home, near);
  n->table = text_table_new(home, (size_t)of->count);
  for (int i = 0; i < of->count; i++) {
    char folded[FOLD_BYTES];
    const char *const simple = simple_form(of->item[i], folded);
    if (simple)
      text_table_add(n->table, arena_text(home, simple, strlen(simple)), i);
  }
  return n;
}

int near_find(const near *n, const char *given) {
  char folded[FOLD_BYTES];
  const char *const simple = simple_form(given, folded);
  return simple ? text_table_find(n->table, simple) : -1;
}

complaint_code near_kind(const char *given, const char *there) {
  const bool zeros = is_number(given) && is_number(there) &&
                     text_same(without_zeros(given), without_zeros(there));
  if (!zeros)
    return COMPLAINT_ID_SPELLING;
  return strlen(given) < strlen(there) ? COMPLAINT_ID_LOST_ZEROS
                                       : COMPLAINT_ID_KEPT_ZEROS;
}
