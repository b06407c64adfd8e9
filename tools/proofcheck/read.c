/* The text: lines, words, numbers, and the program that a proof speaks of. */
#include "checker.h"
#include <stdlib.h>
#include <string.h>

void need(checker *c, bool holds, int verdict, const char *text, int64_t with) {
  static const char *const as[] = {"", "refuted", "unreadable", "incomplete"};
  if (holds)
    return;
  fprintf(c->say, "%s, line %lld: ", as[verdict], (long long)c->line);
  fprintf(c->say, text, (long long)with);
  fputc('\n', c->say);
  c->verdict = verdict;
  longjmp(c->failed, 1);
}

void *grown(void *at, size_t count, size_t size) {
  if (count & (count - 1)) /* room is the next power of two */
    return at;
  at = realloc(at, (count > 0 ? 2 * count : 1) * size);
  if (at)
    return at;
  perror("proofcheck");
  exit(6);
}

bool line_next(checker *c) {
  need(c, !*c->at, 2, "the line should end here", 0);
  do {
    c->line++;
    const ssize_t length = getline(&c->text, &c->room, c->from);
    need(c, length >= 0 || (c->ended && !ferror(c->from)), 2,
         "the file cannot be read or ends too soon", 0);
    if (length < 0)
      return false;
    need(c, strlen(c->text) == (size_t)length, 2, "there is a zero byte", 0);
    c->text[strcspn(c->text, "\n")] = '\0';
    c->at = c->text;
  } while (*c->at == '#');
  return true;
}

bool word_is(checker *c, const char *word) {
  const size_t length = strlen(word);
  const bool is = strncmp(c->at, word, length) == 0 &&
                  (c->at[length] == ' ' || c->at[length] == '\0');
  c->at += is ? length : 0;
  return is;
}

static void word_need(checker *c, const char *word) {
  need(c, word_is(c, word), 2, "another word is expected", 0);
}

static size_t name_read(checker *c) {
  const size_t length = *c->at == ' ' ? strcspn(c->at + 1, " ") : 0;
  c->at += length > 0 ? length + 1 : 0;
  need(c, length > 0, 2, "a name is expected", 0);
  return length;
}

int64_t number_read(checker *c, char before, int64_t low, int64_t high) {
  const char *const word = c->at + (*c->at != '\0');
  const char *const first = word + (*word == '-'), *at = first;
  int64_t size = 0; /* beyond int64: its end, which nothing may be */
  for (; *at >= '0' && *at <= '9'; at++)
    size = size < INT64_MAX / 10 ? 10 * size + (*at - '0') : INT64_MAX;
  const int64_t value = *word == '-' ? -size : size;
  need(c, *c->at == before && at != first && value >= low && value <= high, 2,
       "a number is missing, malformed or out of range", 0);
  c->at = at;
  return value;
}

int column_read(checker *c, char before, bool decides) {
  const int of = (int)number_read(c, before, 0, c->column_count - 1);
  const column *const x = &c->columns[of];
  need(c, x->seen != c->tick, 2, "column %lld is named twice", of);
  need(c, x->decides || !decides, 2, "column %lld does not decide", of);
  c->columns[of].seen = c->tick;
  return of;
}

row *row_open(checker *c, char kind, wide limit) {
  const size_t at = c->entry_count;
  c->tick++;
  c->rows = grown(c->rows, (size_t)c->row_count, sizeof *c->rows);
  c->rows[c->row_count] =
      (row){limit, 0, at, at, c->move_count, kind, c->empty, false, false};
  return &c->rows[c->row_count++];
}

void entry_add(checker *c, int of, wide coefficient) {
  c->entries = grown(c->entries, c->entry_count, sizeof *c->entries);
  c->entries[c->entry_count++] = (entry){coefficient, of};
  c->rows[c->row_count - 1].end = c->entry_count;
}

void terms_read(checker *c, int sign) {
  while (*c->at) {
    const int of = column_read(c, ' ', false);
    entry_add(c, of, sign * number_read(c, ':', -NUMBER_MOST, NUMBER_MOST));
  }
}

static void column_line(checker *c) {
  column made = {.decides = word_is(c, "c d")};
  const int64_t most = made.decides ? 1 : NUMBER_MOST;
  word_need(c, made.decides ? "" : "c f");
  made.low = number_read(c, ' ', made.decides ? 0 : -most, most);
  made.high = number_read(c, ' ', made.low, most);
  name_read(c);
  c->columns = grown(c->columns, (size_t)c->column_count, sizeof made);
  c->columns[c->column_count++] = made;
}

static void row_line(checker *c) {
  word_need(c, "r");
  row_open(c, 'r', number_read(c, ' ', -NUMBER_MOST, NUMBER_MOST));
  name_read(c);
  terms_read(c, 1);
}

static void level_line(checker *c) {
  struct level made = {.first = c->row_count};
  const bool walks = word_is(c, "walk");
  word_need(c, walks ? "" : "max");
  const size_t length = name_read(c), most = sizeof made.name - 1;
  memcpy(made.name, c->at - length, length < most ? length : most);
  if (!walks) {
    row_open(c, 'h', 0);
    terms_read(c, -1);
  }
  while (*c->at) { /* a step */
    row_open(c, 't', 0);
    entry_add(c, column_read(c, ' ', true), -1);
    while (*c->at == ',')
      entry_add(c, column_read(c, ',', true), -1);
  }
  made.end = c->row_count;
  c->levels = grown(c->levels, (size_t)c->level_count, sizeof made);
  c->levels[c->level_count++] = made;
}

/* A set, and "not this set": its columns at 1 less those at 0 <= ones - 1 */
static void set_line(checker *c) {
  const bool first = c->claims && c->row_count == c->set_row;
  const int64_t now = ++c->tick;
  word_need(c, first ? "set" : "o");
  while (*c->at) {
    column *const x = &c->columns[column_read(c, ' ', !first)];
    x->set = first ? number_read(c, ':', -NUMBER_MOST, NUMBER_MOST) : x->set;
  }
  row *const out = row_open(c, 'n', -1);
  for (int j = 0; j < c->column_count; j++) {
    const column *const x = &c->columns[j];
    const bool one = x->seen == now && (!first || x->set == 1);
    if (x->decides)
      entry_add(c, j, one ? 1 : -1);
    out->limit += x->decides && one;
    need(c, !first || (x->set >= x->low && x->set <= x->high), 1,
         "the set breaks a bound of column %lld", j);
  }
}

static void lines_read(checker *c, const char *word, void (*one)(checker *)) {
  word_need(c, word);
  int64_t count = number_read(c, ' ', 0, INT32_MAX / 4);
  for (line_next(c); count > 0; line_next(c), count--)
    one(c);
}

void program_read(checker *c) {
  line_next(c);
  word_need(c, "saitaku-proof 1");
  for (line_next(c); word_is(c, "input"); line_next(c)) {
    name_read(c);
    need(c, strlen(c->at) == 65, 2, "a SHA-256 is expected", 0);
    c->at = "";
  }
  lines_read(c, "columns", column_line);
  lines_read(c, "rows", row_line);
  c->held = c->program_rows = c->row_count;
  lines_read(c, "levels", level_line);
  c->set_row = c->row_count;
  c->claims = !word_is(c, "none");
  if (c->claims)
    set_line(c);
  line_next(c);
  lines_read(c, "others", set_line);
  word_need(c, "proof");
  c->fixed_rows = c->row_count;
}
