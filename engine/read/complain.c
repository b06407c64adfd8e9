#include "complain.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

enum { FIRST_ROOM = 16, SEEN_BYTES = 200, LETTERS = 26 };

static const char *const words[COMPLAINT_CODES] = {
#define COMPLAINT_WORD(code, word) [COMPLAINT_##code] = (word),
    COMPLAINT_TABLE(COMPLAINT_WORD)
#undef COMPLAINT_WORD
};

const char *complaint_word(complaint_code code) {
  assert(code < COMPLAINT_CODES);
  return words[code];
}

void complain_open(complaint_book *book, const char *file) {
  assert(book->file_count < COMPLAIN_FILES_MAX);
  book->file[book->file_count++] = file;
}

static int file_index(const complaint_book *book, const char *file) {
  int i = 0;
  while (strcmp(book->file[i], file) != 0) {
    i++;
    assert(i < book->file_count);
  }
  return i;
}

static const char *clip(arena *home, const char *text) {
  size_t length = strlen(text);
  if (length <= SEEN_BYTES)
    return arena_text(home, text, length);
  length = SEEN_BYTES;
  while (((unsigned char)text[length] & 0xC0) == 0x80)
    length--;
  return arena_format(home, "%.*s…", (int)length, text);
}

const char *complain_cell(arena *home, place at) {
  if (at.row == 0)
    return "";
  char letters[8] = "";
  char *first = letters + sizeof letters - 1;
  for (int n = at.index + 1; n > 0; n = (n - 1) / LETTERS)
    *--first = (char)('A' + (n - 1) % LETTERS);
  return arena_format(home, "%s%d", first, at.row);
}

static void list(arena *home, complaints *to, const remark *what) {
  if (to->count == to->room) {
    const int room = to->room ? 2 * to->room : FIRST_ROOM;
    to->item = arena_grow(home, to->item, sizeof *to->item, (size_t)to->count,
                          (size_t)room);
    to->room = room;
  }
  to->item[to->count++] = (complaint){
      .code = what->code,
      .file = what->file,
      .line = what->at.line,
      .column = what->at.column,
      .cell = complain_cell(home, what->at),
      .name = arena_format(home, "%s", what->name ? what->name : ""),
      .seen = clip(home, what->seen ? what->seen : ""),
      .allowed = arena_format(home, "%s", what->allowed ? what->allowed : ""),
      .header = clip(home, what->header ? what->header : "")};
}

static void count_unlisted(complaints *of, int count) {
  of->unlisted +=
      count < INT32_MAX - of->unlisted ? count : INT32_MAX - of->unlisted;
}

static void add(arena *home, complaints *to, int *tally, const remark *what) {
  if (*tally < COMPLAINTS_MAX) {
    list(home, to, what);
    ++*tally;
  } else {
    count_unlisted(to, 1);
  }
}

void complain(complaint_book *book, const remark *what) {
  int *const tally = &book->error_tally[file_index(book, what->file)];
  add(book->home, book->errors, tally, what);
}

void complain_note(complaint_book *book, const remark *what) {
  int *const tally = &book->note_tally[file_index(book, what->file)];
  add(book->home, &book->notes, tally, what);
}

void complain_more(complaint_book *book, int count) {
  assert(count >= 0);
  count_unlisted(book->errors, count);
}

static bool stands_before(const complaint_book *book, const complaint *a,
                          const complaint *b) {
  const int file_a = file_index(book, a->file);
  const int file_b = file_index(book, b->file);
  if (file_a != file_b)
    return file_a < file_b;
  return a->line != b->line ? a->line < b->line : a->column < b->column;
}

/* by insertion: there are at most COMPLAINTS_MAX a file, mostly in order */
void complain_sort(complaint_book *book) {
  complaint *const item = book->errors->item;
  for (int i = 1; i < book->errors->count; i++) {
    const complaint moved = item[i];
    int to = i;
    for (; to > 0 && stands_before(book, &moved, &item[to - 1]); to--)
      item[to] = item[to - 1];
    item[to] = moved;
  }
}

void complain_error(const complaint *what, error *err) {
  const bool seen = *what->seen != '\0', allowed = *what->allowed != '\0';
  error_at(err, ERROR_INPUT, what->file, what->line, what->column,
           "%s%s%s%s%s%s%s%s", what->name, *what->name ? ": " : "",
           words[what->code], seen ? ": \"" : "", what->seen, seen ? "\"" : "",
           allowed ? "; allowed: " : "", what->allowed);
}
