#include "table.h"

#include "../base/digest.h"
#include "fold.h"
#include "header_names.h"
#include "reading.h"
#include <assert.h>
#include <stdio.h>
#include <string.h>

typedef struct table {
  reading *r;
  const table_form *form;
  arena *home; /* of this file's bytes; closed when it is read */
  int column_of[TABLE_COLUMNS_MAX]; /* cell index; -1: not in the header */
  int width;                        /* of the header; 0: not seen yet */
  int rows_at_most;
  int64_t rows;
  bool broken;
} table;

static remark remark_of(const table *t, complaint_code code) {
  return (remark){.code = code, .file = t->form->file};
}

static void break_table(table *t, const remark *why) {
  complain(t->r->book, why);
  t->broken = true;
}

/* ---- the header */

static int column_named(const table_form *form, const char *header) {
  char folded[FOLD_BYTES];
  if (!fold_text(header, true, folded))
    return -1;
  const char *const english = header_english(folded);
  for (int i = 0; i < form->column_count; i++)
    if (text_same(form->columns[i].name, english))
      return i;
  return -1;
}

static void take_header_cell(table *t, const csv_row *header, int index) {
  const csv_cell *const cell = &header->cells[index];
  const int found = column_named(t->form, cell->text);
  remark what = remark_of(t, COMPLAINT_COLUMN_UNKNOWN);
  what.seen = cell->text;
  what.at = cell->at;
  if (found < 0) {
    complain_note(t->r->book, &what);
    return;
  }
  what.name = t->form->columns[found].name;
  if (t->column_of[found] < 0) {
    t->column_of[found] = index;
    return;
  }
  what.code = COMPLAINT_COLUMN_TWICE;
  what.allowed = complain_cell(t->home, header->cells[t->column_of[found]].at);
  break_table(t, &what);
}

static const char *headers(arena *home, const csv_row *header) {
  text all = text_empty(home);
  for (int i = 0; i < header->count; i++)
    text_format(&all, "%s%s", i > 0 ? ", " : "", header->cells[i].text);
  return all.at;
}

static void find_missing_columns(table *t, const csv_row *header) {
  for (int i = 0; i < t->form->column_count; i++) {
    const table_column *const wanted = &t->form->columns[i];
    if (t->column_of[i] >= 0 || wanted->need == NEED_NONE)
      continue;
    remark what = remark_of(t, COMPLAINT_COLUMN_MISSING);
    what.name = wanted->name;
    what.seen = headers(t->home, header);
    what.allowed = header_allowed(t->home, wanted->name);
    what.at.line = header->cells[0].at.line;
    break_table(t, &what);
  }
}

/* Headless columns at the right end are what a spreadsheet leaves behind. */
static void take_header(table *t, csv_row *header) {
  while (*header->cells[header->count - 1].text == '\0')
    header->count--;
  t->width = header->count;
  for (int i = 0; i < header->count; i++)
    take_header_cell(t, header, i);
  find_missing_columns(t, header);
  if (t->form->begin)
    t->form->begin(t->r, t->rows_at_most);
}

/* ---- the rows */

/* false if the row has other cells than the header */
static bool fits_header(table *t, const csv_row *from) {
  int last = from->count;
  while (last > t->width && *from->cells[last - 1].text == '\0')
    last--;
  if (last == t->width)
    return true;
  remark what = remark_of(t, COMPLAINT_NOT_CSV);
  what.seen = arena_format(t->home, "%d", last);
  what.allowed = arena_format(t->home, "%d", t->width);
  what.at = from->cells[last > t->width ? t->width : 0].at;
  complain(t->r->book, &what);
  return false;
}

static void take_row(table *t, const csv_row *from) {
  row in = {.book = t->r->book,
            .file = t->form->file,
            .columns = t->form->columns,
            .line = from->cells[0].at.line,
            .quiet = !fits_header(t, from)};
  for (int i = 0; i < t->form->column_count; i++) {
    const int index = t->column_of[i];
    in.cell[i] = index >= 0 && index < from->count ? &from->cells[index] : NULL;
  }
  t->form->take(t->r, &in);
}

static void refuse_length(table *t, const csv_row *from) {
  remark what = remark_of(t, COMPLAINT_NOT_CSV);
  what.at = from->cells[0].at;
  what.seen = arena_format(t->home, "> %d", t->form->rows_most);
  what.allowed = arena_format(t->home, "0..%d", t->form->rows_most);
  break_table(t, &what);
}

static bool trim_cells(csv_row *from) {
  bool filled = false;
  for (int i = 0; i < from->count; i++) {
    from->cells[i].text = fold_trim(from->cells[i].text);
    filled = filled || *from->cells[i].text != '\0';
  }
  return filled;
}

static void visit_row(void *context, csv_row *from) {
  table *const t = context;
  if (!trim_cells(from))
    return;
  if (t->width == 0) {
    take_header(t, from);
    return;
  }
  t->rows++;
  if (t->rows <= t->form->rows_most)
    take_row(t, from);
  else if (t->rows == (int64_t)t->form->rows_most + 1)
    refuse_length(t, from);
}

/* ---- the file */

/* every row ends in a line break or with the text, and blank lines are none */
static int count_lines(const plain_text *body, int most) {
  int lines = 1;
  for (size_t i = 1; i < body->length && lines < most; i++) {
    const bool ends = body->at[i] == '\n' || body->at[i] == '\r';
    lines += ends && body->at[i - 1] != '\n' && body->at[i - 1] != '\r';
  }
  return lines < most ? lines : most;
}

static void refuse_text(table *t, complaint_code code, const fault *why) {
  remark what = remark_of(t, code);
  what.at = why->at;
  what.seen = why->seen;
  what.allowed = why->allowed;
  break_table(t, &what);
}

static void read_rows(table *t, bytes raw) {
  plain_text body;
  fault why;
  error *const err = t->r->err;
  const outcome decoded = encoding_decode(t->home, raw, &body, &why, err);
  if (decoded == OUTCOME_REFUSED)
    refuse_text(t, COMPLAINT_NOT_TEXT, &why);
  if (decoded != OUTCOME_DONE)
    return;
  t->rows_at_most = count_lines(&body, t->form->rows_most);
  if (csv_rows(t->home, &body, visit_row, t, &why, err) == OUTCOME_REFUSED) {
    refuse_text(t, COMPLAINT_NOT_CSV, &why);
  } else if (t->width == 0) {
    const remark what = remark_of(t, COMPLAINT_FILE_EMPTY);
    break_table(t, &what);
  }
}

static void keep_file(const table *t, bytes raw) {
  const digest sum = digest_of(raw.at, raw.length);
  char *const hex = ARENA_ARRAY(t->r->home, char, 2 * DIGEST_BYTES + 1);
  digest_hex(&sum, hex);
  dossier *const to = t->r->to;
  to->files[to->file_count++] = (input_file){t->form->file, hex, t->rows};
}

static void read_file(table *t, const char *path) {
  bytes raw;
  error why = {.kind = ERROR_NONE};
  if (file_read(t->home, path, TABLE_BYTES_MAX, &raw, &why)) {
    read_rows(t, raw);
    keep_file(t, raw);
  } else if (why.kind == ERROR_INPUT) {
    refuse_text(t, COMPLAINT_NOT_TEXT, &(fault){.seen = why.text});
  } else {
    error_at(t->r->err, why.kind, why.file, 0, 0, "%s", why.text);
  }
}

table_state table_read(reading *r, const table_form *form) {
  assert(form->column_count <= TABLE_COLUMNS_MAX);
  table t = {.r = r, .form = form};
  for (int i = 0; i < form->column_count; i++)
    t.column_of[i] = -1;
  complain_open(r->book, form->file);
  const char *const path = file_join(r->scratch, r->folder, form->file);
  if (!file_exists(path)) {
    const remark what = remark_of(&t, COMPLAINT_FILE_MISSING);
    if (form->required)
      complain(r->book, &what);
    return TABLE_ABSENT;
  }
  t.home = arena_open();
  read_file(&t, path);
  arena_close(t.home);
  return t.broken ? TABLE_BROKEN : TABLE_WHOLE;
}

/* ---- what the tables' owners say of a row */

static remark remark_on(const row *in, int which, complaint_code code,
                        const char *allowed) {
  const csv_cell *const cell = in->cell[which];
  return (remark){.code = code,
                  .file = in->file,
                  .name = in->columns[which].name,
                  .seen = cell ? cell->text : "",
                  .allowed = allowed,
                  .at = cell ? cell->at : (place){.line = in->line}};
}

void row_complain(row *in, int which, complaint_code code,
                  const char *allowed) {
  const remark what = remark_on(in, which, code, allowed);
  if (!in->quiet)
    complain(in->book, &what);
}

void row_note(row *in, int which, complaint_code code, const char *allowed) {
  const remark what = remark_on(in, which, code, allowed);
  if (!in->quiet)
    complain_note(in->book, &what);
}

void row_complain_twice(row *in, int which, int earlier_line) {
  char first[96];
  snprintf(first, sizeof first, "%s:%d", in->file, earlier_line);
  row_complain(in, which, COMPLAINT_KEY_TWICE, first);
}
