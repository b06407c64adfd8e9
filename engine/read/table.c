#include "table.h"

#include "../base/digest.h"
#include "../base/format.h"
#include "../base/text.h"
#include "foreign.h"
#include "misfits.h"
#include "rows.h"
#include <assert.h>
#include <inttypes.h>
#include <string.h>

typedef struct source {
  reading *r;
  const table_form *form;
  const char *path;
  int64_t rows;
} source;

static remark remark_of(const table_form *form, const fault *what) {
  return (remark){.code = what->code,
                  .file = form->file,
                  .seen = what->seen,
                  .allowed = what->allowed,
                  .at = what->at};
}

void table_complain(reading *r, const table_form *form, const fault *why) {
  const remark what = remark_of(form, why);
  complain(r->book, &what);
}

void table_note(reading *r, const table_form *form, const fault *why) {
  const remark what = remark_of(form, why);
  complain_note(r->book, &what);
}

static bool refuse(const source *s, const fault *why) {
  table_complain(s->r, s->form, why);
  return false;
}

/* ---- its bytes */

/* false unless all of it could be read, as everywhere here */
static bool read_text(source *s, arena *home, bytes raw) {
  plain_text body;
  fault why = {.code = COMPLAINT_FILE_FOREIGN, .seen = format_foreign(raw)};
  if (why.seen)
    return refuse(s, &why);
  if (!encoding_decode(home, raw, &body, s->r->err))
    return false;
  if (encoding_is_euc(raw, &body)) {
    why.seen = "EUC-JP";
    return refuse(s, &why);
  }
  if (encoding_misfits(&body) > 0) {
    misfits_complain(home, &body, s->form->file, s->r->book, s->r->err);
    return false;
  }
  if (foreign_separator(&body, &why))
    return refuse(s, &why);
  if (body.cp932)
    table_note(s->r, s->form, &(fault){.code = COMPLAINT_TAKEN_AS_CP932});
  return rows_read(s->r, s->form, home, &body, &s->rows);
}

static void keep_file(const source *s, bytes raw) {
  const digest sum = digest_of(raw.at, raw.length);
  char *const hex = ARENA_ARRAY(s->r->home, char, 2 * DIGEST_BYTES + 1);
  digest_hex(&sum, hex);
  dossier *const to = s->r->to;
  to->files[to->file_count++] = (input_file){s->form->file, hex, s->rows};
}

static bool read_bytes(source *s) {
  arena *const home = arena_open();
  bytes raw;
  bool whole = false;
  if (file_read(home, s->path, TABLE_BYTES_MAX, &raw, s->r->err)) {
    whole = read_text(s, home, raw);
    keep_file(s, raw);
  }
  arena_close(home);
  return whole;
}

/* ---- the file */

static bool refuse_size(const source *s, uint64_t size) {
  arena *const scratch = s->r->scratch;
  return refuse(
      s, &(fault){.code = COMPLAINT_FILE_TOO_LARGE,
                  .seen = arena_format(scratch, "%" PRIu64, size),
                  .allowed = arena_format(scratch, "%zu", TABLE_BYTES_MAX)});
}

/* What people and programs make of "scores.csv"; null if nothing of it is
 * there. */
static const char *other_name(const source *s) {
  static const char *const endings[] = {".xlsx",    ".xls", ".xlsm",
                                        ".ods",     ".CSV", ".csv.csv",
                                        ".csv.txt", ".txt", ".tsv"};
  arena *const scratch = s->r->scratch;
  const int stem = (int)(strlen(s->form->file) - strlen(".csv"));
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    uint64_t size;
    const char *const name =
        arena_format(scratch, "%.*s%s", stem, s->form->file, endings[i]);
    const char *const path = file_join(scratch, s->r->folder, name);
    if (file_look(path, &size) == FILE_REGULAR)
      return name;
  }
  return NULL;
}

static table_state miss(const source *s) {
  const fault why = {.code = COMPLAINT_FILE_OTHER_NAME, .seen = other_name(s)};
  if (s->form->required && why.seen)
    table_complain(s->r, s->form, &why);
  else if (s->form->required)
    refuse(s, &(fault){.code = COMPLAINT_FILE_MISSING});
  else if (why.seen)
    table_note(s->r, s->form, &why);
  return TABLE_ABSENT;
}

static bool read_found(source *s, file_kind kind, uint64_t size) {
  if (kind == FILE_FOLDER)
    return refuse(s, &(fault){.code = COMPLAINT_FILE_FOLDER});
  if (kind == FILE_DEVICE)
    return refuse(s, &(fault){.code = COMPLAINT_FILE_DEVICE});
  if (size > TABLE_BYTES_MAX)
    return refuse_size(s, size);
  return read_bytes(s);
}

table_state table_read(reading *r, const table_form *form) {
  assert(form->column_count <= TABLE_COLUMNS_MAX);
  source s = {.r = r,
              .form = form,
              .path = file_join(r->scratch, r->folder, form->file)};
  complain_open(r->book, form->file);
  uint64_t size;
  const file_kind kind = file_look(s.path, &size);
  if (kind == FILE_ABSENT)
    return miss(&s);
  return read_found(&s, kind, size) ? TABLE_WHOLE : TABLE_BROKEN;
}
