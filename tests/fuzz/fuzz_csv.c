/* Any bytes as the text of a CSV file: decoded, cut into rows, each cell
 * folded; places go forward and stay within the file. */
#include "../../engine/base/format.h"
#include "../../engine/read/csv.h"
#include "../../engine/read/fold.h"
#include "../../engine/read/foreign.h"
#include "target.h"
#include <assert.h>
#include <string.h>

typedef struct watch {
  const plain_text *of;
  size_t offset; /* of the last cell */
  int line, rows, faults;
} watch;

static void see_place(watch *w, place at) {
  assert(at.line >= 1 && at.column >= 1 && at.row >= 1 && at.index >= 0);
  assert(at.line >= w->line);
  w->line = at.line;
}

static void see_row(void *context, csv_row *row) {
  watch *const w = context;
  assert(row->count >= 1 && row->count <= CSV_CELLS_MAX);
  for (int i = 0; i < row->count; i++) {
    csv_cell *const cell = &row->cells[i];
    char folded[FOLD_BYTES];
    see_place(w, cell->at);
    assert(cell->at.index == i);
    assert(cell->offset >= w->offset && cell->offset <= w->of->length);
    assert(strlen(cell->text) <= w->of->length);
    w->offset = cell->offset;
    if (fold_text(cell->text, i % 2 == 0, folded))
      assert(strlen(folded) < FOLD_BYTES);
    fold_trim(cell->text);
  }
  w->rows++;
}

static void see_fault(void *context, const fault *what) {
  watch *const w = context;
  assert(what->at.line >= 1 && what->at.column >= 1);
  w->faults++;
}

static void see_misfits(const plain_text *of) {
  const int kept = encoding_misfits(of) < COMPLAINTS_MAX ? encoding_misfits(of)
                                                         : COMPLAINTS_MAX;
  for (int i = 0; i < kept; i++) {
    assert(of->misfits[i].offset < of->length);
    assert(of->misfits[i].at.line >= 1 && of->misfits[i].at.column >= 1);
  }
  assert(!memchr(of->at, '\0', of->length));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  arena *const home = arena_open();
  error err = {.kind = ERROR_NONE};
  plain_text text;
  fault why;
  const bytes raw = {arena_text(home, (const char *)data, size), size};
  format_foreign(raw);
  if (encoding_decode(home, raw, &text, &err)) {
    see_misfits(&text);
    foreign_separator(&text, &why);
    watch w = {.of = &text, .line = 1};
    const csv_visitor to = {&w, see_row, see_fault};
    const bool read = csv_rows(home, &text, &to, &err);
    assert(read);
    (void)read;
  }
  assert(err.kind == ERROR_NONE);
  arena_close(home);
  return 0;
}
