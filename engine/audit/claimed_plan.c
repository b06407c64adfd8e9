#include "claimed_plan.h"
#include "claimed_presence.h"
#include "record.h"
#include <string.h>

typedef struct reader {
  arena *home;
  const program *g;
  const json_t *root;
  const text_table *columns;
} reader;

static const char *text_at(const reader *r, const json_t *object,
                           const char *key) {
  return record_text(r->home, json_object_get(object, key));
}

/* ---- sets */

/* "ID" and a line break and "LEVEL" to the award's column */
static text_table *columns_of(arena *home, const program *g) {
  text_table *const to = text_table_new(home, (size_t)g->column_count);
  for (int j = 0; j < g->column_count; j++) {
    const column *const c = &g->columns[j];
    if (c->kind != COLUMN_AWARD)
      continue;
    const application *const a =
        &g->from->from->of->applications[c->application];
    text_table_add(
        to, arena_format(home, "%s\n%s", a->id, a->awards[c->award].level), j);
  }
  return to;
}

static int column_of(arena *home, const text_table *columns, const char *id,
                     const char *at_level) {
  return text_table_find(columns, arena_format(home, "%s\n%s", id, at_level));
}

static int64_t *finish(const program *g, int64_t *x) {
  program_complete(g, x);
  return program_first_broken(g, x) < 0 ? x : NULL;
}

int64_t *claimed_columns(arena *home, const program *g,
                         const decision_claim *claim) {
  int64_t *const x = ARENA_ARRAY(home, int64_t, g->column_count + 1);
  const text_table *const columns = columns_of(home, g);
  for (int i = 0; i < claim->adopted_count; i++) {
    const int j = column_of(home, columns, claim->adopted[2 * i],
                            claim->adopted[2 * i + 1]);
    if (j < 0)
      return NULL;
    x[j] = 1;
  }
  program_complete(g, x);
  return x;
}

/* the set of those plans whose flag is true, at the level of that key */
static int64_t *set_of_plans(const reader *r, const char *flag,
                             const char *at_level) {
  int64_t *const x = ARENA_ARRAY(r->home, int64_t, r->g->column_count + 1);
  const json_t *const all = json_object_get(r->root, "plans");
  for (size_t i = 0; i < json_array_size(all); i++) {
    const json_t *const one = json_array_get(all, i);
    if (!json_is_true(json_object_get(one, flag)))
      continue;
    const int j =
        column_of(r->home, r->columns, text_at(r, one, "application_id"),
                  text_at(r, one, at_level));
    if (j < 0)
      return NULL;
    x[j] = 1;
  }
  return finish(r->g, x);
}

/* the level at which an alternative has a plan: full unless it is listed */
static const char *level_in(const reader *r, const json_t *alternative,
                            const char *id) {
  const json_t *const all = json_object_get(alternative, "levels");
  for (size_t i = 0; i < json_array_size(all); i++) {
    const json_t *const one = json_array_get(all, i);
    if (text_same(text_at(r, one, "application_id"), id))
      return text_at(r, one, "level");
  }
  return "full";
}

static int64_t *set_of_alternative(const reader *r, const json_t *from) {
  int64_t *const x = ARENA_ARRAY(r->home, int64_t, r->g->column_count + 1);
  const json_t *const ids = json_object_get(from, "adopted");
  for (size_t i = 0; i < json_array_size(ids); i++) {
    const char *const id = record_text(r->home, json_array_get(ids, i));
    const int j = column_of(r->home, r->columns, id, level_in(r, from, id));
    if (j < 0)
      return NULL;
    x[j] = 1;
  }
  return finish(r->g, x);
}

static bool take_alternatives(const reader *r, plan *to) {
  const json_t *const all = json_object_get(r->root, "alternatives");
  const int count = (int)json_array_size(all);
  to->alternatives = ARENA_ARRAY(r->home, const int64_t *, count + 1);
  to->alternative_worth = ARENA_ARRAY(r->home, wide, count + 1);
  to->alternative_count = count;
  to->alternatives_proved =
      json_is_true(json_object_get(r->root, "alternatives_proved"));
  for (int k = 0; k < count; k++) {
    const int64_t *const x =
        set_of_alternative(r, json_array_get(all, (size_t)k));
    if (!x)
      return false;
    to->alternatives[k] = x;
    to->alternative_worth[k] =
        program_activity(r->g->worth->entries, r->g->worth->count, x);
  }
  return true;
}

/* ---- what was proved */

/* an integer of any size, as record_text has it; false when it is none */
static bool take_wide(const char *text_of, wide *to) {
  const bool negative = *text_of == '-';
  const char *at = text_of + negative;
  wide value = 0;
  if (*at == '\0' || strlen(at) > 36)
    return false;
  for (; *at; at++) {
    if (*at < '0' || *at > '9')
      return false;
    value = 10 * value + (*at - '0');
  }
  *to = negative ? -value : value;
  return true;
}

static int objective_named(const program *g, const char *name) {
  for (int k = 0; k < g->objective_count; k++)
    if (text_same(g->objectives[k].name, name))
      return k;
  return -1;
}

static void take_levels(const reader *r, plan *to) {
  const json_t *const all = json_object_get(r->root, "levels");
  to->levels = ARENA_ARRAY(r->home, level, r->g->objective_count + 1);
  for (int k = 0; k < r->g->objective_count; k++) {
    const json_t *const one = json_array_get(all, (size_t)k);
    const objective *const o = &r->g->objectives[k];
    level *const l = &to->levels[k];
    l->reached = json_is_true(json_object_get(one, "reached"));
    l->proved = json_is_true(json_object_get(one, "proved"));
    l->bounded = take_wide(text_at(r, one, "bound"), &l->bound);
    if (o->kind != OBJECTIVE_WALK && to->x)
      l->value = program_activity(o->entries, o->count, to->x);
  }
  to->unproved = objective_named(r->g, text_at(r, r->root, "unproved"));
  to->decided_by = objective_named(r->g, text_at(r, r->root, "decided_by"));
}

static bool take_clash(const reader *r, plan *to) {
  const json_t *const all = json_object_get(r->root, "clash");
  int *const clash = ARENA_ARRAY(r->home, int, json_array_size(all) + 1);
  for (size_t i = 0; i < json_array_size(all); i++) {
    const char *const id = record_text(r->home, json_array_get(all, i));
    int at = -1;
    for (int k = 0; k < r->g->owner_count && at < 0; k++)
      if (r->g->owners[k].kind != OWNER_SOFT &&
          text_same(r->g->owners[k].id, id))
        at = k;
    if (at < 0)
      return false;
    clash[to->clash_count++] = at;
  }
  to->clash = clash;
  return true;
}

static bool has_finding(const reader *r, const char *gate_word) {
  const json_t *const all = json_object_get(r->root, "findings");
  for (size_t i = 0; i < json_array_size(all); i++)
    if (text_same(text_at(r, json_array_get(all, i), "gate"), gate_word))
      return true;
  return false;
}

static plan_status status_of(const char *word) {
  if (text_same(word, "optimal"))
    return PLAN_OPTIMAL;
  if (text_same(word, "feasible"))
    return PLAN_FEASIBLE;
  return text_same(word, "infeasible") ? PLAN_INFEASIBLE : PLAN_UNKNOWN;
}

static plan *take_plan(const reader *r) {
  plan *const p = ARENA_NEW(r->home, plan);
  p->status = status_of(text_at(r, r->root, "status"));
  const bool has_set = p->status == PLAN_OPTIMAL || p->status == PLAN_FEASIBLE;
  if (has_set) {
    p->x = set_of_plans(r, "adopted", "level");
    if (!p->x)
      return NULL;
    p->worth = program_activity(r->g->worth->entries, r->g->worth->count, p->x);
  }
  if (json_is_object(json_object_get(r->root, "rank_order"))) {
    p->rank_order = set_of_plans(r, "in_rank_order", "rank_order_level");
    if (!p->rank_order)
      return NULL;
  }
  p->worth_bounded = take_wide(text_at(r, r->root, "bound"), &p->worth_bound);
  p->only_empty = has_finding(r, "only_empty_set");
  take_levels(r, p);
  return take_alternatives(r, p) && take_clash(r, p) ? p : NULL;
}

plan *claimed_plan_of(arena *home, const program *g, bytes record, bytes proof,
                      error *err) {
  json_t *const root = record_open(record, err);
  if (!root)
    return NULL;
  const reader r = {home, g, root, columns_of(home, g)};
  plan *const to = take_plan(&r);
  if (to)
    claimed_presence(home, g, root, proof, to);
  json_decref(root);
  return to;
}
