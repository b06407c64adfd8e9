#include "codes.h"
#include "decision.h"
#include "remarks.h"

enum { FORMAT = 1 };

static json_t *notes_of(const outcome *o) {
  json_t *all = json_array();
  for (int i = 0; i < o->inputs->note_count; i++) {
    const complaint *const n = &o->inputs->notes[i];
    json_t *one = json_object();
    json_put_text(&one, "code", complaint_word(n->code));
    json_put_text(&one, "file", n->file);
    json_put_integer(&one, "line", n->line);
    json_put_integer(&one, "column", n->column);
    json_put_text(&one, "cell", n->cell);
    json_put_text(&one, "name", n->name);
    json_put_text(&one, "seen", n->seen);
    json_put_text(&one, "allowed", n->allowed);
    json_add(&all, one);
  }
  return all;
}

char *report_check_json(arena *home, const outcome *o, const remarks *found,
                        error *err) {
  const int *const counts = findings_counts(home, o->merits);
  json_t *root = json_object();
  json_put_integer(&root, "format", FORMAT);
  json_put_integer(&root, "applications", o->merits->of->count);
  for (int v = VERDICT_OK; v <= VERDICT_FAIL; v++)
    json_put_integer(&root, code_verdict((verdict)v), counts[v]);
  json_put(&root, "findings", decision_findings(home, o));
  json_put(&root, "dropped_reviews", decision_dropped(o));
  json_put(&root, "overrides", decision_overrides(home, o));
  json_put(&root, "notes", notes_of(o));
  json_put(&root, "remarks", remarks_json(home, o->in, found));
  json_put(&root, "inputs", decision_inputs(o));
  return json_canonical(home, root, err);
}
