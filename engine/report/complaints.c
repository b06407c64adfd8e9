/* One line a complaint, as compilers write theirs, so that editors can follow.
 */
#include "../base/text.h"
#include "plain.h"
#include "report.h"
#include <string.h>

static const sentence_code says[COMPLAINT_CODES] = {
#define COMPLAINT_SAYS(code, word) [COMPLAINT_##code] = SAY_COMPLAINT_##code,
    COMPLAINT_TABLE(COMPLAINT_SAYS)
#undef COMPLAINT_SAYS
};

/* the column, by the name that people see in their sheet */
static const char *column_of(arena *home, language in, const complaint *c) {
  if (!c->header || !*c->header || text_same(c->header, c->name))
    return c->name;
  return in == LANGUAGE_JA ? c->header
                           : arena_format(home, "%s (%s)", c->header, c->name);
}

static void add_place(text *to, const complaint *c) {
  text_add(to, c->file);
  if (c->line > 0)
    text_format(to, ":%d", c->line);
  if (c->line > 0 && c->column > 0)
    text_format(to, ":%d", c->column);
  text_add(to, ": ");
  if (*c->cell)
    text_format(to, "(%s) ", c->cell);
}

char *report_complaint(arena *home, language in, const complaint *c) {
  const sentence_code code = says[c->code];
  text to = text_empty(home);
  add_place(&to, c);
  text_add(&to, sentence_fill(home, in, code,
                              (sentence_values){{column_of(home, in, c),
                                                 c->seen, c->allowed}}));
  const bool told = strstr(sentence_of(in, code), "{2}") != NULL;
  if (!told && *c->allowed)
    text_add(&to, sentence_fill(home, in, SAY_COMPLAINT_ALLOWED,
                                (sentence_values){{c->allowed}}));
  return to.at;
}

char *report_complaints(arena *home, language in, const complaints *list) {
  text to = text_empty(home);
  for (int i = 0; i < list->count; i++) {
    text_add(&to, plain_text(home, report_complaint(home, in, &list->item[i])));
    text_add(&to, "\n");
  }
  if (list->unlisted > 0) {
    const char *const count = arena_format(home, "%d", list->unlisted);
    text_add(&to, sentence_fill(home, in, SAY_COMPLAINTS_UNLISTED,
                                (sentence_values){{count}}));
    text_add(&to, "\n");
  }
  return to.at;
}
