#include "statement.h"
#include <assert.h>
#include <inttypes.h>

void statement_add_name(text *to, const char *name) {
  if (!*name)
    text_add(to, "-");
  for (; *name; name++) {
    if (*name == '%' || (unsigned char)*name <= ' ')
      text_format(to, "%%%02X", (unsigned)(unsigned char)*name);
    else
      text_add_bytes(to, name, 1);
  }
}

static void add_terms(text *to, const entry *e, int count) {
  for (int i = 0; i < count; i++)
    text_format(to, " %d:%" PRId64, e[i].column, e[i].coefficient);
}

static void add_columns(text *to, const program *g, const char *const *called) {
  text_format(to, "columns %d\n", g->column_count);
  for (int j = 0; j < g->column_count; j++) {
    const column *const c = &g->columns[j];
    text_format(to, "c %c %" PRId64 " %" PRId64 " ",
                c->kind == COLUMN_AWARD ? 'd' : 'f', c->low, c->high);
    statement_add_name(to, called[j]);
    text_add(to, "\n");
  }
}

void statement_add_row_name(text *to, const program *g, const row *r) {
  statement_add_name(to, g->owners[r->owner].id);
  if (!*r->key)
    return;
  text_add(to, "/");
  statement_add_name(to, r->key);
}

static void add_rows(text *to, const program *g) {
  text_format(to, "rows %d\n", g->row_count);
  for (int i = 0; i < g->row_count; i++) {
    const row *const r = &g->rows[i];
    text_format(to, "r %" PRId64 " ", exact_narrow(r->limit));
    statement_add_row_name(to, g, r);
    add_terms(to, r->entries, r->count);
    text_add(to, "\n");
  }
}

/* A step without columns would leave no word behind, and shift the later ones.
 */
static void add_walk(text *to, const objective *o) {
  for (int s = 0; s < o->step_count; s++) {
    assert(o->steps[s].count > 0);
    for (int i = 0; i < o->steps[s].count; i++)
      text_format(to, "%s%d", i ? "," : " ",
                  o->walk_columns[o->steps[s].first + i]);
  }
}

static void add_levels(text *to, const program *g) {
  text_format(to, "levels %d\n", g->objective_count);
  for (int k = 0; k < g->objective_count; k++) {
    const objective *const o = &g->objectives[k];
    const bool walks = o->kind == OBJECTIVE_WALK;
    text_add(to, walks ? "walk " : "max ");
    statement_add_name(to, o->name);
    if (walks)
      add_walk(to, o);
    else
      add_terms(to, o->entries, o->count);
    text_add(to, "\n");
  }
}

void statement_add(text *to, const program *g, const char *const *called) {
  add_columns(to, g, called);
  add_rows(to, g);
  add_levels(to, g);
}

void statement_add_origin(text *to, const proof_origin *from) {
  text_add(to, "saitaku-proof 1\n");
  for (int i = 0; i < from->input_count; i++) {
    text_add(to, "input ");
    statement_add_name(to, from->inputs[i].name);
    text_format(to, " %s\n", from->inputs[i].sha256);
  }
}

void statement_add_sets(text *to, const program *g, const sets *listed) {
  text_add(to, listed->count ? "set" : "none");
  for (int j = 0; listed->count && j < g->column_count; j++)
    if (listed->each[0][j] != 0)
      text_format(to, " %d:%" PRId64, j, listed->each[0][j]);
  text_format(to, "\nothers %d\n", listed->count ? listed->count - 1 : 0);
  for (int i = 1; i < listed->count; i++) {
    text_add(to, "o");
    for (int j = 0; j < g->column_count; j++)
      if (g->columns[j].kind == COLUMN_AWARD && listed->each[i][j] != 0)
        text_format(to, " %d", j);
    text_add(to, "\n");
  }
}

const char *certify_statement(arena *home, const program *g,
                              const char *const *column_names) {
  text to = text_empty(home);
  statement_add(&to, g, column_names);
  return to.at;
}
