#include "csv.h"

#include <assert.h>
#include <csv.h>
#include <string.h>

enum { FIRST_CELLS = 32, FIRST_BYTES = 4096, SEEN_BYTES = 60 };

/* libcsv knows no positions, so it gets one byte a call and the place is kept
 * here. A cell begins at the first byte after a cell was handed over, so that
 * a line break inside quotes does not move it. */
typedef struct reader {
  arena *home;
  csv_visit *visit;
  void *context;
  csv_cell *cells;
  int count, room;
  char *store; /* the row's texts, one behind the other */
  size_t used, store_room;
  place now; /* of the next byte */
  place start;
  const char *start_byte;
  bool inside; /* has the cell begun? */
  bool crowded;
  char last;
} reader;

static int no_blank(unsigned char byte) {
  (void)byte;
  return 0;
}

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

static void begin_cell(reader *r, const char *byte) {
  r->start = r->now;
  r->start.index = r->count;
  r->start_byte = byte;
  r->inside = true;
}

static void end_cell(void *text, size_t length, void *context) {
  reader *const r = context;
  if (!r->inside)
    begin_cell(r, NULL); /* an empty cell that the text's end closes */
  r->inside = false;
  if (r->count == CSV_CELLS_MAX) {
    r->crowded = true;
    return;
  }
  char *const copy = store_take(r, length + 1);
  memcpy(copy, text, length);
  copy[length] = '\0';
  *cell_take(r) = (csv_cell){copy, r->start};
}

static void end_row(int byte, void *context) {
  (void)byte;
  reader *const r = context;
  assert(r->count > 0);
  r->visit(r->context, &(csv_row){r->cells, r->count});
  r->count = 0;
  r->used = 0;
  r->now.row++;
}

static void move_on(reader *r, const char *at, bool cp932) {
  const bool closes_crlf = *at == '\n' && r->last == '\r';
  const bool ends = *at == '\n' || *at == '\r';
  r->now.line += ends && !closes_crlf;
  r->now.column = ends ? 1 : r->now.column + encoding_width(at, cp932);
  r->last = *at;
}

static bool take_byte(reader *r, struct csv_parser *parser, const char *at) {
  const bool newline = *at == '\n' || *at == '\r';
  const bool between = !r->inside && r->count == 0;
  if (between && newline)
    r->now.row += !(*at == '\n' && r->last == '\r');
  else if (!r->inside)
    begin_cell(r, at);
  return csv_parse(parser, at, 1, end_cell, end_row, r) == 1 && !r->crowded;
}

static const char *clip(arena *home, const char *from, const char *to) {
  size_t length = (size_t)(to - from);
  if (length > SEEN_BYTES)
    for (length = SEEN_BYTES; ((unsigned char)from[length] & 0xC0) == 0x80;)
      length--;
  return arena_text(home, from, length);
}

static outcome stop(const reader *r, const struct csv_parser *parser,
                    const char *at, fault *why, error *err) {
  if (csv_error((struct csv_parser *)parser) == CSV_ENOMEM) {
    error_at(err, ERROR_SYSTEM, NULL, r->now.line, r->now.column,
             "no memory for a cell this long");
    return OUTCOME_FAILED;
  }
  place here = r->now;
  here.index = r->count;
  *why = r->crowded
             ? (fault){here, arena_format(r->home, "> %d", CSV_CELLS_MAX),
                       arena_format(r->home, "1..%d", CSV_CELLS_MAX)}
             : (fault){here, clip(r->home, r->start_byte, at + 1),
                       "\"...\"\"...\""};
  return OUTCOME_REFUSED;
}

static outcome finish(reader *r, struct csv_parser *parser, const char *end,
                      fault *why) {
  if (csv_fini(parser, end_cell, end_row, r) == 0)
    return OUTCOME_DONE;
  *why = (fault){r->start, clip(r->home, r->start_byte, end), "\"...\""};
  return OUTCOME_REFUSED;
}

static outcome parse(reader *r, struct csv_parser *parser,
                     const plain_text *text, fault *why, error *err) {
  const char *const end = text->at + text->length;
  for (const char *at = text->at; at < end; at++) {
    if (!take_byte(r, parser, at))
      return stop(r, parser, at, why, err);
    move_on(r, at, text->cp932);
  }
  return finish(r, parser, end, why);
}

outcome csv_rows(arena *home, const plain_text *text, csv_visit *visit,
                 void *context, fault *why, error *err) {
  reader r = {.home = home,
              .visit = visit,
              .context = context,
              .cells = ARENA_ARRAY(home, csv_cell, FIRST_CELLS),
              .room = FIRST_CELLS,
              .store = ARENA_ARRAY(home, char, FIRST_BYTES),
              .store_room = FIRST_BYTES,
              .now = {1, 1, 1, 0}};
  struct csv_parser parser;
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
  csv_set_space_func(&parser, no_blank);
  csv_set_blk_size(&parser, FIRST_BYTES);
  const outcome how = parse(&r, &parser, text, why, err);
  csv_free(&parser);
  return how;
}
