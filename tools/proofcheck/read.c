/* The text: lines, words, numbers, and the program that a proof speaks of. */
#include "checker.h"
#include <stdlib.h>
#include <string.h>

void fail(checker *c, int verdict, const char *format, int64_t with) {
  if (c->verdict != 0)
    return;
  c->verdict = verdict;
  fprintf(c->say, "%s, line %lld: ", verdict == 1 ? "refuted" : "unreadable",
          (long long)c->line);
  fprintf(c->say, format, (long long)with);
  fputc('\n', c->say);
}

void *grown(void *at, size_t count, size_t size) {
  if (count & (count - 1)) /* room is the next power of two */
    return at;
  at = realloc(at, (count > 0 ? 2 * count : 1) * size);
  if (at)
    return at;
  fputs("proofcheck: out of memory\n", stderr);
  exit(6);
}

static void *cleared(size_t count, size_t size) {
  return memset(grown(NULL, 0, (count + 1) * size), 0, (count + 1) * size);
}

bool line_next(checker *c) {
  ssize_t length = 0;
  do {
    c->line++;
    c->at = "";
    length = getline(&c->text, &c->text_room, c->from);
    if (ferror(c->from))
      fail(c, 2, "the file cannot be read", 0);
    else if (length < 0 && !c->ended)
      fail(c, 2, "the file ends too soon", 0);
    if (length < 0 || c->verdict != 0)
      return false;
  } while (c->text[0] == '#');
  length -= c->text[length - 1] == '\n';
  c->text[length] = '\0';
  if (strlen(c->text) != (size_t)length)
    fail(c, 2, "there is a zero byte", 0);
  c->at = c->text;
  return true;
}

void line_done(checker *c) {
  if (*c->at)
    fail(c, 2, "there are too many words", 0);
}

char *word_next(checker *c) {
  char *const word = c->at;
  if (!*word || c->verdict != 0)
    return NULL;
  c->at += strcspn(word, " ");
  if (*c->at)
    *c->at++ = '\0';
  return word;
}

static void word_need(checker *c, const char *needed) { /* null: any */
  const char *const word = word_next(c);
  if (!word || !*word || (needed && strcmp(word, needed) != 0))
    fail(c, 2, "another word is expected", 0);
}

int64_t number_at(checker *c, char **at, char stop, int64_t low, int64_t high) {
  char *end = *at;
  const int64_t value = strtoll(*at, &end, 10); /* at its end beyond int64 */
  if (end == *at || *end != stop || value < low || value > high)
    fail(c, 2, "a number is missing, malformed or out of range", 0);
  *at = end + (*end && *end == stop);
  return c->verdict == 0 ? value : low;
}

int64_t number_next(checker *c, int64_t low, int64_t high) {
  char *word = word_next(c);
  return number_at(c, word ? &word : &c->at, '\0', low, high);
}

row *row_open(checker *c, wide limit) {
  c->rows = grown(c->rows, (size_t)c->row_count, sizeof *c->rows);
  row *const made = &c->rows[c->row_count++];
  *made = (row){.limit = limit, .first = c->entry_count, .end = c->entry_count};
  c->tick++;
  return made;
}

static void entry_add(checker *c, int64_t of, int64_t coefficient) {
  if (c->columns[of].seen == c->tick)
    fail(c, 2, "column %lld is named twice", of);
  c->columns[of].seen = c->tick;
  c->entries = grown(c->entries, c->entry_count, sizeof *c->entries);
  c->entries[c->entry_count++] = (entry){coefficient, (int)of};
  c->rows[c->row_count - 1].end = c->entry_count;
}

void terms_read(checker *c, int sign) {
  for (char *at = word_next(c); at; at = word_next(c)) {
    const int64_t of = number_at(c, &at, ':', 0, c->column_count - 1);
    entry_add(c, of, sign * number_at(c, &at, '\0', -NUMBER_MOST, NUMBER_MOST));
  }
}

static int64_t decider_at(checker *c, char **at, char stop) {
  const int64_t of = number_at(c, at, stop, 0, c->column_count - 1);
  if (!c->columns[of].decides)
    fail(c, 2, "column %lld does not decide", of);
  return of;
}

static void column_read(checker *c) {
  word_need(c, "c");
  column made = {.decides = *c->at == 'd'};
  const int64_t most = made.decides ? 1 : NUMBER_MOST;
  word_need(c, made.decides ? "d" : "f");
  made.low = number_next(c, made.decides ? 0 : -most, most);
  made.high = number_next(c, made.low, most);
  word_need(c, NULL);
  line_done(c);
  c->columns = grown(c->columns, (size_t)c->column_count, sizeof made);
  c->columns[c->column_count++] = made;
}

static void row_read(checker *c) {
  word_need(c, "r");
  row_open(c, number_next(c, -NUMBER_MOST, NUMBER_MOST));
  word_need(c, NULL);
  terms_read(c, 1);
  c->program_rows = c->row_count;
}

static void level_read(checker *c) {
  const bool walks = *c->at == 'w';
  word_need(c, walks ? "walk" : "max");
  word_need(c, NULL);
  if (!walks) {
    row_open(c, 0)->is_sum = true;
    terms_read(c, -1);
  }
  for (char *at = word_next(c); at; at = word_next(c)) {
    row_open(c, 0)->is_step = true;
    while (strchr(at, ',') && c->verdict == 0)
      entry_add(c, decider_at(c, &at, ','), -1);
    entry_add(c, decider_at(c, &at, '\0'), -1);
  }
  const size_t count = (size_t)++c->level_count;
  c->level_row = grown(c->level_row, count, sizeof *c->level_row);
  c->level_row[count] = c->row_count;
}

/* "Not this set": columns at 1, those seen now, less those at 0 <= ones - 1 */
static void set_exclude(checker *c) {
  const int64_t now = c->tick;
  row_open(c, -1);
  for (int j = 0; j < c->column_count; j++)
    if (c->columns[j].decides) {
      const bool one = c->columns[j].seen == now;
      c->rows[c->row_count - 1].limit += one;
      entry_add(c, j, one ? 1 : -1);
    }
}

static void set_read(checker *c) {
  const row *const point = row_open(c, 0);
  terms_read(c, 1);
  c->row_count--;
  for (c->tick++; c->entry_count > point->first; c->entry_count--) {
    const entry *const term = &c->entries[c->entry_count - 1];
    c->columns[term->column].set = term->coefficient;
    c->columns[term->column].seen = term->coefficient == 1 ? c->tick : 0;
  }
  set_exclude(c);
}

static void other_read(checker *c) {
  word_need(c, "o");
  c->tick++;
  for (char *at = word_next(c); at; at = word_next(c))
    c->columns[decider_at(c, &at, '\0')].seen = c->tick;
  set_exclude(c);
}

static void lines_read(checker *c, const char *word, void (*one)(checker *)) {
  word_need(c, word);
  int64_t count = number_next(c, 0, INT32_MAX / 4);
  line_done(c);
  for (line_next(c); count > 0 && c->verdict == 0; line_next(c), count--)
    one(c);
}

/* Which rows each column is in */
static void columns_index(checker *c) {
  c->uses = cleared((size_t)c->column_count + 1, sizeof *c->uses);
  c->used_by = cleared(c->entry_count, sizeof *c->used_by);
  for (size_t i = 0; i < c->entry_count; i++)
    c->uses[c->entries[i].column]++;
  for (int j = 0; j < c->column_count; j++)
    c->uses[j + 1] += c->uses[j]; /* ends, which filling turns into firsts */
  for (int i = c->row_count - 1; i >= 0; i--)
    for (size_t k = c->rows[i].first; k < c->rows[i].end; k++)
      c->used_by[--c->uses[c->entries[k].column]] = i;
}

void program_read(checker *c) {
  line_next(c);
  word_need(c, "saitaku-proof");
  word_need(c, "1");
  line_done(c);
  for (line_next(c); strncmp(c->at, "input ", 6) == 0; line_next(c))
    if (word_need(c, "input"), word_need(c, NULL), strlen(c->at) != 64)
      fail(c, 2, "a SHA-256 is expected", 0);
  c->columns = cleared(0, sizeof *c->columns);
  lines_read(c, "columns", column_read);
  lines_read(c, "rows", row_read);
  c->level_row = cleared(0, sizeof *c->level_row);
  c->level_row[0] = c->program_rows;
  lines_read(c, "levels", level_read);
  c->set_row = c->row_count;
  c->claims = strcmp(c->at, "none") != 0;
  word_need(c, c->claims ? "set" : "none");
  if (c->claims)
    set_read(c);
  line_done(c);
  line_next(c);
  lines_read(c, "others", other_read);
  word_need(c, "proof");
  line_done(c);
  c->fixed_rows = c->row_count;
  columns_index(c);
  c->queue = cleared((size_t)c->row_count, sizeof *c->queue);
  c->touched = cleared((size_t)c->column_count, sizeof *c->touched);
}
