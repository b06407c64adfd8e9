#include "phrases.h"
#include "remarks.h"
#include "summary.h"
#include <inttypes.h>

static void add_counts(page *p, const outcome *o) {
  const int *const counts = findings_counts(p->home, o->merits);
  const char *number[VERDICT_FAIL + 1];
  for (int v = VERDICT_OK; v <= VERDICT_FAIL; v++)
    number[v] = arena_format(p->home, "%d", counts[v]);
  const char *const all = arena_format(p->home, "%d", o->merits->of->count);
  text_add(&p->to, sentence_fill(p->home, p->in, SAY_CHECK_COUNTS,
                                 (sentence_values){{all, number[VERDICT_OK],
                                                    number[VERDICT_CORRECTABLE],
                                                    number[VERDICT_FAIL]}}));
  text_add(&p->to, "\n");
}

static void list_files(page *p, const dossier *d) {
  page_head(p, SAY_HEAD_FILES);
  grid g = grid_new(p->home, "lr");
  grid_add(&g, (grid_cells){{page_word(p, SAY_COLUMN_FILE),
                             page_word(p, SAY_COLUMN_ROWS)}});
  for (int i = 0; i < d->file_count; i++) {
    const input_file *const f = &d->files[i];
    const bool table = !text_same(f->name, "policy.json");
    grid_add(&g,
             (grid_cells){
                 {f->name,
                  table ? arena_format(p->home, "%" PRId64, f->rows) : ""}});
  }
  page_grid(p, &g);
}

static const char *verdict_of(const page *p, verdict of) {
  static const sentence_code word[] = {[VERDICT_OK] = SAY_COLUMN_NOTE,
                                       [VERDICT_CORRECTABLE] =
                                           SAY_COLUMN_CORRECTABLE,
                                       [VERDICT_FAIL] = SAY_COLUMN_FAIL};
  return page_word(p, word[of]);
}

static const char *id_of(const page *p, const pool *of, int at) {
  return at < 0 ? page_word(p, SAY_CALL_AS_A_WHOLE) : of->applications[at].id;
}

static void list_findings(page *p, const outcome *o) {
  const findings all = findings_of(p->home, o);
  page_head(p, SAY_HEAD_FINDINGS);
  if (all.count == 0) {
    page_say(p, SAY_FINDINGS_NONE, (sentence_values){{0}});
    return;
  }
  grid g = grid_new(p->home, "lllll");
  grid_add(&g, (grid_cells){{page_word(p, SAY_COLUMN_PLAN),
                             page_word(p, SAY_COLUMN_GATE),
                             page_word(p, SAY_COLUMN_VERDICT),
                             page_word(p, SAY_COLUMN_FINDING),
                             page_word(p, SAY_COLUMN_CITES)}});
  for (int i = 0; i < all.count; i++) {
    const finding *const f = all.item[i];
    grid_add(&g, (grid_cells){{id_of(p, o->merits->of, f->application),
                               phrase_gate(p->in, f->gate),
                               verdict_of(p, f->verdict),
                               phrase_finding(p->home, p->in, f), f->cites}});
  }
  page_grid(p, &g);
}

static void list_dropped(page *p, const pool *of) {
  if (of->dropped_count == 0)
    return;
  page_head(p, SAY_HEAD_DROPPED);
  grid g = grid_new(p->home, "lll");
  grid_add(&g, (grid_cells){{page_word(p, SAY_COLUMN_PLAN),
                             page_word(p, SAY_COLUMN_REVIEWER),
                             page_word(p, SAY_COLUMN_WHY)}});
  for (int i = 0; i < of->dropped_count; i++) {
    const dropped_review *const d = &of->dropped[i];
    grid_add(&g, (grid_cells){{of->applications[d->application].id,
                               of->reviewers[d->reviewer].id,
                               phrase_dropped(p->home, p->in, d)}});
  }
  page_grid(p, &g);
}

static void list_notes(page *p, const dossier *d) {
  if (d->note_count == 0)
    return;
  page_head(p, SAY_HEAD_NOTES);
  for (int i = 0; i < d->note_count; i++)
    page_line(p, report_complaint(p->home, p->in, &d->notes[i]));
}

char *report_check(arena *home, const outcome *o, const remarks *found) {
  page p = page_new(home, o->in);
  add_counts(&p, o);
  list_files(&p, o->inputs);
  list_notes(&p, o->inputs);
  list_dropped(&p, o->merits->of);
  summary_overrides(&p, o);
  list_findings(&p, o);
  remarks_list(&p, found);
  return p.to.at;
}
