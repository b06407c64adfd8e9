#include "csv.h"

#include <assert.h>
#include <csv.h>
#include <string.h>

enum {
  FIRST_CELLS = 32,
  FIRST_BYTES = 4096,
  GROWTH_BYTES = 65536,
  SEEN_BYTES = 60
};

/* A line without a quote needs no parser: its cells are what lies between its
 * commas. libcsv reads the rows that hold quotes; it knows no positions, so it
 * gets either one byte that may mean something or a run of bytes that mean
 * nothing, and the place is kept here. A cell begins at the first byte after a
 * cell was handed over, so that a line break inside quotes does not move it. */
typedef struct reader {
  arena *home;
  const plain_text *text;
  const csv_visitor *to;
  struct csv_parser parser;
  csv_cell *cells;
  int count, room;
  char *store; /* the row's texts, one behind the other */
  size_t used, store_room;
  size_t offset; /* of the next byte */
  place now;     /* and its place */
  place start;   /* of the cell */
  size_t start_offset;
  bool inside; /* has the cell begun? */
  bool crowded;
  char last;
} reader;

static int no_blank(unsigned char byte) {
  (void)byte;
  return 0;
}

static void open_parser(reader *r) {
  csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
  csv_set_space_func(&r->parser, no_blank);
  csv_set_blk_size(&r->parser, GROWTH_BYTES);
}

/* ---- what libcsv hands over */

/* A store that is too small is left to the cells that lie in it. */
static char *store_take(reader *r, size_t size) {
  if (size > r->store_room - r->used) {
    r->store_room = 2 * r->store_room > size ? 2 * r->store_room : size;
    r->store = ARENA_ARRAY(r->home, char, r->store_room);
    r->used = 0;
  }
  char *const piece = r->store + r->used;
  r->used += size;
  return piece;
}

static csv_cell *cell_take(reader *r) {
  if (r->count == r->room) {
    r->cells = arena_grow(r->home, r->cells, sizeof *r->cells, (size_t)r->room,
                          2 * (size_t)r->room);
    r->room *= 2;
  }
  return &r->cells[r->count++];
}

static void begin_cell(reader *r) {
  r->start = r->now;
  r->start.index = r->count;
  r->start_offset = r->offset;
  r->inside = true;
}

static void add_cell(reader *r, char *text) {
  assert(r->inside);
  r->inside = false;
  if (r->count < CSV_CELLS_MAX)
    *cell_take(r) = (csv_cell){text, r->start, r->start_offset};
  else
    r->crowded = true;
}

static void forget_row(reader *r) {
  r->count = 0;
  r->used = 0;
  r->inside = false;
  r->crowded = false;
}

static void give_row(reader *r) {
  assert(r->count > 0);
  r->to->row(r->to->context, &(csv_row){r->cells, r->count});
  forget_row(r);
  r->now.row++;
}

/* ---- places */

static bool is_newline(char byte) { return byte == '\n' || byte == '\r'; }

static bool closes_crlf(const reader *r, char byte) {
  return byte == '\n' && r->last == '\r';
}

static int width(const char *at, size_t length, bool cp932) {
  if (!cp932)
    return (int)length;
  int columns = 0;
  for (size_t i = 0; i < length; i++)
    columns += encoding_width(at + i, true);
  return columns;
}

static void move_on(reader *r, size_t length) {
  const char *const at = r->text->at + r->offset;
  if (is_newline(*at)) {
    assert(length == 1);
    r->now.line += !closes_crlf(r, *at);
    r->now.column = 1;
  } else {
    r->now.column += width(at, length, r->text->cp932);
  }
  r->last = at[length - 1];
  r->offset += length;
}

static void end_line(reader *r) {
  const char *const at = r->text->at + r->offset;
  const bool both = at[0] == '\r' && at[1] == '\n';
  for (int breaks = is_newline(*at) + both; breaks > 0; breaks--)
    move_on(r, 1);
}

/* ---- lines without quotes */

/* of the line that begins here; 0: it is empty, or holds a quote */
static size_t line_length(const reader *r) {
  if (r->inside || r->count > 0)
    return 0;
  const char *const at = r->text->at + r->offset;
  const size_t length = strcspn(at, "\"\r\n");
  return at[length] == '"' ? 0 : length;
}

/* cuts the cell off at its comma; gives the next one, null if it is the last */
static char *cut_cell(reader *r, char *cell, char *end) {
  char *const comma = memchr(cell, ',', (size_t)(end - cell));
  char *const stop = comma ? comma : end;
  *stop = '\0';
  begin_cell(r);
  add_cell(r, cell);
  const size_t length = (size_t)(stop - cell) + (comma ? 1 : 0);
  if (length > 0)
    move_on(r, length);
  return comma ? comma + 1 : NULL;
}

static bool take_line(reader *r, size_t length) {
  char *const copy = store_take(r, length + 1);
  memcpy(copy, r->text->at + r->offset, length);
  for (char *cell = copy; cell && !r->crowded;)
    cell = cut_cell(r, cell, copy + length);
  if (r->crowded)
    return false;
  give_row(r);
  end_line(r);
  return true;
}

/* ---- rows with quotes, piece by piece */

static void end_cell(void *text, size_t length, void *context) {
  reader *const r = context;
  if (!r->inside)
    begin_cell(r); /* an empty cell that the text's end closes */
  char *const copy = store_take(r, length + 1);
  memcpy(copy, text, length);
  copy[length] = '\0';
  add_cell(r, copy);
}

static void end_row(int byte, void *context) {
  (void)byte;
  reader *const r = context;
  if (!r->crowded)
    give_row(r);
}

static bool means_something(char byte) {
  return byte == ',' || byte == '"' || is_newline(byte);
}

static size_t piece_length(const reader *r) {
  const char *const at = r->text->at + r->offset;
  const size_t left = r->text->length - r->offset;
  size_t length = 1;
  if (!means_something(*at))
    while (length < left && !means_something(at[length]))
      length++;
  return length;
}

static bool take_piece(reader *r) {
  const char *const at = r->text->at + r->offset;
  const size_t length = piece_length(r);
  if (!r->inside && r->count == 0 && is_newline(*at))
    r->now.row += !closes_crlf(r, *at);
  else if (!r->inside)
    begin_cell(r);
  if (csv_parse(&r->parser, at, length, end_cell, end_row, r) != length ||
      r->crowded)
    return false;
  move_on(r, length);
  return true;
}

/* ---- faults */

static const char *clip(const reader *r, size_t from, size_t to) {
  const char *const text = r->text->at;
  size_t end = to;
  if (end - from > SEEN_BYTES)
    for (end = from + SEEN_BYTES; ((unsigned char)text[end] & 0xC0) == 0x80;)
      end--;
  return arena_text(r->home, text + from, end - from);
}

static void tell_crowd(const reader *r) {
  const fault what = {COMPLAINT_CELLS_TOO_MANY, r->start, NULL,
                      arena_format(r->home, "%d", CSV_CELLS_MAX)};
  r->to->fault(r->to->context, &what);
}

static void tell_quote(const reader *r) {
  place here = r->now;
  here.index = r->count;
  const fault what = {
      COMPLAINT_QUOTE_INSIDE, here, clip(r, r->start_offset, r->offset + 1),
      arena_format(r->home, "%d:%d", r->start.line, r->start.column)};
  r->to->fault(r->to->context, &what);
}

static void tell_open_quote(const reader *r) {
  const fault what = {COMPLAINT_QUOTE_OPEN, r->start,
                      clip(r, r->start_offset, r->text->length), NULL};
  r->to->fault(r->to->context, &what);
}

/* to the line after the one where the row broke */
static void leave_row(reader *r) {
  csv_free(&r->parser);
  open_parser(r);
  forget_row(r);
  while (r->offset < r->text->length && !is_newline(r->text->at[r->offset]))
    move_on(r, piece_length(r));
  end_line(r);
  r->now.row++;
}

static bool recover(reader *r, error *err) {
  if (csv_error(&r->parser) == CSV_ENOMEM)
    return FAIL(err, ERROR_SYSTEM, NULL, r->now.line, r->now.column,
                "no memory for a cell this long");
  if (r->crowded)
    tell_crowd(r);
  else
    tell_quote(r);
  leave_row(r);
  return true;
}

static bool parse(reader *r, error *err) {
  while (r->offset < r->text->length) {
    const size_t line = line_length(r);
    const bool ok = line > 0 ? take_line(r, line) : take_piece(r);
    if (!ok && !recover(r, err))
      return false;
  }
  if (csv_fini(&r->parser, end_cell, end_row, r) != 0)
    tell_open_quote(r);
  else if (r->crowded)
    tell_crowd(r);
  return true;
}

bool csv_rows(arena *home, const plain_text *text, const csv_visitor *to,
              error *err) {
  reader r = {.home = home,
              .text = text,
              .to = to,
              .cells = ARENA_ARRAY(home, csv_cell, FIRST_CELLS),
              .room = FIRST_CELLS,
              .store = ARENA_ARRAY(home, char, FIRST_BYTES),
              .store_room = FIRST_BYTES,
              .now = {1, 1, 1, 0}};
  open_parser(&r);
  const bool ok = parse(&r, err);
  csv_free(&r.parser);
  return ok;
}
