/* CPLEX LP, as GLPK, CBC and HiGHS read it. Every column of a program is whole;
 * those from 0 to 1 stand under Binary. */
#include "export_statement.h"
#include "figures.h"
#include <inttypes.h>

static void add_rows(const statement *s, text *to) {
  static const char *const sign[] = {
      [AT_MOST] = "<=", [AT_LEAST] = ">=", [EXACTLY] = "="};
  text_add(to, "\nSubject To\n");
  for (int i = 0; i < s->row_count; i++) {
    const stated_row *const r = &s->rows[i];
    text_format(to, " %s:\n", r->name);
    statement_sum(s, r->entries, r->count, to);
    text_format(to, " %s %s\n", sign[r->is], figure_wide(s->home, r->limit));
  }
}

static bool is_binary(const stated_column *c) {
  return c->low == 0 && c->high == 1;
}

static void add_bounds(const statement *s, text *to) {
  bool any = false;
  for (int j = 0; j < s->column_count; j++) {
    const stated_column *const c = &s->columns[j];
    if (is_binary(c))
      continue;
    text_add(to, any ? "" : "\nBounds\n");
    any = true;
    text_format(to, " %" PRId64 " <= %s <= %" PRId64 "\n", c->low, c->name,
                c->high);
  }
}

static void add_kind(const statement *s, const char *head, bool binary,
                     text *to) {
  size_t width = 0;
  bool any = false;
  for (int j = 0; j < s->column_count; j++) {
    if (is_binary(&s->columns[j]) != binary)
      continue;
    if (!any)
      text_format(to, "\n%s\n", head);
    any = true;
    statement_piece(s->columns[j].name, &width, to);
  }
  if (any)
    text_add(to, "\n");
}

char *export_lp(const statement *s) {
  text to = text_empty(s->home);
  statement_notes(s, "\\", &to);
  text_format(&to, "\nMaximize\n %s:\n", s->goal);
  statement_sum(s, s->gain, s->gain_count, &to);
  text_add(&to, "\n");
  add_rows(s, &to);
  add_bounds(s, &to);
  add_kind(s, "Binary", true, &to);
  add_kind(s, "General", false, &to);
  text_add(&to, "\nEnd\n");
  return to.at;
}
