/* Data for models/adoption.mod. */
#include "export_statement.h"
#include "figures.h"
#include <inttypes.h>

static void add_columns(const statement *s, const char *set, column_kind kind,
                        text *to) {
  size_t width = 0;
  text_format(to, "set %s :=\n", set);
  for (int j = 0; j < s->column_count; j++)
    if (s->columns[j].kind == kind)
      statement_piece(s->columns[j].name, &width, to);
  text_add(to, ";\n");
}

static void add_most(const statement *s, text *to) {
  text_add(to, "param most :=\n");
  for (int j = 0; j < s->column_count; j++)
    if (s->columns[j].kind == COLUMN_SHORTFALL)
      text_format(to, " %s %" PRId64 "\n", s->columns[j].name,
                  s->columns[j].high);
  text_add(to, ";\n");
}

static void add_rows(const statement *s, const char *set, relation is,
                     text *to) {
  size_t width = 0;
  text_format(to, "set %s :=\n", set);
  for (int i = 0; i < s->row_count; i++)
    if (s->rows[i].is == is)
      statement_piece(s->rows[i].name, &width, to);
  text_add(to, ";\n");
}

static void add_limits(const statement *s, text *to) {
  text_add(to, "param limit :=\n");
  for (int i = 0; i < s->row_count; i++)
    text_format(to, " %s %s\n", s->rows[i].name,
                figure_wide(s->home, s->rows[i].limit));
  text_add(to, ";\n");
}

static void add_pairs(const statement *s, const entry *e, int count, text *to) {
  size_t width = 0;
  for (int i = 0; i < count; i++)
    statement_piece(arena_format(s->home, "%s %" PRId64,
                                 s->columns[e[i].column].name,
                                 e[i].coefficient),
                    &width, to);
}

static void add_terms(const statement *s, text *to) {
  for (int i = 0; i < s->row_count; i++) {
    const stated_row *const r = &s->rows[i];
    size_t width = 0;
    text_format(to, "set TERMS[%s] :=\n", r->name);
    for (int k = 0; k < r->count; k++)
      statement_piece(s->columns[r->entries[k].column].name, &width, to);
    text_add(to, ";\n");
  }
}

static void add_coefficients(const statement *s, text *to) {
  text_add(to, "param coefficient :=\n");
  for (int i = 0; i < s->row_count; i++) {
    text_format(to, "[%s,*]\n", s->rows[i].name);
    add_pairs(s, s->rows[i].entries, s->rows[i].count, to);
    text_add(to, "\n");
  }
  text_add(to, ";\n");
}

char *export_mathprog(const statement *s) {
  text to = text_empty(s->home);
  statement_notes(s, "#", &to);
  text_add(&to, "# glpsol --model models/adoption.mod --data this file\n"
                "data;\n");
  add_columns(s, "AWARDS", COLUMN_AWARD, &to);
  add_columns(s, "COVERED", COLUMN_COVERAGE, &to);
  add_columns(s, "SHORTFALLS", COLUMN_SHORTFALL, &to);
  add_most(s, &to);
  text_add(&to, "param gain :=\n");
  add_pairs(s, s->gain, s->gain_count, &to);
  text_add(&to, ";\n");
  add_rows(s, "AT_MOST", AT_MOST, &to);
  add_rows(s, "AT_LEAST", AT_LEAST, &to);
  add_rows(s, "EXACTLY", EXACTLY, &to);
  add_limits(s, &to);
  add_terms(s, &to);
  add_coefficients(s, &to);
  text_add(&to, "end;\n");
  return to.at;
}
