/* What is best: the objective, and the ordered keys among equals. */
#include "../base/text.h"
#include "section.h"
#include <string.h>

bool read_objective_section(value v, void *to) {
  static const char *const words[] = {"merit", "merit_x_people", "rank_order",
                                      NULL};
  const int choice = value_choice(v, words);
  if (choice >= 0)
    ((policy *)to)->objective = (aim_of_call)choice;
  return choice >= 0;
}

/* the id behind "more_countries:", or null */
static const char *group_of(const char *word) {
  static const char before[] = "more_countries:";
  const size_t length = sizeof before - 1;
  return strncmp(word, before, length) ? NULL : word + length;
}

static bool read_group_tie(value v, const char *id, tie *to) {
  const value named = {v.in, json_string(id), v.path};
  to->kind = TIE_MORE_COUNTRIES;
  const bool known = read_group(named, &to->group);
  json_decref(named.json);
  return known;
}

static bool read_tie(value v, void *to) {
  static const char *const words[] = {"more_people", "more_countries",
                                      "fewer_yen",   "earlier_received",
                                      "lot",         NULL}; /* as the enum */
  tie *const t = to;
  t->group = -1;
  if (!read_name(v, &t->word))
    return false;
  const char *const id = group_of(t->word);
  if (id)
    return read_group_tie(v, id, t);
  const int choice = value_choice(v, words);
  if (choice >= 0)
    t->kind = (tie_kind)choice;
  return choice >= 0;
}

static bool ties_differ(value v, const policy *p) {
  text_table *const words = text_table_new(v.in->home, (size_t)p->tie_count);
  for (int i = 0; i < p->tie_count; i++) {
    if (text_table_add(words, p->ties[i].word, i) != i)
      return value_fail(value_item(v, i), "\"%s\" stands twice",
                        p->ties[i].word);
  }
  return true;
}

bool read_ties_section(value v, void *to) {
  policy *const p = to;
  p->ties = value_structs(v, sizeof *p->ties, read_tie, &p->tie_count);
  return p->ties && ties_differ(v, p);
}
