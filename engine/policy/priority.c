/* Priority: what may lift a plan of a group above its merit. */
#include "section.h"

static const char *const mode_words[] = {"bonus", "comparable_merit", "invite",
                                         "reserved", NULL}; /* as the enum */

static bool read_mode(value v, void *to) {
  const int choice = value_choice(v, mode_words);
  if (choice >= 0)
    *(priority_mode *)to = (priority_mode)choice;
  return choice >= 0;
}

static bool read_counts_when(value v, void *to) {
  static const char *const words[] = {"any", "majority", "share", NULL};
  const int choice = value_choice(v, words);
  if (choice >= 0)
    *(counts_when *)to = (counts_when)choice;
  return choice >= 0;
}

static bool read_combine(value v, void *to) {
  static const char *const words[] = {"add", "max", NULL};
  const int choice = value_choice(v, words);
  *(bool *)to = choice == 1;
  return choice >= 0;
}

/* which keys belong to which mode */
static bool keys_suit_mode(value v, const priority_item *item) {
  static const struct {
    const char *key;
    priority_mode mode;
    need need;
  } rows[] = {{"points", PRIORITY_BONUS, REQUIRED},
              {"counts_when", PRIORITY_BONUS, OPTIONAL},
              {"once_per_country", PRIORITY_BONUS, OPTIONAL},
              {"within", PRIORITY_COMPARABLE_MERIT, REQUIRED},
              {"yen", PRIORITY_RESERVED, REQUIRED},
              {"release", PRIORITY_RESERVED, OPTIONAL}};
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const bool suits = rows[i].mode == item->mode;
    const value member = value_key(v, rows[i].key);
    if (member.json && !suits)
      return value_fail(member, "only for mode \"%s\"",
                        mode_words[rows[i].mode]);
    if (!member.json && suits && rows[i].need == REQUIRED)
      return value_fail(member, "missing; mode \"%s\" needs it",
                        mode_words[item->mode]);
  }
  return true;
}

/* points that belong to the set are in no plan's worth: nothing to count them
 * by, and nothing to multiply by people */
static bool once_is_alone(value v, const priority_item *item) {
  const value once = value_key(v, "once_per_country");
  if (!item->once_per_country)
    return true;
  if (value_has(v, "counts_when"))
    return value_fail(once, "cannot stand together with counts_when");
  return v.in->policy->objective != OBJECTIVE_MERIT_X_PEOPLE ||
         value_fail(once, "cannot stand together with the objective "
                          "\"merit_x_people\"");
}

static bool read_item(value v, void *to) {
  static const field rows[] = {
      {"group", read_group, offsetof(priority_item, group), REQUIRED},
      {"mode", read_mode, offsetof(priority_item, mode), REQUIRED},
      {"points", read_points, offsetof(priority_item, points), OPTIONAL},
      {"counts_when", read_counts_when, offsetof(priority_item, counts_when),
       OPTIONAL},
      {"once_per_country", read_flag, offsetof(priority_item, once_per_country),
       OPTIONAL},
      {"within", read_points, offsetof(priority_item, within), OPTIONAL},
      {"yen", read_yen, offsetof(priority_item, yen), OPTIONAL},
      {"release", read_flag, offsetof(priority_item, release), OPTIONAL},
      {"text", read_text, offsetof(priority_item, text), OPTIONAL},
      {"source", read_text, offsetof(priority_item, source), OPTIONAL},
      {0}};
  priority_item *const item = to;
  item->text = item->source = "";
  return value_fields(v, rows, item) && keys_suit_mode(v, item) &&
         once_is_alone(v, item);
}

static bool read_items(value v, void *to) {
  priority *const p = to;
  p->items = value_structs(v, sizeof *p->items, read_item, &p->count);
  return p->items;
}

bool read_priority_section(value v, void *to) {
  static const field rows[] = {
      {"combine", read_combine, offsetof(priority, largest_only), OPTIONAL},
      {"at_most", read_points, offsetof(priority, at_most), OPTIONAL},
      {"items", read_items, 0, OPTIONAL},
      {0}};
  return value_fields(v, rows, &((policy *)to)->priority);
}
