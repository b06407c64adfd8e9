#include "foreign.h"

#include <string.h>

static place place_of(const plain_text *body, const char *to) {
  place at = {1, 1, 1, 0};
  for (const char *c = body->at; c < to; c++) {
    const bool ends = *c == '\n' || (*c == '\r' && c[1] != '\n');
    at.line += ends;
    at.column = ends ? 1 : at.column + encoding_width(c, body->cp932);
  }
  at.row = at.line; /* nothing but blank lines stands above */
  return at;
}

/* A comma in it decides: a header may well say 氏名;所属. Those inside quotes
 * part nothing. */
static const char *find_separator(const char *at) {
  const char *semicolon = NULL, *tab = NULL;
  bool quoted = false;
  at += strspn(at, "\r\n");
  for (; *at && (quoted || (*at != '\n' && *at != '\r')); at++) {
    quoted = quoted != (*at == '"');
    if (!quoted && *at == ',')
      return NULL;
    if (!quoted && *at == ';' && !semicolon)
      semicolon = at;
    if (!quoted && *at == '\t' && !tab)
      tab = at;
  }
  return tab ? tab : semicolon;
}

bool foreign_separator(const plain_text *body, fault *why) {
  const char *const found = find_separator(body->at);
  if (!found)
    return false;
  *why = (fault){.code = COMPLAINT_SEPARATOR,
                 .at = place_of(body, found),
                 .seen = *found == '\t' ? "Tab" : ";",
                 .allowed = ","};
  return true;
}
