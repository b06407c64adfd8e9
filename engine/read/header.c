#include "header.h"

#include "../base/text.h"
#include "fold.h"
#include "header_names.h"
#include <string.h>

static int column_named(const table_form *form, const char *given) {
  char folded[FOLD_BYTES];
  if (!fold_text(given, true, folded))
    return -1;
  const char *const english = header_english(folded);
  for (int i = 0; i < form->column_count; i++)
    if (header_same(form->columns[i].name, english))
      return i;
  return -1;
}

/* Headless columns at the right end are what a spreadsheet leaves behind. */
static int width_of(const csv_row *from) {
  int width = from->count;
  while (width > 1 && *from->cells[width - 1].text == '\0')
    width--;
  return width;
}

header header_match(arena *home, const table_form *form, const csv_row *from) {
  header h = {.width = width_of(from)};
  for (int i = 0; i < form->column_count; i++)
    h.column_of[i] = -1;
  for (int i = 0; i < h.width; i++) {
    const char *const given = from->cells[i].text;
    const int column = column_named(form, given);
    if (column < 0 || h.column_of[column] >= 0)
      continue;
    h.known++;
    h.column_of[column] = i;
    if (!text_same(given, form->columns[column].name))
      h.text[column] = arena_format(home, "%s", given);
  }
  return h;
}

bool header_suffices(const header *h, const table_form *form) {
  for (int i = 0; i < form->column_count; i++)
    if (h->column_of[i] < 0 && form->columns[i].need != NEED_NONE)
      return false;
  return true;
}

/* ---- what is wrong with it */

static void note_unknown(complaint_book *book, const table_form *form,
                         const csv_cell *cell) {
  complain_note(book, &(remark){.code = COMPLAINT_COLUMN_UNKNOWN,
                                .file = form->file,
                                .seen = cell->text,
                                .at = cell->at});
}

static bool find_twice(const header *h, arena *home, complaint_book *book,
                       const table_form *form, const csv_row *from) {
  bool found = false;
  for (int i = 0; i < h->width; i++) {
    const csv_cell *const cell = &from->cells[i];
    const int column = column_named(form, cell->text);
    if (column < 0)
      note_unknown(book, form, cell);
    if (column < 0 || h->column_of[column] == i)
      continue;
    found = true;
    const place first = from->cells[h->column_of[column]].at;
    complain(book, &(remark){.code = COMPLAINT_COLUMN_TWICE,
                             .file = form->file,
                             .name = form->columns[column].name,
                             .seen = cell->text,
                             .allowed = complain_cell(home, first),
                             .at = cell->at});
  }
  return found;
}

static bool find_missing(const header *h, arena *home, complaint_book *book,
                         const table_form *form, const csv_row *from) {
  bool found = false;
  for (int i = 0; i < form->column_count; i++) {
    const table_column *const wanted = &form->columns[i];
    if (h->column_of[i] >= 0 || wanted->need == NEED_NONE)
      continue;
    found = true;
    complain(book, &(remark){.code = COMPLAINT_COLUMN_MISSING,
                             .file = form->file,
                             .name = wanted->name,
                             .seen = header_texts(home, from),
                             .allowed = header_allowed(home, wanted->name),
                             .at = from->cells[0].at});
  }
  return found;
}

bool header_check(const header *h, arena *home, complaint_book *book,
                  const table_form *form, const csv_row *from) {
  const bool twice = find_twice(h, home, book, form, from);
  const bool missing = find_missing(h, home, book, form, from);
  return !twice && !missing;
}

/* ---- in words */

const char *header_texts(arena *home, const csv_row *from) {
  text all = text_empty(home);
  const int width = width_of(from);
  for (int i = 0; i < width; i++)
    text_format(&all, "%s%s", i > 0 ? ", " : "", from->cells[i].text);
  return all.at;
}

const char *header_needed(arena *home, const table_form *form) {
  text all = text_empty(home);
  for (int i = 0; i < form->column_count; i++)
    if (form->columns[i].need != NEED_NONE)
      text_format(&all, "%s%s", all.length > 0 ? ", " : "",
                  form->columns[i].name);
  return all.at;
}
