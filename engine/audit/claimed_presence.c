#include "claimed_presence.h"
#include "../base/number.h"
#include <string.h>

enum { PERCENT_PLACES = 4, PERCENT_ONE = 10000, SETS_MOST = 1000000 };

typedef struct listing { /* sets that a proof shows to be all the best ones */
  int64_t **sets;        /* beside the proposed one */
  int count;
  bool complete;
} listing;

typedef struct evidence { /* of one application */
  bool competes, with, without;
} evidence;

typedef struct presence_claim {
  arena *home;
  const program *g;
  const json_t *root;
  const plan *of;
  const listing *listed;
} presence_claim;

/* ---- what the proof lists */

/* the number behind a line's first words; -1: there is no such line */
static int64_t number_behind(const char *proof, const char *words,
                             const char **next) {
  const char *const at = strstr(proof, words);
  int64_t value = -1;
  const char *const end =
      at ? number_lead(at + strlen(words), 0, SETS_MOST, &value) : NULL;
  if (end)
    *next = strchr(end, '\n') ? strchr(end, '\n') + 1 : end + strlen(end);
  return value;
}

/* "o 3 7": null when it is not of that form */
static int64_t *set_listed(const presence_claim *c, const char *line) {
  int64_t *const x = ARENA_ARRAY(c->home, int64_t, c->g->column_count + 1);
  const char *at = line + 1;
  int64_t j = 0;
  if (*line != 'o')
    return NULL;
  while (*at == ' ') {
    at = number_lead(at + 1, 0, INT32_MAX, &j);
    if (!at || j >= c->g->column_count)
      return NULL;
    x[j] = 1;
  }
  if (*at != '\n')
    return NULL;
  program_complete(c->g, x);
  return x;
}

static listing sets_listed(const presence_claim *c, const char *proof,
                           int worth_at) {
  listing to = {0};
  const char *next = NULL;
  const bool only = number_behind(proof, "\nonly ", &next) == worth_at;
  const int64_t count = number_behind(proof, "\nothers ", &next);
  to.complete = only;
  to.sets = ARENA_ARRAY(c->home, int64_t *, count > 0 ? count : 1);
  for (int64_t k = 0; only && k < count; k++) {
    int64_t *const x = set_listed(c, next);
    const char *const stop = strchr(next, '\n');
    if (!x || !stop)
      return (listing){0};
    to.sets[to.count++] = x;
    next = stop + 1;
  }
  return to;
}

/* ---- what the known sets say of each application */

static bool is_among(const presence_claim *c, const int64_t *x, wide least) {
  const program *const g = c->g;
  for (int k = 0; k < g->objective_count; k++) {
    const objective *const o = &g->objectives[k];
    if (o->kind == OBJECTIVE_AIM &&
        program_activity(o->entries, o->count, x) !=
            program_activity(o->entries, o->count, c->of->x))
      return false;
  }
  return program_first_broken(g, x) < 0 &&
         program_activity(g->worth->entries, g->worth->count, x) >= least;
}

static void add_set(const presence_claim *c, const int64_t *x, wide least,
                    evidence *to) {
  const int plans = c->g->from->from->of->count;
  if (!x || !is_among(c, x, least))
    return;
  bool *const in = ARENA_ARRAY(c->home, bool, plans + 1);
  for (int j = 0; j < c->g->column_count; j++)
    if (c->g->columns[j].kind == COLUMN_AWARD && x[j] > 0)
      in[c->g->columns[j].application] = true;
  for (int i = 0; i < plans; i++)
    *(in[i] ? &to[i].with : &to[i].without) = true;
}

static evidence *evidence_of(const presence_claim *c, wide least) {
  const int plans = c->g->from->from->of->count;
  evidence *const to = ARENA_ARRAY(c->home, evidence, plans + 1);
  for (int j = 0; j < c->g->column_count; j++)
    if (c->g->columns[j].kind == COLUMN_AWARD)
      to[c->g->columns[j].application].competes = true;
  add_set(c, c->of->x, least, to);
  add_set(c, c->of->rank_order, least, to);
  for (int k = 0; k < c->of->alternative_count; k++)
    add_set(c, c->of->alternatives[k], least, to);
  for (int k = 0; k < c->listed->count; k++)
    add_set(c, c->listed->sets[k], least, to);
  return to;
}

/* ---- the record's words, put right */

static presence word_read(const char *word) {
  static const char *const words[] = {[PRESENCE_UNKNOWN] = "unknown",
                                      [PRESENCE_ALL] = "all",
                                      [PRESENCE_SOME] = "some",
                                      [PRESENCE_NONE] = "none"};
  for (int k = PRESENCE_ALL; k <= PRESENCE_NONE; k++)
    if (text_same(word, words[k]))
      return (presence)k;
  return PRESENCE_UNKNOWN;
}

static presence put_right(presence said, const evidence *e, bool complete) {
  if (e->with && e->without)
    return PRESENCE_SOME;
  if (complete || (!e->competes && said != PRESENCE_UNKNOWN))
    return e->with ? PRESENCE_ALL : PRESENCE_NONE;
  if (said == PRESENCE_NONE && e->with)
    return PRESENCE_ALL;
  return said == PRESENCE_ALL && e->without ? PRESENCE_NONE : said;
}

static const presence *words_of(const presence_claim *c, const char *key,
                                const evidence *known, bool complete) {
  const pool *const p = c->g->from->from->of;
  const json_t *const all = json_object_get(c->root, "plans");
  presence *const to = ARENA_ARRAY(c->home, presence, p->count + 1);
  for (int i = 0; i < p->count; i++) {
    const json_t *const one = json_array_get(all, (size_t)i);
    const char *const said = record_text(c->home, json_object_get(one, key));
    to[i] = put_right(word_read(said), &known[i], complete);
  }
  return to;
}

static int64_t sets_said(const json_t *value, int64_t least) {
  const json_int_t said =
      json_is_integer(value) ? json_integer_value(value) : 0;
  return said < least ? 0 : said;
}

/* ---- the best sets, and those within a part of the best worth */

static presences best_claimed(const presence_claim *c, wide worth_of_x) {
  const bool complete = c->listed->complete;
  presences to = {.worth = worth_of_x};
  to.sets = complete ? c->listed->count + 1
                     : sets_said(json_object_get(c->root, "best_sets"), 1);
  to.of = words_of(c, "in_best_sets", evidence_of(c, worth_of_x), complete);
  return to;
}

static bool take_percent(const json_t *within, ratio *to) {
  const json_t *const said = json_object_get(within, "percent");
  int64_t percent = 0;
  if (!json_is_string(said) ||
      !number_decimal(json_string_value(said), PERCENT_PLACES, &percent) ||
      percent < 0 || percent > 100 * PERCENT_ONE)
    return false;
  *to = (ratio){percent, 100 * PERCENT_ONE};
  return true;
}

static presences near_claimed(const presence_claim *c, const json_t *within) {
  const wide least = plan_worth_within(c->of->worth, c->of->within);
  evidence *const known = evidence_of(c, least);
  const int plans = c->g->from->from->of->count;
  for (int i = 0; i < plans; i++) { /* the best are among them */
    const presence best = c->of->best_sets.of[i];
    known[i].with |= best == PRESENCE_ALL || best == PRESENCE_SOME;
    known[i].without |= best == PRESENCE_NONE || best == PRESENCE_SOME;
  }
  return (presences){
      least, sets_said(json_object_get(within, "sets"), c->of->best_sets.sets),
      words_of(c, "in_sets_within", known, false)};
}

static int worth_level(const program *g) {
  for (int k = 0; k < g->objective_count; k++)
    if (g->objectives[k].kind == OBJECTIVE_WORTH)
      return k;
  return -1;
}

void claimed_presence(arena *home, const program *g, const json_t *root,
                      bytes proof, plan *to) {
  const json_t *const within = json_object_get(root, "within");
  const int k = worth_level(g);
  listing listed = {0};
  const presence_claim c = {home, g, root, to, &listed};
  const bool asked = take_percent(within, &to->within);
  if (k < 0 || !to->x || !to->levels[k].proved)
    return;
  if (proof.at)
    listed = sets_listed(&c, proof.at, k);
  to->best_sets = best_claimed(&c, to->worth);
  if (asked)
    to->near_sets = near_claimed(&c, within);
}
