#include "page.h"
#include "plain.h"

static const char indent[] = "  ";

page page_new(arena *home, language in) {
  return (page){home, in, text_empty(home)};
}

const char *page_word(const page *p, sentence_code code) {
  return sentence_of(p->in, code);
}

void page_head(page *p, sentence_code code) {
  text_add(&p->to, "\n");
  text_add(&p->to, page_word(p, code));
  text_add(&p->to, "\n");
}

void page_line(page *p, const char *line) {
  text_add(&p->to, indent);
  text_add(&p->to, plain_text(p->home, line));
  text_add(&p->to, "\n");
}

void page_say(page *p, sentence_code code, sentence_values values) {
  page_line(p, sentence_fill(p->home, p->in, code, values));
}

void page_grid(page *p, const grid *g) { grid_write(g, indent, &p->to); }
