#include "best.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

__extension__ typedef __int128 wide;

enum { COLUMNS_MOST = 256, ROWS_MOST = 512, STEPS_MOST = 512 };

typedef struct sum {
  int64_t coefficient[COLUMNS_MOST];
} sum;

typedef struct wish { /* a sum, or a step: one of its columns */
  sum of;
  bool is_step;
} wish;

typedef struct model {
  int columns, rows, wishes;
  int64_t low[COLUMNS_MOST], high[COLUMNS_MOST], set[COLUMNS_MOST];
  int64_t limit[ROWS_MOST];
  sum row[ROWS_MOST];
  wish wish[STEPS_MOST];
  bool claims, fits;
  const char *at; /* the text still to be read */
  long boxes;     /* that may still be looked at */
} model;

/* The next line that is no comment, cut off; null: none */
static char *next_line(model *m, char line[], size_t size) {
  do {
    if (!*m->at)
      return NULL;
    const size_t length = strcspn(m->at, "\n");
    snprintf(line, size, "%.*s", (int)length, m->at);
    m->fits &= length < size;
    m->at += length + (m->at[length] == '\n');
  } while (line[0] == '#');
  return line;
}

static int64_t number(model *m, const char *text, char **end) {
  char *last = NULL;
  const int64_t value = strtoll(text, &last, 10);
  m->fits &= last != text;
  *end = last;
  return value;
}

static void read_terms(model *m, char *words, int64_t to[]) {
  char *rest = NULL;
  for (char *word = strtok_r(words, " ", &rest); word;
       word = strtok_r(NULL, " ", &rest)) {
    char *at = NULL;
    const int64_t of = number(m, word, &at);
    if (of < 0 || of >= m->columns || *at != ':') {
      m->fits = false;
      return;
    }
    to[of] = number(m, at + 1, &at);
  }
}

static wish *open_wish(model *m, bool is_step) {
  m->fits &= m->wishes < STEPS_MOST;
  wish *const made = &m->wish[m->fits ? m->wishes++ : 0];
  memset(made, 0, sizeof *made);
  made->is_step = is_step;
  return made;
}

static void read_steps(model *m, char *words) {
  char *rest = NULL;
  for (char *word = strtok_r(words, " ", &rest); word;
       word = strtok_r(NULL, " ", &rest)) {
    wish *const step = open_wish(m, true);
    for (char *at = word; *at && m->fits; at += *at == ',') {
      const int64_t of = number(m, at, &at);
      m->fits &= of >= 0 && of < m->columns;
      if (m->fits)
        step->of.coefficient[of] = 1;
    }
  }
}

/* What follows the first `count` words */
static char *after_words(char *line, int count) {
  for (; count > 0; count--) {
    line += strcspn(line, " ");
    line += *line == ' ';
  }
  return line;
}

static int count_of(model *m, const char *word) {
  char line[64];
  int count = 0;
  char form[32];
  snprintf(form, sizeof form, "%s %%d", word);
  m->fits &= next_line(m, line, sizeof line) && sscanf(line, form, &count) == 1;
  return m->fits ? count : 0;
}

static void read_program(model *m, char *line, size_t size) {
  while (next_line(m, line, size) && !strstr(line, "columns "))
    ;
  m->fits &= sscanf(line, "columns %d", &m->columns) == 1 && m->columns >= 0 &&
             m->columns <= COLUMNS_MOST;
  for (int j = 0; m->fits && j < m->columns; j++) {
    char kind = 0;
    long long low = 0, high = 0;
    m->fits &= next_line(m, line, size) &&
               sscanf(line, "c %c %lld %lld", &kind, &low, &high) == 3;
    m->low[j] = low;
    m->high[j] = high;
  }
  m->rows = count_of(m, "rows");
  m->fits &= m->rows <= ROWS_MOST;
  for (int i = 0; m->fits && i < m->rows; i++) {
    char *end = NULL;
    m->fits &= next_line(m, line, size) != NULL;
    m->limit[i] = number(m, line + 1, &end);
    read_terms(m, after_words(line, 3), m->row[i].coefficient);
  }
  const int levels = count_of(m, "levels");
  for (int k = 0; m->fits && k < levels; k++) {
    m->fits &= next_line(m, line, size) != NULL;
    if (strncmp(line, "max ", 4) == 0)
      read_terms(m, after_words(line, 2), open_wish(m, false)->of.coefficient);
    else
      read_steps(m, after_words(line, 2));
  }
  m->fits &= next_line(m, line, size) &&
             (strncmp(line, "set", 3) == 0 || strcmp(line, "none") == 0);
  m->claims = strcmp(line, "none") != 0;
  if (m->claims)
    read_terms(m, after_words(line, 1), m->set);
}

/* The end of a sum over the box: its most, or least */
static wide end_of(const model *m, const sum *of, bool most) {
  wide total = 0;
  for (int j = 0; j < m->columns; j++) {
    const int64_t a = of->coefficient[j];
    total += (wide)a * ((a > 0) == most ? m->high[j] : m->low[j]);
  }
  return total;
}

static wide worth_of(const model *m, const wish *on) {
  wide total = 0;
  for (int j = 0; j < m->columns; j++)
    total += (wide)on->of.coefficient[j] * m->set[j];
  return on->is_step && total > 1 ? 1 : total;
}

/* May a point of the box be better than the set, going by the best each wish
 * could have by itself? */
static bool may_be_better(const model *m) {
  for (int k = 0; m->claims && k < m->wishes; k++) {
    wide most = end_of(m, &m->wish[k].of, true);
    if (m->wish[k].is_step && most > 1)
      most = 1;
    const wide held = worth_of(m, &m->wish[k]);
    if (most != held)
      return most > held;
  }
  return !m->claims;
}

static bool may_be_permitted(const model *m) {
  for (int i = 0; i < m->rows; i++)
    if (end_of(m, &m->row[i], false) > m->limit[i])
      return false;
  return true;
}

/* Is there a permitted point in the box that is better? A box is halved on its
 * first column that is open; one that is a point says so of itself. */
static bool has_better(model *m) {
  if (m->boxes-- <= 0 || !may_be_permitted(m) || !may_be_better(m))
    return false;
  int j = 0;
  while (j < m->columns && m->low[j] == m->high[j])
    j++;
  if (j == m->columns)
    return true;
  const int64_t low = m->low[j], high = m->high[j],
                middle = low + (high - low) / 2;
  m->high[j] = middle;
  bool found = has_better(m);
  m->high[j] = high;
  m->low[j] = middle + 1;
  found = found || has_better(m);
  m->low[j] = low;
  return found;
}

static bool set_is_permitted(const model *m) {
  bool fine = true;
  for (int j = 0; j < m->columns; j++)
    fine &= m->set[j] >= m->low[j] && m->set[j] <= m->high[j];
  for (int i = 0; i < m->rows; i++) {
    wide total = 0;
    for (int j = 0; j < m->columns; j++)
      total += (wide)m->row[i].coefficient[j] * m->set[j];
    fine &= total <= m->limit[i];
  }
  return fine;
}

best_answer best_claimed(const char *proof) {
  const size_t size = strlen(proof) + 1;
  model *const m = calloc(1, sizeof *m);
  char *const line = malloc(size);
  best_answer answer = BEST_UNKNOWN;
  if (m && line) {
    m->at = proof;
    m->fits = true;
    m->boxes = 200000;
    read_program(m, line, size);
  }
  if (m && line && m->fits) {
    if (m->claims && !set_is_permitted(m))
      answer = BEST_NO;
    else if (has_better(m))
      answer = BEST_NO;
    else
      answer = m->boxes > 0 ? BEST_YES : BEST_UNKNOWN;
  }
  free(line);
  free(m);
  return answer;
}
