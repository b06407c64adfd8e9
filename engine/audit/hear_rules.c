/* The record's rules, reserved money and objectives. */
#include "hearing.h"

typedef struct figure_of {
  hearing *h;
  audit_code code;
  const char *subject;
  const json_t *said;
} figure_of;

static void same(const figure_of *f, const char *field, const char *recounted) {
  record_figure(f->h->to, f->said,
                (difference){f->code, f->subject, field, "", recounted});
}

static void same_integer(const figure_of *f, const char *field, wide value) {
  same(f, field, record_wide(f->h->r->home, value));
}

static void same_row(const figure_of *f, const tally_row *now) {
  arena *const home = f->h->r->home;
  same(f, "value", now ? record_wide(home, now->value) : "null");
  same(f, "limit", now ? record_ratio(home, now->limit) : "null");
  same(f, "slack", now ? record_ratio(home, now->slack) : "null");
}

static void hear_rows(hearing *h, const rule *of, const tally_rule *now,
                      const json_t *said) {
  arena *const home = h->r->home;
  const json_t *const rows = json_object_get(said, "rows");
  const int count = h->claim->has_set ? now->count : 0;
  audit_compare(h->to,
                (difference){AUDIT_RULE, of->id, "rows",
                             record_wide(home, (wide)json_array_size(rows)),
                             record_wide(home, count)});
  for (int k = 0; k < count; k++) {
    const figure_of f = {h, AUDIT_RULE,
                         arena_format(home, "%s[%s]", of->id, now->rows[k].key),
                         json_array_get(rows, (size_t)k)};
    same(&f, "key", now->rows[k].key);
    same_row(&f, &now->rows[k]);
  }
}

static void hear_rule(hearing *h, int which, const json_t *said) {
  const rule *const of = &h->r->rules->rules[which];
  const tally_rule *const now = &h->adopted.rules[which];
  const bool any = h->claim->has_set && now->tightest >= 0;
  const figure_of f = {h, AUDIT_RULE, of->id, said};
  static const char *const measures[] = {[MEASURE_AWARDS] = "awards",
                                         [MEASURE_PEOPLE] = "people",
                                         [MEASURE_YEN] = "yen",
                                         [MEASURE_COUNTRIES] = "countries"};
  static const char *const strengths[] = {[STRENGTH_MUST] = "must",
                                          [STRENGTH_AIM] = "aim",
                                          [STRENGTH_PRICED] = "priced"};
  same(&f, "id", of->id);
  same(&f, "kind", of->at_most ? "at_most" : "at_least");
  same(&f, "measure", measures[of->measure]);
  same(&f, "strength", strengths[of->strength]);
  same_row(&f, any ? &now->rows[now->tightest] : NULL);
  same(&f, "shortfall",
       h->claim->has_set ? record_ratio(h->r->home, now->shortfall) : "0");
  if (of->for_each != DIMENSION_NONE)
    hear_rows(h, of, now, said);
}

/* envelopes stand behind the policy's rules */
static void hear_envelope(hearing *h, const tally_envelope *now,
                          const json_t *said) {
  const figure_of f = {h, AUDIT_RULE, now->id, said};
  same(&f, "id", now->id);
  same(&f, "kind", "at_most");
  same(&f, "measure", "yen");
  same(&f, "strength", "must");
  same(&f, "shortfall", "0");
  same_integer(&f, "limit", now->limit);
  if (h->claim->has_set) {
    same_integer(&f, "value", now->adopted);
    same_integer(&f, "slack", (wide)now->limit - now->adopted);
  }
}

void hear_rules(hearing *h) {
  arena *const home = h->r->home;
  const json_t *const all = json_object_get(h->root, "rules");
  const int rules = h->r->rules->rule_count;
  const int count = rules + h->adopted.envelope_count;
  audit_compare(h->to,
                (difference){AUDIT_SET, "", "rules",
                             record_wide(home, (wide)json_array_size(all)),
                             record_wide(home, count)});
  for (int k = 0; k < rules; k++)
    hear_rule(h, k, json_array_get(all, (size_t)k));
  for (int k = rules; k < count; k++)
    hear_envelope(h, &h->adopted.envelopes[k - rules],
                  json_array_get(all, (size_t)k));
}

void hear_reserved(hearing *h) {
  arena *const home = h->r->home;
  const json_t *const all = json_object_get(h->root, "reserved");
  const int count = h->claim->has_set ? h->adopted.reserve_count : 0;
  audit_compare(h->to,
                (difference){AUDIT_SET, "", "reserved",
                             record_wide(home, (wide)json_array_size(all)),
                             record_wide(home, count)});
  for (int k = 0; k < count; k++) {
    const tally_reserve *const v = &h->adopted.reserves[k];
    const int of = h->r->rules->priority.items[v->item].group;
    const figure_of f = {h, AUDIT_RESERVED, h->r->rules->groups[of].id,
                         json_array_get(all, (size_t)k)};
    same(&f, "group", f.subject);
    same(&f, "id", arena_format(home, "reserved:%s", f.subject));
    same_integer(&f, "yen", v->yen);
    same_integer(&f, "released", v->released);
    same_integer(&f, "group_yen", v->group_yen);
    same_integer(&f, "others_yen", v->others_yen);
    same_integer(&f, "others_limit", v->others_limit);
    same_integer(&f, "slack", (wide)v->others_limit - v->others_yen);
  }
}

/* ---- objectives */

typedef struct expected_level {
  const char *name, *kind;
  bool sum; /* else a walk, which has no value */
  wide value;
  int64_t scale;
} expected_level;

static int next_aim(const policy *p, int64_t after) {
  int next = -1;
  for (int k = 0; k < p->rule_count; k++)
    if (p->rules[k].strength == STRENGTH_AIM && p->rules[k].rank > after &&
        (next < 0 || p->rules[k].rank < p->rules[next].rank))
      next = k;
  return next;
}

/* aims by rank; worth or the walk by rank; ties; at last the ids */
static int levels_expected(const hearing *h, expected_level *to) {
  const policy *const p = h->r->rules;
  const tally *const t = &h->adopted;
  int count = 0;
  for (int k = next_aim(p, 0); k >= 0; k = next_aim(p, p->rules[k].rank)) {
    const ratio missed = t->rules[k].shortfall;
    const int64_t scale = t->rules[k].scale;
    to[count++] = (expected_level){
        arena_format(h->r->home, "aim:%s", p->rules[k].id), "aim", true,
        -(missed.num * scale / missed.den), scale};
  }
  if (p->objective == OBJECTIVE_RANK_ORDER)
    to[count++] = (expected_level){"rank_order", "walk", false, 0, 1};
  else
    to[count++] = (expected_level){
        p->objective == OBJECTIVE_MERIT_X_PEOPLE ? "merit_x_people" : "merit",
        "worth", true, t->worth, 1};
  for (int k = 0; k < p->tie_count; k++) {
    const bool lot = p->ties[k].kind == TIE_LOT;
    to[count++] = (expected_level){
        lot ? "lot" : p->ties[k].word, lot ? "walk" : "tie", !lot,
        tally_tie(h->r, t, given_adopted, &p->ties[k]), 1};
  }
  to[count++] = (expected_level){"id", "walk", false, 0, 1};
  return count;
}

static void hear_level(hearing *h, const expected_level *now,
                       const json_t *said) {
  const figure_of f = {h, AUDIT_LEVEL, now->name, said};
  const bool optimal = text_same(h->claim->status, "optimal");
  const bool reached = json_is_true(json_object_get(said, "reached"));
  const char *const value = record_wide(h->r->home, now->value);
  same(&f, "name", now->name);
  same(&f, "kind", now->kind);
  same_integer(&f, "scale", now->scale);
  same(&f, "value", now->sum && reached ? value : "null");
  if (!optimal)
    return;
  same(&f, "reached", "true");
  same(&f, "proved", "true");
  same(&f, "bound", now->sum ? value : "null");
}

void hear_levels(hearing *h) {
  const policy *const p = h->r->rules;
  const json_t *const all = json_object_get(h->root, "levels");
  expected_level *const now =
      ARENA_ARRAY(h->r->home, expected_level, p->rule_count + p->tie_count + 2);
  const int count = levels_expected(h, now);
  audit_compare(
      h->to, (difference){AUDIT_SET, "", "levels",
                          record_wide(h->r->home, (wide)json_array_size(all)),
                          record_wide(h->r->home, count)});
  bool proved = h->claim->has_set;
  for (int k = 0; k < count; k++) {
    const json_t *const said = json_array_get(all, (size_t)k);
    proved = proved && json_is_true(json_object_get(said, "proved"));
    hear_level(h, &now[k], said);
  }
  if (proved) /* then nothing less is claimed */
    audit_compare(h->to, (difference){AUDIT_SET, "", "status", h->claim->status,
                                      "optimal"});
}
