#include "foreign.h"

#include <string.h>

typedef struct signature {
  const char *starts;
  size_t length;
  const char *format;
} signature;

static const signature signatures[] = {
    {"PK\3\4", 4, "XLSX (zip)"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "XLS"},
    {"\xFF\xFE\0\0", 4, "UTF-32"},
    {"\0\0\xFE\xFF", 4, "UTF-32"},
    {"\xFF\xFE", 2, "UTF-16"},
    {"\xFE\xFF", 2, "UTF-16"},
    {"%PDF-", 5, "PDF"},
    {"{\\rtf", 5, "RTF"},
    {"\x1F\x8B", 2, "gzip"},
    {"<?xml", 5, "XML"},
    {"<!DOCTYPE", 9, "HTML"},
    {"<!doctype", 9, "HTML"},
    {"<html", 5, "HTML"},
    {"<HTML", 5, "HTML"},
    {"<table", 6, "HTML"},
};
enum { SIGNATURES = sizeof signatures / sizeof *signatures };

/* UTF-16 without its mark: every other byte of an ASCII header is NUL */
static bool alternates(bytes raw) {
  if (raw.length < 4)
    return false;
  const bool nul[] = {!raw.at[0], !raw.at[1], !raw.at[2], !raw.at[3]};
  return nul[0] != nul[1] && nul[0] == nul[2] && nul[1] == nul[3];
}

const char *foreign_format(bytes raw) {
  for (int i = 0; i < SIGNATURES; i++)
    if (raw.length >= signatures[i].length &&
        !memcmp(raw.at, signatures[i].starts, signatures[i].length))
      return signatures[i].format;
  return alternates(raw) ? "UTF-16" : NULL;
}

/* ---- separators */

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
