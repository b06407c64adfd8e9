/* Free MPS: fields parted by blanks, so that names may be long. The first row
 * of kind N is the objective, minimised: its coefficients stand negated. */
#include "export_statement.h"
#include "figures.h"
#include <inttypes.h>

typedef struct place { /* where a column stands: a row, -1 the objective */
  int row;
  int64_t coefficient;
} place;

typedef struct by_column { /* places of column j: start[j] .. start[j + 1] - 1
                            */
  const int *start;
  const place *item;
} by_column;

static void count_entries(const entry *e, int count, int *start) {
  for (int i = 0; i < count; i++)
    start[e[i].column + 2]++;
}

static void put_entries(const entry *e, int count, int which, int64_t sign,
                        int *start, place *item) {
  for (int i = 0; i < count; i++)
    item[start[e[i].column + 1]++] = (place){which, sign * e[i].coefficient};
}

/* rows stand in order inside a column, the objective first */
static by_column turned(const statement *s) {
  int *const start = ARENA_ARRAY(s->home, int, s->column_count + 2);
  count_entries(s->gain, s->gain_count, start);
  for (int i = 0; i < s->row_count; i++)
    count_entries(s->rows[i].entries, s->rows[i].count, start);
  for (int j = 0; j < s->column_count; j++)
    start[j + 2] += start[j + 1];
  place *const item =
      ARENA_ARRAY(s->home, place, start[s->column_count + 1] + 1);
  put_entries(s->gain, s->gain_count, -1, -1, start, item);
  for (int i = 0; i < s->row_count; i++)
    put_entries(s->rows[i].entries, s->rows[i].count, i, 1, start, item);
  return (by_column){start, item};
}

static void add_rows(const statement *s, text *to) {
  static const char kind[] = {
      [AT_MOST] = 'L', [AT_LEAST] = 'G', [EXACTLY] = 'E'};
  text_format(to, "ROWS\n N %s\n", s->goal);
  for (int i = 0; i < s->row_count; i++)
    text_format(to, " %c %s\n", kind[s->rows[i].is], s->rows[i].name);
}

static void add_columns(const statement *s, text *to) {
  const by_column all = turned(s);
  text_add(to, "COLUMNS\n M1 'MARKER' 'INTORG'\n");
  for (int j = 0; j < s->column_count; j++)
    for (int i = all.start[j]; i < all.start[j + 1]; i++)
      text_format(to, " %s %s %" PRId64 "\n", s->columns[j].name,
                  all.item[i].row < 0 ? s->goal : s->rows[all.item[i].row].name,
                  all.item[i].coefficient);
  text_add(to, " M2 'MARKER' 'INTEND'\n");
}

static void add_limits(const statement *s, text *to) {
  text_add(to, "RHS\n");
  for (int i = 0; i < s->row_count; i++)
    if (s->rows[i].limit != 0)
      text_format(to, " LIMIT %s %s\n", s->rows[i].name,
                  figure_wide(s->home, s->rows[i].limit));
}

/* A whole column without a bound ends at 1 for some readers, nowhere for
 * others: so each has one. */
static void add_bounds(const statement *s, text *to) {
  text_add(to, "BOUNDS\n");
  for (int j = 0; j < s->column_count; j++) {
    const stated_column *const c = &s->columns[j];
    if (c->low != 0)
      text_format(to, " LO BOUND %s %" PRId64 "\n", c->name, c->low);
    text_format(to, " UP BOUND %s %" PRId64 "\n", c->name, c->high);
  }
}

char *export_mps(const statement *s) {
  text to = text_empty(s->home);
  statement_notes(s, "*", &to);
  text_add(&to, "* minimises the negative of what is to be maximised\n"
                "NAME adoption FREE\n");
  add_rows(s, &to);
  add_columns(s, &to);
  add_limits(s, &to);
  add_bounds(s, &to);
  text_add(&to, "ENDATA\n");
  return to.at;
}
