#include "lint_work.h"
#include "measure.h"
#include <assert.h>

void lint_add(lint_work *w, remark one) {
  if (w->count == w->room) {
    w->room = w->room ? 2 * w->room : 16;
    w->item = arena_grow(w->home, w->item, sizeof *w->item, (size_t)w->count,
                         (size_t)w->room);
  }
  one.key = one.key ? one.key : "";
  one.other = one.other ? one.other : "";
  w->item[w->count++] = one;
}

void lint_say(lint_work *w, remark_code code, const char *about,
              const char *other) {
  lint_add(w, (remark){.code = code, .about = about, .other = other});
}

bool lint_counts(const lint_work *w, const selector *of) {
  const subject all = {of, DIMENSION_NONE, ""};
  for (int j = 0; j < w->award_columns; j++) {
    const column *const c = &w->g->columns[j];
    if (measure_award(w->pool, all, MEASURE_AWARDS, c->application, c->award))
      return true;
  }
  return false;
}

static row_span *spans_of(arena *home, const program *g) {
  row_span *const to = ARENA_ARRAY(home, row_span, g->owner_count);
  for (int i = 0; i < g->row_count; i++) {
    row_span *const s = &to[g->rows[i].owner];
    if (s->count++ == 0)
      s->at = &g->rows[i];
  }
  return to;
}

static int *owners_of_rules(arena *home, const program *g, int rule_count) {
  int *const to = ARENA_ARRAY(home, int, rule_count + 1);
  for (int i = 0; i < g->owner_count; i++)
    if (g->owners[i].rule >= 0)
      to[g->owners[i].rule] = i;
  return to;
}

static int awards_in(const program *g) {
  int count = 0;
  while (count < g->column_count && g->columns[count].kind == COLUMN_AWARD)
    count++;
  return count;
}

remarks *lint(arena *home, const program *g) {
  assert(g->from);
  const pool *const p = g->from->from->of;
  lint_work w = {.home = home,
                 .g = g,
                 .pool = p,
                 .rules = p->rules,
                 .award_columns = awards_in(g),
                 .rows = spans_of(home, g),
                 .owner_of = owners_of_rules(home, g, p->rules->rule_count)};
  /* where no plan competes, nothing can bind: that says nothing of the rules */
  const bool competes = w.award_columns > 0;
  if (competes) {
    lint_money(&w);
    lint_rules(&w);
  }
  lint_groups(&w);
  if (competes)
    lint_priority(&w);
  lint_scoring(&w);
  if (competes)
    lint_ties(&w);
  remarks *const to = ARENA_NEW(home, remarks);
  *to = (remarks){w.item, w.count};
  return to;
}
