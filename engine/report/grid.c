#include "grid.h"
#include "plain.h"
#include "width.h"
#include <assert.h>
#include <string.h>

static const char gap[] = "  ";

grid grid_new(arena *home, const char *align) {
  const int columns = (int)strlen(align);
  assert(columns > 0 && columns <= GRID_COLUMNS_MAX);
  return (grid){home, align, columns, NULL, 0, 0};
}

void grid_add(grid *g, grid_cells row_of) {
  if (g->rows == g->room) {
    g->room = g->room ? 2 * g->room : 16;
    g->cells =
        arena_grow(g->home, g->cells, sizeof *g->cells * (size_t)g->columns,
                   (size_t)g->rows, (size_t)g->room);
  }
  for (int c = 0; c < g->columns; c++)
    g->cells[g->rows * g->columns + c] =
        row_of.at[c] ? plain_text(g->home, row_of.at[c]) : "";
  g->rows++;
}

static int widest(const grid *g, int c) {
  int most = 0;
  for (int r = 0; r < g->rows; r++) {
    const int width = width_of(g->cells[r * g->columns + c]);
    most = width > most ? width : most;
  }
  return most;
}

static void add_blanks(text *to, int count) {
  for (int i = 0; i < count; i++)
    text_add_bytes(to, " ", 1);
}

static int last_filled(const grid *g, int r) {
  int last = g->columns - 1;
  while (last > 0 && *g->cells[r * g->columns + last] == '\0')
    last--;
  return last;
}

/* no blanks behind the last cell of a row */
static void write_row(const grid *g, int r, const int *width, text *to) {
  const int last = last_filled(g, r);
  for (int c = 0; c <= last; c++) {
    const char *const cell = g->cells[r * g->columns + c];
    const int blanks = width[c] - width_of(cell);
    if (g->align[c] == 'r')
      add_blanks(to, blanks);
    text_add(to, cell);
    if (g->align[c] == 'l' && c < last)
      add_blanks(to, blanks);
    if (c < last)
      text_add(to, gap);
  }
}

void grid_write(const grid *g, const char *indent, text *to) {
  int width[GRID_COLUMNS_MAX] = {0};
  for (int c = 0; c < g->columns; c++)
    width[c] = widest(g, c);
  for (int r = 0; r < g->rows; r++) {
    text_add(to, indent);
    write_row(g, r, width, to);
    text_add(to, "\n");
  }
}
