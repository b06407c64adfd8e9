#include "sheet.h"
#include <string.h>

static const char byte_order_mark[] = "\xEF\xBB\xBF";

sheet sheet_new(arena *home, const char *const *header) {
  sheet s = {text_empty(home), false};
  text_add(&s.to, byte_order_mark);
  for (; *header; header++)
    sheet_cell(&s, *header);
  sheet_end_row(&s);
  return s;
}

static void add_quoted(text *to, const char *cell) {
  text_add(to, "\"");
  for (; *cell; cell++)
    text_add_bytes(to, *cell == '"' ? "\"\"" : cell, *cell == '"' ? 2 : 1);
  text_add(to, "\"");
}

void sheet_cell(sheet *s, const char *cell) {
  if (s->inside)
    text_add(&s->to, ",");
  s->inside = true;
  if (strpbrk(cell, ",\"\r\n"))
    add_quoted(&s->to, cell);
  else
    text_add(&s->to, cell);
}

static bool is_number(const char *words) {
  const char *const digits = words + (*words == '-');
  return *digits && digits[strspn(digits, "0123456789.")] == '\0';
}

void sheet_words(sheet *s, const char *words) {
  const bool formula = *words && strchr("=+-@\t\r", *words);
  sheet_cell(s, formula && !is_number(words)
                    ? arena_format(s->to.home, "'%s", words)
                    : words);
}

void sheet_end_row(sheet *s) {
  text_add(&s->to, "\r\n");
  s->inside = false;
}
