/* What the tables' owners say of a row. */
#include "../base/text.h"
#include "header_names.h"
#include "table.h"

static remark remark_on(const row *in, int which, complaint_code code,
                        const char *allowed) {
  const csv_cell *const cell = in->cell[which];
  return (remark){.code = code,
                  .file = in->file,
                  .name = in->columns[which].name,
                  .header = in->headers[which],
                  .seen = cell ? cell->text : "",
                  .allowed = allowed,
                  .at = cell ? cell->at : (place){.line = in->line}};
}

bool row_doubts(const row *in, int which) {
  return in->quiet || (in->doubtful >> which & 1U) != 0;
}

static void complain_once(row *in, int which, const remark *what) {
  if (row_doubts(in, which))
    return;
  complain(in->book, what);
  in->doubtful |= 1U << which;
}

bool head_lacks(table_head *head, complaint_book *book, const remark *column,
                int which) {
  const unsigned bit = 1U << which;
  if ((head->lacks & bit) == 0)
    return false;
  remark what = *column;
  what.code = COMPLAINT_COLUMN_MISSING;
  what.seen = head->texts;
  what.at = head->at;
  if (!what.allowed)
    what.allowed = header_allowed(book->home, what.name);
  if ((head->told & bit) == 0)
    complain(book, &what);
  head->told |= bit;
  return true;
}

/* Is there no cell because there is no column? */
static bool lacks_column(const row *in, int which) {
  const remark column = {.file = in->file, .name = in->columns[which].name};
  return head_lacks(in->head, in->book, &column, which);
}

void row_complain(row *in, int which, complaint_code code,
                  const char *allowed) {
  if (code == COMPLAINT_VALUE_MISSING && !in->quiet && lacks_column(in, which))
    return;
  const remark what = remark_on(in, which, code, allowed);
  complain_once(in, which, &what);
}

void row_note(row *in, int which, complaint_code code, const char *allowed) {
  const remark what = remark_on(in, which, code, allowed);
  if (!row_doubts(in, which))
    complain_note(in->book, &what);
}

static void list(text *to, const char *item) {
  text_format(to, "%s%s", to->length > 0 ? ", " : "", item);
}

void row_complain_twice(row *in, const int *key, int earlier_line) {
  if (row_doubts(in, *key))
    return;
  arena *const scratch = arena_open();
  text names = text_empty(scratch), headers = text_empty(scratch);
  text seen = text_empty(scratch);
  for (const int *which = key; *which >= 0; which++) {
    if (!in->cell[*which] || *in->cell[*which]->text == '\0')
      continue;
    list(&names, in->columns[*which].name);
    list(&headers,
         in->headers[*which] ? in->headers[*which] : in->columns[*which].name);
    list(&seen, in->cell[*which]->text);
  }
  remark what = remark_on(in, *key, COMPLAINT_KEY_TWICE, NULL);
  what.name = names.at;
  what.header = headers.at;
  what.seen = seen.at;
  what.allowed = arena_format(scratch, "%s:%d", in->file, earlier_line);
  complain_once(in, *key, &what);
  arena_close(scratch);
}
