#include "vipr_statement.h"
#include "derive.h"
#include <inttypes.h>

static const objective *worth_of(const vipr_claim *of) {
  return &of->g->objectives[of->level];
}

wide vipr_value(const vipr_claim *of) {
  const objective *const o = worth_of(of);
  return of->x ? program_activity(o->entries, o->count, of->x) : 0;
}

static void add_origin(text *to, const proof_origin *from) {
  for (int i = 0; i < from->input_count; i++) {
    text_add(to, "% input ");
    statement_add_name(to, from->inputs[i].name);
    text_format(to, " %s\n", from->inputs[i].sha256);
  }
  text_add(to, "VER 1.0\n");
}

static void add_terms(text *to, const entry *e, int count) {
  text_format(to, " %d", count);
  for (int i = 0; i < count; i++)
    text_format(to, " %d %" PRId64, e[i].column, e[i].coefficient);
  text_add(to, "\n");
}

static void add_columns(text *to, const program *g, const char *const *called) {
  text_format(to, "VAR %d\n", g->column_count);
  for (int j = 0; j < g->column_count; j++) {
    statement_add_name(to, called[j]);
    text_add(to, "\n");
  }
  text_format(to, "INT %d\n", g->column_count);
  for (int j = 0; j < g->column_count; j++)
    text_format(to, "%s%d", j ? " " : "", j);
  text_add(to, "\n");
}

static void add_bounds(text *to, const program *g) {
  for (int j = 0; j < g->column_count; j++)
    text_format(to, "l%d G %" PRId64 " 1 %d 1\nu%d L %" PRId64 " 1 %d 1\n", j,
                g->columns[j].low, j, j, g->columns[j].high, j);
}

static void add_rows(text *to, const program *g) {
  for (int i = 0; i < g->row_count; i++) {
    const row *const r = &g->rows[i];
    text_format(to, "r%d:", i);
    statement_add_row_name(to, g, r);
    text_add(to, " L ");
    derive_add_wide(to, r->limit);
    add_terms(to, r->entries, r->count);
  }
}

static void add_aims(text *to, const vipr_claim *of, int count) {
  for (int k = 0; k < count; k++) {
    const objective *const o = &of->g->objectives[k];
    text_format(to, "h%d:", k);
    statement_add_name(to, o->name);
    text_add(to, " G ");
    derive_add_wide(to, program_activity(o->entries, o->count, of->x));
    add_terms(to, o->entries, o->count);
  }
}

/* viprchk wants one constraint at least: a program without any gets 0 <= 0. */
static int add_constraints(text *to, const vipr_claim *of) {
  const program *const g = of->g;
  const int bounds = 2 * g->column_count, aims = of->x ? of->level : 0;
  const int count = bounds + g->row_count + aims;
  text_format(to, "CON %d %d\n", count ? count : 1, bounds);
  add_bounds(to, g);
  add_rows(to, g);
  add_aims(to, of, aims);
  if (count == 0)
    text_add(to, "nothing L 0 0\n");
  return count ? count : 1;
}

static void add_goal(text *to, const vipr_claim *of) {
  text_add(to, "RTP ");
  if (!of->x) {
    text_add(to, of->is_shown ? "infeas\nSOL 0\n" : "range -inf inf\nSOL 0\n");
    return;
  }
  text_add(to, "range ");
  derive_add_wide(to, vipr_value(of));
  text_add(to, " ");
  if (of->is_shown)
    derive_add_wide(to, vipr_value(of));
  else
    text_add(to, "inf");
  text_add(to, "\nSOL 1\n");
}

static void add_set(text *to, const vipr_claim *of) {
  int count = 0;
  for (int j = 0; j < of->g->column_count; j++)
    count += of->x[j] != 0;
  text_format(to, "set %d", count);
  for (int j = 0; j < of->g->column_count; j++)
    if (of->x[j] != 0)
      text_format(to, " %d %" PRId64, j, of->x[j]);
  text_add(to, "\n");
}

int vipr_state(text *to, const vipr_claim *of, const proof_origin *origin) {
  add_origin(to, origin);
  add_columns(to, of->g, origin->column_names);
  text_add(to, "OBJ max\n");
  add_terms(to, worth_of(of)->entries, worth_of(of)->count);
  const int constraints = add_constraints(to, of);
  add_goal(to, of);
  if (of->x)
    add_set(to, of);
  return constraints;
}
