#include "export_columns.h"
#include "../formulate/measure.h"
#include <inttypes.h>

static const application *plan_of(const program *g, const column *c) {
  return &g->from->from->of->applications[c->application];
}

/* The countries that every member brings people of: the one covered is among
 * them, and mostly alone. */
static const char *countries_of(arena *home, const program *g,
                                const column *c) {
  const subject all = {NULL, DIMENSION_NONE, ""};
  text to = text_empty(home);
  country_set common = {{0}};
  for (int m = 0; m < c->member_count; m++) {
    const column *const member = &g->columns[c->members[m]];
    const country_set set = measure_countries(
        g->from->from->of, all, member->application, member->award);
    for (size_t i = 0; i < sizeof set.bits / sizeof *set.bits; i++)
      common.bits[i] = m ? common.bits[i] & set.bits[i] : set.bits[i];
  }
  for (int k = 0; k < country_count(); k++)
    if (country_set_has(&common, k))
      text_format(&to, "%s%s", to.length ? " " : "", country_code(k));
  return to.at;
}

static const owner *owner_of(const program *g, const column *c) {
  return &g->owners[g->rows[c->row].owner];
}

static const char *name_of(arena *home, const program *g, const column *c,
                           export_names *in) {
  switch (c->kind) {
  case COLUMN_AWARD:
    return export_name(in, "x", plan_of(g, c)->id,
                       c->award ? plan_of(g, c)->awards[c->award].level : NULL);
  case COLUMN_COVERAGE:
    return export_name(in, "y", countries_of(home, g, c), NULL);
  case COLUMN_SHORTFALL:
    break;
  }
  return export_name(in, "s", owner_of(g, c)->id, g->rows[c->row].key);
}

const char *const *export_column_names(arena *home, const program *g) {
  const char **const to = ARENA_ARRAY(home, const char *, g->column_count);
  export_names *const in = export_names_new(home, (size_t)g->column_count + 1);
  export_name(in, "nothing", NULL, NULL);
  for (int j = 0; j < g->column_count; j++)
    to[j] = name_of(home, g, &g->columns[j], in);
  return to;
}

static char *award_words(arena *home, const application *a, const award *w) {
  return arena_format(home,
                      "application %s, %s, %" PRId64 " yen, %" PRId64 " people",
                      a->id, w->level, w->yen, w->people);
}

char *export_column_words(arena *home, const program *g, int j) {
  const column *const c = &g->columns[j];
  if (c->kind == COLUMN_AWARD)
    return award_words(home, plan_of(g, c), &plan_of(g, c)->awards[c->award]);
  if (c->kind == COLUMN_COVERAGE)
    return arena_format(home, "1 when a plan with people of %s is adopted",
                        countries_of(home, g, c));
  const char *const key = g->rows[c->row].key;
  return arena_format(home, "by how much rule %s%s%s is missed",
                      owner_of(g, c)->id, *key ? " for " : "", key);
}
