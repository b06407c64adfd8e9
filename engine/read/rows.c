#include "rows.h"

#include "damage.h"
#include "fold.h"
#include "header.h"
#include <stdio.h>
#include <string.h>

enum { TITLE_ROWS_MAX = 20 }; /* above the header, to be named as such */

typedef struct table {
  reading *r;
  const table_form *form;
  arena *home; /* of this file's bytes; closed when it is read */
  header header;
  table_head *head;  /* of the reading, for complaints after this file */
  int titles;        /* rows seen that name no column, before the header */
  const char *title; /* the first of them */
  place first_at;    /* of the row that is, or should be, the header */
  int rows_at_most;
  int64_t rows;
  bool broken;
} table;

static remark remark_of(const table *t, complaint_code code) {
  return (remark){.code = code, .file = t->form->file};
}

static void break_by(table *t, const fault *why) {
  table_complain(t->r, t->form, why);
  t->broken = true;
}

/* ---- the header */

static void keep_title(table *t, const csv_row *from) {
  if (t->titles++ == 0) {
    t->title = header_texts(t->home, from);
    t->first_at = from->cells[0].at;
  }
}

/* Titles above the header are named; a row deep down that happens to hold a
 * column's name is no header. */
static bool is_header(const table *t, const header *h) {
  return t->titles == 0
             ? h->known > 0
             : t->titles < TITLE_ROWS_MAX && header_suffices(h, t->form);
}

static table_head *keep_head(const table *t, const header *h,
                             const csv_row *from) {
  table_head *const head = ARENA_NEW(t->r->scratch, table_head);
  *head = (table_head){.texts = header_texts(t->r->scratch, from),
                       .at = from->cells[0].at};
  for (int i = 0; i < t->form->column_count; i++)
    if (h->column_of[i] < 0)
      head->lacks |= 1U << i;
  return head;
}

static void take_header(table *t, const csv_row *from) {
  const header h = header_match(t->home, t->form, from);
  if (!is_header(t, &h)) {
    keep_title(t, from);
    return;
  }
  t->header = h;
  t->head = keep_head(t, &h, from);
  t->first_at = from->cells[0].at;
  if (t->titles > 0)
    break_by(
        t, &(fault){COMPLAINT_HEADER_BELOW, from->cells[0].at, t->title, NULL});
  if (!header_check(&h, t->home, t->r->book, t->form, from))
    t->broken = true;
  if (t->form->begin)
    t->form->begin(t->r, t->rows_at_most);
}

/* ---- the rows */

static int filled_width(const csv_row *from, int width) {
  int last = from->count;
  while (last > width && *from->cells[last - 1].text == '\0')
    last--;
  return last;
}

/* Spreadsheets leave out empty cells at the end of a row. */
static bool lacks_needed(const table *t, int cells) {
  for (int i = 0; i < t->form->column_count; i++)
    if (t->header.column_of[i] >= cells &&
        t->form->columns[i].need != NEED_NONE)
      return true;
  return false;
}

/* false if the row has other cells than the header */
static bool fits_header(const table *t, const csv_row *from) {
  const int width = t->header.width;
  const int cells = filled_width(from, width);
  if (cells == width)
    return true;
  char seen[16], allowed[16];
  snprintf(seen, sizeof seen, "%d", cells);
  snprintf(allowed, sizeof allowed, "%d", width);
  remark what = remark_of(t, cells > width ? COMPLAINT_CELLS_MORE
                                           : COMPLAINT_CELLS_FEWER);
  what.seen = seen;
  what.allowed = allowed;
  what.at = from->cells[cells > width ? width : 0].at;
  if (cells > width || lacks_needed(t, cells)) {
    complain(t->r->book, &what);
    return false;
  }
  what.code = COMPLAINT_CELLS_LEFT_OUT;
  complain_note(t->r->book, &what);
  return true;
}

/* the cell that says so; null: the row is about what its first column names */
static const csv_cell *find_total(const table *t, const csv_row *from) {
  const int key = t->header.column_of[0];
  const bool keyed = key >= 0 && key < from->count;
  const bool named = keyed && *from->cells[key].text != '\0';
  const int first = named ? key : 0;
  const int last = named ? key : from->count - 1;
  for (int i = first; i <= last; i++) {
    char folded[FOLD_BYTES];
    if (damage_may_be_total(from->cells[i].text) &&
        fold_text(from->cells[i].text, true, folded) && damage_is_total(folded))
      return &from->cells[i];
  }
  return NULL;
}

/* No cell may hold what a spreadsheet says instead of a value. */
static void refuse_signs(row *in, int which) {
  char folded[FOLD_BYTES];
  if (!in->cell[which] || *in->cell[which]->text != '#' ||
      !fold_text(in->cell[which]->text, true, folded))
    return;
  if (damage_is_error(folded))
    row_complain(in, which, COMPLAINT_FORMULA_ERROR, NULL);
  else if (damage_is_hidden(folded))
    row_complain(in, which, COMPLAINT_NUMBER_HIDDEN, NULL);
  else
    return;
  in->cell[which] = NULL;
}

static void take_row(table *t, const csv_row *from) {
  row in = {.book = t->r->book,
            .file = t->form->file,
            .columns = t->form->columns,
            .head = t->head,
            .headers = t->header.text,
            .line = from->cells[0].at.line,
            .quiet = !fits_header(t, from)};
  for (int i = 0; i < t->form->column_count; i++) {
    const int index = t->header.column_of[i];
    in.cell[i] = index >= 0 && index < from->count ? &from->cells[index] : NULL;
    refuse_signs(&in, i);
  }
  t->form->take(t->r, &in);
  t->broken = t->broken || in.lost;
}

static void take_any_row(table *t, const csv_row *from) {
  const csv_cell *const total = find_total(t, from);
  if (total) {
    remark what = remark_of(t, COMPLAINT_ROW_OF_TOTALS);
    what.seen = total->text;
    what.at = total->at;
    complain(t->r->book, &what);
    return;
  }
  t->rows++;
  if (t->rows <= t->form->rows_most)
    take_row(t, from);
  else if (t->rows == (int64_t)t->form->rows_most + 1)
    break_by(t, &(fault){COMPLAINT_ROWS_TOO_MANY, from->cells[0].at, NULL,
                         arena_format(t->home, "%d", t->form->rows_most)});
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
  if (t->header.width == 0)
    take_header(t, from);
  else
    take_any_row(t, from);
}

static void visit_fault(void *context, const fault *what) {
  break_by(context, what);
}

/* ---- all of them */

static int64_t count_byte(const plain_text *body, char byte, char unless_next) {
  const char *at = body->at, *const end = body->at + body->length;
  int64_t count = 0;
  while ((at = memchr(at, byte, (size_t)(end - at))) != NULL)
    count += *++at != unless_next;
  return count;
}

/* every row ends in a line break or with the text */
static int count_lines(const plain_text *body, int most) {
  const int64_t lines =
      1 + count_byte(body, '\n', '\n') + count_byte(body, '\r', '\n');
  return lines < most ? (int)lines : most;
}

static void check_rows(table *t) {
  if (t->header.width == 0 && t->titles > 0)
    break_by(t, &(fault){COMPLAINT_HEADER_MISSING, t->first_at, t->title,
                         header_needed(t->home, t->form)});
  else if (t->header.width == 0 && !t->broken)
    break_by(t, &(fault){.code = COMPLAINT_FILE_EMPTY});
  const fault none = {.code = COMPLAINT_ROWS_NONE, .at = t->first_at};
  if (t->rows > 0 || t->broken || t->form->rows == ROWS_MAY_LACK)
    return;
  if (t->form->rows == ROWS_NEEDED)
    break_by(t, &none);
  else
    table_note(t->r, t->form, &none);
}

bool rows_read(reading *r, const table_form *form, arena *home,
               const plain_text *body, int64_t *rows) {
  table t = {.r = r, .form = form, .home = home};
  const csv_visitor to = {&t, visit_row, visit_fault};
  t.rows_at_most = count_lines(body, form->rows_most);
  const bool ok = csv_rows(home, body, &to, r->err);
  if (ok)
    check_rows(&t);
  *rows = t.rows;
  return ok && !t.broken;
}
