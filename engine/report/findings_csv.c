#include "codes.h"
#include "phrases.h"
#include "sheet.h"

static const char *const header[] = {"application_id", "gate",    "verdict",
                                     "seen",           "allowed", "cites",
                                     "text",           NULL};

/* A must rule that leaves only the empty set is no gate's, but a finding. */
static void add_only_empty(arena *home, sheet *s, const outcome *o) {
  if (!o->account || !o->account->from->only_empty)
    return;
  const names blamed = findings_no_room(home, o->account);
  sheet_cell(s, "");
  sheet_cell(s, "only_empty_set");
  sheet_cell(s, code_verdict(VERDICT_FAIL));
  text ids = text_empty(home);
  for (int i = 0; i < blamed.count; i++) {
    text_add(&ids, i ? ", " : "");
    text_add(&ids, blamed.item[i]);
  }
  sheet_words(s, ids.at);
  sheet_words(s, "");
  sheet_words(s, "rules");
  sheet_words(s, phrase_only_empty(home, o->in, o->account));
  sheet_end_row(s);
}

char *report_findings_csv(arena *home, const outcome *o) {
  const pool *const p = o->merits->of;
  const findings all = findings_of(home, o);
  sheet s = sheet_new(home, header);
  add_only_empty(home, &s, o);
  for (int i = 0; i < all.count; i++) {
    const finding *const f = all.item[i];
    sheet_cell(&s,
               f->application < 0 ? "" : p->applications[f->application].id);
    sheet_cell(&s, code_gate(f->gate));
    sheet_cell(&s, code_verdict(f->verdict));
    sheet_words(&s, f->seen);
    sheet_words(&s, f->allowed);
    sheet_words(&s, f->cites);
    sheet_words(&s, phrase_finding(home, o->in, f));
    sheet_end_row(&s);
  }
  return s.to.at;
}
