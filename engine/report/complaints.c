/* One line a complaint, as compilers write theirs, so that editors can follow.
 */
#include "../base/text.h"
#include "plain.h"
#include "report.h"

static bool tells_allowed(complaint_code code) {
  return code == COMPLAINT_NOT_TEXT || code == COMPLAINT_NOT_CSV ||
         code == COMPLAINT_VALUE_MISSING || code == COMPLAINT_VALUE_BAD;
}

char *report_complaint(arena *home, language in, const complaint *c) {
  static const sentence_code says[] = {
      [COMPLAINT_FILE_MISSING] = SAY_COMPLAINT_FILE_MISSING,
      [COMPLAINT_FILE_EMPTY] = SAY_COMPLAINT_FILE_EMPTY,
      [COMPLAINT_NOT_TEXT] = SAY_COMPLAINT_NOT_TEXT,
      [COMPLAINT_NOT_CSV] = SAY_COMPLAINT_NOT_CSV,
      [COMPLAINT_COLUMN_MISSING] = SAY_COMPLAINT_COLUMN_MISSING,
      [COMPLAINT_COLUMN_TWICE] = SAY_COMPLAINT_COLUMN_TWICE,
      [COMPLAINT_COLUMN_UNKNOWN] = SAY_COMPLAINT_COLUMN_UNKNOWN,
      [COMPLAINT_VALUE_MISSING] = SAY_COMPLAINT_VALUE_MISSING,
      [COMPLAINT_VALUE_BAD] = SAY_COMPLAINT_VALUE_BAD,
      [COMPLAINT_KEY_TWICE] = SAY_COMPLAINT_KEY_TWICE,
      [COMPLAINT_ID_UNKNOWN] = SAY_COMPLAINT_ID_UNKNOWN,
      [COMPLAINT_VALUES_DIFFER] = SAY_COMPLAINT_VALUES_DIFFER};
  text to = text_empty(home);
  text_add(&to, c->file);
  if (c->line > 0)
    text_format(&to, ":%d", c->line);
  if (c->line > 0 && c->column > 0)
    text_format(&to, ":%d", c->column);
  text_add(&to, ": ");
  if (*c->cell)
    text_format(&to, "(%s) ", c->cell);
  text_add(&to,
           sentence_fill(home, in, says[c->code],
                         (sentence_values){{c->name, c->seen, c->allowed}}));
  if (tells_allowed(c->code) && *c->allowed)
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
