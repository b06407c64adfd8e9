/* What went in: findings, reviews dropped, overrides, files. */
#include "codes.h"
#include "decision.h"

static json_t *finding_of(const pool *p, const finding *f) {
  const int at = f->application;
  json_t *one = json_object();
  json_put_text(&one, "application_id", at < 0 ? "" : p->applications[at].id);
  json_put_text(&one, "gate", code_gate(f->gate));
  json_put_text(&one, "verdict", code_verdict(f->verdict));
  json_put_text(&one, "seen", f->seen);
  json_put_text(&one, "allowed", f->allowed);
  json_put_text(&one, "cites", f->cites);
  return one;
}

static json_t *only_empty(arena *home, const account *a) {
  const names blamed = findings_no_room(home, a);
  json_t *one = json_object(), *ids = json_array();
  for (int i = 0; i < blamed.count; i++)
    json_add(&ids, json_string(blamed.item[i]));
  json_put_text(&one, "application_id", "");
  json_put_text(&one, "gate", "only_empty_set");
  json_put_text(&one, "verdict", code_verdict(VERDICT_FAIL));
  json_put(&one, "rules", ids);
  return one;
}

json_t *decision_findings(arena *home, const outcome *o) {
  const findings list = findings_of(home, o);
  json_t *all = json_array();
  if (o->account && o->account->from->only_empty)
    json_add(&all, only_empty(home, o->account));
  for (int i = 0; i < list.count; i++)
    json_add(&all, finding_of(o->merits->of, list.item[i]));
  return all;
}

json_t *decision_dropped(const outcome *o) {
  const pool *const p = o->merits->of;
  json_t *all = json_array();
  for (int i = 0; i < p->dropped_count; i++) {
    const dropped_review *const d = &p->dropped[i];
    json_t *one = json_object();
    json_put_text(&one, "application_id", p->applications[d->application].id);
    json_put_text(&one, "reviewer_id", p->reviewers[d->reviewer].id);
    json_put_text(&one, "why", code_drop(d->why));
    json_put_text(&one, "detail", d->detail);
    json_add(&all, one);
  }
  return all;
}

static json_t *override_of(arena *home, const application *a) {
  json_t *one = json_object();
  json_put_text(&one, "application_id", a->id);
  json_put_text(&one, "decision",
                a->intervention == INTERVENTION_IN ? "in" : "out");
  json_put_text(&one, "level", intervention_level(a));
  json_put_text(&one, "reason", a->intervention_reason);
  json_put_text(&one, "decided_by", a->decided_by);
  json_put_text(&one, "decided_on", date_text(home, a->decided_on));
  return one;
}

json_t *decision_overrides(arena *home, const outcome *o) {
  const pool *const p = o->merits->of;
  json_t *all = json_array();
  for (int i = 0; i < p->count; i++)
    if (p->applications[i].intervention != INTERVENTION_NONE)
      json_add(&all, override_of(home, &p->applications[i]));
  return all;
}

json_t *decision_inputs(const outcome *o) {
  const dossier *const d = o->inputs;
  json_t *all = json_array();
  for (int i = 0; i < d->file_count; i++) {
    json_t *one = json_object();
    json_put_text(&one, "file", d->files[i].name);
    json_put_text(&one, "sha256", d->files[i].sha256);
    json_add(&all, one);
  }
  return all;
}
