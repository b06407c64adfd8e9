/* page - a screen of text in one language: headings, lines, grids. */
#ifndef SAITAKU_REPORT_PAGE_H
#define SAITAKU_REPORT_PAGE_H

#include "../base/text.h"
#include "grid.h"
#include "sentences.h"

typedef struct page {
  arena *home;
  language in;
  text to;
} page;

page page_new(arena *home, language in);
const char *page_word(const page *p, sentence_code code);
void page_head(page *p, sentence_code code); /* after a blank line */
void page_line(page *p, const char *line);   /* indented */
void page_say(page *p, sentence_code code, sentence_values values);
void page_grid(page *p, const grid *g);

#endif
