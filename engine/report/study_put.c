#include "study_put.h"

/* one item of an object: its comma, its key */
void study_put_key(text *to, const char *key) {
  const char last = to->at[to->length - 1];
  text_add(to, last == '{' ? "\"" : ", \"");
  text_add(to, key);
  text_add(to, "\": ");
}

/* digits by hand: printing a million plans is most of the time else */
static void put_fixed(text *to, figure of) {
  char digits[48], *at = digits + sizeof digits;
  const wide left = of.value < 0 ? -of.value : of.value;
  int64_t low = (int64_t)(left % 1000000000000);
  int64_t high = (int64_t)(left / 1000000000000);
  for (int i = 0; i < STUDY_PLACES; i++, low /= 10)
    *--at = (char)('0' + low % 10);
  *--at = '.';
  do
    *--at = (char)('0' + high % 10);
  while ((high /= 10) > 0);
  if (of.value < 0)
    *--at = '-';
  text_add_bytes(to, at, (size_t)(digits + sizeof digits - at));
}

void study_put_figure(text *to, const char *key, figure of) {
  study_put_key(to, key);
  if (of.known)
    put_fixed(to, of);
  else
    text_add(to, "null");
}

void study_put_count(text *to, const char *key, int value) {
  study_put_key(to, key);
  text_format(to, "%d", value);
}

/* ranks are from 1; 0 is none */
void study_put_rank(text *to, const char *key, int value) {
  study_put_key(to, key);
  if (value > 0)
    text_format(to, "%d", value);
  else
    text_add(to, "null");
}

void study_put_escaped(text *to, const char *value) {
  text_add(to, "\"");
  for (const char *at = value; *at; at++) {
    if (*at == '"' || *at == '\\')
      text_format(to, "\\%c", *at);
    else if ((unsigned char)*at < 0x20)
      text_format(to, "\\u%04x", (unsigned)*at);
    else
      text_add_bytes(to, at, 1);
  }
  text_add(to, "\"");
}

void study_put_text(text *to, const char *key, const char *value) {
  study_put_key(to, key);
  study_put_escaped(to, value);
}

void study_put_list(text *to, const char *key) {
  const char last = to->at[to->length - 1];
  text_format(to, "%s\n \"%s\": [", last == '{' || last == ',' ? "" : ",", key);
}

void study_put_item(text *to, int index) {
  text_add(to, index > 0 ? ",\n  " : "\n  ");
}

void study_put_end(text *to) { text_add(to, "\n ]"); }
