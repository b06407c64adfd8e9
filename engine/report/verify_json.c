#include "json_put.h"
#include "verify.h"

static json_t *text_or_null(const char *words) {
  return words ? json_string(words) : json_null();
}

static json_t *parts_of(const verification *v) {
  json_t *all = json_object();
  for (int part = 0; part < AUDIT_PART_COUNT; part++) {
    json_t *one = json_object();
    json_put_boolean(&one, "checked", v->state[part] == PART_DONE);
    json_put_integer(&one, "differences", verify_count(v, (audit_part)part));
    json_put(&all, audit_part_word((audit_part)part), one);
  }
  return all;
}

static json_t *difference_of(arena *home, language in, const difference *d) {
  json_t *one = json_object();
  json_put_text(&one, "part", audit_part_word(audit_part_of(d->code)));
  json_put_text(&one, "code", audit_word(d->code));
  json_put_text(&one, "subject", d->subject);
  json_put_text(&one, "field", d->field);
  json_put_text(&one, "recorded", d->recorded);
  json_put_text(&one, "recounted", d->recounted);
  json_put_text(&one, "text", verify_phrase(home, in, d));
  return one;
}

char *report_verify_json(arena *home, language in, const verification *v,
                         error *err) {
  json_t *root = json_object(), *all = json_array();
  for (int i = 0; i < v->found->count; i++)
    json_add(&all, difference_of(home, in, &v->found->item[i]));
  json_put_integer(&root, "format", 1);
  json_put_boolean(&root, "holds", v->found->count == 0);
  json_put(&root, "call", text_or_null(v->call));
  json_put(&root, "status", text_or_null(v->status));
  json_put(&root, "proof", text_or_null(v->proof_says));
  json_put_boolean(&root, "proof_needed", v->proof_needed);
  json_put_integer(&root, "plans", v->plans);
  json_put_integer(&root, "rules", v->rules);
  json_put_integer(&root, "figures", v->figures);
  json_put(&root, "parts", parts_of(v));
  json_put(&root, "differences", all);
  return json_canonical(home, root, err);
}
