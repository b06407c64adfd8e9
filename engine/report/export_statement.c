#include "export_statement.h"
#include "export_columns.h"
#include "figures.h"
#include "plain.h"
#include <assert.h>
#include <inttypes.h>
#include <string.h>

enum { LINE_WIDTH = 76 };

typedef struct writing {
  const export_order *order;
  const program *of;
  export_names *names; /* of rows; columns have their own */
  statement *to;
  int row_room, note_room;
} writing;

/* ---- rows */

static void add_row(writing *w, stated_row one) {
  statement *const to = w->to;
  if (to->row_count == w->row_room) {
    w->row_room = w->row_room ? 2 * w->row_room : 64;
    to->rows = arena_grow(to->home, to->rows, sizeof *to->rows,
                          (size_t)to->row_count, (size_t)w->row_room);
  }
  to->rows[to->row_count++] = one;
}

static const entry *negated(arena *home, const entry *from, int count) {
  entry *const to = ARENA_ARRAY(home, entry, count);
  for (int i = 0; i < count; i++)
    to[i] = (entry){from[i].column, -from[i].coefficient};
  return to;
}

static const char *application_of(const writing *w, int j) {
  const column *const c = &w->of->columns[j];
  return w->of->from->from->of->applications[c->application].id;
}

/* facts: one award a plan; a coverage needs a member; a member brings it */
static const char *fact_name(writing *w, const row *r) {
  const column *const columns = w->of->columns;
  const entry *const last = &r->entries[r->count - 1];
  for (int i = 0; i < r->count; i++)
    if (columns[r->entries[i].column].kind == COLUMN_COVERAGE &&
        r->entries[i].coefficient > 0)
      return export_name(w->names, "needs",
                         w->to->columns[r->entries[i].column].name, NULL);
  const char *const id = application_of(w, r->entries[0].column);
  if (columns[last->column].kind == COLUMN_COVERAGE)
    return export_name(w->names, "brings", w->to->columns[last->column].name,
                       id);
  return export_name(w->names, "one", id, NULL);
}

static const char *row_name(writing *w, const row *r) {
  const owner *const whose = &w->of->owners[r->owner];
  switch (whose->kind) {
  case OWNER_FACT:
    return fact_name(w, r);
  case OWNER_RULE:
  case OWNER_SOFT:
    return export_name(w->names, "rule", whose->id, r->key);
  case OWNER_OVERRIDE:
    return export_name(w->names, "decided", whose->id, NULL);
  case OWNER_BUDGET:
  case OWNER_RESERVED:
  case OWNER_ENVELOPE:
    break;
  }
  return export_name(w->names, "money", whose->id, NULL);
}

/* a rule "at least" stands negated in the program; here as it was meant */
static bool stands_negated(const writing *w, const row *r) {
  const owner *const whose = &w->of->owners[r->owner];
  const rule *const rules = w->of->from->from->of->rules->rules;
  return whose->kind == OWNER_OVERRIDE ||
         (whose->rule >= 0 && !rules[whose->rule].at_most);
}

static void state_row(writing *w, const row *r) {
  const bool turn = stands_negated(w, r);
  add_row(w, (stated_row){.name = row_name(w, r),
                          .is = turn ? AT_LEAST : AT_MOST,
                          .limit = turn ? -r->limit : r->limit,
                          .entries =
                              turn ? negated(w->to->home, r->entries, r->count)
                                   : r->entries,
                          .count = r->count});
}

/* ---- earlier levels */

static void hold_sum(writing *w, const objective *o, wide value) {
  add_row(w, (stated_row){.name = export_name(w->names, "held", o->name, NULL),
                          .is = AT_LEAST,
                          .limit = value,
                          .entries = o->entries,
                          .count = o->count});
}

static void hold_step(writing *w, const objective *o, const step *s) {
  entry *const sum = ARENA_ARRAY(w->to->home, entry, s->count);
  int64_t taken = 0;
  for (int i = 0; i < s->count; i++) {
    const int j = o->walk_columns[s->first + i];
    sum[i] = (entry){j, 1};
    taken += w->order->held->x[j];
  }
  add_row(w, (stated_row){.name = export_name(w->names, "held", o->name,
                                              w->to->columns[sum->column].name),
                          .is = EXACTLY,
                          .limit = taken,
                          .entries = sum,
                          .count = s->count});
}

static void hold_levels(writing *w) {
  for (int k = 0; w->order->held && k < w->order->before; k++) {
    const objective *const o = &w->of->objectives[k];
    assert(w->order->held->levels[k].proved);
    if (o->kind != OBJECTIVE_WALK)
      hold_sum(w, o, w->order->held->levels[k].value);
    for (int s = 0; s < o->step_count; s++)
      hold_step(w, o, &o->steps[s]);
  }
}

/* ---- what has no term gets one that is nothing */

static void fill_empty(writing *w) {
  statement *const to = w->to;
  entry *const nothing = ARENA_NEW(to->home, entry);
  *nothing = (entry){to->column_count, 1};
  bool used = to->gain_count == 0;
  if (used) {
    to->gain = nothing;
    to->gain_count = 1;
  }
  for (int i = 0; i < to->row_count; i++)
    if (to->rows[i].count == 0) {
      to->rows[i].entries = nothing;
      to->rows[i].count = 1;
      used = true;
    }
  if (used)
    to->columns[to->column_count++] =
        (stated_column){"nothing", COLUMN_SHORTFALL, 0, 0};
}

/* ---- notes */

static void note(writing *w, const char *line) {
  statement *const to = w->to;
  if (to->note_count == w->note_room) {
    w->note_room = w->note_room ? 2 * w->note_room : 64;
    to->notes = arena_grow(to->home, to->notes, sizeof *to->notes,
                           (size_t)to->note_count, (size_t)w->note_room);
  }
  to->notes[to->note_count++] = plain_text(to->home, line);
}

static void note_held(writing *w) {
  arena *const home = w->to->home;
  const export_order *const o = w->order;
  if (o->before > 0 && !o->held)
    note(w, "no set is permitted: earlier levels have no value and are left "
            "out");
  for (int k = 0; o->held && k < o->before; k++) {
    const objective *const earlier = &w->of->objectives[k];
    note(w, earlier->kind == OBJECTIVE_WALK
                ? arena_format(home, "earlier level %s: each step is held",
                               earlier->name)
                : arena_format(home, "earlier level %s: held at %s or more",
                               earlier->name,
                               figure_wide(home, o->held->levels[k].value)));
  }
}

static void note_head(writing *w) {
  arena *const home = w->to->home;
  const policy *const p = w->of->from->from->of->rules;
  const objective *const chosen = w->order->level;
  note(w, arena_format(home,
                       "%s, fiscal year %" PRId64 ", round %" PRId64
                       ": level %s of the adoption program",
                       p->programme, p->fiscal_year, p->round, chosen->name));
  if (chosen->kind == OBJECTIVE_WORTH)
    note(w, arena_format(home, "the objective counts units of %s points",
                         figure_unit(home, w->of)));
  note_held(w);
  for (int j = 0; j < w->of->column_count; j++)
    note(w, arena_format(home, "%s: %s", w->to->columns[j].name,
                         export_column_words(home, w->of, j)));
}

/* ---- the whole */

static void state_columns(writing *w) {
  const program *const g = w->of;
  statement *const to = w->to;
  to->columns = ARENA_ARRAY(to->home, stated_column, g->column_count + 1);
  to->column_count = g->column_count;
  const char *const *const called = export_column_names(to->home, g);
  for (int j = 0; j < g->column_count; j++)
    to->columns[j] = (stated_column){called[j], g->columns[j].kind,
                                     g->columns[j].low, g->columns[j].high};
}

statement *statement_of(arena *home, const export_order *o) {
  assert(o->level->kind != OBJECTIVE_WALK && o->of->from);
  statement *const to = ARENA_NEW(home, statement);
  *to = (statement){
      .home = home, .gain = o->level->entries, .gain_count = o->level->count};
  writing w = {.order = o,
               .of = o->of,
               .names = export_names_new(home, (size_t)o->of->row_count + 1),
               .to = to};
  to->goal = export_name(w.names, "goal", o->level->name, NULL);
  state_columns(&w);
  for (int i = 0; i < o->of->row_count; i++)
    state_row(&w, &o->of->rows[i]);
  hold_levels(&w);
  note_head(&w);
  fill_empty(&w);
  return to;
}

/* ---- lines */

void statement_piece(const char *piece, size_t *width, text *to) {
  const size_t length = strlen(piece);
  if (*width > 0 && *width + 1 + length > LINE_WIDTH) {
    text_add(to, "\n");
    *width = 0;
  }
  text_add(to, " ");
  text_add_bytes(to, piece, length);
  *width += 1 + length;
}

void statement_sum(const statement *s, const entry *entries, int count,
                   text *to) {
  size_t width = 0;
  for (int i = 0; i < count; i++) {
    const int64_t c = entries[i].coefficient;
    const char *const sign = c < 0 ? "- " : i > 0 ? "+ " : "";
    const int64_t size = c < 0 ? -c : c;
    const char *const name = s->columns[entries[i].column].name;
    const char *const piece =
        size == 1 ? arena_format(s->home, "%s%s", sign, name)
                  : arena_format(s->home, "%s%" PRId64 " %s", sign, size, name);
    statement_piece(piece, &width, to);
  }
}

void statement_notes(const statement *s, const char *mark, text *to) {
  for (int i = 0; i < s->note_count; i++)
    text_format(to, "%s %s\n", mark, s->notes[i]);
}
