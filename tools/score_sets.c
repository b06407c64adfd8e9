#include "score_sets.h"

enum { PLANS_MOST = 1000, NODES = 2000 }; /* where no nodes are asked for */

/* the call with another way of scoring; where plans cannot be compared, the
 * model's assumption is taken unless the policy counts groups as equal or gives
 * each its own money, which the study says beside */
static const pool *scored_by(arena *home, const pool *of, method by) {
  policy *const rules = ARENA_NEW(home, policy);
  *rules = *of->rules;
  rules->scoring.method = by;
  if (rules->scoring.unidentified != UNIDENTIFIED_EQUAL_GROUPS &&
      rules->scoring.unidentified != UNIDENTIFIED_ENVELOPES)
    rules->scoring.unidentified = UNIDENTIFIED_ASSUME;
  pool *const other = ARENA_NEW(home, pool);
  *other = *of;
  other->rules = rules;
  return other;
}

static const account *decide(arena *home, const merits *by, int64_t nodes,
                             solve_memory *memory, error *err) {
  const solve_options how = {.nodes = nodes, .is_bare = true, .memory = memory};
  const worths *const w = weigh(home, by, err);
  const program *const g = w ? formulate(home, w, err) : NULL;
  const plan *const found = g ? solve(home, g, &how, err) : NULL;
  return found ? explain(home, g, found, err) : NULL;
}

static bool is_calibrated(const merits *of) {
  for (int i = 0; i < of->finding_count; i++)
    if (of->findings[i].gate == GATE_NOT_CALIBRATED)
      return false;
  return true;
}

static method raw_method(const policy *rules) {
  const method own = rules->scoring.method;
  return own == METHOD_T_SCORE || own == METHOD_MIXED_MODEL ? METHOD_MEAN : own;
}

static bool score_all(arena *home, const pool *of, study_sets *to, error *err) {
  const method by[STUDY_SETS] = {[SET_RAW] = raw_method(of->rules),
                                 [SET_CALIBRATED] = METHOD_MIXED_MODEL,
                                 [SET_T_SCORE] = METHOD_T_SCORE};
  for (int k = 0; k < STUDY_SETS; k++) {
    to->item[k].by = by[k];
    to->item[k].merits = score(home, scored_by(home, of, by[k]), err);
    if (!to->item[k].merits)
      return false;
  }
  return true;
}

static bool decide_all(arena *home, study_sets *to, int64_t nodes, error *err) {
  solve_memory *const memory = solve_memory_open();
  bool decided = true;
  for (int k = 0; decided && k < STUDY_SETS; k++) {
    to->item[k].account = decide(home, to->item[k].merits, nodes, memory, err);
    decided = to->item[k].account != NULL;
  }
  solve_memory_close(memory);
  return decided;
}

study_sets *score_sets_make(arena *home, const pool *of, int64_t nodes,
                            error *err) {
  study_sets *const to = ARENA_NEW(home, study_sets);
  if (of->count > PLANS_MOST && nodes == 0) {
    to->status = SETS_TOO_MANY;
    return to;
  }
  if (!score_all(home, of, to, err))
    return NULL;
  if (of->review_count == 0 ||
      !is_calibrated(to->item[SET_CALIBRATED].merits)) {
    to->status = SETS_NOT_CALIBRATED;
    return to;
  }
  return decide_all(home, to, nodes ? nodes : NODES, err) ? to : NULL;
}
