#include "model.h"
#include <assert.h>
#include <string.h>

static void copy_rows(arena *home, model *to, const row *rows,
                      const named_row *called, int count) {
  to->room = count + 8;
  to->rows = ARENA_ARRAY(home, row, to->room);
  to->names = ARENA_ARRAY(home, named_row, to->room);
  to->row_count = count;
  for (int i = 0; i < count; i++) {
    to->rows[i] = rows[i];
    to->names[i] = called ? called[i] : (named_row){.kind = 'r', .number = i};
  }
}

static box new_box(arena *home, int columns) {
  return (box){ARENA_ARRAY(home, int64_t, columns),
               ARENA_ARRAY(home, int64_t, columns)};
}

static void follow_budget(arena *home, model *m) {
  for (int i = 0; i < m->row_count; i++) {
    const row *const r = &m->rows[i];
    if (m->of->owners[r->owner].kind != OWNER_BUDGET)
      continue;
    int64_t *const guide = ARENA_ARRAY(home, int64_t, m->of->column_count);
    for (int k = 0; k < r->count; k++)
      guide[r->entries[k].column] = -r->entries[k].coefficient;
    m->guide = guide;
    m->guide_name = m->names[i];
    m->guide_value = -r->limit;
    return;
  }
}

model *model_of(arena *home, const program *g) {
  model *const m = ARENA_NEW(home, model);
  m->of = g;
  copy_rows(home, m, g->rows, NULL, g->row_count);
  m->within = new_box(home, g->column_count);
  for (int j = 0; j < g->column_count; j++) {
    m->within.low[j] = g->columns[j].low;
    m->within.high[j] = g->columns[j].high;
  }
  follow_budget(home, m);
  return m;
}

model *model_copy(arena *home, const model *from) {
  model *const m = ARENA_NEW(home, model);
  const size_t size = (size_t)from->of->column_count * sizeof(int64_t);
  m->of = from->of;
  m->guide = from->guide;
  m->guide_name = from->guide_name;
  m->guide_value = from->guide_value;
  m->worth_held = from->worth_held;
  copy_rows(home, m, from->rows, from->names, from->row_count);
  m->within = new_box(home, from->of->column_count);
  memcpy(m->within.low, from->within.low, size);
  memcpy(m->within.high, from->within.high, size);
  return m;
}

void model_add_row(arena *home, model *to, row r, named_row name) {
  const size_t count = (size_t)to->row_count;
  if (to->row_count == to->room) {
    to->room *= 2;
    const size_t room = (size_t)to->room;
    to->rows = arena_grow(home, to->rows, sizeof *to->rows, count, room);
    to->names = arena_grow(home, to->names, sizeof *to->names, count, room);
  }
  to->rows[count] = r;
  to->names[count] = name;
  to->row_count++;
}

void model_hold(arena *home, model *to, const entry *entries, int count,
                wide value, named_row name) {
  entry *const negated = ARENA_ARRAY(home, entry, count);
  for (int i = 0; i < count; i++)
    negated[i] = (entry){entries[i].column, -entries[i].coefficient};
  model_add_row(home, to,
                (row){.owner = -1,
                      .key = "",
                      .limit = -value,
                      .entries = negated,
                      .count = count},
                name);
}

/* sum of what x takes - sum of what it leaves <= taken - 1 */
void model_forbid(arena *home, model *to, const int64_t *x, int set) {
  const program *const g = to->of;
  entry *const other = ARENA_ARRAY(home, entry, g->column_count);
  int count = 0, taken = 0;
  for (int j = 0; j < g->column_count; j++) {
    if (g->columns[j].kind != COLUMN_AWARD)
      continue;
    other[count++] = (entry){j, x[j] ? 1 : -1};
    taken += x[j] != 0;
  }
  model_add_row(home, to,
                (row){.owner = -1,
                      .key = "",
                      .limit = taken - 1,
                      .entries = other,
                      .count = count},
                (named_row){.kind = 'n', .number = set});
}

void model_drop_owner(model *from, int whose) {
  int kept = 0;
  for (int i = 0; i < from->row_count; i++) {
    if (from->rows[i].owner == whose)
      continue;
    from->rows[kept] = from->rows[i];
    from->names[kept++] = from->names[i];
  }
  from->row_count = kept;
}

bool model_permits(const model *m, const int64_t *x) {
  const program *const g = m->of;
  for (int j = 0; j < g->column_count; j++)
    if (g->columns[j].kind == COLUMN_AWARD &&
        (x[j] < m->within.low[j] || x[j] > m->within.high[j]))
      return false;
  for (int i = 0; i < m->row_count; i++)
    if (program_activity(m->rows[i].entries, m->rows[i].count, x) >
        m->rows[i].limit)
      return false;
  return true;
}

/* ---- propagation */

static wide least_activity(const row *r, box b) {
  wide least = 0;
  for (int k = 0; k < r->count; k++) {
    const entry e = r->entries[k];
    least += (wide)e.coefficient *
             (e.coefficient > 0 ? b.low[e.column] : b.high[e.column]);
  }
  return least;
}

/* how far the column may move from the end where the row likes it best */
static bool narrow(entry e, wide spare, box b) {
  int64_t *const low = &b.low[e.column], *const high = &b.high[e.column];
  const wide range = (wide)*high - *low;
  const wide size = e.coefficient > 0 ? e.coefficient : -e.coefficient;
  if (range == 0 || size * range <= spare)
    return false;
  const int64_t moves = (int64_t)exact_floor(spare, size);
  if (e.coefficient > 0)
    *high = *low + moves;
  else
    *low = *high - moves;
  return true;
}

bool model_propagate(const model *m, box narrowed) {
  bool moved = true;
  while (moved) {
    moved = false;
    for (int i = 0; i < m->row_count; i++) {
      const row *const r = &m->rows[i];
      const wide spare = r->limit - least_activity(r, narrowed);
      if (spare < 0)
        return false;
      for (int k = 0; k < r->count; k++)
        moved = narrow(r->entries[k], spare, narrowed) || moved;
    }
  }
  return true;
}
