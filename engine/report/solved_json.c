#include "../base/text.h"
#include "solved.h"
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>

/* Jansson cannot write exact decimals, so that only names are left to it. */
typedef struct sheet {
  text to;
  bool starved;
} sheet;

/* a name whose bytes are no UTF-8, as if they were Latin 1 */
static json_t *as_latin(arena *home, const char *name) {
  text to = text_empty(home);
  for (const unsigned char *at = (const unsigned char *)name; *at; at++)
    if (*at < 0x80)
      text_format(&to, "%c", *at);
    else
      text_format(&to, "%c%c", 0xC0 | *at >> 6, 0x80 | (*at & 0x3F));
  return json_string(to.at);
}

static void add_name(sheet *to, const char *name) {
  json_t *const plain = json_string(name);
  json_t *const value = plain ? plain : as_latin(to->to.home, name);
  char *const dumped = value ? json_dumps(value, JSON_ENCODE_ANY) : NULL;
  json_decref(value);
  to->starved = to->starved || !dumped;
  text_add(&to->to, dumped ? dumped : "null");
  free(dumped);
}

static void add_number(sheet *to, const char *key, const char *number) {
  text_format(&to->to, " \"%s\": %s,\n", key, number ? number : "null");
}

static void add_columns(sheet *to, const solved *s) {
  bool first = true;
  text_add(&to->to, " \"columns\": [");
  for (int j = 0; s->found->x && j < s->of->column_count; j++) {
    if (s->found->x[j] == 0)
      continue;
    text_add(&to->to, first ? "\n  " : ",\n  ");
    add_name(to, s->of->columns[j].name);
    first = false;
  }
  text_add(&to->to, first ? "],\n" : "\n ],\n");
}

static void add_claim(sheet *to, const claim *c) {
  text_add(&to->to, " \"glpk\": {\n  \"breaks\": ");
  if (c->broken)
    add_name(to, c->broken);
  else
    text_add(&to->to, "null");
  text_format(&to->to, ",\n  \"says\": \"%s\"\n },\n", c->says);
}

char *report_solved_json(arena *home, const solved *s, error *err) {
  sheet to = {.to = text_empty(home)};
  text_add(&to.to, "{\n");
  add_number(&to, "bound", solved_bound(home, s));
  add_columns(&to, s);
  if (s->claimed)
    add_claim(&to, s->claimed);
  text_format(&to.to, " \"nodes\": %" PRId64 ",\n", s->found->nodes);
  add_number(&to, "objective", solved_objective(home, s));
  add_number(&to, "seconds", solved_seconds(home, s));
  text_format(&to.to, " \"status\": \"%s\"\n}\n", solved_status(s));
  if (!to.starved)
    return to.to.at;
  error_at(err, ERROR_SYSTEM, NULL, 0, 0, "no memory for the record");
  return NULL;
}
