#include "export.h"
#include "../base/text.h"
#include "export_statement.h"
#include <assert.h>

static const objective *the_worth(const program *g, int *before) {
  *before = 0;
  while (*before < g->objective_count &&
         g->objectives[*before].kind == OBJECTIVE_AIM)
    ++*before;
  return g->worth;
}

const objective *export_level(const program *g, const char *name, int *before) {
  if (!name || text_same(name, g->worth->name))
    return the_worth(g, before);
  for (int k = 0; k < g->objective_count; k++)
    if (g->objectives[k].kind != OBJECTIVE_WALK &&
        text_same(g->objectives[k].name, name)) {
      *before = k;
      return &g->objectives[k];
    }
  return NULL;
}

char *export_level_names(arena *home, const program *g) {
  text to = text_empty(home);
  text_add(&to, g->worth->name);
  for (int k = 0; k < g->objective_count; k++) {
    const objective *const o = &g->objectives[k];
    if (o->kind == OBJECTIVE_AIM || o->kind == OBJECTIVE_TIE)
      text_format(&to, ", %s", o->name);
  }
  return to.at;
}

char *report_export(arena *home, const export_order *o, export_format as) {
  const statement *const s = statement_of(home, o);
  switch (as) {
  case EXPORT_LP:
    return export_lp(s);
  case EXPORT_MPS:
    return export_mps(s);
  case EXPORT_MATHPROG:
    return export_mathprog(s);
  }
  assert(false);
  return NULL;
}
